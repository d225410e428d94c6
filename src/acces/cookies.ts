import { parse, serialize } from 'hono/utils/cookie';
import type { Configuration } from '#socle';

/** The cookies of Jalon: none is read by a script, none is sent by another site's form, none holds anything but a secret. */
export function lireCookie(request: Request, nom: string): string | null {
  return parse(request.headers.get('cookie') ?? '', nom)[nom] ?? null;
}

export type Portee = {
  /** Only addresses that start so receive it; all of them by default. */
  readonly chemin?: string;
  /** Until when; until the browser is closed by default. */
  readonly dureeS?: number;
};

/** A `Set-Cookie` header; `Secure` as soon as Jalon is served over https. */
export function poserCookie(
  { request, configuration }: { readonly request: Request; readonly configuration: Configuration },
  nom: string,
  valeur: string,
  { chemin = '/', dureeS }: Portee = {},
): string {
  return serialize(nom, valeur, {
    path: chemin,
    httpOnly: true,
    sameSite: 'Lax',
    secure: origineDeJalon(request, configuration).startsWith('https:'),
    ...(dureeS === undefined ? {} : { maxAge: dureeS }),
  });
}

/** The public address of Jalon, where others send the browser back. */
export function origineDeJalon(request: Request, { origine }: Configuration): string {
  return new URL(origine ?? request.url).origin;
}
