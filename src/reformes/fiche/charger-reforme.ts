import type { LoaderFunctionArgs } from 'react-router';
import { type Acteur, contexteServices, exigerActeur, obtenir, refuser, selon } from '#acces';
import { type Regard, regardDeLAdresse, sansDateEcartee } from '#indicateurs';
import { aujourdhui, type Services } from '#socle';
import type { Jour } from '#socle/valeurs';
import { lireCodeTerritoire, type Maille, TERRITOIRES, type Territoire } from '#territoires';
import { type Reforme, trouverReforme } from '../lectures/reformes.ts';
import { peutConfigurerReformes, peutLireReforme, peutTenirReforme, territoiresLisibles } from '../politique.ts';
import { LIBELLES_D_ETAT } from './mots.ts';
import type { ReformeEnPage } from './pages/cadre.tsx';

export type ReformeChargee = {
  readonly acteur: Acteur;
  readonly services: Services;
  readonly reforme: Reforme;
  readonly parametres: URLSearchParams;
  /** The day the page is looked at from. */
  readonly regard: Regard;
  readonly aujourdhui: Jour;
  /** Where this person reads it, France first. */
  readonly lisibles: readonly string[];
  /** The one the page is about. */
  readonly territoire: Territoire;
  readonly vue: ReformeEnPage;
};

/** The reform of the address in the territory it asks for, for the person signed in; or the refusal page. */
export async function chargerReforme({
  context,
  request,
  params,
}: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>): Promise<ReformeChargee> {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const id = params.reforme ?? '';
  const reforme = obtenir(await trouverReforme(services.base, acteur, id));
  const demandes = new URL(request.url).searchParams;
  const jour = aujourdhui(services.horloge);
  const regard = regardDeLAdresse(demandes, jour);
  const parametres = sansDateEcartee(demandes, regard);
  const lisibles = territoiresLisibles(acteur, reforme);
  const demande = parametres.get('territoire');
  const code = demande ? lireCodeTerritoire(demande) : parDefaut(acteur, reforme, lisibles);
  const territoire = TERRITOIRES.find((un) => un.code === code);
  if (territoire === undefined) return refuser(TERRITOIRE_ABSENT);
  obtenir(selon(peutLireReforme(acteur, reforme, territoire.code)));
  return {
    acteur,
    services,
    reforme,
    parametres,
    regard,
    aujourdhui: jour,
    lisibles,
    territoire,
    vue: {
      id: reforme.id,
      nom: reforme.nom,
      theme: reforme.theme,
      ministere: reforme.ministereNom,
      equipe: reforme.equipeNom,
      mailles: reforme.mailles.map((maille) => NIVEAUX[maille]),
      etat: reforme.etat === 'active' ? null : LIBELLES_D_ETAT[reforme.etat],
      demonstration: reforme.demonstration,
      territoire: { code: territoire.code, nom: territoire.nom },
      // The tab keeps the territory only when it was asked for: addresses stay short otherwise.
      demande: demande === null ? null : territoire.code,
      configurable: peutConfigurerReformes(acteur).permis,
      tenue: peutTenirReforme(acteur, reforme).permis,
      au: regard.passe ? regard.jour : null,
      aujourdhui: jour,
      dateEcartee: regard.dateEcartee,
      requete: parametres.toString(),
    },
  };
}

/** One's own territory when one reads it there, else France, else the first one reads. */
function parDefaut(acteur: Acteur, { mailles }: Reforme, lisibles: readonly string[]): string | null {
  const suivi = (code: string) => {
    const maille = TERRITOIRES.find((un) => un.code === code)?.maille;
    return maille !== undefined && mailles.includes(maille);
  };
  const voulus = [acteur.territoire, 'FR'].filter((code) => lisibles.includes(code));
  return voulus.find(suivi) ?? lisibles.find(suivi) ?? voulus[0] ?? lisibles[0] ?? null;
}

const NIVEAUX: Readonly<Record<Maille, string>> = {
  national: 'France',
  regional: 'régions',
  departemental: 'départements',
};

const TERRITOIRE_ABSENT = {
  nature: 'introuvable',
  regle: 'territoire.introuvable',
  message: 'Ce territoire n’existe pas. Choisissez-le dans la liste de la page de la réforme.',
} as const;

export type GroupeDeTerritoires = {
  readonly groupe: string;
  readonly options: readonly { readonly valeur: string; readonly texte: string }[];
};

/** The territories one may choose: those one reads, at the mailles the reform is followed at. */
export function territoiresEnOptions(
  { mailles }: Pick<Reforme, 'mailles'>,
  lisibles: readonly string[],
): readonly GroupeDeTerritoires[] {
  const lus = new Set(lisibles);
  const groupe = (maille: Maille, nom: string, texte: (un: Territoire) => string): readonly GroupeDeTerritoires[] => {
    const options = TERRITOIRES.filter((un) => un.maille === maille && lus.has(un.code)).map((un) => ({
      valeur: un.code,
      texte: texte(un),
    }));
    return mailles.includes(maille) && options.length > 0 ? [{ groupe: nom, options }] : [];
  };
  return [
    ...groupe('national', 'National', ({ nom }) => nom),
    ...groupe('regional', 'Régions', ({ nom }) => nom).map(parNom),
    ...groupe('departemental', 'Départements', ({ nom, insee }) => `${nom} (${insee})`).map(parNom),
  ];
}

function parNom({ groupe, options }: GroupeDeTerritoires): GroupeDeTerritoires {
  return { groupe, options: [...options].sort((a, b) => a.texte.localeCompare(b.texte, 'fr')) };
}
