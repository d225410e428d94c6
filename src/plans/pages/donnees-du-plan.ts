import type { LoaderFunctionArgs } from 'react-router';
import { criteresDeLAdresse } from '../adresses.ts';
import { listerActions } from '../lectures/actions.ts';
import { complementsDesActions } from '../lectures/complements.ts';
import { nommerActions } from '../lectures/details.ts';
import { facettesDuPlan } from '../lectures/facettes.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { prochaineEcheance } from '../lectures/plans.ts';
import { presenterListe } from '../presentation.ts';
import { type ColonneDAction, lireColonnes } from '../regles/colonnes.ts';
import { chargerPlan } from './charger-plan.ts';
import { filtresActifs } from './filtres-actifs.ts';

export type DonneesDuPlan = Awaited<ReturnType<typeof donneesDuPlan>>;

/** Everything the page of a plan shows: its actions as the address asks for them, its counts, what the filters can be set to. */
export async function donneesDuPlan(arguments_: LoaderFunctionArgs) {
  const { services, plan, parametres, regard, vue } = await chargerPlan(arguments_);
  const criteres = criteresDeLAdresse(parametres);
  const [liste, axes, facettes] = await Promise.all([
    listerActions(services.base, plan.id, criteres, regard),
    axesDuPlan(services.base, plan.id),
    facettesDuPlan(services.base, plan.id),
  ]);
  const prochaine = prochaineEcheance(liste.toutes);
  const [nommee] = prochaine ? await nommerActions(services.base, [prochaine]) : [];
  const colonnes = lireColonnes(parametres.getAll('colonnes'));
  const textes = colonnes.some((colonne) => COLONNES_DE_TEXTE.has(colonne))
    ? await complementsDesActions(
        services.base,
        liste.actions.map(({ id }) => id),
        regard,
      )
    : null;
  return {
    vue,
    silenceJours: plan.silenceJours,
    criteres,
    colonnes,
    actions: presenterListe(liste.actions).map((action) => ({ ...action, textes: textes?.get(action.id) ?? null })),
    nombre: liste.nombre,
    pages: liste.pages,
    bilan: liste.bilan,
    prochaine: nommee ? { id: nommee.id, intitule: nommee.intitule, terme: nommee.situation.terme } : null,
    axes: axes.map(({ id, intitule, code, parent }) => ({
      id,
      parent,
      texte: code ? `${code} ${intitule}` : intitule,
    })),
    facettes,
    filtres: filtresActifs(parametres, criteres, axes, facettes),
    requete: parametres.toString(),
  };
}

/** Columns whose words are long: they are read only when asked for. */
const COLONNES_DE_TEXTE: ReadonlySet<ColonneDAction> = new Set(['note', 'livrables', 'mise_en_oeuvre']);
