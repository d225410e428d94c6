import { type FaitHistorique, formaterTaux } from '#interface';
import type { ActionDetaillee } from '../lectures/action.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';

/** Everything that was declared of an action, the latest first, as sentences. */
export function historiqueDAction(action: ActionDetaillee): FaitHistorique[] {
  const notes = action.notes.map((note): FaitHistorique => {
    const parts = [
      note.statut === null ? null : `« ${LIBELLES_DE_STATUT[note.statut].toLowerCase()} »`,
      note.taux === null ? null : `réalisée à ${formaterTaux(note.taux)}`,
    ].filter(Boolean);
    return {
      cle: note.id,
      quand: note.enregistreLe.toISOString(),
      auteur: note.origine === 'import' ? `${note.auteur}, par import` : note.auteur,
      titre: parts.length === 0 ? 'Note d’avancement' : `Déclarée ${parts.join(', ')}`,
      ...(note.texte === null ? {} : { detail: note.texte }),
    };
  });
  const echeances = action.echeances.map((fait): FaitHistorique => {
    const nom = fait.libelle === null ? 'Échéance' : `Échéance « ${fait.libelle} »`;
    const verbe = fait.abandonnee
      ? 'abandonnée'
      : fait.report
        ? `reportée : ${fait.texte}`
        : `fixée : ${fait.texte || 'à définir'}`;
    return {
      cle: fait.id,
      quand: fait.enregistreLe.toISOString(),
      auteur: fait.auteur,
      titre: `${nom} ${verbe}`,
      ...(fait.motif === null ? {} : { detail: `Motif : ${fait.motif}` }),
    };
  });
  const creation: FaitHistorique = {
    cle: 'creation',
    quand: action.creeLeInstant.toISOString(),
    auteur: action.creePar,
    titre: 'Action inscrite au plan',
  };
  return [...notes, ...echeances, creation].sort((a, b) => (a.quand < b.quand ? 1 : a.quand > b.quand ? -1 : 0));
}
