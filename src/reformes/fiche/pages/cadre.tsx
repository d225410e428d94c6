import type { ReactNode } from 'react';
import { Etiquette, enumerer, LienBouton, Onglets, Page } from '#interface';

/** What every page of a reform shows around its content, and what the person may do there. */
export type ReformeEnPage = {
  readonly id: string;
  readonly nom: string;
  readonly theme: string;
  readonly ministere: string | null;
  readonly equipe: string;
  readonly mailles: readonly string[];
  /** Null while it is followed: only what is out of the ordinary is said. */
  readonly etat: string | null;
  readonly demonstration: boolean;
  readonly territoire: { readonly code: string; readonly nom: string };
  /** The territory the address asks for; null: it was chosen for this person. */
  readonly demande: string | null;
  readonly configurable: boolean;
  readonly tenue: boolean;
};

const ONGLETS = [
  { chemin: '', texte: 'Situation', territoire: true },
  { chemin: '/territoires', texte: 'Territoires', territoire: false },
  { chemin: '/liens', texte: 'Plans et contacts', territoire: false },
  { chemin: '/historique', texte: 'Historique', territoire: true },
  { chemin: '/acces', texte: 'Accès', territoire: false },
] as const;

type PageDeReformeProps = {
  readonly reforme: ReformeEnPage;
  readonly onglet: (typeof ONGLETS)[number]['chemin'];
  readonly phrase?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a reform: what it is, who answers for it, its tabs. */
export function PageDeReforme({ reforme, onglet, phrase, actions, children }: PageDeReformeProps) {
  const { id, demande } = reforme;
  const suite = demande === null ? '' : `?territoire=${demande}`;
  return (
    <Page
      filDAriane={[ACCUEIL, REFORMES]}
      titre={reforme.nom}
      surtitre={[reforme.theme, ...(reforme.etat === null ? [] : [reforme.etat.toLowerCase()])].join(' · ')}
      faits={
        <>
          {reforme.ministere !== null && `${reforme.ministere} · `}
          Équipe : {reforme.equipe} · Suivie : {enumerer(reforme.mailles)}
          {reforme.demonstration && (
            <>
              {' · '}
              <Etiquette ton="info">Données de démonstration</Etiquette>
            </>
          )}
        </>
      }
      phrase={phrase}
      actions={
        <>
          {actions}
          <LienBouton href={`/reformes/${id}/fiche${suite}`} rang="tertiaire" taille="petite" icone="fichier">
            Fiche
          </LienBouton>
          {reforme.configurable && (
            <>
              <LienBouton href={`/reformes/${id}/indicateurs`} rang="tertiaire" taille="petite">
                Indicateurs et poids
              </LienBouton>
              <LienBouton href={`/reformes/${id}/modifier`} rang="tertiaire" taille="petite" icone="crayon">
                Modifier la réforme
              </LienBouton>
            </>
          )}
        </>
      }
    >
      <Onglets
        legende="Pages de la réforme"
        onglets={ONGLETS.map(({ chemin, texte, territoire }) => ({
          texte,
          href: `/reformes/${id}${chemin}${territoire ? suite : ''}`,
          actif: chemin === onglet,
        }))}
      />
      {children}
    </Page>
  );
}

export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const REFORMES = { texte: 'Réformes', href: '/reformes' };
