import type { ReactNode } from 'react';
import { Etiquette, Onglets, Page } from '#interface';
import type { EtatDeReunion } from '../lectures/reunions.ts';
import { LIBELLES_DE_REUNION, TONS_DE_REUNION } from '../presentation.ts';
import type { ReunionEnPage } from './charger.ts';

export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const INSTANCES = { texte: 'Instances', href: '/instances' };

export function EtatDit({ etat }: { readonly etat: EtatDeReunion }) {
  return <Etiquette ton={TONS_DE_REUNION[etat]}>{LIBELLES_DE_REUNION[etat]}</Etiquette>;
}

const ONGLETS = [
  { chemin: '', texte: 'Ordre du jour' },
  { chemin: '/seance', texte: 'Séance' },
  { chemin: '/releve', texte: 'Relevé de décisions' },
] as const;

type Props = {
  readonly vue: ReunionEnPage;
  readonly onglet: (typeof ONGLETS)[number]['chemin'];
  readonly phrase?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a meeting: which committee, when, where, and its pages. */
export function PageDeReunion({ vue, onglet, phrase, actions, children }: Props) {
  return (
    <Page
      filDAriane={[ACCUEIL, INSTANCES, { texte: vue.instanceNom, href: `/instances/${vue.instance}` }]}
      surtitre={vue.demonstration ? 'Réunion · données de démonstration' : 'Réunion'}
      titre={`${vue.instanceNom}, ${vue.moment}`}
      faits={
        <>
          <EtatDit etat={vue.etat} /> · {vue.niveau} · présidence{'\u00a0'}: {vue.presidence}
          {vue.lieu !== null && ` · ${vue.lieu}`}
        </>
      }
      phrase={phrase}
      actions={actions}
    >
      <Onglets
        legende="Pages de la réunion"
        onglets={ONGLETS.filter(({ chemin }) => chemin !== '/seance' || vue.tenable).map(({ chemin, texte }) => ({
          texte,
          href: `/reunions/${vue.id}${chemin}`,
          actif: chemin === onglet,
        }))}
      />
      {children}
    </Page>
  );
}

/** What a form of these pages gets back when it was refused. */
export type RefusDePage = {
  readonly verbe: string;
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
};

/** The refusal, for the form that was sent. */
export function refusDe(refus: RefusDePage | undefined, verbe: string) {
  return refus?.verbe === verbe ? { erreurs: refus.champs, valeurs: refus.valeurs } : {};
}
