import type { Acteur } from '#acces';
import { reglerRelances, relancer } from '#relances';
import type { Services } from '#socle';
import { type Jour, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant, trouver } from './chronologie.ts';
import { BCAM, DNUM, PREFECTURE_29 } from './personas.ts';

const REGLES = { version: '0', avant: '7', apres: '1', puis: '7', silence: '14', comite: '5' };
const JOURS = 28;
const REGLENT = [BCAM, PREFECTURE_29];

/** The plans of the BCAM and of the Finistère remind their pilotes; four weeks of mails, of which one did not reach its reader. */
export function faitsDesRelances(acteurs: ReadonlyMap<string, Acteur>, jour: Jour): readonly AutreFait[] {
  const le = faitsAvant(jour);
  return [
    ...REGLENT.map((auteur) =>
      le(JOURS + 1, async (alors) => {
        const plans = await alors.base.selectFrom('plan').select('id').where('cree_par', '=', auteur).execute();
        for (const { id } of plans) {
          const regle = await reglerRelances(alors, trouver(acteurs, auteur), id, REGLES);
          if (!regle.ok) return regle;
        }
        return reussite(null);
      }),
    ),
    ...Array.from({ length: JOURS }, (_, rang) =>
      le(JOURS - rang, async (alors) => {
        await relancer(alors);
        await remettre(alors);
        return reussite(null);
      }),
    ),
  ];
}

/** The mails of the demonstration never leave (their addresses do not exist): what became of them is told. The first one of the DNUM found its box full. */
async function remettre({ base, horloge }: Services): Promise<void> {
  const remis = { prochain_essai_le: null, essais: 1, envoye_le: horloge.maintenant() };
  await base.updateTable('courriel').set(remis).where('prochain_essai_le', 'is not', null).execute();
  const premier = base
    .selectFrom('courrier_de_relance')
    .select('courriel_id')
    .where('compte_id', '=', DNUM)
    .orderBy('jour')
    .limit(1);
  await base
    .updateTable('courriel')
    .set({
      envoye_le: null,
      abandonne_le: remis.envoye_le,
      erreur: 'Le serveur de courrier refuse ce message : 552 Boîte pleine',
    })
    .where('id', '=', premier)
    .where('envoye_le', 'is not', null)
    .execute();
}
