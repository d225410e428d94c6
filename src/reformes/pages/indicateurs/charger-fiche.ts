import { type Acteur, refuser } from '#acces';
import {
  historiqueDesValeurs,
  lireSuivi,
  MAILLES,
  nomDuTerritoire,
  PERIODICITES,
  peutConfigurerIndicateurs,
  peutEcrireValeurs,
  peutProposerValeur,
  presenterSuivi,
  propositionsDe,
  type Regard,
  regardDeLAdresse,
  SENS,
  type SituationPresentee,
  sansDateEcartee,
  situationsLisibles,
  uniteCourte,
} from '#indicateurs';
import { avec, formaterJourCourt } from '#interface';
import { aujourdhui, type Services } from '#socle';
import { lireCodeTerritoire, type Maille } from '#territoires';
import type { IndicateurOuvert } from './acces.ts';
import { carteDesTaux } from './carte.ts';
import { reformesDeLIndicateur } from './equipes.ts';
import { ordreDeLAdresse, trier } from './trier.ts';
import { estDeLaVue, VUES, vueDeLAdresse } from './vues.ts';

export type Fiche = Awaited<ReturnType<typeof chargerFiche>>;

const ORDRE_DES_MAILLES: readonly Maille[] = ['departemental', 'regional', 'national'];

/** Everything the page of an indicator shows, bounded to the territories this person reads. */
export async function chargerFiche(
  services: Services,
  acteur: Acteur,
  { indicateur, portee, tenus }: IndicateurOuvert,
  demandes: URLSearchParams,
) {
  const { base, horloge } = services;
  const { vu, reglages } = indicateur;
  const unite = texteDe(reglages.unite);
  const cle = { numero: vu.numero, unite };
  const jour = aujourdhui(horloge);
  const regard = regardDeLAdresse(demandes, jour);
  const parametres = sansDateEcartee(demandes, regard);
  const toutes = await situationsLisibles(base, cle, portee, regard);
  const territoire = choisirTerritoire(acteur, toutes, parametres.get('territoire'));
  const maille = choisirMaille(toutes, parametres.get('maille'), territoire);
  const deLaMaille = toutes.filter((situation) => situation.maille === maille);
  const voir = vueDeLAdresse(parametres.get('voir'));
  const ordre = ordreDeLAdresse(parametres);
  const requete = parametres.toString();
  const adresseDe = (code: string) => avec(requete, { territoire: code, fait: null });
  const ecrit = !regard.passe && peutEcrireValeurs(acteur, vu, tenus).permis;
  const [propositions, reformes, ouvert] = await Promise.all([
    regard.passe ? [] : propositionsDe(base, cle, portee, territoire),
    reformesDeLIndicateur(base, acteur, vu.numero),
    territoire === null
      ? null
      : chargerTerritoire(services, acteur, { indicateur, cle, territoire, regard, parametres, ecrit }),
  ]);
  return {
    id: vu.id,
    nom: indicateur.nom,
    identifiant: indicateur.identifiant,
    etat: vu.etat,
    unite,
    definition: definitionDe(reglages),
    regard,
    au: regard.passe ? regard.jour : null,
    aujourdhui: jour,
    dateEcartee: regard.dateEcartee,
    requete,
    maille,
    mailles: ORDRE_DES_MAILLES.filter((une) => toutes.some((situation) => situation.maille === une)).map((une) => ({
      valeur: une,
      texte: MAILLES[une],
    })),
    territoires: toutes.map(({ territoire: code, nom }) => ({ valeur: code, texte: nom })),
    nombre: deLaMaille.length,
    comptes: VUES.map((vue) => ({ vue, nombre: deLaMaille.filter((situation) => estDeLaVue(situation, vue)).length })),
    voir,
    ordre,
    situations: trier(
      voir === null ? deLaMaille : deLaMaille.filter((situation) => estDeLaVue(situation, voir)),
      ordre,
      (situation) => situation,
    ),
    carte:
      maille === null || maille === 'national' ? null : carteDesTaux(indicateur.nom, maille, deLaMaille, adresseDe),
    reformes,
    ouvert,
    propositions,
    ecrit,
    configure: !regard.passe && peutConfigurerIndicateurs(acteur).permis,
    fait: parametres.get('fait'),
  };
}

/** One territory: its figures with where they come from, its series, what happened to its values. */
async function chargerTerritoire(
  { base }: Services,
  acteur: Acteur,
  {
    indicateur: { vu, nom },
    cle,
    territoire,
    regard,
    parametres,
    ecrit,
  }: {
    readonly indicateur: IndicateurOuvert['indicateur'];
    readonly cle: { readonly numero: number; readonly unite: string };
    readonly territoire: string;
    readonly regard: Regard;
    readonly parametres: URLSearchParams;
    readonly ecrit: boolean;
  },
) {
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const [suivi, historique] = await Promise.all([
    lireSuivi(base, cle.numero, territoire, regard),
    historiqueDesValeurs(base, cle, territoire, { page, regard }),
  ]);
  if (suivi === null) return null;
  const { chiffres, serie, saisies } = presenterSuivi(suivi, territoire, cle.unite, regard.jour);
  const unite = uniteCourte(cle.unite);
  return {
    code: territoire,
    nom: nomDuTerritoire(territoire),
    chiffres,
    saisies,
    serie: {
      ...serie,
      legende: `${nom}, ${nomDuTerritoire(territoire)}`,
      ...(unite === null ? {} : { unite }),
      ...(regard.passe ? { nomDuJour: formaterJourCourt(regard.jour) } : {}),
    },
    ...historique,
    page,
    propose: !ecrit && !regard.passe && peutProposerValeur(acteur, vu, territoire).permis,
  };
}

/** The one asked for, else one's own when it is followed; asking for one that is not open is refused, and said. */
function choisirTerritoire(
  acteur: Acteur,
  situations: readonly SituationPresentee[],
  demande: string | null,
): string | null {
  const suivi = (code: string) => situations.some(({ territoire }) => territoire === code);
  const code = demande === null || demande === '' ? null : lireCodeTerritoire(demande);
  if (code === null) return suivi(acteur.territoire) ? acteur.territoire : null;
  if (!suivi(code))
    refuser({
      nature: 'interdit',
      regle: 'indicateur.lire.territoire',
      message:
        'Cet indicateur n’est pas suivi dans ce territoire, ou ne vous y est pas ouvert. Vous lisez les valeurs des réformes que vous suivez, là où vous les suivez.',
    });
  return code;
}

function choisirMaille(
  situations: readonly SituationPresentee[],
  demandee: string | null,
  territoire: string | null,
): Maille | null {
  const presentes = ORDRE_DES_MAILLES.filter((maille) => situations.some((situation) => situation.maille === maille));
  const sienne = situations.find((situation) => situation.territoire === territoire)?.maille;
  const parDefaut = sienne === 'national' ? undefined : sienne;
  return presentes.find((maille) => maille === demandee) ?? parDefaut ?? presentes[0] ?? null;
}

function definitionDe(reglages: IndicateurOuvert['indicateur']['reglages']) {
  const mot = <T extends string>(mots: Readonly<Record<T, string>>, cle: string) => mots[cle as T] ?? cle;
  const liste = [reglages.mailles ?? []].flat().map((maille) => mot(MAILLES, maille).toLowerCase());
  const delai = Number(texteDe(reglages.delai));
  return [
    { terme: 'Unité', valeur: texteDe(reglages.unite) || 'sans unité' },
    { terme: 'Sens qui est le bon', valeur: mot(SENS, texteDe(reglages.sens)).toLowerCase() },
    { terme: 'Périodicité', valeur: mot(PERIODICITES, texteDe(reglages.periodicite)).toLowerCase() },
    { terme: 'Délai', valeur: `${delai} mois après la fin de la période` },
    { terme: 'Mailles', valeur: liste.join(', ') },
    { terme: 'Mesure', valeur: texteDe(reglages.mesure) },
    { terme: 'Méthode', valeur: texteDe(reglages.methode) },
    { terme: 'Source', valeur: texteDe(reglages.source) },
  ].filter(({ valeur }) => valeur !== '');
}

function texteDe(valeur: string | string[] | undefined): string {
  return typeof valeur === 'string' ? valeur : '';
}
