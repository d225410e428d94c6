import type { z } from 'zod';

/** Where a list was left, as text that a program gives back without reading it. */
export function ecrireCurseur(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place this cursor names; null when no list of Jalon gave it. */
export function lireCurseur<T>(texte: string, schema: z.ZodType<T>): T | null {
  try {
    const lu = schema.safeParse(JSON.parse(Buffer.from(texte, 'base64url').toString('utf8')));
    return lu.success ? lu.data : null;
  } catch {
    return null;
  }
}
