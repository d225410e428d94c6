import { compter, formaterTaux } from '#interface';
import type { EvenementDePlan } from '../lectures/historique.ts';
import { LIBELLES_DE_STATUT, lireStatut } from '../regles/statuts.ts';

/** An event of the journal as a sentence, and what there is to say below it. */
export function phraseDEvenement({ acte, charge }: EvenementDePlan): { phrase: string; detail: string | null } {
  const dit = (cle: string): string => {
    const valeur =
      typeof charge === 'object' && charge !== null && cle in charge ? (charge as Record<string, unknown>)[cle] : null;
    return valeur === null || valeur === undefined || typeof valeur === 'object' ? '' : String(valeur);
  };
  const seul = (phrase: string) => ({ phrase, detail: null });
  switch (acte) {
    case 'plan.creer':
      return seul(`Plan créé : ${dit('titre')}`);
    case 'plan.modifier':
      return seul('Présentation du plan modifiée');
    case 'plan.importer':
      return {
        phrase: `Fichier « ${dit('fichier')} » importé`,
        detail: `${compter(Number(dit('nouvelles')), 'action nouvelle', 'actions nouvelles')}, ${compter(Number(dit('modifiees')), 'modifiée', 'modifiées')}, ${compter(Number(dit('retirees')), 'retirée', 'retirées')}.`,
      };
    case 'plan.exporter':
      return seul(`Plan exporté (${dit('format')}, ${compter(Number(dit('actions')), 'action', 'actions')})`);
    case 'plan.ordonner':
      return seul('Ordre du plan modifié');
    case 'axe.creer':
      return seul(`Axe ajouté : ${dit('intitule')}`);
    case 'axe.modifier':
      return seul(`Axe modifié : ${dit('intitule')}`);
    case 'axe.supprimer':
      return seul(`Axe supprimé : ${dit('intitule')}`);
    case 'action.creer':
      return seul('Action ajoutée');
    case 'action.modifier':
      return seul('Action modifiée');
    case 'action.deplacer':
      return seul('Action déplacée');
    case 'action.retirer':
      return { phrase: 'Action retirée', detail: `Motif : ${dit('motif')}` };
    case 'action.noter': {
      const statut = lireStatut(dit('statut'));
      const parts = [
        statut === null ? '' : `« ${LIBELLES_DE_STATUT[statut].toLowerCase()} »`,
        dit('taux') === '' ? '' : formaterTaux(dit('taux')),
      ].filter((part) => part !== '');
      return seul(parts.length === 0 ? 'Note d’avancement' : `Note d’avancement, ${parts.join(', ')}`);
    }
    case 'echeance.fixer':
      return seul(`Échéance fixée, ${dit('texte')}`);
    case 'echeance.reporter':
      return {
        phrase: `Échéance reportée, de « ${dit('avant')} » à « ${dit('apres')} »`,
        detail: `Motif : ${dit('motif')}`,
      };
    case 'pilote.rattacher':
      return seul(
        `« ${dit('texte')} » rattaché à l’annuaire dans ${compter(Number(dit('actions')), 'action', 'actions')}`,
      );
    default:
      return seul(acte);
  }
}
