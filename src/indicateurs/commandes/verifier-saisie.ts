import type { Base } from '#socle/base';
import { echec, type Jour, lireDecimal, type Resultat, reussite } from '#socle/valeurs';
import { serieDe } from '../calcul/lecture-de-series.ts';
import { lireLesPoints } from '../calcul/lire-points.ts';
import type { TypeDeValeur } from '../calcul/modele.ts';
import type { ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import type { RegleDeLigne } from '../lecture/modele.ts';
import { verifierValeurs } from '../lecture/verifier.ts';
import { indicateursConnus, initialesConnues } from '../lectures/connus.ts';
import { direSoupcon } from '../regles/dire-plausibilite.ts';
import { jugerSerie } from '../regles/plausibilite.ts';

/** A value as it is typed. */
export type ValeurTypee = {
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly jour: string;
  readonly valeur: string;
};

export type ValeurComprise = ValeurAEcrire & {
  readonly valeur: string;
  /** Kept, and worth a look: a target on the wrong side of the start. */
  readonly avertissement: string | null;
};

const CHAMPS: Readonly<Partial<Record<RegleDeLigne, string>>> = {
  zone_inconnue: 'territoire',
  maille_non_suivie: 'territoire',
  sans_objet: 'territoire',
  valeur_calculee: 'territoire',
  type_inconnu: 'type',
  date_illisible: 'jour',
  date_future: 'jour',
  nombre_illisible: 'valeur',
  sans_valeur: 'valeur',
};

/** The same checks for a value typed by hand as for those of a file. */
export async function verifierSaisie(
  base: Base,
  identifiant: string,
  { territoire, type, jour, valeur }: ValeurTypee,
  au: Jour,
): Promise<Resultat<ValeurComprise>> {
  const indicateurs = await indicateursConnus(base, [identifiant]);
  const numeros = [...indicateurs.values()].map(({ numero }) => numero);
  const brute = { ligne: 1, identifiant, zone: territoire, type, date: jour.trim(), valeur: valeur.trim() };
  const [lue] = verifierValeurs(
    { format: 'valeurs', lignes: 1, valeurs: [brute], indicateurs: [], texteDe: () => '' },
    { au, indicateurs, ferme: () => null, initiale: await initialesConnues(base, numeros) },
  );
  if (lue?.etat !== 'prete' || lue.indicateur === null || lue.jour === null || lue.valeur === null) {
    const message = lue?.message ?? 'Cette valeur n’a pas pu être lue.';
    const champ = (lue?.regle && CHAMPS[lue.regle]) ?? 'valeur';
    return echec({
      nature: 'invalide',
      regle: `valeur.${lue?.regle ?? 'illisible'}`,
      message,
      champs: { [champ]: message },
    });
  }
  return reussite({
    indicateur: lue.indicateur,
    territoire: lue.territoire ?? territoire,
    type,
    jour: lue.jour,
    valeur: lue.valeur,
    avertissement: lue.message,
  });
}

/** The value known on that day, and why the one proposed does not look like its history. */
export async function comparerASaSerie(
  base: Base,
  { indicateur, territoire, type, jour, valeur }: ValeurAEcrire,
): Promise<{ readonly connue: string | null; readonly soupcon: string | null }> {
  const lire = await lireLesPoints(base, [{ indicateur, territoires: new Set([territoire]) }]);
  const points = lire(indicateur, territoire)[type];
  const connue = await base
    .selectFrom('valeur_courante')
    .select('valeur')
    .where('indicateur', '=', indicateur)
    .where('territoire', '=', territoire)
    .where('type', '=', type)
    .where('jour', '=', jour)
    .executeTakeFirst();
  const proposee = valeur === null ? null : lireDecimal(valeur);
  const [soupcon] =
    proposee === null ? [] : jugerSerie(serieDe(points), serieDe([{ date: jour, valeur: proposee }])).soupcons;
  return { connue: connue?.valeur ?? null, soupcon: soupcon === undefined ? null : direSoupcon(soupcon) };
}
