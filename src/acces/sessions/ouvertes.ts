import type { Services } from '#socle';
import { empreinte } from '../secret.ts';
import { DUREE_D_INACTIVITE_MS } from '../session.ts';

export type SessionOuverte = {
  readonly id: string;
  readonly appareil: string;
  readonly moyen: 'demonstration' | 'oidc';
  readonly ouverteLe: string;
  readonly vueLe: string;
  readonly expireLe: string;
  /** The one of the browser that asks. */
  readonly courante: boolean;
};

/** The sessions of this account that still open something, this browser's own first, then the last seen. */
export async function sessionsOuvertes(
  { base, horloge, configuration }: Services,
  compte: string,
  jeton: string,
): Promise<SessionOuverte[]> {
  const maintenant = horloge.maintenant();
  const lignes = await base
    .selectFrom('session')
    .select(['id', 'empreinte', 'appareil', 'moyen', 'ouverte_le', 'vue_le', 'expire_le'])
    .where('compte_id', '=', compte)
    .where('expire_le', '>', maintenant)
    .where('vue_le', '>=', new Date(maintenant.getTime() - DUREE_D_INACTIVITE_MS))
    .$if(!configuration.demonstration, (requete) => requete.where('moyen', '<>', 'demonstration'))
    .orderBy((eb) => eb('empreinte', '=', empreinte(jeton)), 'desc')
    .orderBy('vue_le', 'desc')
    .limit(100)
    .execute();
  return lignes.map((ligne) => ({
    id: ligne.id,
    appareil: ligne.appareil ?? 'Navigateur inconnu',
    moyen: ligne.moyen === 'oidc' ? 'oidc' : 'demonstration',
    ouverteLe: ligne.ouverte_le.toISOString(),
    vueLe: ligne.vue_le.toISOString(),
    expireLe: ligne.expire_le.toISOString(),
    courante: ligne.empreinte === empreinte(jeton),
  }));
}
