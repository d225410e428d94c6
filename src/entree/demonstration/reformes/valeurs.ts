import { ajouterJours, anneeDe, type Jour, joursEntre, jour as unJour } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import type { IndicateurDeDemonstration } from './donnees.ts';

export type ValeurInventee = {
  readonly identifiant: string;
  readonly territoire: string;
  readonly type: 'vi' | 'va' | 'vc';
  readonly jour: Jour;
  readonly valeur: string;
};

/** Indicators that some territories never told, told late, or have no target for. */
const LACUNAIRES: ReadonlySet<string> = new Set(['demo-satisfaction', 'demo-logement-abord', 'demo-cyclables']);

/** Months between two measures, and how many measures are kept. */
const RYTHMES = { mensuelle: [1, 18], trimestrielle: [3, 9], annuelle: [12, 4] } as const;

/**
 * The series of an indicator in each département, invented but plausible: a start three years ago, targets at the end of
 * this year and of the next, and a way gone at the pace of each. Some territories are late to tell, a few never did, for some indicators only. The
 * same day and the same indicator always give the same figures.
 */
export function inventer(
  indicateur: IndicateurDeDemonstration,
  populations: ReadonlyMap<string, number>,
  depuis: Jour,
): readonly ValeurInventee[] {
  const [pas, nombre] = RYTHMES[indicateur.periodicite];
  const debut = finDeMois(depuis, -36);
  const fins = [anneeDe(depuis), anneeDe(depuis) + 1].map((annee) => unJour(annee, 12, 31));
  const jours = Array.from({ length: nombre }, (_, i) => finDeMois(depuis, -(nombre - i) * pas + pas - 1));
  return TERRITOIRES.filter(({ maille }) => maille === 'departemental').flatMap(({ code }) => {
    const alea = tirages(`${indicateur.identifiant} ${code}`);
    const echelle = indicateur.par === 'population' ? (populations.get(code) ?? 0) / 100_000 : 1;
    const ecrire = (valeur: number) => Math.max(0, valeur * echelle).toFixed(indicateur.decimales);
    const depart = indicateur.depart * (1 + 0.12 * (alea() - 0.5));
    const { cible } = indicateur;
    const avance = indicateur.avance + indicateur.dispersion * (alea() + alea() + alea() - 1.5);
    const courbe = 0.7 + 0.6 * alea();
    const muet = LACUNAIRES.has(indicateur.identifiant) ? alea() : 0.5;
    const connus = muet < 0.02 ? [] : jours.slice(0, muet < 0.1 ? -Math.ceil(nombre / 4) : undefined);
    const lieu = { identifiant: indicateur.identifiant, territoire: code };
    const compter = comptages(indicateur, code, populations.get(code) ?? 0);
    const points = connus.flatMap((jour): readonly ValeurInventee[] => {
      const temps = joursEntre(debut, jour) / joursEntre(debut, depuis);
      const part = avance * Math.max(0, temps) ** courbe + 0.05 * (alea() - 0.5);
      const valeur = depart + (cible - depart) * part + decalage(indicateur, jour, depuis);
      return compter?.(valeur, jour) ?? [{ ...lieu, type: 'va', jour, valeur: ecrire(valeur) }];
    });
    const jalons = [0.78, 1].flatMap((part, i): readonly ValeurInventee[] => {
      const fin = fins[i];
      if (fin === null || fin === undefined || muet > 0.985) return [];
      return [{ ...lieu, type: 'vc', jour: fin, valeur: ecrire(depart + (cible - depart) * part) }];
    });
    return [{ ...lieu, type: 'vi' as const, jour: debut, valeur: ecrire(depart) }, ...points, ...jalons];
  });
}

/** The first day of the new method, when it changed. */
export function jourDeRupture({ rupture }: IndicateurDeDemonstration, depuis: Jour): Jour | null {
  return rupture === null ? null : ajouterJours(finDeMois(depuis, -rupture.mois - 1), 1);
}

function decalage(indicateur: IndicateurDeDemonstration, jour: Jour, depuis: Jour): number {
  const rupture = jourDeRupture(indicateur, depuis);
  return indicateur.rupture !== null && rupture !== null && jour >= rupture ? indicateur.rupture.ecart : 0;
}

/** A rate in percent as whole counts that make it, and the rate they make. */
function comptages({ identifiant, decimales, comptes }: IndicateurDeDemonstration, code: string, population: number) {
  if (comptes === null) return null;
  const alea = tirages(`${comptes.denominateur.identifiant} ${code}`);
  return (taux: number, jour: Jour): readonly ValeurInventee[] => {
    const sur = Math.max(20, Math.round(((comptes.pour100000 * population) / 100_000) * (0.85 + 0.3 * alea())));
    const dont = Math.min(sur, Math.round((sur * taux) / 100));
    const ecrire = (quoi: string, valeur: string) =>
      ({ identifiant: quoi, territoire: code, type: 'va', jour, valeur }) as const;
    return [
      ecrire(comptes.denominateur.identifiant, String(sur)),
      ecrire(comptes.numerateur.identifiant, String(dont)),
      ecrire(identifiant, ((100 * dont) / sur).toFixed(decimales)),
    ];
  };
}

/** The last day of the month that many months away. */
export function finDeMois(jour: Jour, mois: number): Jour {
  const total = anneeDe(jour) * 12 + Number(jour.slice(5, 7)) - 1 + mois + 1;
  const premier = unJour(Math.floor(total / 12), (total % 12) + 1, 1);
  if (premier === null) throw new Error(`Pas de fin de mois à ${mois} mois du ${jour}.`);
  return ajouterJours(premier, -1);
}

/** Numbers between 0 and 1 that depend on the text alone. */
function tirages(graine: string): () => number {
  let etat = 2_166_136_261;
  for (const lettre of graine) etat = Math.imul(etat ^ (lettre.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let tire = Math.imul(etat ^ (etat >>> 15), etat | 1);
    tire = (tire + Math.imul(tire ^ (tire >>> 7), tire | 61)) ^ tire;
    return ((tire ^ (tire >>> 14)) >>> 0) / 4_294_967_296;
  };
}
