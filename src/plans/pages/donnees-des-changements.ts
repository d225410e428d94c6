import type { LoaderFunctionArgs } from 'react-router';
import type { Base } from '#socle/base';
import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import { complementsDesActions } from '../lectures/complements.ts';
import { nommerActions } from '../lectures/details.ts';
import { engagementsDesActions, type Regard } from '../lectures/faits.ts';
import { type ActionSituee, situationsEntre } from '../lectures/situations.ts';
import {
  type ActionChangee,
  changementsDuPlan,
  compterLesChangements,
  type GenreDeChangement,
  LIBELLES_DE_CHANGEMENT,
  motsDesEcheances,
} from '../regles/changements.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import { chargerPlan } from './charger-plan.ts';

const PAR_PAGE = 50;
/** From one monthly committee to the next, when the address names no day. */
const JOURS_PAR_DEFAUT = 30;

/** What changed in a plan between the two days of the address: thirty days up to today when it names none; one page, or all. */
export async function donneesDesChangements(arguments_: LoaderFunctionArgs, toutes = false) {
  const charge = await chargerPlan(arguments_);
  const { services, plan, parametres, regard, vue } = charge;
  const demande = lireJour(parametres.get('du') ?? '');
  const du = demande !== null && demande < regard.jour ? demande : ajouterJours(regard.jour, -JOURS_PAR_DEFAUT);
  const { avant, apres, touchees } = await situationsEntre(services.base, plan.id, du, regard);
  const changees = changementsDuPlan(avant, apres, touchees);
  const genre = lireGenre(parametres.get('genre'));
  const retenues = changees.filter(({ changements }) => genre === null || changements.includes(genre));
  const pages = Math.max(1, Math.ceil(retenues.length / PAR_PAGE));
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), pages);
  const montrees = toutes ? retenues : retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE);
  return {
    charge,
    vue: {
      vue,
      du,
      jusquau: regard.jour,
      genre,
      comptes: compterLesChangements(changees),
      total: changees.length,
      nombre: retenues.length,
      page,
      pages,
      requete: parametres.toString(),
      actions: await enListe(services.base, montrees, du, regard),
    },
  };
}

async function enListe(base: Base, changees: readonly ActionChangee<ActionSituee>[], du: Jour, regard: Regard) {
  const avant = changees.flatMap((changee) => changee.avant?.id ?? []);
  const apres = changees.flatMap((changee) => changee.apres?.id ?? []);
  const [nommees, textes, anciennes, presentes] = await Promise.all([
    nommerActions(
      base,
      changees.flatMap((changee) => changee.apres ?? changee.avant ?? []),
    ),
    complementsDesActions(base, apres, regard),
    engagementsDesActions(base, { actions: avant }, { jour: du, passe: true }),
    engagementsDesActions(base, { actions: apres }, regard),
  ]);
  const noms = new Map(nommees.map((action) => [action.id, action]));
  return changees.flatMap(({ avant, apres, changements }) => {
    const action = apres ?? avant;
    const nom = action && noms.get(action.id);
    if (!action || !nom) return [];
    const recente = action.derniereNouvelle !== null && action.derniereNouvelle > du;
    return [
      {
        id: action.id,
        code: nom.code,
        intitule: nom.intitule,
        retiree: apres === null,
        changements,
        statut: { avant: avant && statutDe(avant), apres: apres && statutDe(apres) },
        taux: { avant: avant?.taux ?? null, apres: apres?.taux ?? null },
        echeances: {
          avant: avant && motsDesEcheances(anciennes.get(avant.id) ?? []),
          apres: apres && motsDesEcheances(presentes.get(apres.id) ?? []),
        },
        note: recente ? (textes.get(action.id)?.note ?? null) : null,
      },
    ];
  });
}

function statutDe({ statut }: ActionSituee): string {
  return statut === null ? 'Non déclaré' : LIBELLES_DE_STATUT[statut];
}

function lireGenre(texte: string | null): GenreDeChangement | null {
  return texte !== null && Object.hasOwn(LIBELLES_DE_CHANGEMENT, texte) ? (texte as GenreDeChangement) : null;
}
