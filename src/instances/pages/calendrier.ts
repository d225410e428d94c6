import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices } from '#acces';
import { calendrierDuSecret } from '../lectures/calendrier.ts';

/** The feed a calendar subscribes to: its secret address is its only key. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const secret = new URL(request.url).searchParams.get('cle') ?? '';
  const texte = secret === '' ? null : await calendrierDuSecret(context.get(contexteServices), secret);
  if (texte === null) return new Response('Cette adresse d’agenda n’ouvre rien, ou n’ouvre plus.', { status: 404 });
  return new Response(texte, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
