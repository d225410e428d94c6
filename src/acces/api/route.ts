import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lireSaisie, type Services } from '#socle';
import { echec, type Resultat } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import type { Portee } from '../regles/portees.ts';

/** What the machine sent, before it is read. */
export type DemandeBrute = {
  readonly parametres: Readonly<Record<string, string>>;
  readonly requete: URLSearchParams;
  /** The JSON of the body; undefined when there is none. */
  readonly corps: unknown;
  /** Header `Idempotency-Key`. */
  readonly cle: string | null;
};

/** What a route works with, once read. */
export type DemandeDApi<P, Q, C> = {
  readonly services: Services;
  readonly acteur: Acteur;
  readonly parametres: P;
  readonly requete: Q;
  readonly corps: C;
  /** For a route that writes: the identifier that this key of this token always gives. */
  readonly identifiant: string;
};

type Definition<P, Q, C, R> = {
  readonly methode: 'get' | 'post';
  /** After `/api/v1`: `/plans/{plan}`. */
  readonly chemin: string;
  /** What the token must be opened to. */
  readonly portee: Portee;
  readonly resume: string;
  readonly description?: string;
  readonly parametres: z.ZodType<P>;
  readonly requete: z.ZodType<Q>;
  /** What a writing route takes. Its `Idempotency-Key` is then required: a program that did not hear the answer asks again. */
  readonly corps: z.ZodType<C> | null;
  readonly reponse: z.ZodType<R>;
  traiter(demande: DemandeDApi<P, Q, C>): Promise<Resultat<R>>;
};

/** A route of the API, as `entree` serves it and as its description is written. */
export type RouteDApi = Omit<Definition<unknown, unknown, unknown, unknown>, 'traiter'> & {
  repondre(services: Services, acteur: Acteur, demande: DemandeBrute): Promise<Resultat<unknown>>;
};

const CLE_AU_PLUS = 200;

/** Declares a route. The types of what it reads and answers come from its schemas; so does its description. */
export function routeDApi<P, Q, C, R>(definition: Definition<P, Q, C, R>): RouteDApi {
  const { traiter, ...reste } = definition;
  return {
    ...reste,
    async repondre(services, acteur, { parametres, requete, corps, cle }) {
      const ecrit = definition.corps !== null;
      if (ecrit && (cle === null || cle.length > CLE_AU_PLUS)) return echec(SANS_CLE);
      const lus = lireSaisie(
        z.object({
          parametres: definition.parametres,
          requete: definition.requete,
          corps: definition.corps ?? z.custom<C>(),
        }),
        { parametres, requete: Object.fromEntries(requete), corps },
      );
      if (!lus.ok) return echec({ ...lus.refus, champs: sansPrefixe(lus.refus.champs ?? {}) });
      return traiter({
        services,
        acteur,
        ...(lus.valeur as { parametres: P; requete: Q; corps: C }),
        identifiant: identifiantDe(acteur.compte, cle ?? ''),
      });
    },
  };
}

const SANS_CLE = {
  nature: 'invalide',
  regle: 'api.idempotence',
  message: `Donnez l’en-tête Idempotency-Key (${CLE_AU_PLUS} caractères au plus) : une valeur propre à ce que vous écrivez, la même si vous devez le renvoyer.`,
} as const;

/** Fields as whoever wrote the request knows them: « corps.taux » is `taux`, « requete.tri » is `tri`. */
function sansPrefixe(champs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(champs).map(([nom, message]) => [
      nom.replace(/^(parametres|requete|corps)\.?/, '') || 'corps',
      message,
    ]),
  );
}

/** UUID version 8 (RFC 9562): the same for the same key of the same token, and for no other. */
function identifiantDe(compte: string, cle: string): string {
  const octets = createHash('sha256').update(`${compte}\n${cle}`).digest().subarray(0, 16);
  octets[6] = 0x80 | ((octets[6] ?? 0) & 0x0f);
  octets[8] = 0x80 | ((octets[8] ?? 0) & 0x3f);
  const hexa = octets.toString('hex');
  return [hexa.slice(0, 8), hexa.slice(8, 12), hexa.slice(12, 16), hexa.slice(16, 20), hexa.slice(20)].join('-');
}
