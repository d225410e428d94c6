import { type FaitHistorique, formaterTaux, Lien } from '#interface';
import type { ActionDetaillee } from '../lectures/action.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import type { DonneesDeLAction } from './donnees-de-l-action.ts';
import { PiecesJointes } from './pieces-jointes.tsx';

type Instant = { readonly enregistreLe: string };
export type FaitsDAction = {
  readonly notes: readonly (Omit<ActionDetaillee['notes'][number], 'enregistreLe' | 'vautLe' | 'compte'> &
    Instant & { readonly corrigible: boolean })[];
  readonly echeances: readonly (Omit<ActionDetaillee['echeances'][number], 'enregistreLe'> & Instant)[];
  readonly demandes: DonneesDeLAction['demandes'];
  readonly creation: Instant & { readonly auteur: string };
};

/** Everything that was declared of an action, the latest first, as sentences; what was corrected is struck through. */
export function historiqueDAction(
  { notes, echeances, demandes, creation }: FaitsDAction,
  adresse: string,
): FaitHistorique[] {
  const faits: FaitHistorique[] = [
    ...notes.map((note) => faitDeNote(note, adresse)),
    ...echeances.map(faitDEcheance),
    ...demandes.flatMap(faitsDeDemande),
    { cle: 'creation', quand: creation.enregistreLe, auteur: creation.auteur, titre: 'Action inscrite au plan' },
  ];
  return faits.sort((a, b) => (a.quand < b.quand ? 1 : a.quand > b.quand ? -1 : 0));
}

function faitDeNote(note: FaitsDAction['notes'][number], adresse: string): FaitHistorique {
  const parts = [
    note.statut === null ? null : `« ${LIBELLES_DE_STATUT[note.statut].toLowerCase()} »`,
    note.taux === null ? null : `réalisée à ${formaterTaux(note.taux)}`,
  ].filter(Boolean);
  const dite = parts.length === 0 ? 'Note d’avancement' : `Déclarée ${parts.join(', ')}`;
  const titre = note.corrige === null ? dite : `Correction : ${dite.charAt(0).toLowerCase()}${dite.slice(1)}`;
  return {
    cle: note.id,
    quand: note.enregistreLe,
    auteur: note.origine === 'import' ? `${note.auteur}, par import` : note.auteur,
    titre: note.corrigee ? (
      <>
        <del>{titre}</del> <span className="jalon-discret">(corrigée depuis)</span>
      </>
    ) : (
      titre
    ),
    detail: <DetailDeNote note={note} adresse={adresse} />,
  };
}

function DetailDeNote({ note, adresse }: { readonly note: FaitsDAction['notes'][number]; readonly adresse: string }) {
  return (
    <>
      {note.texte !== null && <p className="jalon-texte">{note.corrigee ? <del>{note.texte}</del> : note.texte}</p>}
      {note.obstacle !== null && <p className="jalon-texte">Ce qui bloque : {note.obstacle}</p>}
      {note.levee !== null && <p className="jalon-texte">Ce qui lèverait l’obstacle : {note.levee}</p>}
      <PiecesJointes pieces={note.pieces} adresse={adresse} />
      {note.sansPiece !== null && <p className="jalon-texte">Sans pièce : {note.sansPiece}</p>}
      {note.mentions.length > 0 && (
        <p>
          Mentionne{' '}
          {note.mentions.map(({ id, libelle }, rang) => (
            <span key={id}>
              {rang > 0 && ', '}
              <Lien href={`/organisations?q=${encodeURIComponent(libelle)}`}>@{libelle}</Lien>
            </span>
          ))}
        </p>
      )}
      {note.corrigible && (
        <p>
          <Lien href={`${adresse}?corriger=${note.id}#historique`}>
            Corriger<span className="fr-sr-only"> cette note</span>
          </Lien>
        </p>
      )}
    </>
  );
}

/** What was asked, then a refusal; an acceptance is the report itself. */
function faitsDeDemande({ id, texte, motif, enregistreLe, auteur, reponse }: FaitsDAction['demandes'][number]) {
  const demande: FaitHistorique = {
    cle: id,
    quand: enregistreLe,
    auteur,
    titre: `Report demandé : ${texte}`,
    detail: `Motif : ${motif}`,
  };
  if (reponse === null || (reponse.acceptee && reponse.raison === null)) return [demande];
  const suite: FaitHistorique = {
    cle: `${id}-reponse`,
    quand: reponse.enregistreLe,
    auteur: reponse.auteur,
    titre: reponse.retrait
      ? `Demande de report retirée : ${texte}`
      : `Report ${reponse.acceptee ? 'accepté' : 'refusé'} : ${texte}`,
    ...(reponse.raison === null ? {} : { detail: `Raison : ${reponse.raison}` }),
  };
  return [demande, suite];
}

function faitDEcheance(fait: FaitsDAction['echeances'][number]): FaitHistorique {
  const nom = fait.libelle === null ? 'Échéance' : `Échéance « ${fait.libelle} »`;
  const verbe = fait.abandonnee
    ? 'abandonnée'
    : fait.report
      ? `reportée : ${fait.texte}`
      : `fixée : ${fait.texte || 'à définir'}`;
  return {
    cle: fait.id,
    quand: fait.enregistreLe,
    auteur: fait.auteur,
    titre: `${nom} ${verbe}`,
    ...(fait.motif === null ? {} : { detail: `Motif : ${fait.motif}` }),
  };
}
