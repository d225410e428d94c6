import { setTimeout as attendre } from 'node:timers/promises';
import { type Acteur, selon } from '#acces';
import { lireIntegrite, verifierEtRetenir } from '#journal';
import type { Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { peutVerifierLeJournal } from './politique.ts';

/** A short journal is verified before the page comes back; a long one goes on, and the page says so. */
const ATTENTE_MS = 3_000;

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'journal.verifier.en_cours',
  message: 'Une vérification est déjà en cours : son verdict paraîtra ici dès qu’elle sera finie.',
};

/** Has the whole chain verified now, for this person. */
export async function verifierMaintenant(services: Services, acteur: Acteur): Promise<Resultat<null>> {
  const permis = selon(peutVerifierLeJournal(acteur));
  if (!permis.ok) return permis;
  const verification = verifierEtRetenir(services, { demandeePar: acteur.compte });
  const fin = await Promise.race([verification, attendre(ATTENTE_MS, 'en cours' as const, { ref: false })]);
  if (fin !== 'en cours') return fin === null ? echec(DEJA) : reussite(null);
  // What fails once the page has gone is kept with the verdict; here, only the database itself may be missing.
  verification.catch(() => undefined);
  return (await lireIntegrite(services.base)).enCoursDepuis === null ? echec(DEJA) : reussite(null);
}
