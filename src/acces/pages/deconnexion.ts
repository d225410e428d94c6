import { type ActionFunctionArgs, redirect } from 'react-router';
import { contexteServices, contexteVisite, lireFormulaire } from '../contexte.ts';
import { COOKIE_DE_SESSION, fermerSession } from '../session.ts';

export const loader = () => redirect('/');

export async function action({ context, request }: ActionFunctionArgs) {
  const { base, horloge } = context.get(contexteServices);
  const { session } = context.get(contexteVisite);
  if (session !== null) {
    await lireFormulaire(context, request);
    await fermerSession(base, session, horloge);
  }
  return redirect('/', {
    headers: { 'Set-Cookie': `${COOKIE_DE_SESSION}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` },
  });
}
