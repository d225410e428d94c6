import type { ReactNode } from 'react';
import { formaterJour, Lien, LienBouton, Onglets, Page } from '#interface';
import type { Plan } from '../lectures/plan.ts';

/** What every page of a plan shows around its content, and what the person may do there. */
export type PlanEnPage = {
  readonly id: string;
  readonly titre: string;
  readonly genre: string;
  readonly etat: Plan['etat'];
  readonly proprietaire: string;
  readonly territoire: string;
  readonly periode: string | null;
  readonly modifiable: boolean;
  /** Day looked at when it is past, else null. */
  readonly au: string | null;
  readonly aujourdhui: string;
};

const ONGLETS = [
  { chemin: '', texte: 'Actions' },
  { chemin: '/frise', texte: 'Frise' },
  { chemin: '/engagements', texte: 'Engagements' },
  { chemin: '/changements', texte: 'Ce qui a changé' },
  { chemin: '/comites', texte: 'Comités' },
  { chemin: '/axes', texte: 'Axes' },
  { chemin: '/pilotes', texte: 'Pilotes' },
  { chemin: '/reformes', texte: 'Réformes' },
  { chemin: '/documents', texte: 'Fichiers' },
  { chemin: '/historique', texte: 'Historique' },
  { chemin: '/acces', texte: 'Accès' },
] as const;

/** The pages that go on with the day looked at. */
const AU_PASSE: ReadonlySet<string> = new Set(['', '/frise', '/engagements']);

type PageDePlanProps = {
  readonly plan: PlanEnPage;
  readonly onglet: (typeof ONGLETS)[number]['chemin'];
  readonly phrase?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a plan: where one is, who owns it, its tabs. */
export function PageDePlan({ plan, onglet, phrase, actions, children }: PageDePlanProps) {
  const suite = plan.au === null ? '' : `?au=${plan.au}`;
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS]}
      titre={plan.titre}
      surtitre={
        plan.etat === 'actif' ? plan.genre : `${plan.genre} · ${plan.etat === 'brouillon' ? 'brouillon' : 'archivé'}`
      }
      faits={
        <>
          Propriétaire : {plan.proprietaire} · {plan.territoire}
          {plan.periode !== null && ` · ${plan.periode}`}
        </>
      }
      phrase={phrase}
      actions={
        <>
          {actions}
          {plan.modifiable && (
            <LienBouton href={`/plans/${plan.id}/modifier`} rang="tertiaire" taille="petite" icone="crayon">
              Modifier le plan
            </LienBouton>
          )}
        </>
      }
    >
      {plan.au !== null && (
        <p className="jalon-passe">
          Situation au {formaterJour(plan.au)}. <Lien href={`/plans/${plan.id}${onglet}`}>Revenir à aujourd’hui</Lien>
        </p>
      )}
      <Onglets
        legende="Pages du plan"
        onglets={ONGLETS.map(({ chemin, texte }) => ({
          texte,
          href: `/plans/${plan.id}${chemin}${AU_PASSE.has(chemin) ? suite : ''}`,
          actif: chemin === onglet,
        }))}
      />
      {children}
    </Page>
  );
}

export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const PLANS = { texte: 'Plans', href: '/plans' };
