import type { ReactNode } from 'react';
import { Bouton, ChampFichier, ChampTexte, Formulaire, Liste, PanneauDepliant, ZoneDeTexte } from '#interface';
import { LIMITE_MO, PIECES } from '#tableur/pieces';
import type { StatutDeclare } from '../regles/lecture.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import type { RefusDeSaisie } from './saisies-d-action.tsx';

const STATUTS = Object.entries(LIBELLES_DE_STATUT).map(([valeur, texte]) => ({ valeur, texte }));

export const LIBELLES_DE_NOTE = {
  statut: 'Statut',
  taux: 'Taux',
  texte: 'Note',
  obstacle: 'Ce qui bloque',
  levee: 'Ce qui lèverait l’obstacle',
  fichier: 'Pièces',
  lien: 'Lien',
  lienNom: 'Nom du lien',
  sansPiece: 'Sans pièce, parce que',
  mention: 'Organisation mentionnée',
} as const;

type Props = {
  readonly statut: StatutDeclare | null;
  readonly refus: RefusDeSaisie;
  /** The services one may mention from a list; their acronym, after « @ », mentions them anywhere. */
  readonly organisations?: readonly { readonly valeur: string; readonly texte: string }[];
  /** Among the actions of several plans: which one, and the instant of the last news its reader sees. */
  readonly dansUneListe?: {
    readonly plan: string;
    readonly action: string;
    readonly intitule: string;
    readonly vue: string;
  };
};

/** A note in under a minute: status, rate, words; what is not said stays as it was. What blocks and what proves it unfold. */
export function FormulaireDeNote({ statut, refus, organisations, dansUneListe }: Props) {
  return (
    <Formulaire
      {...(dansUneListe === undefined
        ? { titre: 'Ajouter une note d’avancement', action: '#avancement' }
        : {
            titre: `Donner des nouvelles de ${dansUneListe.intitule}`,
            prefixe: dansUneListe.action,
            sansRemonter: true,
          })}
      protege
      fichiers
      erreurs={refus?.champs}
      valeurs={refus?.valeurs}
      libelles={LIBELLES_DE_NOTE}
    >
      <input type="hidden" name="verbe" value="noter" />
      {dansUneListe === undefined ? (
        <h3 className="jalon-sous-titre">Donner des nouvelles</h3>
      ) : (
        <>
          <input type="hidden" name="plan" value={dansUneListe.plan} />
          <input type="hidden" name="action" value={dansUneListe.action} />
          <input type="hidden" name="vue" value={dansUneListe.vue} />
        </>
      )}
      <ChampsDeNote statut={statut} refus={refus} mentions organisations={organisations} />
      <Bouton taille="petite">Enregistrer la note</Bouton>
    </Formulaire>
  );
}

type ChampsProps = Pick<Props, 'statut' | 'refus'> & {
  /** Whether « @SIGLE » mentions a service. */
  readonly mentions?: boolean;
  readonly organisations?: Props['organisations'] | undefined;
};

/** The fields of a note, of an action or of what it is in one territory. */
export function ChampsDeNote({ statut, refus, mentions = false, organisations }: ChampsProps) {
  const concerne = (...champs: readonly string[]) => champs.some((champ) => refus?.champs[champ] !== undefined);
  return (
    <>
      <div className="jalon-champs-en-ligne">
        <Liste
          nom="statut"
          libelle="Statut"
          aide="Reste le même si vous n’y touchez pas"
          valeur={statut ?? ''}
          aucune="sans changement"
          options={STATUTS}
        />
        <ChampTexte
          nom="taux"
          libelle="Taux de réalisation (%)"
          inputMode="decimal"
          aide="Facultatif, par exemple 93 ou 93,5"
        />
      </div>
      <ZoneDeTexte
        nom="texte"
        libelle="Note"
        aide={`Ce qui a été fait, ce qui manque, la prochaine étape${mentions ? ' ; « @SIGLE » mentionne un service de l’annuaire' : ''}`}
        rows={3}
        maxLength={20_000}
      />
      <PanneauDepliant titre="Si l’action est bloquée" ouvert={concerne('obstacle', 'levee')}>
        <ZoneDeTexte nom="obstacle" libelle={LIBELLES_DE_NOTE.obstacle} rows={2} maxLength={4_000} />
        <ZoneDeTexte
          nom="levee"
          libelle={LIBELLES_DE_NOTE.levee}
          aide="Et qui peut le faire"
          rows={2}
          maxLength={4_000}
        />
      </PanneauDepliant>
      <PanneauDepliant
        titre={organisations === undefined ? 'Pièces, lien' : 'Pièces, lien, mention'}
        ouvert={concerne('fichier', 'lien', 'lienNom', 'sansPiece', 'mention')}
      >
        <ChampFichier
          nom="fichier"
          libelle={LIBELLES_DE_NOTE.fichier}
          plusieurs
          {...PIECES}
          aide={`Cinq fichiers au plus, ${LIMITE_MO} Mo en tout : PDF, Word, tableur, texte, photographie. Après un refus, choisissez-les de nouveau.`}
        />
        <div className="jalon-champs-en-ligne">
          <ChampTexte
            nom="lien"
            libelle={LIBELLES_DE_NOTE.lien}
            type="text"
            inputMode="url"
            aide="Commence par https://"
          />
          <ChampTexte nom="lienNom" libelle={LIBELLES_DE_NOTE.lienNom} maxLength={300} aide="Facultatif" />
        </div>
        <ChampTexte
          nom="sansPiece"
          libelle={LIBELLES_DE_NOTE.sansPiece}
          maxLength={2_000}
          aide="Une action terminée montre une pièce ou un lien, ou dit pourquoi il n’y en a pas"
        />
        {organisations !== undefined && (
          <Liste nom="mention" libelle={LIBELLES_DE_NOTE.mention} aucune="aucune" options={organisations} />
        )}
      </PanneauDepliant>
    </>
  );
}

export type NoteACorriger = {
  readonly id: string;
  readonly statut: StatutDeclare | null;
  readonly taux: string | null;
  readonly texte: string | null;
};

/** A note is corrected by another, which starts from its words. */
export function FormulaireDeCorrection({
  note,
  refus,
  adresse = `?corriger=${note.id}#historique`,
  children,
}: {
  readonly note: NoteACorriger;
  readonly refus: RefusDeSaisie;
  readonly adresse?: string;
  /** What else the form sends. */
  readonly children?: ReactNode;
}) {
  return (
    <Formulaire
      titre="Corriger une note"
      action={adresse}
      protege
      erreurs={refus?.champs}
      valeurs={refus?.valeurs}
      libelles={LIBELLES_DE_NOTE}
    >
      <input type="hidden" name="verbe" value="corriger" />
      <input type="hidden" name="note" value={note.id} />
      {children}
      <h3 className="jalon-sous-titre">Corriger une note</h3>
      <p>La note d’origine reste lisible, barrée ; votre correction prend sa place et sa date.</p>
      <div className="jalon-champs-en-ligne">
        <Liste
          nom="statut"
          libelle="Statut corrigé"
          valeur={note.statut ?? ''}
          aucune="aucun statut"
          options={STATUTS}
        />
        <ChampTexte nom="taux" libelle="Taux corrigé (%)" inputMode="decimal" valeur={note.taux ?? ''} />
      </div>
      <ZoneDeTexte nom="texte" libelle="Note corrigée" rows={3} maxLength={20_000} valeur={note.texte ?? ''} />
      <Bouton taille="petite">Enregistrer la correction</Bouton>
    </Formulaire>
  );
}
