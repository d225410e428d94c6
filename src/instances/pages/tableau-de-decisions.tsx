import type { ReactNode } from 'react';
import { compter, formaterInstant, formaterJour, Lien, PanneauDepliant, Tableau } from '#interface';
import type { DecisionDuSuivi } from '../lectures/decisions-suivies.ts';
import type { PorteeDeSuite } from '../politique.ts';
import { DECISIONS } from '../regles/decisions.ts';
import type { RefusDePage } from './commun.tsx';
import { FormulaireDeSuite, SuiteDite } from './suite-donnee.tsx';
import './instances.css';

export const RIEN_DE_DIT = <span className="jalon-discret">non dit</span>;

export type DecisionEnPage = Omit<DecisionDuSuivi, 'suiteDonnee'> & {
  readonly suiteDonnee: { readonly texte: string; readonly le: Date | string } | null;
  /** Whether this person may say what was done of it, or of their service's part of it. */
  readonly dicible?: PorteeDeSuite | null;
};

type Props = {
  readonly decisions: readonly DecisionEnPage[];
  readonly vide: ReactNode;
  readonly refus?: RefusDePage | undefined;
};

/** Decisions and what became of each. */
export function TableauDeDecisions({ decisions, vide, refus }: Props) {
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
          cellule: ({ id, texte, genre, numero, reunion, instance, jour, dicible }) => (
            <>
              <span id={`decision-${id}`}>{texte}</span>
              <div className="jalon-discret">
                {DECISIONS[genre].libelle},{' '}
                <Lien href={`/reunions/${reunion}/releve`}>
                  n°{'\u00a0'}
                  {numero} de {instance}, {formaterJour(jour)}
                </Lien>
              </div>
              {dicible === 'service' && <Lien href={`/decisions/${id}`}>Répondre pour mon service</Lien>}
              {dicible === 'decision' && (
                <div className="instances-suite">
                  <PanneauDepliant titre="Dire la suite donnée" ouvert={refus?.verbe === id}>
                    <FormulaireDeSuite id={id} numero={numero} reunion={reunion} refus={refus} />
                  </PanneauDepliant>
                </div>
              )}
            </>
          ),
        },
        {
          cle: 'suite',
          titre: 'Suite',
          cellule: ({ id, suite, suiteDonnee, reponses }) => (
            <>
              <SuiteDite suite={suite} />
              {reponses > 0 && (
                <div>
                  <Lien href={`/decisions/${id}#suite`}>
                    {compter(reponses, 'service a répondu', 'services ont répondu')}
                  </Lien>
                </div>
              )}
              {suiteDonnee !== null && (
                <div className="jalon-discret">
                  {suiteDonnee.texte} ({formaterInstant(suiteDonnee.le)})
                </div>
              )}
            </>
          ),
        },
        { cle: 'responsable', titre: 'Responsable', cellule: ({ responsable }) => responsable ?? RIEN_DE_DIT },
        { cle: 'echeance', titre: 'Échéance', cellule: ({ echeance }) => echeance ?? RIEN_DE_DIT },
        {
          cle: 'action',
          titre: 'Ce qu’elle change',
          cellule: (decision) => <ObjetDeDecision {...decision} />,
        },
      ]}
    />
  );
}

/** From a decision, the action it changed and its slippage, or the reform it is about and its indicators. */
export function ObjetDeDecision({ action, reforme }: Pick<DecisionEnPage, 'action' | 'reforme'>) {
  return (
    <>
      {action !== null && <Lien href={action.href}>{action.intitule}</Lien>}
      {action !== null && action.glissement > 0 && (
        <div className="jalon-discret">{compter(action.glissement, 'jour', 'jours')} de glissement</div>
      )}
      {reforme !== null && (
        <div>
          <Lien href={reforme.href}>{reforme.nom}</Lien>,{' '}
          <Lien href={`${reforme.href}#indicateurs`}>ses indicateurs</Lien>
        </div>
      )}
      {action === null && reforme === null && <span className="jalon-discret">rien dans les plans</span>}
    </>
  );
}
