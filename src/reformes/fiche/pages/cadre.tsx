import type { ReactNode } from 'react';
import {
  AutreSituation,
  avec,
  Etiquette,
  enumerer,
  INSECABLE,
  LienBouton,
  Onglets,
  Page,
  type RegardEnPage,
  SituationPassee,
} from '#interface';
import { suite } from '../../adresses.ts';

/** What every page of a reform shows around its content, and what the person may do there. */
export type ReformeEnPage = RegardEnPage & {
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
  /** The parameters of the address. */
  readonly requete: string;
};

const ONGLETS = [
  { chemin: '', texte: 'Situation', territoire: true, datee: true },
  { chemin: '/territoires', texte: 'Territoires', territoire: false, datee: true },
  { chemin: '/liens', texte: 'Plans et contacts', territoire: false, datee: false },
  { chemin: '/comites', texte: 'Comités', territoire: false, datee: false },
  { chemin: '/historique', texte: 'Historique', territoire: true, datee: false },
  { chemin: '/acces', texte: 'Accès', territoire: false, datee: false },
] as const;

type PageDeReformeProps = {
  readonly reforme: ReformeEnPage;
  readonly onglet: (typeof ONGLETS)[number]['chemin'];
  readonly phrase?: ReactNode;
  readonly actions?: ReactNode;
  /** What the page does not show of a past day. */
  readonly reserve?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a reform: what it is, who answers for it, its tabs. */
export function PageDeReforme({ reforme, onglet, phrase, actions, reserve, children }: PageDeReformeProps) {
  const { id, demande, au } = reforme;
  const ici = suite({ territoire: demande, au });
  return (
    <Page
      filDAriane={[ACCUEIL, REFORMES]}
      titre={reforme.nom}
      surtitre={[reforme.theme, ...(reforme.etat === null ? [] : [reforme.etat.toLowerCase()])].join(' · ')}
      faits={
        <>
          {reforme.ministere !== null && `${reforme.ministere} · `}
          {`Équipe${INSECABLE}: ${reforme.equipe} · Suivie${INSECABLE}: ${enumerer(reforme.mailles)}`}
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
          <LienBouton href={`/reformes/${id}/fiche${ici}`} rang="tertiaire" taille="petite" icone="fichier">
            Fiche
          </LienBouton>
          {reforme.configurable && au === null && (
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
          href: `/reformes/${id}${chemin}${territoire ? ici : suite({ au })}`,
          actif: chemin === onglet,
        }))}
      />
      <Passe reforme={reforme} onglet={onglet} reserve={reserve} />
      {children}
    </Page>
  );
}

/** Which day the page is looked at from, where it depends on it. */
function Passe({ reforme, onglet, reserve }: Pick<PageDeReformeProps, 'reforme' | 'onglet' | 'reserve'>) {
  const retour = avec(reforme.requete, { au: null });
  const datee = ONGLETS.some(({ chemin, datee: suit }) => chemin === onglet && suit);
  if (!datee)
    return (
      <AutreSituation regard={reforme} retour={retour}>
        Cette page est celle d’aujourd’hui.
      </AutreSituation>
    );
  return (
    <SituationPassee regard={reforme} retour={retour}>
      {reserve}
    </SituationPassee>
  );
}

export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const REFORMES = { texte: 'Réformes', href: '/reformes' };
