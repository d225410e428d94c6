import type { Jour } from '#socle/valeurs';
import { anneeDe, joursEntre } from '#socle/valeurs';
import type { Reperes } from './echeance.ts';
import type { Intervalle, Moment, Supposition } from './moment.ts';
import type { Membre } from './suites.ts';

/** A moment placed in the calendar. `inexistant`: the calendar has no such day; `sansAnnee`: nothing says which year. */
export type Situe =
  | { readonly etat: 'situe'; readonly annee: number; readonly intervalle: Intervalle }
  | { readonly etat: 'inexistant' }
  | { readonly etat: 'sansAnnee' };

type Situes = { readonly lieux: readonly Situe[]; readonly suppositions: readonly Supposition[] };

/** The last day that counts for this moment, given the words before it (« avant l’été » ends before summer). */
type FinUtile = (moment: Moment, intervalle: Intervalle) => Jour;

/**
 * Gives its year to every moment: the one written, else a neighbour’s (« octobre / novembre 2021 »), else the only year
 * of the plan’s period that fits, else the next occurrence on or after the plan’s date.
 */
export function situerTous(membres: readonly Membre[], reperes: Reperes, finUtile: FinUtile): Situes {
  const moments = membres.map((membre) => membre.moment);
  const suppositions: Supposition[] = [];
  const annees = moments.map((moment) => anneeEcrite(moment, reperes, suppositions));
  if (annees.every((annee) => annee === null)) {
    if (moments.some((moment) => jamais(moment))) return { lieux: moments.map(lieuSansAnnee), suppositions };
    const deduite = deduire(moments, reperes, finUtile);
    if (!deduite) {
      suppositions.push({ porte: 'tout', phrase: 'année non écrite, et rien ne permet de la déduire', doute: true });
      return { lieux: moments.map(lieuSansAnnee), suppositions };
    }
    suppositions.push(deduite.supposition);
    return { lieux: placer(moments, deduite.annees), suppositions };
  }
  const completes = voisines(moments, annees, suppositions);
  return { lieux: placer(moments, completes), suppositions };
}

function anneeEcrite(moment: Moment, reperes: Reperes, suppositions: Supposition[]): number | null {
  if (moment.annee === null || typeof moment.annee === 'number') return moment.annee;
  const depart = reperes.reference ?? reperes.periode?.debut ?? null;
  if (!depart) return null;
  const annee = anneeDe(depart) + moment.annee.ecart;
  suppositions.push({ porte: 'tout', phrase: `année déduite de la date du plan : ${annee}` });
  return annee;
}

/** Years not written taken from the neighbour that has one, going over the new year when the order asks for it. */
function voisines(
  moments: readonly Moment[],
  annees: readonly (number | null)[],
  suppositions: Supposition[],
): readonly (number | null)[] {
  const completes = [...annees];
  const franchir = (annee: number, decale: boolean, sens: 1 | -1): number => {
    const retenue = decale ? annee + sens : annee;
    if (decale) suppositions.push({ porte: 'tout', phrase: `année déduite de sa voisine : ${retenue}` });
    return retenue;
  };
  for (let k = moments.length - 2; k >= 0; k -= 1) {
    const suivante = completes[k + 1];
    const lieu = suivante == null ? null : moments[k + 1]?.situer(suivante);
    if (completes[k] !== null || suivante == null) continue;
    const ici = moments[k]?.situer(suivante);
    completes[k] = franchir(suivante, Boolean(lieu && ici && ici.debut > lieu.debut), -1);
  }
  for (let k = 1; k < moments.length; k += 1) {
    const precedente = completes[k - 1];
    if (completes[k] !== null || precedente == null) continue;
    const lieu = moments[k - 1]?.situer(precedente);
    const ici = moments[k]?.situer(precedente);
    completes[k] = franchir(precedente, Boolean(lieu && ici && ici.fin < lieu.debut), 1);
  }
  return completes;
}

type Deduction = { readonly annees: readonly (number | null)[]; readonly supposition: Supposition };

function deduire(moments: readonly Moment[], reperes: Reperes, finUtile: FinUtile): Deduction | null {
  const { reference, periode } = reperes;
  const depart = reference ?? periode?.debut ?? null;
  if (!depart) return null;
  const premiere = anneeDe(depart) - 1;
  const possibles: Occurrence[] = [];
  // Nine years on reaches the next 29 February, whatever the century.
  for (let annee = premiere; annee <= Math.max(premiere + 9, periode ? anneeDe(periode.fin) : 0); annee += 1) {
    const occurrence = occurrenceEn(moments, annee, finUtile);
    if (occurrence) possibles.push(occurrence);
  }
  if (periode) {
    const tiennent = possibles.filter(({ debut, fin }) => debut >= periode.debut && fin <= periode.fin);
    const touchent = possibles.filter(({ debut, fin }) => fin >= periode.debut && debut <= periode.fin);
    const candidats = tiennent.length > 0 ? tiennent : touchent;
    const [seul, autre] = candidats;
    if (seul && !autre) return conclure(seul, `année déduite de la période du plan : ${seul.annee}`, false);
    if (seul && !reference) return null;
    const prochain = candidats.find(({ fin }) => reference !== null && fin >= reference);
    if (prochain) return conclure(prochain, `année déduite de la date du plan : ${prochain.annee}`, true);
  }
  if (!reference) return null;
  const rang = possibles.findIndex(({ fin }) => fin >= reference);
  const retenue = possibles[rang];
  if (!retenue) return null;
  const precedente = possibles[rang - 1];
  const toutJustePassee = precedente !== undefined && joursEntre(precedente.fin, reference) <= 31;
  return conclure(retenue, `année déduite de la date du plan : ${retenue.annee}`, toutJustePassee);
}

type Occurrence = Intervalle & { readonly annee: number; readonly annees: readonly (number | null)[] };

function occurrenceEn(moments: readonly Moment[], annee: number, finUtile: FinUtile): Occurrence | null {
  const [premier] = moments;
  const dernier = moments.at(-1);
  if (!premier || !dernier) return null;
  const annees = voisines(moments, [annee, ...moments.slice(1).map(() => null)], []);
  const debut = premier.situer(annee);
  const anneeDuDernier = annees.at(-1) ?? annee;
  const fin = dernier.situer(anneeDuDernier);
  return debut && fin ? { annee, annees, debut: debut.debut, fin: finUtile(dernier, fin) } : null;
}

function conclure(occurrence: Occurrence, phrase: string, doute: boolean): Deduction {
  return { annees: occurrence.annees, supposition: { porte: 'tout', phrase, doute } };
}

function placer(moments: readonly Moment[], annees: readonly (number | null)[]): readonly Situe[] {
  return moments.map((moment, k) => {
    const annee = annees[k];
    if (annee == null) return { etat: 'sansAnnee' };
    const intervalle = moment.situer(annee);
    return intervalle ? { etat: 'situe', annee, intervalle } : { etat: 'inexistant' };
  });
}

function lieuSansAnnee(moment: Moment): Situe {
  return jamais(moment) ? { etat: 'inexistant' } : { etat: 'sansAnnee' };
}

/** No year has it: 31 June, fifth quarter. Eight years hold a 29 February and a week 53. */
function jamais(moment: Moment): boolean {
  return Array.from({ length: 8 }, (_, k) => 2020 + k).every((annee) => moment.situer(annee) === null);
}
