import { formaterJour, formaterTaux, ilYA } from '#interface';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { ActionPresentee } from '../presentation.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';

/** Where an action stands, in one sentence made from its data. */
export function phraseDeLAction(action: ActionPresentee, jour: string, silenceJours: number): string {
  const debut =
    action.statut === null
      ? 'Aucun statut n’a été déclaré'
      : `Déclarée « ${LIBELLES_DE_STATUT[action.statut].toLowerCase()} »`;
  const taux = action.taux === null ? '' : `, réalisée à ${formaterTaux(action.taux)}`;
  const terme =
    action.terme === null
      ? ''
      : action.retard > 0
        ? ` ; l’échéance du ${formaterJour(action.terme)} est dépassée de ${action.retard} jours`
        : ` ; échéance le ${formaterJour(action.terme)}, ${ilYA(joursEntre(action.terme, jour as Jour))}`;
  const silence =
    action.silence === null
      ? ''
      : ` ; aucune nouvelle depuis ${action.silence} jours (le plan en tolère ${silenceJours})`;
  return `${debut}${taux}${terme}${silence}.`;
}
