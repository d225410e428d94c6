import type { ReactNode } from 'react';
import { compter, Etiquette, formaterJour, Lien, Tableau, type Ton } from '#interface';
import type { DecisionDuSuivi } from '../lectures/decisions-suivies.ts';
import { DECISIONS } from '../regles/decisions.ts';
import { LIBELLES_DE_SUITE, type Suite } from '../regles/suivi.ts';

const TONS: Readonly<Record<Suite, Ton>> = {
  appliquee: 'succes',
  en_retard: 'alerte',
  en_cours: 'neutre',
  sans_suite: 'attention',
  sans_objet: 'neutre',
};

/** Decisions and what became of each. */
export function TableauDeDecisions({
  decisions,
  vide,
}: {
  readonly decisions: readonly DecisionDuSuivi[];
  readonly vide: ReactNode;
}) {
  return (
    <Tableau
      legende="Décisions, des plus récentes aux plus anciennes"
      lignes={decisions}
      cleDeLigne={({ id }) => id}
      vide={vide}
      colonnes={[
        {
          cle: 'decision',
          titre: 'Décision',
          largeur: 'large',
          cellule: ({ texte, genre, numero, reunion, instance, jour }) => (
            <>
              {texte}
              <div className="jalon-discret">
                {DECISIONS[genre].libelle},{' '}
                <Lien href={`/reunions/${reunion}/releve`}>
                  n°{'\u00a0'}
                  {numero} de {instance}, {formaterJour(jour)}
                </Lien>
              </div>
            </>
          ),
        },
        {
          cle: 'suite',
          titre: 'Suite',
          cellule: ({ suite }) => <Etiquette ton={TONS[suite]}>{LIBELLES_DE_SUITE[suite]}</Etiquette>,
        },
        { cle: 'responsable', titre: 'Responsable', cellule: ({ responsable }) => responsable ?? '' },
        { cle: 'echeance', titre: 'Échéance', cellule: ({ echeance }) => echeance ?? '' },
        {
          cle: 'action',
          titre: 'Action',
          cellule: ({ action }) =>
            action === null ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              <>
                <Lien href={action.href}>{action.intitule}</Lien>
                {action.glissement > 0 && (
                  <div className="jalon-discret">{compter(action.glissement, 'jour', 'jours')} de glissement</div>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
