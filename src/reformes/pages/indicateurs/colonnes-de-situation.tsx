import type { SituationPresentee } from '#indicateurs';
import { avec, type Colonne, Etiquette, formaterDuree, formaterJourCourt, type Tri } from '#interface';
import type { Ordre, TriDeSituations } from './trier.ts';

/** Where an indicator stands, in columns: the same figures wherever it is listed. */
export function colonnesDeSituation<L>(
  situationDe: (ligne: L) => SituationPresentee,
  tris: Readonly<Partial<Record<TriDeSituations, Tri>>>,
): readonly Colonne<L>[] {
  return [
    {
      cle: 'taux',
      titre: 'Avancement',
      ...avecTri(tris.taux),
      cellule: (ligne) => <Taux situation={situationDe(ligne)} />,
    },
    {
      cle: 'valeur',
      titre: 'Valeur',
      alignement: 'fin',
      ...avecTri(tris.valeur),
      cellule: (ligne) => <Valeur situation={situationDe(ligne)} />,
    },
    {
      cle: 'jour',
      titre: 'Mesuré le',
      largeur: 'moyenne',
      ...avecTri(tris.jour),
      cellule: (ligne) => <Jour situation={situationDe(ligne)} />,
    },
    {
      cle: 'ecart',
      titre: 'Écart à la trajectoire',
      alignement: 'fin',
      cellule: (ligne) => situationDe(ligne).ecart?.texte ?? '–',
    },
    {
      cle: 'mediane',
      titre: 'Écart à la médiane',
      alignement: 'fin',
      cellule: (ligne) => situationDe(ligne).mediane?.texte ?? '–',
    },
    {
      cle: 'signal',
      titre: 'Signal',
      cellule: (ligne) =>
        situationDe(ligne).signal?.texte ?? <span className="jalon-discret">historique trop court</span>,
    },
  ];
}

const avecTri = (tri: Tri | undefined) => (tri === undefined ? {} : { tri });

type Props = { readonly situation: SituationPresentee };

function Valeur({ situation: { valeur, partiel } }: Props) {
  return (
    <>
      {valeur.valeur === null ? <span className="jalon-discret">{valeur.texte}</span> : valeur.texte}
      {partiel !== null && <div className="jalon-discret">{partiel}</div>}
    </>
  );
}

function Jour({ situation: { jour, retard } }: Props) {
  return (
    <>
      {jour === null ? '–' : <time dateTime={jour}>{formaterJourCourt(jour)}</time>}
      {retard > 0 && <div className="jalon-discret">en retard de {formaterDuree(retard)}</div>}
    </>
  );
}

/** The one accent of the row: what goes backwards, what is well behind, what is in significant deterioration. */
function Taux({ situation: { etat, taux, ecart, signal } }: Props) {
  if (taux.valeur === null) return <span className="jalon-discret">{taux.texte}</span>;
  if (etat === 'recul') return <Etiquette ton="alerte">{taux.texte}</Etiquette>;
  if (ecart?.retrait) {
    return (
      <Etiquette ton="attention" complement="en retrait">
        {taux.texte}
      </Etiquette>
    );
  }
  return signal?.ton === 'alerte' ? (
    <Etiquette ton="attention" icone="bas" complement="en dégradation">
      {taux.texte}
    </Etiquette>
  ) : (
    taux.texte
  );
}

export function triDe(ordre: Ordre, requete: string, tri: TriDeSituations, ancre = ''): Tri {
  const ici = ordre.tri === tri;
  const vers = ici && !ordre.decroissant ? 'decroissant' : null;
  return {
    href: `${avec(requete, { tri: tri === 'nom' ? null : tri, sens: vers, fait: null })}${ancre}`,
    etat: ici ? (ordre.decroissant ? 'decroissant' : 'croissant') : null,
  };
}
