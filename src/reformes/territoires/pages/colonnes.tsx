import { type Colonne, compter, formaterJour, Lien } from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { MeteoDeReforme, Points, Signal, Source, TauxDeReforme } from '../../suivi/cellules.tsx';
import { avec } from '../adresses.ts';
import type { TriDeReformes } from '../regles/criteres.ts';
import { accentDe } from '../regles/difficultes.ts';
import type { DonneesDuTableau, LigneDuTableau } from './donnees-du-tableau.ts';

/** The columns of the reforms of a territory: one accent at most on each row. */
export function colonnesDesReformes(donnees: DonneesDuTableau): Colonne<LigneDuTableau>[] {
  const { vue, criteres } = donnees;
  const tri = (colonne: TriDeReformes, premier: 'croissant' | 'decroissant' = 'croissant') =>
    lienDeTri(vue.requete, criteres, colonne, premier);
  return [
    {
      cle: 'nom',
      titre: 'Réforme',
      largeur: 'large',
      tri: tri('nom'),
      cellule: ({ reforme, nom, ministere }) => (
        <>
          <Lien href={adresseDeReforme(reforme, vue.code, vue)}>{nom}</Lien>
          {ministere !== null && <div className="jalon-discret jalon-petit">{ministere}</div>}
        </>
      ),
    },
    {
      cle: 'taux',
      titre: 'Avancement',
      largeur: 'moyenne',
      tri: tri('taux'),
      cellule: (suivi) => (
        <>
          <TauxDeReforme suivi={suivi} accent={accentDe(suivi)} />
          <Source suivi={suivi} />
        </>
      ),
    },
    {
      cle: 'ecart',
      titre: 'Trajectoire',
      largeur: 'etroite',
      alignement: 'fin',
      tri: tri('ecart'),
      cellule: (suivi) => <Points chiffre={suivi.ecart.texte} accentue={accentDe(suivi) === 'ecart'} ton="alerte" />,
    },
    {
      cle: 'signal',
      titre: 'Signal',
      largeur: 'etroite',
      tri: tri('signal'),
      cellule: (suivi) => <Signal suivi={suivi} accentue={accentDe(suivi) === 'signal'} />,
    },
    {
      cle: 'meteo',
      titre: 'Météo',
      largeur: 'moyenne',
      tri: tri('meteo', 'decroissant'),
      cellule: (suivi) => <MeteoDeReforme suivi={suivi} accentue={accentDe(suivi) === 'meteo'} />,
    },
    {
      cle: 'silence',
      titre: 'Silence',
      largeur: 'etroite',
      alignement: 'fin',
      tri: tri('silence', 'decroissant'),
      cellule: ({ jour, silence }) =>
        jour === null || silence === null ? (
          <span className="jalon-discret">jamais mesuré</span>
        ) : (
          <time dateTime={jour} title={`mesuré le ${formaterJour(jour)}`}>
            {compter(silence, 'jour', 'jours')}
          </time>
        ),
    },
    ...(vue.maille === 'national' || vue.au !== null
      ? []
      : [
          {
            cle: 'mediane',
            titre: 'Médiane',
            largeur: 'etroite' as const,
            alignement: 'fin' as const,
            tri: tri('mediane'),
            cellule: (suivi: LigneDuTableau) => (
              <Points chiffre={suivi.mediane.texte} accentue={accentDe(suivi) === 'mediane'} ton="attention" />
            ),
          },
        ]),
  ];
}

/** Sorting link of a column: its own way first, then the other, then no order at all. */
function lienDeTri(
  requete: string,
  criteres: DonneesDuTableau['criteres'],
  colonne: TriDeReformes,
  premier: 'croissant' | 'decroissant',
) {
  const demande = new URLSearchParams(requete).has('tri');
  const etat = demande && criteres.tri === colonne ? criteres.sens : null;
  const autre = premier === 'croissant' ? 'decroissant' : 'croissant';
  const suivant = etat === null ? premier : etat === premier ? autre : null;
  return { etat, href: avec(requete, suivant === null ? { tri: null, sens: null } : { tri: colonne, sens: suivant }) };
}
