import { ecrireDecimal, lireNombreEcrit } from '#socle/valeurs';
import { lireCodeTerritoire } from '#territoires/regles';
import { CRITERES } from './proximite.ts';

export type ValeurDeCritere = {
  readonly critere: string;
  readonly territoire: string;
  readonly valeur: string;
  readonly annee: number;
  readonly source: string;
};

export type CriteresLus =
  | { readonly ok: true; readonly valeurs: readonly ValeurDeCritere[] }
  /** One sentence a fault: the row as one sees it in the file, what is wrong, what to write. */
  | { readonly ok: false; readonly fautes: readonly string[] };

export const ENTETES_DE_CRITERES = ['critere', 'territoire', 'valeur', 'annee', 'source'] as const;

type Ligne = { readonly numero: number; readonly cellules: readonly string[] };

/** Reads a table of criteria whole: either all its rows are right, or every wrong one is said and nothing is kept. */
export function lireCriteres(lignes: readonly Ligne[], anneeAuPlus: number): CriteresLus {
  const [entete, ...suite] = lignes;
  const noms =
    entete?.cellules.map((cellule) => cellule.trim().toLowerCase().replaceAll('é', 'e').replaceAll('è', 'e')) ?? [];
  const absents = ENTETES_DE_CRITERES.filter((nom) => !noms.includes(nom));
  if (absents.length > 0)
    return { ok: false, fautes: [`La première ligne doit nommer les colonnes : il manque ${absents.join(', ')}.`] };
  if (suite.length === 0) return { ok: false, fautes: ['Le tableau n’a aucune ligne sous ses en-têtes.'] };
  const fautes: string[] = [];
  const lues = new Map<string, ValeurDeCritere>();
  for (const { numero, cellules } of suite) {
    const champ = (nom: (typeof ENTETES_DE_CRITERES)[number]) => cellules[noms.indexOf(nom)]?.trim() ?? '';
    const lue = lireLigne(champ, anneeAuPlus);
    if (typeof lue === 'string') fautes.push(`Ligne ${numero} : ${lue}`);
    else {
      const cle = `${lue.critere} ${lue.territoire} ${lue.annee}`;
      if (lues.has(cle))
        fautes.push(`Ligne ${numero} : ce critère est déjà donné plus haut pour ce territoire et cette année.`);
      lues.set(cle, lue);
    }
  }
  return fautes.length > 0
    ? { ok: false, fautes }
    : { ok: true, valeurs: [...lues].sort(parCle).map(([, lue]) => lue) };
}

/** Always written in the same order: two people at once wait for each other instead of blocking. */
function parCle([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function lireLigne(
  champ: (nom: (typeof ENTETES_DE_CRITERES)[number]) => string,
  anneeAuPlus: number,
): ValeurDeCritere | string {
  const critere = CRITERES.find(({ cle }) => cle === champ('critere').toLowerCase());
  if (critere === undefined)
    return `« ${champ('critere')} » n’est pas un critère déclaré. Écrivez ${CRITERES.map(({ cle }) => cle).join(', ')}.`;
  const ecrit = champ('territoire');
  const territoire = lireCodeTerritoire(ecrit) ?? lireCodeTerritoire(`D${ecrit.padStart(2, '0')}`);
  if (territoire === null || !territoire.startsWith('D'))
    return `« ${ecrit} » n’est pas un département. Écrivez son code, comme D29 ou 29.`;
  const nombre = lireNombreEcrit(champ('valeur'));
  if (nombre === null) return `« ${champ('valeur')} » n’est pas un nombre. Écrivez-le comme 918 000 ou 41,2.`;
  const valeur = ecrireDecimal(nombre.valeur);
  if (valeur.startsWith('-') || (valeur === '0' && critere.echelle === 'log'))
    return `${critere.nom} ne peut pas valoir ${champ('valeur')}.`;
  if (critere.unite === '%' && Number(valeur) > 100) return `une part ne dépasse pas 100 % : « ${champ('valeur')} ».`;
  const annee = Number(champ('annee'));
  if (!/^\d{4}$/.test(champ('annee')) || annee < 1990 || annee > anneeAuPlus)
    return `« ${champ('annee')} » n’est pas une année entre 1990 et ${anneeAuPlus}.`;
  const source = champ('source');
  if (source === '' || source.length > 200) return 'dites la source, en moins de 200 caractères.';
  return { critere: critere.cle, territoire, valeur, annee, source };
}
