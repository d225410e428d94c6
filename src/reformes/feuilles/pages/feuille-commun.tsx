import type { ReactNode } from 'react';
import { Etiquette, LienBouton, Onglets, Page } from '#interface';
import type { Etat } from '../presentation.ts';
import type { FeuilleEnPage } from './charger-feuille.ts';

export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const FEUILLES = { texte: 'Feuilles de route', href: '/feuilles-de-route' };

const ONGLETS = [
  { chemin: '', texte: 'Suivi', pour: 'tous' },
  { chemin: '/vie', texte: 'Vie de la feuille', pour: 'entiere' },
  { chemin: '/compte-rendu', texte: 'Compte rendu', pour: 'tous' },
  { chemin: '/preparer', texte: 'Préparer', pour: 'composable' },
] as const;

type Props = {
  readonly vue: FeuilleEnPage;
  readonly onglet: (typeof ONGLETS)[number]['chemin'];
  readonly phrase?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a roadmap: whose mandate it is, until when, its tabs. */
export function PageDeFeuille({ vue, onglet, phrase, children }: Props) {
  const ouverts = { tous: true, entiere: vue.entiere, composable: vue.composable };
  return (
    <Page
      filDAriane={[ACCUEIL, FEUILLES]}
      surtitre={vue.demonstration ? 'Feuille de route · données de démonstration' : 'Feuille de route'}
      titre={vue.titre}
      faits={
        <>
          <Etiquette ton={vue.etatTon}>{vue.etatLibelle}</Etiquette> · {vue.prefet} · {vue.mandat}
        </>
      }
      phrase={phrase}
      actions={
        vue.evolutive && (
          <LienBouton href={`/feuilles-de-route/${vue.id}/evolution`} rang="secondaire" taille="petite" icone="plus">
            Proposer un avenant ou une actualisation
          </LienBouton>
        )
      }
    >
      <Onglets
        legende="Pages de la feuille de route"
        onglets={ONGLETS.filter(({ pour }) => ouverts[pour]).map(({ chemin, texte }) => ({
          texte,
          href: `/feuilles-de-route/${vue.id}${chemin}`,
          actif: chemin === onglet,
        }))}
      />
      {children}
    </Page>
  );
}

export function EtatDit({ etat }: { readonly etat: Etat }) {
  return (
    <Etiquette ton={etat.ton} {...(etat.complement === null ? {} : { complement: etat.complement })}>
      {etat.mot}
    </Etiquette>
  );
}

/** A text as it was typed, its lines kept. */
export function Paragraphes({ texte }: { readonly texte: string }) {
  return <p className="jalon-texte">{texte}</p>;
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
