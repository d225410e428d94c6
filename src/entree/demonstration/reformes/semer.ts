import type { Acteur } from '#acces';
import { declarerMeteo, ecrireAnalyse, ecrireNouvelleReforme } from '#reformes';
import { aujourdhui, type Services } from '#socle';
import { type Jour, lireDecimal, type Resultat } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from '../chronologie.ts';
import { DGAFP, DITP, PREFECTURE_29, PREFET_BRETAGNE } from '../personas.ts';
import { faitsDesCibles } from './cibles.ts';
import type { ReformeDeDemonstration } from './donnees.ts';
import { faitsDesEtapes } from './etapes.ts';
import { faitsDeLaFeuille } from './feuille.ts';
import { faitsDeLImport } from './importation.ts';
import { REFORMES } from './reformes.ts';
import { MAILLES, semerLesIndicateurs } from './semer-indicateurs.ts';

/** The indicators and their values; gives what was done of the reforms, to be told in its place among the other facts. */
export async function semerLesReformes(
  services: Services,
  acteurs: ReadonlyMap<string, Acteur>,
): Promise<readonly AutreFait[]> {
  const jour = aujourdhui(services.horloge);
  const populations = await lirePopulations(services);
  const numeros = await semerLesIndicateurs(services, populations, jour);
  const ids = new Map<string, string>();
  const gens = {
    prefet: trouver(acteurs, PREFECTURE_29),
    ditp: trouver(acteurs, DITP),
    dgafp: trouver(acteurs, DGAFP),
  };
  return [
    ...REFORMES.flatMap((reforme) => faitsDe(acteurs, reforme, numeros, ids, jour)),
    ...faitsDeLaFeuille(gens, ids, jour),
    ...faitsDeLImport(gens.ditp, populations, jour),
    ...faitsDesCibles(gens, ids, jour),
    ...faitsDesEtapes(gens.prefet, ids, jour),
  ];
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
  const ilYA = faitsAvant(jour);
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

function trouver(acteurs: ReadonlyMap<string, Acteur>, id: string): Acteur {
  const acteur = acteurs.get(id);
  if (!acteur) throw new Error(`Pas de personnage « ${id} ».`);
  return acteur;
}
