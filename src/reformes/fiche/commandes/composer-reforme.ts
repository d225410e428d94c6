import { z } from 'zod';
import type { Acteur } from '#acces';
import { composerPanier, type Part, partsDuPanier, verifierPoids } from '#indicateurs';
import { lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, ecrireDecimal, lireDecimal, type Resultat, reussite } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { surLaReforme } from '../../commandes/sur-la-reforme.ts';
import type { Reforme } from '../../lectures/reformes.ts';
import { peutConfigurerReformes } from '../../politique.ts';
import { aRefuser } from './modifier-reforme.ts';

export const MAILLES = ['national', 'regional', 'departemental'] as const satisfies readonly Maille[];

export const LIBELLES_DE_MAILLE: Readonly<Record<Maille, string>> = {
  national: 'national',
  regional: 'régional',
  departemental: 'départemental',
};

const POIDS = z.string().trim().max(30);

/** Each indicator in its order, with its weight at each maille as it was typed; empty: it is not followed there. */
const SAISIE = z.object({
  version: z.coerce.number().int(),
  lignes: z
    .array(
      z.object({
        indicateur: z.coerce.number().int(),
        national: POIDS,
        regional: POIDS,
        departemental: POIDS,
      }),
    )
    .max(60, 'Une réforme a au plus 60 indicateurs.'),
});

export type SaisieDeComposition = z.input<typeof SAISIE>;

/** Says which indicators make a reform and what each weighs, and computes its rates in the same transaction. */
export async function composerReforme(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  return surLaReforme(
    services,
    acteur,
    id,
    () => peutConfigurerReformes(acteur),
    async ({ transaction, reforme, au, journaliser }) => {
      const refus = aRefuser(reforme, lue.valeur.version);
      if (refus !== null) return echec(refus);
      const parts = await lireComposition(transaction, reforme, lue.valeur);
      if (!parts.ok) return parts;
      const avant = await partsDuPanier(transaction, reforme.panier);
      await composerPanier(transaction, reforme.panier, parts.valeur, au);
      await transaction
        .updateTable('reforme')
        .set({ version: reforme.version + 1 })
        .where('id', '=', id)
        .execute();
      await journaliser({
        acte: 'reforme.composer',
        objet: { type: 'reforme', id },
        territoire: null,
        charge: {
          indicateurs: new Set(parts.valeur.map(({ indicateur }) => indicateur)).size,
          avant: avant.map(({ indicateur, maille, poids }) => ({ indicateur, maille, poids })),
          apres: parts.valeur.map(({ indicateur, maille, poids }) => ({
            indicateur,
            maille,
            poids: ecrireDecimal(poids),
          })),
        },
      });
      return reussite(null);
    },
  );
}

/** What was typed, as a basket; the refusal names each weight (`poids.<indicateur>.<maille>`) and says what to do. */
export async function lireComposition(
  base: Base,
  reforme: Reforme,
  { lignes }: Pick<SaisieDeComposition, 'lignes'>,
): Promise<Resultat<readonly Part[]>> {
  const connus = new Map(
    (
      await base
        .selectFrom('indicateur')
        .select(['numero', 'nom', 'mailles'])
        .where('numero', 'in', [-1, ...lignes.map(({ indicateur }) => Number(indicateur))])
        .execute()
    ).map(({ numero, nom, mailles }) => [numero, { nom, mailles }]),
  );
  const champs: Record<string, string> = {};
  const parts: Part[] = [];
  for (const maille of MAILLES) {
    const deLaMaille: Part[] = [];
    for (const ligne of lignes) {
      const indicateur = Number(ligne.indicateur);
      const ecrit = ligne[maille].replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
      if (ecrit === '') continue;
      const champ = `poids.${indicateur}.${maille}`;
      const connu = connus.get(indicateur);
      const poids = lireDecimal(ecrit);
      if (connu === undefined) champs[champ] = 'Cet indicateur n’existe pas ou n’existe plus : retirez-le.';
      else if (poids === null)
        champs[champ] = `« ${ligne[maille]} » n’est pas un poids : écrivez un nombre, comme 60 ou 12,5.`;
      else if (!reforme.mailles.includes(maille))
        champs[champ] = `La réforme n’est pas suivie au niveau ${LIBELLES_DE_MAILLE[maille]} : videz ce poids.`;
      else if (!connu.mailles.includes(maille))
        champs[champ] =
          `« ${connu.nom} » n’est pas suivi au niveau ${LIBELLES_DE_MAILLE[maille]} : videz ce poids, ou ajoutez ce niveau à l’indicateur.`;
      else deLaMaille.push({ indicateur, maille, poids });
    }
    const verifies = verifierPoids(deLaMaille.map(({ poids }) => poids));
    const premiere = deLaMaille[0];
    if (premiere && !verifies.ok)
      champs[`poids.${premiere.indicateur}.${maille}`] ??=
        `Niveau ${LIBELLES_DE_MAILLE[maille]} : ${verifies.refus.message}`;
    parts.push(...deLaMaille);
  }
  const [premier] = Object.values(champs);
  if (premier !== undefined)
    return echec({ nature: 'invalide', regle: 'reforme.composition', message: premier, champs });
  // In the order of the indicators: it is that of the pages.
  const rang = new Map(lignes.map(({ indicateur }, i) => [Number(indicateur), i]));
  return reussite(parts.sort((a, b) => (rang.get(a.indicateur) ?? 0) - (rang.get(b.indicateur) ?? 0)));
}
