import { ecrireNouvelIndicateur, ecrireValeurs, type ValeurAEcrire } from '#indicateurs';
import { aujourdhui, type Services } from '#socle';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { servicesAuMoment } from '../services-dates.ts';
import type { IndicateurDeDemonstration } from './donnees.ts';
import { INDICATEURS, POPULATION } from './indicateurs.ts';
import { REFORMES } from './reformes.ts';
import { finDeMois, inventer, jourDeRupture, type ValeurInventee } from './valeurs.ts';

export const MAILLES = ['national', 'regional', 'departemental'] as const;

/**
 * The indicators and their values, as if the team had worked for three years: values arrive in a few files, each a month
 * after its last day. Every figure is invented, and the screen says so. Gives their numbers by their identifiers.
 */
export async function semerLesIndicateurs(
  services: Services,
  populations: ReadonlyMap<string, number>,
  jour: Jour,
): Promise<ReadonlyMap<string, number>> {
  const numeros = await creerLesIndicateurs(services, populations, jour);
  await ecrireLesValeurs(services, numeros, populations, jour);
  return numeros;
}

const COMMUN = {
  mesure: null,
  mailles: MAILLES,
  sansObjet: [],
  numerateur: null,
  denominateur: null,
  facteur: '100',
  toleranceEnMois: 15,
  decumuler: false,
  operation: null,
  fenetre: null,
  ruptures: [],
  etat: 'actif',
  delaiEnMois: 2,
  maillesAvecCible: [],
  agregationVi: 'saisie',
  agregationVa: 'saisie',
  agregationVc: 'saisie',
  responsable: null,
} as const;

/** Every indicator, the population that weighs their means first. */
async function creerLesIndicateurs(
  services: Services,
  populations: ReadonlyMap<string, number>,
  jour: Jour,
): Promise<ReadonlyMap<string, number>> {
  const alors = servicesAuMoment(services, midi(ajouterJours(jour, -1_100)));
  const numeros = new Map<string, number>();
  const population = await ecrireNouvelIndicateur(alors, {
    ...COMMUN,
    identifiant: POPULATION,
    nom: 'Population des départements (poids des moyennes)',
    unite: 'habitants',
    sens: 'hausse',
    decimales: 0,
    methode: 'Populations légales.',
    source: 'INSEE',
    periodicite: 'annuelle',
    delaiEnMois: 36,
    agregationVi: 'somme',
    agregationVa: 'somme',
  });
  numeros.set(POPULATION, population);
  await ecrire(
    services,
    ajouterJours(jour, -1_090),
    'Populations légales',
    [...populations].map(([territoire, valeur]) => ({
      indicateur: population,
      territoire,
      type: 'va' as const,
      jour: finDeMois(jour, -36),
      valeur: String(valeur),
    })),
  );
  for (const indicateur of INDICATEURS) {
    const comptes = await creerLesComptes(alors, indicateur, numeros);
    const rupture = jourDeRupture(indicateur, jour);
    const numero = await ecrireNouvelIndicateur(alors, {
      ...COMMUN,
      ...champs(indicateur),
      maillesAvecCible: MAILLES,
      agregationVi: indicateur.agregation,
      agregationVa: comptes === null ? indicateur.agregation : 'ratio',
      agregationVc: indicateur.agregation,
      denominateur: indicateur.agregation === 'moyenne_ponderee' ? population : null,
      ...comptes,
      ruptures: rupture === null ? [] : [rupture],
      responsable: responsableDe(indicateur.identifiant),
    });
    numeros.set(indicateur.identifiant, numero);
  }
  return numeros;
}

/** The counts of a rate are indicators too, known in each département and without a target. */
async function creerLesComptes(
  alors: Services,
  indicateur: IndicateurDeDemonstration,
  numeros: Map<string, number>,
): Promise<{ readonly numerateur: number; readonly denominateur: number } | null> {
  if (indicateur.comptes === null) return null;
  const creer = async (compte: { identifiant: string; nom: string; unite: string }) => {
    const numero = await ecrireNouvelIndicateur(alors, {
      ...COMMUN,
      ...champs(indicateur),
      ...compte,
      decimales: 0,
      methode: 'Comptées dans chaque département.',
      mailles: ['departemental'],
      responsable: responsableDe(indicateur.identifiant),
    });
    numeros.set(compte.identifiant, numero);
    return numero;
  };
  return {
    denominateur: await creer(indicateur.comptes.denominateur),
    numerateur: await creer(indicateur.comptes.numerateur),
  };
}

function champs({ identifiant, nom, unite, sens, decimales, methode, source, periodicite }: IndicateurDeDemonstration) {
  return { identifiant, nom, unite, sens, decimales, methode, source, periodicite };
}

/** The team of the first reform that has it. */
function responsableDe(identifiant: string): string | null {
  return REFORMES.find(({ indicateurs }) => indicateurs.some(([id]) => id === identifiant))?.equipe ?? null;
}

/** Three deliveries: what was known two years ago, a year later, then this autumn. */
async function ecrireLesValeurs(
  services: Services,
  numeros: ReadonlyMap<string, number>,
  populations: ReadonlyMap<string, number>,
  jour: Jour,
): Promise<void> {
  const livraisons = [-300, -120, -25].map((ecart) => ajouterJours(jour, ecart));
  const lots = livraisons.map((): ValeurAEcrire[] => []);
  for (const indicateur of INDICATEURS) {
    for (const { identifiant, ...valeur } of inventer(indicateur, populations, jour)) {
      const rang = rangDeLivraison(valeur, livraisons);
      lots[rang]?.push({ ...valeur, indicateur: numeros.get(identifiant) ?? 0 });
    }
  }
  for (const [rang, lot] of lots.entries()) {
    const livree = livraisons[rang];
    if (livree !== undefined) await ecrire(services, livree, 'Données de démonstration : chiffres inventés', lot);
  }
}

function rangDeLivraison({ type, jour }: Pick<ValeurInventee, 'type' | 'jour'>, livraisons: readonly Jour[]): number {
  if (type !== 'va') return 0;
  const rang = livraisons.findIndex((livree) => ajouterJours(jour, 20) <= livree);
  return rang === -1 ? livraisons.length - 1 : rang;
}

async function ecrire(services: Services, le: Jour, source: string, valeurs: readonly ValeurAEcrire[]) {
  const instant = midi(le);
  await services.base.transaction().execute((transaction) =>
    ecrireValeurs(transaction, valeurs, {
      origine: 'import',
      source,
      commentaire: null,
      importation: null,
      rectification: null,
      auteur: null,
      enregistreLe: instant,
      au: aujourdhui(services.horloge),
    }),
  );
}

function midi(jour: Jour): Date {
  return new Date(`${jour}T11:00:00Z`);
}
