import type { GenreDAlerte, Position } from '#indicateurs/regles';
import { sansAccents } from '#socle/valeurs';
import type { SuiviPresente } from '../../presentation.ts';
import type { Meteo } from '../../regles/meteo.ts';

export type TriDeReformes = 'nom' | 'taux' | 'ecart' | 'signal' | 'meteo' | 'silence' | 'mediane';
export type Groupement = 'theme' | 'ministere' | 'aucun';

/** What the reforms of a territory are filtered and ordered by: everything an address of the dashboard says. */
export type CriteresDeReformes = {
  readonly q: string | null;
  readonly theme: string | null;
  readonly ministere: string | null;
  readonly position: Position | null;
  readonly alerte: GenreDAlerte | null;
  /** `aucune`: none was ever declared. */
  readonly meteo: Meteo | 'aucune' | null;
  /** `aucun`: the history is too short to say. */
  readonly signal: string | null;
  readonly groupe: Groupement;
  readonly tri: TriDeReformes;
  readonly sens: 'croissant' | 'decroissant';
};

/** The reforms these criteria keep, in their order: what the table shows and what its exports hold. */
export function choisir(suivis: readonly SuiviPresente[], criteres: CriteresDeReformes): readonly SuiviPresente[] {
  return suivis.filter((suivi) => retient(criteres, suivi)).sort(ordre(criteres));
}

/** Title of the group of a reform; null when nothing is grouped. */
export function groupeDe({ groupe }: CriteresDeReformes, { theme, ministere }: SuiviPresente): string | null {
  if (groupe === 'aucun') return null;
  return groupe === 'theme' ? theme : (ministere ?? SANS_MINISTERE);
}

export const SANS_MINISTERE = 'Sans ministère';

function retient(criteres: CriteresDeReformes, suivi: SuiviPresente): boolean {
  const { q, theme, ministere, position, alerte, meteo, signal } = criteres;
  return (
    (q === null || cle(suivi.nom).includes(cle(q))) &&
    (theme === null || suivi.theme === theme) &&
    (ministere === null || (suivi.ministere ?? SANS_MINISTERE) === ministere) &&
    (position === null || suivi.position === position) &&
    (alerte === null || suivi.alertes.some(({ code }) => code === alerte)) &&
    (meteo === null || (suivi.meteo?.code ?? 'aucune') === meteo) &&
    (signal === null || (suivi.signal?.code ?? 'aucun') === signal)
  );
}

function cle(texte: string): string {
  return sansAccents(texte).toLowerCase();
}

type Comparer = (a: SuiviPresente, b: SuiviPresente) => number;

const ALPHABET = new Intl.Collator('fr', { numeric: true });
const parNom: Comparer = (a, b) => ALPHABET.compare(a.nom, b.nom) || (a.reforme < b.reforme ? -1 : 1);

/** By group, then as asked, then by name. What is missing comes last, whichever way one sorts. */
function ordre(criteres: CriteresDeReformes): Comparer {
  const rangDe = RANGS[criteres.tri];
  const fois = criteres.sens === 'croissant' ? 1 : -1;
  return (a, b) => {
    const groupes = ALPHABET.compare(groupeDe(criteres, a) ?? '', groupeDe(criteres, b) ?? '');
    if (groupes !== 0) return groupes;
    if (rangDe === null) return fois * parNom(a, b);
    const [x, y] = [rangDe(a), rangDe(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || parNom(a, b);
    return fois * (x - y) || parNom(a, b);
  };
}

const METEOS: Readonly<Record<Meteo, number>> = { soleil: 0, partiellement_nuageux: 1, nuageux: 2, orage: 3 };
const SIGNAUX: Readonly<Record<string, number>> = {
  degradation_significative: 0,
  variation_ordinaire: 1,
  amelioration_significative: 2,
};

/** Only an order: the figures themselves stay texts. */
const RANGS: Readonly<Record<TriDeReformes, ((suivi: SuiviPresente) => number | null) | null>> = {
  nom: null,
  taux: ({ taux, position }) => (position === 'recul' ? -1 : nombre(taux.valeur)),
  ecart: ({ ecart }) => nombre(ecart.valeur),
  signal: ({ signal }) => (signal === null ? null : (SIGNAUX[signal.code] ?? null)),
  meteo: ({ meteo }) => (meteo === null ? null : METEOS[meteo.code]),
  silence: ({ silence }) => silence,
  mediane: ({ mediane }) => nombre(mediane.valeur),
};

function nombre(texte: string | null): number | null {
  return texte === null ? null : Number(texte);
}
