import type { LoaderFunctionArgs } from 'react-router';
import { type Acteur, contexteServices, exigerActeur, obtenir } from '#acces';
import { type Regard, regardDeLAdresse, sansDateEcartee } from '#indicateurs';
import type { RegardEnPage } from '#interface';
import { aujourdhui, type Services } from '#socle';
import type { Jour } from '#socle/valeurs';
import { TERRITOIRES, type Territoire } from '#territoires';
import { ouvrirTerritoire, type TerritoireOuvert } from '../lectures/tableau-de-bord.ts';

type Demande = Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>;

export type TerritoireCharge = TerritoireOuvert & {
  readonly acteur: Acteur;
  readonly services: Services;
  readonly parametres: URLSearchParams;
  readonly au: Jour;
  /** The day the page is looked at from. */
  readonly regard: Regard;
  readonly vue: TerritoireEnPage;
};

/** What the frame of every page of a territory needs. */
export type TerritoireEnPage = RegardEnPage & {
  readonly code: string;
  readonly nom: string;
  readonly genitif: string;
  readonly locution: string;
  readonly maille: Territoire['maille'];
  /** Its région, for a département. */
  readonly region: { readonly code: string; readonly nom: string; readonly ouverte: boolean } | null;
  readonly ouverts: readonly { readonly code: string; readonly nom: string; readonly maille: Territoire['maille'] }[];
  /** A map of it has something to show: a département alone is not a map. */
  readonly enCarte: boolean;
  readonly requete: string;
};

/** The territory of the address for the person signed in, or the refusal page. */
export async function chargerTerritoire({ context, request, params }: Demande): Promise<TerritoireCharge> {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const ouvert = obtenir(await ouvrirTerritoire(services.base, acteur, params.territoire ?? ''));
  const jour = aujourdhui(services.horloge);
  const demandes = new URL(request.url).searchParams;
  const regard = regardDeLAdresse(demandes, jour);
  const parametres = sansDateEcartee(demandes, regard);
  const { code, nom, genitif, locution, maille, parent } = ouvert.territoire;
  const region = maille === 'departemental' ? TERRITOIRES.find((connu) => connu.code === parent) : undefined;
  return {
    ...ouvert,
    acteur,
    services,
    parametres,
    au: jour,
    regard,
    vue: {
      code,
      nom,
      genitif,
      locution,
      maille,
      region: region
        ? {
            code: region.code,
            nom: region.nom,
            ouverte: ouvert.ouverts.some((connu) => connu.code === region.code),
          }
        : null,
      ouverts: ouvert.ouverts.map((connu) => ({ code: connu.code, nom: connu.nom, maille: connu.maille })),
      enCarte:
        maille !== 'departemental' || ouvert.ouverts.filter((connu) => connu.maille === 'departemental').length > 1,
      requete: parametres.toString(),
      au: regard.passe ? regard.jour : null,
      aujourdhui: jour,
      dateEcartee: regard.dateEcartee,
    },
  };
}
