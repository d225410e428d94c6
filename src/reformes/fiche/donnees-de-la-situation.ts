import type { Acteur } from '#acces';
import { presenterExplication, type Regard } from '#indicateurs';
import type { Base } from '#socle/base';
import type { Territoire } from '#territoires';
import type { Reforme } from '../lectures/reformes.ts';
import type { Suivi } from '../lectures/suivis.ts';
import { suivisVus } from '../lectures/suivis-vus.ts';
import { peutAnalyser, peutDeclarerMeteo } from '../politique.ts';
import { direFraicheur, presenterSuivi } from '../presentation.ts';
import { debutDuRecul, direFiabilite, fiabiliteDesMeteos, METEOS_POUR_JUGER } from '../regles/fiabilite-des-meteos.ts';
import { lireAnalyses, VERSIONS_PAR_PAGE } from './lectures/analyses.ts';
import { lireContacts } from './lectures/contacts.ts';
import { indicateursDeLaReforme } from './lectures/indicateurs.ts';
import { liensDeLaReforme } from './lectures/liens.ts';
import { lireMeteos, passeDesMeteos } from './lectures/meteos.ts';
import { parcoursDuTaux } from './parcours.ts';
import { direSituation } from './phrase.ts';
import { presenterIndicateur } from './presenter-indicateur.ts';

type Demande = {
  readonly acteur: Acteur;
  readonly reforme: Reforme;
  readonly territoire: Territoire;
  /** Where this person reads the reform: past météos are judged on them. */
  readonly lisibles: readonly string[];
  /** The day it is looked at from; from a past one, nothing is written. */
  readonly regard: Regard;
  /** Page of the versions of the analysis, from 1. */
  readonly versions: number;
};

/** Everything the first page of a reform shows of a territory. The caller has checked that the actor reads it there. */
export async function donneesDeLaSituation(base: Base, demande: Demande) {
  const { acteur, reforme, territoire, lisibles, regard, versions } = demande;
  const { code } = territoire;
  const { jour: au, passe } = regard;
  const territoires = [...new Set([code, ...lisibles])];
  const [suivis, lus, meteos, analyses, contacts, liens] = await Promise.all([
    suivisVus(base, acteur, { reformes: [reforme], territoires }, regard, { mediane: true }),
    indicateursDeLaReforme(base, reforme, code, regard),
    lireMeteos(base, reforme.id, code, regard),
    lireAnalyses(base, reforme.id, code, {
      saut: (versions - 1) * VERSIONS_PAR_PAGE,
      limite: VERSIONS_PAR_PAGE + 1,
      jour: passe ? au : null,
    }),
    lireContacts(base, reforme.id, [code]),
    liensDeLaReforme(base, acteur, reforme.id),
  ]);
  const sien = suivis.find((suivi) => suivi.territoire === code);
  const suivi = sien ? presenterSuivi(sien, au) : null;
  return {
    suivi,
    phrase: suivi && direSituation(suivi),
    fraicheur: suivi && majuscule(direFraicheur(suivi)),
    explicationDuTaux: lus.taux && presenterExplication(lus.taux),
    indicateurs: lus.indicateurs.map((lu) => presenterIndicateur(lu, territoire, regard)),
    meteo: {
      actuelle: suivi?.meteo ?? null,
      declarable: !passe && peutDeclarerMeteo(acteur, reforme, code).permis,
      cadence: reforme.meteoJours,
      jugements: meteos.map(({ cle, jour, meteo, phrase, auteur }) => ({ cle, jour, niveau: meteo, phrase, auteur })),
      taux: parcoursDuTaux(lus.indicateurs, au),
      fiabilite: await direFiabiliteIci(base, reforme, suivis, code, regard),
    },
    analyse: {
      modifiable: !passe && peutAnalyser(acteur, reforme, code).permis,
      versions: analyses
        .slice(0, VERSIONS_PAR_PAGE)
        .map(({ enregistreLe, ...version }) => ({ ...version, quand: enregistreLe.toISOString() })),
      page: versions,
      suite: analyses.length > VERSIONS_PAR_PAGE,
    },
    contacts,
    liens,
  };
}

/** How reliable past météos proved here; where there are too few, over all the territories this person reads. */
async function direFiabiliteIci(
  base: Base,
  reforme: Reforme,
  suivis: readonly Suivi[],
  code: string,
  regard: Regard,
): Promise<{ readonly portee: 'ici' | 'partout'; readonly phrase: string }> {
  const passes = await passeDesMeteos(base, reforme.id, suivis, regard);
  const limite = debutDuRecul(regard.jour);
  const ici = passes.get(code);
  const duTerritoire = fiabiliteDesMeteos(ici ? [ici] : [], limite);
  if (duTerritoire.effectif >= METEOS_POUR_JUGER || passes.size < 2)
    return { portee: 'ici', phrase: direFiabilite(duTerritoire) };
  return { portee: 'partout', phrase: direFiabilite(fiabiliteDesMeteos([...passes.values()], limite)) };
}

function majuscule(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

export type SituationPresentee = Awaited<ReturnType<typeof donneesDeLaSituation>>;
