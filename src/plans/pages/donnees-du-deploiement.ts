import type { LoaderFunctionArgs } from 'react-router';
import { obtenir } from '#acces';
import { comparerDecimaux, type Jour, lireDecimal } from '#socle/valeurs';
import { lireCodeTerritoire } from '#territoires/regles';
import {
  type Declinaison,
  declinaisonsDeLAction,
  notesDeLaDeclinaison,
  trouverActionDeclinee,
} from '../deploiement/lectures.ts';
import { peutCorrigerDeclinaison, peutDecliner, peutNoterDeclinaison } from '../deploiement/politique.ts';
import { presenterDeclinaison } from '../deploiement/presentation.ts';
import {
  agreger,
  classeDeNouvelle,
  classeDeTaux,
  ETATS_FILTRES,
  type EtatFiltre,
  estDansLEtat,
  mailleDe,
  silenceDe,
  territoiresDeLaMaille,
} from '../regles/deploiement.ts';
import { appuiDuStatut } from './appui-du-statut.ts';
import { chargerPlan } from './charger-plan.ts';
import { CARTES, type CarteDeDeploiement } from './deploiement/mots.ts';

const TRIS = ['taux', 'nouvelle'] as const;
export type TriDeDeclinaisons = (typeof TRIS)[number];

export type DonneesDuDeploiement = Awaited<ReturnType<typeof donneesDuDeploiement>>['vue'];

/** How an action goes, territory by territory, as the address asks for it. */
export async function donneesDuDeploiement(arguments_: LoaderFunctionArgs) {
  const charge = await chargerPlan(arguments_);
  const { services, acteur, plan, regard, parametres } = charge;
  const action = obtenir(await trouverActionDeclinee(services.base, plan.id, arguments_.params.action ?? '', regard));
  const { ouvertes, enTout } = await declinaisonsDeLAction(services.base, acteur, plan, action.id, regard);
  const present = !regard.passe && !action.retiree;
  const criteres = lireCriteres(parametres);
  const retenues = trier(
    ouvertes.filter(
      (une) =>
        (criteres.region === null || une.region === criteres.region) &&
        (criteres.etat === null || estDansLEtat(une, criteres.etat, regard.jour, plan.silenceJours)),
    ),
    criteres,
  ).map((une) => presenterDeclinaison(une, silenceDe(une, regard.jour, plan.silenceJours)));
  const choisie = ouvertes.find(({ territoire }) => territoire === parametres.get('territoire'));
  const montree = choisie ?? (ouvertes.length === 1 ? ouvertes[0] : undefined);
  const notes = montree === undefined ? [] : await notesDeLaDeclinaison(services.base, montree.id, regard);
  const territoirePlan = lireCodeTerritoire(plan.territoire) ?? 'FR';
  const declinable = present && peutDecliner(acteur, plan).permis;
  return {
    charge,
    action,
    retenues,
    vue: {
      plan: charge.vue,
      action: { id: action.id, code: action.code, intitule: action.intitule },
      fait: parametres.get('fait'),
      silenceJours: plan.silenceJours,
      reserve: plan.diffusion === 'equipe',
      maille: mailleDe(ouvertes[0]?.territoire ?? ''),
      enTout,
      agregat: agreger(ouvertes, regard.jour, plan.silenceJours),
      declinaisons: retenues,
      carte: ouvertes.map((une) => ({
        code: une.territoire,
        nom: une.nom,
        classe: classeSurLaCarte(une, criteres.carte, regard.jour),
        valeurTexte: presenterDeclinaison(une, null).enMots,
      })),
      regions: regionsDe(ouvertes).map((region) => ({
        ...region,
        agregat: agreger(
          ouvertes.filter((une) => une.region === region.valeur),
          regard.jour,
          plan.silenceJours,
        ),
      })),
      criteres,
      requete: new URLSearchParams([...parametres].filter(([nom]) => GARDES.has(nom))).toString(),
      declinable,
      choix: declinable
        ? {
            parDepartement: territoiresDeLaMaille('departemental', territoirePlan).length,
            parRegion: territoiresDeLaMaille('regional', territoirePlan).length,
            regions: territoiresDeLaMaille('regional', territoirePlan).map(({ code, nom }) => ({
              valeur: code,
              texte: nom,
            })),
          }
        : null,
      territoire:
        montree === undefined
          ? null
          : {
              ...presenterDeclinaison(montree, silenceDe(montree, regard.jour, plan.silenceJours)),
              vue: montree.vue,
              notable: present && peutNoterDeclinaison(acteur, plan, montree.territoire).permis,
              corriger: parametres.get('corriger'),
              appui: appuiDuStatut({ statut: montree.statut, notes }),
              notes: notes.map(({ compte, enregistreLe, vautLe: _, ...note }) => ({
                ...note,
                enregistreLe: enregistreLe.toISOString(),
                corrigible:
                  present && !note.corrigee && peutCorrigerDeclinaison(acteur, plan, montree.territoire, compte).permis,
              })),
            },
    },
  };
}

/** What the address keeps from one gesture to the next. */
const GARDES = new Set(['region', 'etat', 'tri', 'carte', 'au', 'territoire']);

type Criteres = {
  readonly region: string | null;
  readonly etat: EtatFiltre | null;
  readonly tri: TriDeDeclinaisons | null;
  readonly carte: CarteDeDeploiement;
};

function lireCriteres(parametres: URLSearchParams): Criteres {
  return {
    region: lireCodeTerritoire(parametres.get('region') ?? ''),
    etat: ETATS_FILTRES.find((etat) => etat === parametres.get('etat')) ?? null,
    tri: TRIS.find((tri) => tri === parametres.get('tri')) ?? null,
    carte: CARTES.find((carte) => carte === parametres.get('carte')) ?? 'taux',
  };
}

function classeSurLaCarte(une: Declinaison, carte: CarteDeDeploiement, jour: Jour): string | null {
  if (carte === 'nouvelle') return classeDeNouvelle(une.derniereNouvelle, jour);
  return carte === 'taux' ? classeDeTaux(une.taux) : une.statut;
}

/** By name unless asked otherwise; the lowest rate and the oldest news first, what was not said before what was. */
function trier(declinaisons: readonly Declinaison[], { tri }: Criteres): readonly Declinaison[] {
  if (tri === null) return declinaisons;
  return [...declinaisons].sort(tri === 'taux' ? parTaux : parNouvelle);
}

function parTaux(a: Declinaison, b: Declinaison): number {
  const [ta, tb] = [lireDecimal(a.taux ?? ''), lireDecimal(b.taux ?? '')];
  return ta === null || tb === null ? Number(ta !== null) - Number(tb !== null) : comparerDecimaux(ta, tb);
}

function parNouvelle(a: Declinaison, b: Declinaison): number {
  const cle = (jour: Jour | null) => jour ?? '';
  return cle(a.derniereNouvelle) < cle(b.derniereNouvelle)
    ? -1
    : cle(a.derniereNouvelle) > cle(b.derniereNouvelle)
      ? 1
      : 0;
}

function regionsDe(declinaisons: readonly Declinaison[]) {
  const regions = new Map(
    declinaisons.flatMap(({ region, regionNom }) =>
      region === null || regionNom === null ? [] : [[region, regionNom] as const],
    ),
  );
  return [...regions]
    .map(([valeur, texte]) => ({ valeur, texte }))
    .sort((a, b) => a.texte.localeCompare(b.texte, 'fr'));
}
