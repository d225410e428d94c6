import {
  type ApercuDePanier,
  apercuDePanier,
  type LigneDePanier,
  type Part,
  type PartNommee,
  verifierPoids,
} from '#indicateurs';
import { formaterNombre, formaterTaux } from '#interface';
import type { Base } from '#socle/base';
import { ecrireDecimal, type Jour, lireDecimal } from '#socle/valeurs';
import { type Maille, TERRITOIRES } from '#territoires';
import type { Reforme } from '../lectures/reformes.ts';
import { lireComposition, MAILLES } from './commandes/composer-reforme.ts';

/** An indicator of the form, with what is typed of its weights. */
export type LigneDeComposition = {
  readonly indicateur: number;
  readonly nom: string;
  readonly identifiant: string;
  /** Where the indicator itself is followed. */
  readonly mailles: readonly Maille[];
  readonly poids: Readonly<Record<Maille, string>>;
};

/** The basket as the form shows it: one line an indicator. */
export function lignesDuPanier(parts: readonly PartNommee[]): readonly LigneDeComposition[] {
  const lignes = new Map<number, LigneDeComposition>();
  for (const { indicateur, nom, identifiant, mailles, maille, poids } of parts) {
    const deja = lignes.get(indicateur) ?? { indicateur, nom, identifiant, mailles, poids: VIDES };
    lignes.set(indicateur, { ...deja, poids: { ...deja.poids, [maille]: poids.replace('.', ',') } });
  }
  return [...lignes.values()];
}

const VIDES: Readonly<Record<Maille, string>> = { national: '', regional: '', departemental: '' };

/** The lines a form sent: `indicateur` in their order, `poids.<indicateur>.<maille>`; `ajoute`: one more. */
export function lignesEnvoyees(
  valeurs: Readonly<Record<string, string | string[]>>,
  ajoute: string | null,
): { indicateur: number; national: string; regional: string; departemental: string }[] {
  const { indicateur: envoyes = [] } = valeurs;
  const numeros = (Array.isArray(envoyes) ? envoyes : [envoyes]).concat(ajoute === null ? [] : [ajoute]);
  const connus = [...new Set(numeros.map(Number))].filter((numero) => Number.isInteger(numero) && numero > 0);
  const de = (numero: number, maille: Maille) => String(valeurs[`poids.${numero}.${maille}`] ?? '');
  return connus.slice(0, 61).map((indicateur) => ({
    indicateur,
    national: de(indicateur, 'national'),
    regional: de(indicateur, 'regional'),
    departemental: de(indicateur, 'departemental'),
  }));
}

/** The lines a form sent, named again. */
export async function nommerLesLignes(
  base: Base,
  lignes: ReturnType<typeof lignesEnvoyees>,
): Promise<readonly LigneDeComposition[]> {
  const connus = new Map(
    (
      await base
        .selectFrom('indicateur')
        .select(['numero', 'nom', 'identifiant', 'mailles'])
        .where('numero', 'in', [-1, ...lignes.map(({ indicateur }) => indicateur)])
        .execute()
    ).map((ligne) => [ligne.numero, ligne]),
  );
  return lignes.flatMap(({ indicateur, ...poids }) => {
    const connu = connus.get(indicateur);
    if (connu === undefined) return [];
    const { nom, identifiant } = connu;
    return [{ indicateur, nom, identifiant, mailles: connu.mailles as Maille[], poids }];
  });
}

/** Indicators that could be added, by name. */
export async function indicateursAAjouter(base: Base, deja: readonly number[]) {
  const lignes = await base
    .selectFrom('indicateur')
    .select(['numero', 'nom', 'identifiant'])
    .where('etat', '=', 'actif')
    .orderBy('nom')
    .orderBy('numero')
    .limit(3_000)
    .execute();
  return lignes
    .filter(({ numero }) => !deja.includes(numero))
    .map(({ numero, nom, identifiant }) => ({ valeur: String(numero), texte: `${nom} (${identifiant})` }));
}

export type EffetDeComposition = {
  /** Rates or states that change, and territories that lose or gain a rate. */
  readonly changent: number;
  readonly perdent: number;
  readonly gagnent: number;
  readonly totaux: readonly {
    readonly maille: Maille;
    readonly total: string;
    readonly avertissement: string | null;
  }[];
  readonly exemples: readonly { readonly lieu: string; readonly avant: string; readonly apres: string }[];
};

const EXEMPLES = 12;

/** What this composition would change, before anything is written; or why it cannot be. */
export async function effetDeLaComposition(
  base: Base,
  reforme: Reforme,
  lignes: ReturnType<typeof lignesEnvoyees>,
  au: Jour,
) {
  const parts = await lireComposition(base, reforme, { lignes });
  if (!parts.ok) return parts;
  const apercu = await apercuDePanier(base, reforme.panier, parts.valeur, au);
  return { ok: true as const, valeur: direEffet(apercu, parts.valeur) };
}

function direEffet(apercu: ApercuDePanier, parts: readonly Part[]): EffetDeComposition {
  const noms = new Map<string, string>(TERRITOIRES.map(({ code, nom }) => [code, nom]));
  const aTaux = (ligne: LigneDePanier | null) => ligne !== null && ligne.taux_global !== null;
  // France and the régions first: they are what one looks at.
  const ordre = (code: string) => TERRITOIRES.findIndex((un) => un.code === code);
  return {
    changent: apercu.length,
    perdent: apercu.filter(({ avant, apres }) => aTaux(avant) && !aTaux(apres)).length,
    gagnent: apercu.filter(({ avant, apres }) => !aTaux(avant) && aTaux(apres)).length,
    totaux: MAILLES.flatMap((maille) => {
      const poids = parts.filter((part) => part.maille === maille).map((part) => part.poids);
      const verifies = poids.length === 0 ? null : verifierPoids(poids);
      return verifies?.ok
        ? [
            {
              maille,
              total: formaterNombre(ecrireDecimal(verifies.valeur.total, 6)),
              avertissement: verifies.valeur.avertissement,
            },
          ]
        : [];
    }),
    exemples: [...apercu]
      .sort((a, b) => ordre(a.territoire) - ordre(b.territoire))
      .slice(0, EXEMPLES)
      .map(({ territoire, avant, apres }) => ({
        lieu: noms.get(territoire) ?? territoire,
        avant: direTaux(avant),
        apres: direTaux(apres),
      })),
  };
}

function direTaux(ligne: LigneDePanier | null): string {
  const lu = ligne?.taux_global ? lireDecimal(ligne.taux_global) : null;
  if (ligne === null) return 'non suivi';
  return lu === null ? 'sans taux' : formaterTaux(ecrireDecimal(lu, 2));
}
