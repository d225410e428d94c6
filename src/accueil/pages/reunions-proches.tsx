import type { prochainesReunions } from '#instances';
import { Lien, Section, Tableau } from '#interface';

type Props = { readonly reunions: Awaited<ReturnType<typeof prochainesReunions>> };

/** The committees that meet within the month. */
export function ReunionsProches({ reunions }: Props) {
  return (
    <Section titre="Prochaines réunions">
      <Tableau
        legende="Réunions du mois qui vient, les plus proches d’abord"
        lignes={reunions}
        cleDeLigne={({ id }) => id}
        colonnes={[
          {
            cle: 'instance',
            titre: 'Instance',
            largeur: 'large',
            cellule: ({ instance, instanceNom }) => <Lien href={`/instances/${instance}`}>{instanceNom}</Lien>,
          },
          {
            cle: 'moment',
            titre: 'Réunion',
            cellule: ({ id, moment }) => <Lien href={`/reunions/${id}`}>{moment}</Lien>,
          },
          {
            cle: 'lieu',
            titre: 'Lieu',
            cellule: ({ lieu }) => lieu ?? <span className="jalon-discret">non précisé</span>,
          },
        ]}
      />
    </Section>
  );
}
