import type { Acteur } from '#acces';
import { ecrireNouvelIndicateur, ecrireValeurs, type ValeurAEcrire } from '#indicateurs';
import { declarerMeteo, ecrireAnalyse, ecrireNouvelleReforme } from '#reformes';
import { aujourdhui, type Services } from '#socle';
import { ajouterJours, type Jour, lireDecimal, type Resultat } from '#socle/valeurs';
import type { AutreFait } from '../chronologie.ts';
import { DGAFP, DITP, PREFECTURE_29, PREFET_BRETAGNE } from '../personas.ts';
import { servicesAuMoment } from '../services-dates.ts';
import type { IndicateurDeDemonstration, ReformeDeDemonstration } from './donnees.ts';
import { faitsDeLaFeuille } from './feuille.ts';
import { INDICATEURS, POPULATION } from './indicateurs.ts';
import { REFORMES } from './reformes.ts';
import { finDeMois, inventer, type ValeurInventee } from './valeurs.ts';

const MAILLES = ['national', 'regional', 'departemental'] as const;

/**
 * The indicators and their values, as if the team had worked for three years: values arrive in a few files, each a month
 * after its last day. Every figure is invented, and the screen says so. Gives what was done of the reforms, to be told in
 * its place among the other facts.
 */
export async function semerLesReformes(
  services: Services,
  acteurs: ReadonlyMap<string, Acteur>,
): Promise<readonly AutreFait[]> {
  const jour = aujourdhui(services.horloge);
  const populations = await lirePopulations(services);
  const numeros = await creerLesIndicateurs(services, populations, jour);
  await ecrireLesValeurs(services, numeros, populations, jour);
  const ids = new Map<string, string>();
  const gens = { prefet: trouver(acteurs, PREFECTURE_29), ditp: trouver(acteurs, DITP) };
  return [
    ...REFORMES.flatMap((reforme) => faitsDe(acteurs, reforme, numeros, ids, jour)),
    ...faitsDeLaFeuille(gens, ids, jour),
  ];
}

/** Every indicator, the population that weighs their means first. */
async function creerLesIndicateurs(
  services: Services,
  populations: ReadonlyMap<string, number>,
  jour: Jour,
): Promise<ReadonlyMap<string, number>> {
  const alors = servicesAuMoment(services, midi(ajouterJours(jour, -1_100)));
  const numeros = new Map<string, number>();
  const commun = {
    mesure: null,
    mailles: MAILLES,
    sansObjet: [],
    numerateur: null,
    facteur: '100',
    toleranceEnMois: 15,
    decumuler: false,
    operation: null,
    fenetre: null,
    ruptures: [],
    etat: 'actif',
    delaiEnMois: 2,
    agregationVc: 'saisie',
  } as const;
  const population = await ecrireNouvelIndicateur(alors, {
    ...commun,
    identifiant: POPULATION,
    nom: 'Population des départements (poids des moyennes)',
    unite: 'habitants',
    sens: 'hausse',
    decimales: 0,
    methode: 'Populations légales.',
    source: 'INSEE',
    periodicite: 'annuelle',
    delaiEnMois: 36,
    maillesAvecCible: [],
    agregationVi: 'somme',
    agregationVa: 'somme',
    denominateur: null,
    responsable: null,
  });
  numeros.set(POPULATION, population);
  await ecrire(services, ajouterJours(jour, -1_090), 'Populations légales', [
    ...[...populations].map(([territoire, valeur]) => ({
      indicateur: population,
      territoire,
      type: 'va' as const,
      jour: finDeMois(jour, -36),
      valeur: String(valeur),
    })),
  ]);
  for (const indicateur of INDICATEURS) {
    const numero = await ecrireNouvelIndicateur(alors, {
      ...commun,
      ...champs(indicateur),
      maillesAvecCible: MAILLES,
      agregationVi: indicateur.agregation,
      agregationVa: indicateur.agregation,
      agregationVc: indicateur.agregation,
      denominateur: indicateur.agregation === 'moyenne_ponderee' ? population : null,
      responsable: responsableDe(indicateur.identifiant),
    });
    numeros.set(indicateur.identifiant, numero);
  }
  return numeros;
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
    for (const valeur of inventer(indicateur, populations, jour)) {
      const rang = rangDeLivraison(valeur, livraisons);
      lots[rang]?.push({ ...valeur, indicateur: numeros.get(indicateur.identifiant) ?? 0 });
    }
  }
  for (const [rang, lot] of lots.entries()) {
    const livree = livraisons[rang];
    if (livree !== undefined) await ecrire(services, livree, 'Données de démonstration : chiffres inventés', lot);
  }
}

function rangDeLivraison({ type, jour }: ValeurInventee, livraisons: readonly Jour[]): number {
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

function creer(
  services: Services,
  ditp: Acteur,
  { indicateurs, nom, description, theme, ministere, equipe, services: deSonChamp, etat }: ReformeDeDemonstration,
  numeros: ReadonlyMap<string, number>,
): Promise<Resultat<string>> {
  const parts = MAILLES.flatMap((maille) =>
    indicateurs.flatMap(([identifiant, ecrit]) => {
      const indicateur = numeros.get(identifiant);
      const poids = lireDecimal(ecrit);
      return indicateur === undefined || poids === null ? [] : [{ indicateur, maille, poids }];
    }),
  );
  return services.base.transaction().execute((transaction) =>
    ecrireNouvelleReforme(
      transaction,
      services,
      ditp,
      {
        ...{ nom, description, theme, ministere, equipe, etat },
        services: [...deSonChamp],
        mailles: [...MAILLES],
        meteoJours: 90,
      },
      { demonstration: true, parts },
    ),
  );
}

/** Who declares for each territory: its prefect; the DITP where the demonstration has no one. */
const DECLARANTS: Readonly<Record<string, string>> = { D29: PREFECTURE_29, R53: PREFET_BRETAGNE };

/** The creation of a reform, its météos and its analyses. */
function faitsDe(
  acteurs: ReadonlyMap<string, Acteur>,
  reforme: ReformeDeDemonstration,
  numeros: ReadonlyMap<string, number>,
  ids: Map<string, string>,
  jour: Jour,
): readonly AutreFait[] {
  const id = () => ids.get(reforme.nom) ?? '';
  const declarant = (territoire: string) =>
    trouver(acteurs, DECLARANTS[territoire] ?? (territoire === 'FR' && reforme.equipe === 'fp-dgafp' ? DGAFP : DITP));
  const ilYA = (jours: number, faire: AutreFait['faire']): AutreFait => ({
    type: 'autre',
    jour: ajouterJours(jour, -jours),
    faire,
  });
  return [
    ilYA(400, async (alors) => {
      const cree = await creer(alors, trouver(acteurs, DITP), reforme, numeros);
      if (cree.ok) ids.set(reforme.nom, cree.valeur);
      return cree;
    }),
    ...reforme.meteos.map(({ ilYA: jours, ...meteo }) =>
      ilYA(jours, (alors) => declarerMeteo(alors, declarant(meteo.territoire), id(), meteo)),
    ),
    ...reforme.analyses.map(({ ilYA: jours, ...analyse }) =>
      ilYA(jours, (alors) => ecrireAnalyse(alors, declarant(analyse.territoire), id(), analyse)),
    ),
  ];
}

async function lirePopulations({ base }: Services): Promise<ReadonlyMap<string, number>> {
  const lignes = await base
    .selectFrom('critere_de_territoire')
    .select(['territoire_code', 'valeur'])
    .where('critere', '=', 'population')
    .execute();
  return new Map(lignes.map(({ territoire_code, valeur }) => [territoire_code, Number(valeur)]));
}

function midi(jour: Jour): Date {
  return new Date(`${jour}T11:00:00Z`);
}

function trouver(acteurs: ReadonlyMap<string, Acteur>, id: string): Acteur {
  const acteur = acteurs.get(id);
  if (!acteur) throw new Error(`Pas de personnage « ${id} ».`);
  return acteur;
}
