import type { ReactNode } from 'react';
import { Etiquette, formaterInstant, Lien, Tableau } from '#interface';
import type { DemandeEnPage } from '../demandes/presentation.ts';

/** Requests, each leading to its answer. */
export function DemandesEnListe({
  demandes,
  vide,
}: {
  readonly demandes: readonly DemandeEnPage[];
  readonly vide: ReactNode;
}) {
  return (
    <Tableau
      legende="Demandes d’accès"
      lignes={demandes}
      cleDeLigne={({ id }) => id}
      vide={vide}
      colonnes={[
        {
          cle: 'qui',
          titre: 'Qui demande',
          largeur: 'large',
          cellule: ({ nom, service, territoire }) => (
            <>
              <strong>{nom}</strong>
              <div className="jalon-discret">{[service, territoire].filter(Boolean).join(' · ') || 'lieu non dit'}</div>
            </>
          ),
        },
        { cle: 'quoi', titre: 'Quoi', cellule: ({ quoi }) => quoi },
        {
          cle: 'message',
          titre: 'Pourquoi',
          largeur: 'moyenne',
          cellule: ({ message }) => message ?? <span className="jalon-discret">rien n’est dit</span>,
        },
        { cle: 'quand', titre: 'Le', cellule: ({ quand }) => formaterInstant(quand) },
        {
          cle: 'reponse',
          titre: 'Réponse',
          cellule: ({ id, etat, nom, reponse }) =>
            etat === 'ouverte' ? (
              <Lien href={`/administration/demandes/${id}`}>
                Répondre<span className="fr-sr-only"> à {nom}</span>
              </Lien>
            ) : (
              <>
                <Etiquette
                  ton={etat === 'accordee' ? 'succes' : 'neutre'}
                  icone={etat === 'accordee' ? 'coche' : 'croix'}
                >
                  {etat === 'accordee' ? 'Accordée' : 'Refusée'}
                </Etiquette>
                <div className="jalon-discret">
                  par {reponse?.par}
                  {reponse?.texte ? ` : ${reponse.texte}` : ''}
                </div>
              </>
            ),
        },
      ]}
    />
  );
}
