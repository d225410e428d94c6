import type { SituationPresentee } from '#indicateurs';
import {
  avec,
  Carte,
  EnTeteDeListe,
  EtatVide,
  Etiquette,
  ExportCsv,
  formaterDuree,
  formaterJourCourt,
  Lien,
  Section,
  Tableau,
  type Tri,
} from '#interface';
import type { Fiche } from './charger-fiche.ts';
import type { TriDeSituations } from './trier.ts';

/** Every territory of the maille: on a map, then in a table. */
export function SituationsParTerritoire({ fiche }: { readonly fiche: Fiche }) {
  const { situations, nombre, requete, carte, id } = fiche;
  return (
    <Section titre="Territoire par territoire" id="territoires">
      {carte !== null && <Carte {...carte} />}
      <EnTeteDeListe trouves={situations.length} total={nombre} nom={['territoire', 'territoires']}>
        <ExportCsv href={`/indicateurs/${id}/situations.csv${avec(requete, { fait: null })}`} />
      </EnTeteDeListe>
      <Tableau<SituationPresentee>
        legende={`${fiche.nom}, par territoire`}
        lignes={situations}
        cleDeLigne={({ territoire }) => territoire}
        vide={<EtatVide titre="Aucun territoire ne correspond">Retirez le filtre pour les voir tous.</EtatVide>}
        colonnes={[
          {
            cle: 'nom',
            titre: 'Territoire',
            tri: triDe(fiche, 'nom'),
            cellule: ({ territoire, nom }) => <Lien href={avec(requete, { territoire, fait: null })}>{nom}</Lien>,
          },
          {
            cle: 'taux',
            titre: 'Avancement',
            tri: triDe(fiche, 'taux'),
            cellule: (situation) => <Taux situation={situation} />,
          },
          {
            cle: 'valeur',
            titre: 'Valeur',
            alignement: 'fin',
            tri: triDe(fiche, 'valeur'),
            cellule: ({ valeur, partiel }) => (
              <>
                {valeur.valeur === null ? <span className="jalon-discret">{valeur.texte}</span> : valeur.texte}
                {partiel !== null && <div className="jalon-discret">{partiel}</div>}
              </>
            ),
          },
          {
            cle: 'jour',
            titre: 'Mesuré le',
            tri: triDe(fiche, 'jour'),
            cellule: ({ jour, retard }) => (
              <>
                {jour === null ? '–' : <time dateTime={jour}>{formaterJourCourt(jour)}</time>}
                {retard > 0 && <div className="jalon-discret">en retard de {formaterDuree(retard)}</div>}
              </>
            ),
          },
          {
            cle: 'ecart',
            titre: 'Écart à la trajectoire',
            alignement: 'fin',
            cellule: ({ ecart }) => ecart?.texte ?? '–',
          },
          {
            cle: 'mediane',
            titre: 'Écart à la médiane',
            alignement: 'fin',
            cellule: ({ mediane }) => mediane?.texte ?? '–',
          },
          {
            cle: 'signal',
            titre: 'Signal',
            cellule: ({ signal }) =>
              signal === null ? <span className="jalon-discret">historique trop court</span> : signal.texte,
          },
        ]}
      />
    </Section>
  );
}

/** The one accent of the row: what goes backwards, what is well behind, what is in significant deterioration. */
function Taux({ situation: { etat, taux, ecart, signal } }: { readonly situation: SituationPresentee }) {
  if (taux.valeur === null) return <span className="jalon-discret">{taux.texte}</span>;
  if (etat === 'recul')
    return (
      <Etiquette ton="alerte" icone="bas">
        {taux.texte}
      </Etiquette>
    );
  if (ecart?.retrait) {
    return (
      <Etiquette ton="alerte" icone="bas" complement="en retrait">
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

function triDe({ ordre, requete }: Fiche, tri: TriDeSituations): Tri {
  const ici = ordre.tri === tri;
  const vers = ici && !ordre.decroissant ? 'decroissant' : null;
  return {
    href: `${avec(requete, { tri: tri === 'nom' ? null : tri, sens: vers, fait: null })}#territoires`,
    etat: ici ? (ordre.decroissant ? 'decroissant' : 'croissant') : null,
  };
}
