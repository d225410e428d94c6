import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { peutTenirRemontee } from '../politique.ts';
import { FICHIER_ANONYME } from '../regles/questions.ts';
import { SAISIE_DE_REMONTEE, verifier } from './creer-remontee.ts';
import { refusDeChanger, surLaRemontee } from './sur-la-remontee.ts';

const SAISIE = SAISIE_DE_REMONTEE.extend({ version: z.coerce.number().int() });

/** Changes who a draft is for, until when, and what it says. */
export async function modifierRemontee(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, ...saisie } = lue.valeur;
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async ({ transaction, remontee, au, journaliser }) => {
    const refuse = refusDeChanger(remontee, version);
    if (refuse !== null) return echec(refuse);
    const verifiee = verifier(acteur, saisie, au);
    if (!verifiee.ok) return verifiee;
    if (verifiee.valeur.anonyme && remontee.questions.some(({ genre }) => genre === 'fichier'))
      return echec(fauteDeSaisie('remontee.anonyme.fichier', 'anonyme', FICHIER_ANONYME));
    await transaction
      .updateTable('remontee')
      .set({ ...verifiee.valeur, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'remontee.modifier',
      objet: { type: 'remontee', id },
      territoire: verifiee.valeur.territoire_code,
      charge: { titre: verifiee.valeur.titre, questions: remontee.questions.length },
    });
    return reussite(null);
  });
}

/** Gives up a draft: nobody sees it any more; the journal keeps that it was. */
export async function abandonnerRemontee(services: Services, acteur: Acteur, id: string): Promise<Resultat<null>> {
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async ({ transaction, remontee, journaliser }) => {
    const refuse = refusDeChanger(remontee, remontee.version);
    if (refuse !== null) return echec(refuse);
    await transaction.updateTable('remontee').set({ etat: 'abandonnee' }).where('id', '=', id).execute();
    await journaliser({
      acte: 'remontee.abandonner',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { titre: remontee.titre },
    });
    return reussite(null);
  });
}
