import { compter, formaterInstant, formaterJour, formaterNombre, Lien, Section, Tableau } from '#interface';
import type { CibleEnAttente } from '#reformes';

/** Targets that wait for this person's answer, those that have waited longest first. */
export function CiblesARepondre({ cibles }: { readonly cibles: readonly CibleEnAttente[] }) {
  return (
    <Section titre={compter(cibles.length, 'cible attend ma réponse', 'cibles attendent ma réponse')}>
      <Tableau
        legende="Cibles qui attendent ma réponse, les plus anciennes d’abord"
        lignes={cibles}
        cleDeLigne={({ id }) => id}
        colonnes={[
          {
            cle: 'cible',
            titre: 'Indicateur',
            largeur: 'large',
            cellule: ({ id, reforme, reformeNom, indicateur, territoire }) => (
              <>
                <Lien href={`/reformes/${reforme}/cibles?territoire=${territoire}&cible=${id}#discussion`}>
                  {indicateur}
                </Lien>
                <div className="jalon-discret">{reformeNom}</div>
              </>
            ),
          },
          { cle: 'territoire', titre: 'Territoire', cellule: ({ territoireNom }) => territoireNom },
          { cle: 'echeance', titre: 'Échéance', cellule: ({ jour }) => formaterJour(jour) },
          {
            cle: 'valeur',
            titre: 'Valeur proposée',
            alignement: 'fin',
            cellule: ({ valeur, unite }) => `${formaterNombre(valeur)}\u00a0${unite}`,
          },
          { cle: 'depuis', titre: 'Depuis', cellule: ({ depuis }) => formaterInstant(depuis) },
        ]}
      />
    </Section>
  );
}
