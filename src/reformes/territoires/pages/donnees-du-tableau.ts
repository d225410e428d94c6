import type { LoaderFunctionArgs } from 'react-router';
import { type FiltreActif, formaterJour } from '#interface';
import { LIBELLES_D_ALERTE, type SuiviPresente } from '../../presentation.ts';
import { LIBELLES_DE_METEO } from '../../regles/meteo.ts';
import { avec, criteresDeLAdresse, NOMS_DE_FILTRES } from '../adresses.ts';
import { lireTableauDeBord } from '../lectures/tableau-de-bord.ts';
import { type CriteresDeReformes, choisir, groupeDe, SANS_MINISTERE } from '../regles/criteres.ts';
import { lesPlusEnDifficulte } from '../regles/difficultes.ts';
import { LIBELLES_DE_POSITION, resumer } from '../regles/resume.ts';
import { chargerTerritoire } from './charger-territoire.ts';

/** What the table of the reforms of a territory shows, and what its exports hold. */
export async function donneesDuTableau(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, parametres, regard, vue } = charge;
  const tous = await lireTableauDeBord(services.base, acteur, charge, regard);
  const criteres = criteresDeLAdresse(parametres);
  const montres = choisir(tous, criteres);
  return {
    charge,
    pourLaPage: {
      vue,
      au: regard.jour,
      suivis: montres.map((suivi) => ({ ...suivi, groupe: groupeDe(criteres, suivi) })),
      resume: resumer(tous),
      difficultes: filtresActifs(vue.requete, criteres).length > 0 ? [] : lesPlusEnDifficulte(tous),
      criteres,
      filtres: filtresActifs(vue.requete, criteres),
      facettes: facettesDe(tous),
    },
  };
}

export type DonneesDuTableau = Awaited<ReturnType<typeof donneesDuTableau>>['pourLaPage'];
export type LigneDuTableau = DonneesDuTableau['suivis'][number];

/** Title of a file: « Réformes du Finistère au 15 février 2022 ». */
export function titreDeFichier({ vue, au }: Pick<DonneesDuTableau, 'vue' | 'au'>): string {
  return `Réformes ${vue.genitif} au ${formaterJour(au)}`;
}

export const LIBELLES_DE_SIGNAL: Readonly<Record<string, string>> = {
  degradation_significative: 'dégradation significative',
  amelioration_significative: 'amélioration significative',
  variation_ordinaire: 'variation ordinaire',
  aucun: 'historique trop court',
};

function filtresActifs(requete: string, criteres: CriteresDeReformes): readonly FiltreActif[] {
  const { q, theme, ministere, position, alerte, meteo, signal } = criteres;
  const textes: Readonly<Record<string, string | null>> = {
    q: q && `contient « ${q} »`,
    theme: theme && `thème : ${theme}`,
    ministere: ministere && `ministère : ${ministere}`,
    position: position && LIBELLES_DE_POSITION[position].toLowerCase(),
    alerte: alerte && LIBELLES_D_ALERTE[alerte].toLowerCase(),
    meteo: meteo && `météo : ${meteo === 'aucune' ? 'jamais déclarée' : LIBELLES_DE_METEO[meteo].nom.toLowerCase()}`,
    signal: signal && `signal : ${LIBELLES_DE_SIGNAL[signal] ?? signal}`,
  };
  return NOMS_DE_FILTRES.flatMap((nom) => {
    const texte = textes[nom];
    return texte ? [{ texte, href: avec(requete, { [nom]: null }) }] : [];
  });
}

/** The themes and ministries there are here, to choose from. */
function facettesDe(suivis: readonly SuiviPresente[]) {
  const valeurs = (lire: (suivi: SuiviPresente) => string) =>
    [...new Set(suivis.map(lire))].sort(new Intl.Collator('fr').compare);
  return {
    themes: valeurs(({ theme }) => theme),
    ministeres: valeurs(({ ministere }) => ministere ?? SANS_MINISTERE),
  };
}
