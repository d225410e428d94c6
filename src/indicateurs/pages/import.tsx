import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import { valeursDeFormulaire } from '#socle';
import { trouverImport } from '../importer/trouver.ts';
import { servicesDImport } from '../responsabilites.ts';
import { chargerImport } from './import/charger-import.ts';
import { EnCours, SansValeurs } from './import/etats.tsx';
import { Fait } from './import/fait.tsx';
import { traiterImport } from './import/traiter-import.ts';
import { Verification } from './import/verification.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>>['data'] | undefined }) => [
  { title: `Import de ${donnees?.fichier ?? 'valeurs'} - Jalon` },
];

const INTERVALLE_S = 3;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  const unImport = obtenir(await trouverImport(services, acteur, params.importation ?? ''));
  const vue = await chargerImport(services, acteur, unImport, new URL(request.url).searchParams);
  // Without a script, the browser comes back by itself while the file is being read or written.
  return data(vue, estEnCours(vue) ? { headers: { Refresh: String(INTERVALLE_S) } } : undefined);
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders;
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const champs = valeursDeFormulaire(await lireFormulaire(context, request));
  const fait = await traiterImport(servicesDImport(context), acteur, params.importation ?? '', champs);
  if (fait.ok) return redirect(fait.valeur);
  const { message, champs: erreurs = {}, nature } = fait.refus;
  return data(
    { intention: String(champs.intention ?? ''), message, erreurs, valeurs: champs },
    { status: STATUTS[nature] },
  );
}

const estEnCours = ({ etat }: { etat: string }) => etat === 'lecture' || etat === 'application';

export default function PageDImportDeValeurs() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const enCours = estEnCours(vue);
  useEffect(() => {
    if (!enCours) return;
    const minuterie = setInterval(() => void revalidate(), 1_500);
    return () => clearInterval(minuterie);
  }, [enCours, revalidate]);
  if (!('contenu' in vue)) {
    return vue.etat === 'lecture' || vue.etat === 'application' ? <EnCours vue={vue} /> : <SansValeurs vue={vue} />;
  }
  return vue.etat === 'lu' ? <Verification vue={vue} refus={refus} /> : <Fait vue={vue} refus={refus} />;
}
