import type { LoaderFunctionArgs } from 'react-router';
import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import { complementsDesActions } from '../lectures/complements.ts';
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
  const { avant, apres } = await situationsEntre(services.base, plan.id, du, regard);
  const changees = changementsDuPlan(avant, apres);
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
      actions: await enListe(montrees, du, (actions) => complementsDesActions(services.base, actions, regard)),
    },
  };
}

async function enListe(
  changees: readonly ActionChangee<ActionSituee>[],
  du: Jour,
  complements: (actions: readonly string[]) => ReturnType<typeof complementsDesActions>,
) {
  const textes = await complements(changees.flatMap(({ apres }) => apres?.id ?? []));
  return changees.flatMap(({ avant, apres, changements }) => {
    const action = apres ?? avant;
    if (action === null) return [];
    const recente = action.derniereNouvelle !== null && action.derniereNouvelle > du;
    return [
      {
        id: action.id,
        code: action.code,
        intitule: action.intitule,
        retiree: apres === null,
        changements,
        statut: { avant: avant && statutDe(avant), apres: apres && statutDe(apres) },
        taux: { avant: avant?.taux ?? null, apres: apres?.taux ?? null },
        echeances: { avant: avant && motsDesEcheances(avant), apres: apres && motsDesEcheances(apres) },
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
