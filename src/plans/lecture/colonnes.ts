import type { Ligne } from '#tableur';
import type { Anomalie, ChampDePlan, ColonneLue } from '../regles/lecture.ts';
import { aVerifier, information } from './anomalies.ts';
import { lettreDeColonne } from './cellules.ts';
import { ressembleADesCodes, ressembleADesNumeros } from './codes.ts';
import { CHAMPS_DIRECTS, type Colonne, nomDeColonne, observer, part, place } from './colonne-observee.ts';
import { devinerIntitule, devinerParUnMot } from './deviner-colonnes.ts';
import type { Sens } from './entetes.ts';
import { lireStatut } from './statuts.ts';
import { ressembleAUnTaux } from './taux.ts';

export type Attribution = { readonly colonnes: readonly ColonneLue[]; readonly anomalies: readonly Anomalie[] };

/**
 * Which field each column feeds: by its heading, and where the heading allows several readings (or there is none) by
 * what the column holds. The user's correction wins, column by column.
 */
export function attribuerColonnes(
  entetes: readonly string[],
  corps: readonly Ligne[],
  correspondance: Readonly<Record<number, ChampDePlan>> = {},
): Attribution {
  const colonnes = entetes.map((entete, position) => observer(entete, position, corps));
  const champs = new Map<number, ChampDePlan>();
  const anomalies: Anomalie[] = [];
  const poser = (colonne: Colonne, champ: ChampDePlan): void => {
    if (!champs.has(colonne.position)) champs.set(colonne.position, champ);
  };
  for (const [position, champ] of Object.entries(correspondance)) champs.set(Number(position), champ);

  for (const colonne of trajectoires(colonnes)) poser(colonne, 'trajectoire');
  for (const colonne of colonnes) {
    const champ = champSansDoute(colonne);
    if (champ) poser(colonne, champ);
  }
  const intitule = choisirIntitule(colonnes, champs);
  if (intitule) poser(intitule, 'intitule');
  poserAxes(colonnes, champs, intitule);
  poserCode(colonnes, champs, anomalies);
  if (!intitule && ![...champs.values()].includes('intitule')) devinerIntitule(colonnes, champs, anomalies);
  devinerParUnMot(colonnes, champs, anomalies);
  retirerDoublons(colonnes, champs, correspondance, anomalies);
  const lues = colonnes.map((colonne) => ({
    position: colonne.position,
    entete: colonne.entete === '' ? null : colonne.entete,
    champ: champs.get(colonne.position) ?? 'ignoree',
    exemple: colonne.valeurs[0]?.texte.trim() ?? null,
  }));
  return { colonnes: lues, anomalies: [...anomalies, ...ignorees(colonnes, lues, correspondance)] };
}

function trajectoires(colonnes: readonly Colonne[]): Colonne[] {
  const datees = colonnes.filter(({ datee, valeurs }) => datee && part(valeurs, ressembleAUnTaux, 1) >= 0.6);
  // A single « Taux de réalisation au 31/12 » is what was declared that day, not an expected trajectory.
  return datees.length === 1 && datees[0]?.datee?.annonce === 'declare' ? [] : datees;
}

function champSansDoute({ sens, valeurs }: Colonne): ChampDePlan | null {
  const statuts = part(valeurs, ({ texte }) => lireStatut(texte) !== null);
  const taux = part(valeurs, ressembleAUnTaux);
  if (sens === 'etat') return statuts >= 0.5 ? 'statut' : taux >= 0.6 ? 'taux' : 'avancement';
  if (sens === 'realise')
    return taux >= 0.5 || valeurs.length === 0 ? 'taux' : statuts >= 0.5 ? 'statut' : 'avancement';
  if (sens === 'avancement') return taux >= 0.6 ? 'taux' : 'avancement';
  return sens ? (CHAMPS_DIRECTS[sens] ?? null) : null;
}

/** Headings that may name the action itself, the most explicit first. */
const INTITULES: readonly Sens[] = ['action', 'intitule', 'mesure', 'recommandation', 'mission', 'tache'];

function choisirIntitule(colonnes: readonly Colonne[], champs: ReadonlyMap<number, ChampDePlan>): Colonne | null {
  if ([...champs.values()].includes('intitule')) return null;
  const libres = colonnes.filter(({ position }) => !champs.has(position));
  const candidates = [...INTITULES, 'description' as const, 'objectif' as const];
  for (const sur of [true, false]) {
    for (const sens of candidates) {
      const trouvee = libres.find(
        (colonne) => colonne.sens === sens && colonne.sur === sur && !estUneColonneDeCodes(colonne),
      );
      if (trouvee) return trouvee;
    }
  }
  return null;
}

function poserAxes(colonnes: readonly Colonne[], champs: Map<number, ChampDePlan>, intitule: Colonne | null): void {
  const libres = colonnes.filter(({ position }) => !champs.has(position));
  const decrite = libres.some(({ sens }) => sens === 'description');
  for (const colonne of libres) {
    if (colonne.sens === 'description' || colonne.sens === 'tache') champs.set(colonne.position, 'description');
    else if (colonne.sens === 'intitule') champs.set(colonne.position, 'description');
    else if (colonne.sens === 'recommandation') champs.set(colonne.position, 'recommandation');
    else if (colonne.sens === 'objectif' && decritLAction(colonne, decrite, intitule))
      champs.set(colonne.position, 'description');
  }
  const axes = libres.filter(({ position, sens }) => !champs.has(position) && sens !== null && sens in NIVEAUX);
  const dejaUnAxe = [...champs.values()].includes('axe');
  const parNiveau = [...axes].sort((a, b) => niveau(a) - niveau(b) || a.position - b.position);
  for (const [rang, { position }] of parNiveau.entries())
    champs.set(position, rang === 0 && !dejaUnAxe ? 'axe' : 'sous_axe');
}

const NIVEAUX: Partial<Record<Sens, number>> = { axe: 0, objectif: 1, mission: 1, mesure: 1, action: 1 };

function niveau({ sens }: Colonne): number {
  return (sens ? NIVEAUX[sens] : undefined) ?? 2;
}

/** « Objectif » says why of one action when each row has its own, and groups actions when rows share it. */
function decritLAction(colonne: Colonne, decrite: boolean, intitule: Colonne | null): boolean {
  if (colonne.repetee) return false;
  return decrite || (intitule !== null && colonne.position > intitule.position);
}

function poserCode(colonnes: readonly Colonne[], champs: Map<number, ChampDePlan>, anomalies: Anomalie[]): void {
  const codeConnu = (): boolean => [...champs.values()].includes('code');
  for (const colonne of colonnes.filter(({ position }) => !champs.has(position))) {
    const lettre = lettreDeColonne(colonne.position);
    const nommee = colonne.entete === '' ? `La colonne ${lettre} n’a pas d’en-tête` : `« ${colonne.entete} »`;
    if (!codeConnu() && estUneColonneDeCodes(colonne)) {
      champs.set(colonne.position, 'code');
      anomalies.push(information(`${nommee} : lue comme le code des actions d’après son contenu.`, place(colonne)));
    } else if (colonne.entete === '' && ressembleADesNumeros(colonne.valeurs)) {
      champs.set(colonne.position, 'numero');
      anomalies.push(information(`${nommee} : lue comme un numéro d’ordre d’après son contenu.`, place(colonne)));
    }
  }
  if (codeConnu()) return;
  const numero = colonnes.find(({ position }) => champs.get(position) === 'numero');
  if (numero) champs.set(numero.position, 'code');
}

function estUneColonneDeCodes({ entete, sens, valeurs }: Colonne): boolean {
  return (entete === '' || (sens !== null && INTITULES.includes(sens))) && ressembleADesCodes(valeurs);
}

const UNIQUES: ReadonlySet<ChampDePlan> = new Set(['numero', 'code', 'intitule', 'statut', 'taux']);

function retirerDoublons(
  colonnes: readonly Colonne[],
  champs: Map<number, ChampDePlan>,
  correspondance: Readonly<Record<number, ChampDePlan>>,
  anomalies: Anomalie[],
): void {
  for (const champ of UNIQUES) {
    const prises = colonnes.filter(({ position }) => champs.get(position) === champ);
    const gardee = prises.find(({ position }) => correspondance[position] === champ) ?? prises[0];
    for (const colonne of prises.filter((autre) => autre !== gardee)) {
      champs.set(colonne.position, champ === 'statut' ? 'avancement' : 'ignoree');
      anomalies.push(
        aVerifier(
          `Deux colonnes disent la même chose ; « ${nomDeColonne({ entete: gardee?.entete || null, position: gardee?.position ?? 0 })} » est retenue. Changez la correspondance si c’est l’autre qui compte.`,
          place(colonne),
        ),
      );
    }
  }
}

function ignorees(
  colonnes: readonly Colonne[],
  lues: readonly ColonneLue[],
  correspondance: Readonly<Record<number, ChampDePlan>>,
): Anomalie[] {
  return colonnes
    .filter(({ position, valeurs }) => valeurs.length > 0 && lues[position]?.champ === 'ignoree')
    .filter(({ position }) => correspondance[position] === undefined)
    .map((colonne) => {
      const compte = `${colonne.valeurs.length} cellule${colonne.valeurs.length > 1 ? 's' : ''}`;
      const nom = nomDeColonne({ entete: colonne.entete || null, position: colonne.position });
      return aVerifier(
        `La colonne « ${nom} » (${compte}) n’a pas été comprise et n’est pas reprise. Choisissez le champ qu’elle remplit, ou laissez-la de côté.`,
        place(colonne),
      );
    });
}
