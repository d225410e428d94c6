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
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import { valeursDeFormulaire } from '#socle';
import { trouverImport } from '../importer/apercu.ts';
import { chargerImport } from './import/charger-import.ts';
import { EnLecture, PlusRienAVerifier } from './import/etats.tsx';
import { traiterImport } from './import/traiter-import.ts';
import { Verification } from './import/verification.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>>['data'] | undefined }) => [
  { title: `${donnees?.etat === 'lecture' ? 'Lecture' : 'Vérification'} de ${donnees?.fichier ?? 'l’import'} - Jalon` },
];

const INTERVALLE_S = 3;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const unImport = obtenir(await trouverImport(services, acteur, params.id ?? ''));
  const vue = await chargerImport(services, acteur, unImport, new URL(request.url).searchParams);
  // Without a script, the browser comes back by itself while the file is being read.
  return data(vue, vue.etat === 'lecture' ? { headers: { Refresh: String(INTERVALLE_S) } } : undefined);
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }) {
  return loaderHeaders;
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const champs = valeursDeFormulaire(await lireFormulaire(context, request));
  const fait = await traiterImport(context.get(contexteServices), acteur, { id: params.id ?? '', champs });
  if (!fait.ok) {
    const { message, champs: erreurs = {}, nature } = fait.refus;
    return data(
      { intention: String(champs.intention ?? ''), message, erreurs, valeurs: champs },
      { status: STATUTS[nature] },
    );
  }
  const { vers, ancre, sansCorrection, page } = fait.valeur;
  if (vers !== null) return redirect(vers);
  const { searchParams } = new URL(request.url);
  if (sansCorrection) searchParams.delete('corriger');
  if (page) searchParams.set('page', page);
  const suite = searchParams.toString();
  return redirect(`/imports/${params.id}${suite === '' ? '' : `?${suite}`}${ancre ? `#${ancre}` : ''}`);
}

export default function PageDImport() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { revalidate } = useRevalidator();
  const enLecture = vue.etat === 'lecture';
  useEffect(() => {
    if (!enLecture) return;
    const minuterie = setInterval(() => void revalidate(), 1_500);
    return () => clearInterval(minuterie);
  }, [enLecture, revalidate]);
  if (vue.etat === 'lecture') return <EnLecture vue={vue} />;
  if (vue.etat === 'lu') return <Verification vue={vue} refus={refus} />;
  return <PlusRienAVerifier vue={vue} />;
}
