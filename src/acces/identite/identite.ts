import { z } from 'zod';

/** An identity that the provider has just proven. */
export type Identite = {
  readonly emetteur: string;
  readonly sujet: string;
  readonly nom: string | null;
  readonly courriel: string | null;
  readonly courrielVerifie: boolean;
  /** Given back to the provider when the person leaves. */
  readonly jetonIdentite: string;
};

/** A claim Jalon can do without: absent when it is not what it should be. */
const texte = (longueur: number) => z.string().trim().min(1).max(longueur).nullable().catch(null);

const CHAMPS = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(500),
  given_name: texte(200),
  usual_name: texte(200),
  family_name: texte(200),
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)).nullable().catch(null),
  email_verified: z.unknown().optional(),
});

/** From the claims of the identity token (issuer, subject) and of the user information (who it is). */
export function lireIdentite(champs: Readonly<Record<string, unknown>>, jetonIdentite: string): Identite | null {
  const lu = CHAMPS.safeParse(champs);
  if (!lu.success) return null;
  const { iss, sub, given_name, usual_name, family_name, email, email_verified } = lu.data;
  const nom = [given_name, usual_name ?? family_name].filter((partie) => partie !== null).join(' ');
  return {
    emetteur: iss,
    sujet: sub,
    nom: nom === '' ? null : nom,
    courriel: email,
    courrielVerifie: email_verified !== false && email_verified !== 'false',
    jetonIdentite,
  };
}
