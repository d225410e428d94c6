import { sql } from 'kysely';
import { z } from 'zod';
import type { Acteur } from '#acces';
import { jourFacultatif, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { peutSignerFeuille } from '../politique.ts';
import { type DatesDeFeuille, finDuMandat, seChevauchent } from '../regles/mandat.ts';
import { prevenirDeLaSignature } from './prevenir.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({ jour: jourFacultatif });

/**
 * Records that the Prime Minister signed a roadmap: the mandate runs three years from that day. A territory has one
 * roadmap in force at most; signatures of one territory wait for each other.
 */
export async function signerFeuille(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { jour } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutSignerFeuille(acteur, feuille),
    async (atelier) => {
      const { transaction, feuille, au, noterEvenement, journaliser } = atelier;
      if (jour === null) return echec(faute('Donnez le jour de la signature.'));
      if (jour > au) return echec(faute('La signature ne peut pas être à venir : enregistrez-la une fois donnée.'));
      if (feuille.contenu.reformes.size === 0 && feuille.contenu.projets.size === 0)
        return echec({
          nature: 'invalide',
          regle: 'feuille.signer.vide',
          message: 'Cette feuille de route est vide : choisissez au moins une réforme ou un projet avant sa signature.',
        });
      const dates = { signeeLe: jour, fin: finDuMandat(jour), closeLe: null };
      const autre = await autreEnVigueur(transaction, feuille, dates);
      if (autre !== null)
        return echec(
          faute(
            `Ce territoire a déjà une feuille de route en vigueur à ces dates : « ${autre} ». Clôturez-la d’abord, ou corrigez le jour de la signature.`,
          ),
        );
      await transaction
        .updateTable('feuille_de_route')
        .set({ signee_le: jour, fin: dates.fin, version: feuille.version + 1 })
        .where('id', '=', id)
        .execute();
      const evenement = await noterEvenement({ genre: 'signature', jour });
      await prevenirDeLaSignature(atelier, { jour, fin: dates.fin, evenement });
      await journaliser({ acte: 'feuille.signer', charge: { jour, fin: dates.fin } });
      return reussite(null);
    },
  );
}

/** Title of another roadmap of this territory in force on some day of this mandate. The territory's row is held meanwhile. */
async function autreEnVigueur(
  transaction: Base,
  { id, territoire }: { readonly id: string; readonly territoire: string },
  dates: DatesDeFeuille,
): Promise<string | null> {
  await sql`select code from territoire where code = ${territoire} for no key update`.execute(transaction);
  const { rows } = await sql<{ titre: string; signeeLe: Jour; fin: Jour; closeLe: Jour | null }>`
    select titre, signee_le as "signeeLe", fin, close_le as "closeLe" from feuille_de_route
    where territoire_code = ${territoire} and signee_le is not null and id <> ${id}`.execute(transaction);
  return rows.find((autre) => seChevauchent(autre, dates))?.titre ?? null;
}

function faute(message: string) {
  return fauteDeSaisie('feuille.signer.jour', 'jour', message);
}
