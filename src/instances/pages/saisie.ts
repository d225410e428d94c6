import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import { valeursDeFormulaire } from '#socle';
import { agirEnSeance } from '../commandes/gestes-de-seance.ts';
import { chargerReunion } from './charger.ts';

/** Where the live screen sends what is typed, one gesture at a time; read by a person, it leads to the screen. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { vue } = await chargerReunion(arguments_);
  return redirect(`/reunions/${vue.id}/seance`);
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const fait = await agirEnSeance(services, acteur, params.reunion ?? '', valeurs);
  if (fait.ok) return Response.json({ ok: true, instant: services.horloge.maintenant().toISOString() });
  const { nature, message, champs } = fait.refus;
  if (nature === 'interdit' || nature === 'introuvable') throw data({ refus: fait.refus }, { status: STATUTS[nature] });
  return Response.json({ ok: false, message: Object.values(champs ?? {})[0] ?? message }, { status: STATUTS[nature] });
}
