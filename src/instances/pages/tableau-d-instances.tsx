import type { ReactNode } from 'react';
import { Lien, Tableau } from '#interface';
import type { ResumeDInstance } from '../lectures/resumes.ts';
import { EtatDit } from './commun.tsx';

type Props = {
  readonly legende: string;
  readonly instances: readonly ResumeDInstance[];
  readonly vide: ReactNode;
};

/** Committees, one a line: who chairs, when they meet next, what the last meeting left. */
export function TableauDInstances({ legende, instances, vide }: Props) {
  return (
    <Tableau
      legende={legende}
      lignes={instances}
      cleDeLigne={({ id }) => id}
      vide={vide}
      colonnes={[
        {
          cle: 'nom',
          titre: 'Instance',
          largeur: 'large',
          cellule: ({ id, nom, niveau }) => (
            <>
              <Lien href={`/instances/${id}`}>{nom}</Lien>
              <div className="jalon-discret">{niveau}</div>
            </>
          ),
        },
        { cle: 'presidence', titre: 'Présidence', cellule: ({ presidence }) => presidence },
        { cle: 'membres', titre: 'Membres', alignement: 'fin', cellule: ({ membres }) => membres },
        {
          cle: 'prochaine',
          titre: 'Prochaine réunion',
          cellule: ({ prochaine }) =>
            prochaine === null ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              <Lien href={`/reunions/${prochaine.id}`}>{prochaine.moment}</Lien>
            ),
        },
        {
          cle: 'derniere',
          titre: 'Dernière réunion',
          cellule: ({ derniere }) =>
            derniere === null ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              <>
                <Lien href={`/reunions/${derniere.id}`}>{derniere.moment}</Lien>
                <div>
                  {derniere.releve === null ? (
                    <EtatDit etat={derniere.etat} />
                  ) : (
                    <Lien href={`/reunions/${derniere.id}/releve`}>
                      Relevé n°{'\u00a0'}
                      {derniere.releve}
                    </Lien>
                  )}
                </div>
              </>
            ),
        },
      ]}
    />
  );
}
