import { z } from 'zod';
import type { NatureEcheance } from '#echeances';
import { type Jour, lireJour } from '#socle/valeurs';
import type { TriDActions } from '../lectures/actions.ts';
import type { ActionDeListe, ActionPresentee, PlanPresente } from '../presentation.ts';
import type { Genre } from '../regles/genres.ts';
import type { StatutDeclare } from '../regles/lecture.ts';
import { type Bilan, LIBELLES_DE_MARQUE, type Marque } from '../regles/situation.ts';
import { STATUTS_DECLARES } from '../regles/statuts.ts';

// What the API says of plans: the shapes of `presentation.ts`, written so that a program can check them. The compiler
// holds the two together, a test the answers.

/** The words of a union, as a schema; a missing or a foreign one does not compile. */
function mots<T extends string>(connus: Readonly<Record<T, true>>) {
  return z.enum(Object.keys(connus) as [T, ...T[]]);
}

export const jour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((texte) => lireJour(texte) !== null)
  .transform((texte) => texte as Jour)
  .meta({ description: 'Jour à Paris, AAAA-MM-JJ' });
const jourOuRien = jour.nullable();

export const ETATS_DE_PLAN = mots<PlanPresente['etat']>({ brouillon: true, actif: true, archive: true });
export const MARQUES = z.enum(Object.keys(LIBELLES_DE_MARQUE) as [Marque, ...Marque[]]);
export const STATUTS = z.enum(STATUTS_DECLARES as [StatutDeclare, ...StatutDeclare[]]);
export const TRIS = mots<TriDActions>({
  rang: true,
  intitule: true,
  echeance: true,
  statut: true,
  taux: true,
  retard: true,
  nouvelle: true,
});
const GENRES = mots<Genre>({
  plan_d_actions: true,
  feuille_de_route: true,
  plan_de_reprise: true,
  suite_de_recommandations: true,
});
const NATURES = mots<NatureEcheance>({
  date: true,
  periode: true,
  au_plus_tard: true,
  a_partir_de: true,
  immediat: true,
  en_cours: true,
  a_definir: true,
  permanent: true,
  recurrent: true,
  conditionnel: true,
  relatif: true,
  sans_objet: true,
  invalide: true,
  inconnue: true,
});

const nombre = z.number().int().min(0);

const bilan: z.ZodType<Bilan> = z.strictObject({
  total: nombre,
  parStatut: z.record(z.enum([...STATUTS_DECLARES, 'non_declare']), nombre),
  parMarque: z.record(MARQUES, nombre),
});

const engagement = z.strictObject({
  numero: nombre,
  libelle: z.string().nullable(),
  texte: z.string().meta({ description: 'Les mots de l’échéance, tels qu’écrits' }),
  nature: NATURES,
  debut: jourOuRien,
  fin: jourOuRien,
  ambigu: z.boolean(),
  hypotheses: z.array(z.string()),
  reports: nombre,
  sens: z.string().meta({ description: 'Ce que ces mots veulent dire' }),
  evident: z.boolean(),
  initial: z.strictObject({ texte: z.string(), debut: jourOuRien, fin: jourOuRien }).nullable(),
});

const action = z.strictObject({
  id: z.string(),
  plan: z.string(),
  axe: z.string().nullable(),
  code: z.string().nullable(),
  intitule: z.string(),
  statut: STATUTS.nullable(),
  statutLibelle: z.string(),
  taux: z.string().nullable().meta({ description: 'Taux déclaré en pour cent, décimal exact' }),
  derniereNouvelle: jourOuRien,
  silence: z.number().int().nullable().meta({ description: 'Jours sans nouvelle, au-delà de ce que le plan tolère' }),
  terme: jourOuRien,
  retard: nombre.meta({ description: 'Jours de retard ; 0 si l’action n’est pas en retard' }),
  reports: nombre,
  glissement: z.number().int(),
  engagements: z.array(engagement),
  etat: z.strictObject({
    mot: z.string(),
    complement: z.string().nullable(),
    ton: mots<ActionPresentee['etat']['ton']>({
      neutre: true,
      info: true,
      succes: true,
      attention: true,
      alerte: true,
    }),
    icone: mots<ActionPresentee['etat']['icone']>({
      cercle: true,
      demi: true,
      barre: true,
      coche: true,
      croix: true,
      bulle: true,
      triangle: true,
      horloge: true,
      info: true,
    }),
  }),
});
export const actionPresentee: z.ZodType<ActionPresentee> = action;

export const actionDeListe: z.ZodType<ActionDeListe> = action.extend({
  pilotes: z.array(
    z.strictObject({
      texte: z.string(),
      role: mots<ActionDeListe['pilotes'][number]['role']>({ pilote: true, en_lien_avec: true, concours: true }),
      organisation: z.string().nullable(),
      territoire: z.string().nullable(),
      libelle: z.string(),
    }),
  ),
});

export const planPresente: z.ZodType<PlanPresente> = z.strictObject({
  id: z.string(),
  titre: z.string(),
  genre: GENRES,
  genreLibelle: z.string(),
  etat: ETATS_DE_PLAN,
  description: z.string().nullable(),
  proprietaire: z.strictObject({ id: z.string(), libelle: z.string(), nom: z.string() }),
  ministere: z.string().nullable(),
  territoire: z.strictObject({ code: z.string(), nom: z.string() }),
  diffusion: mots<PlanPresente['diffusion']>({ equipe: true, administration: true }),
  periode: z.strictObject({ debut: jourOuRien, fin: jourOuRien }),
  dateDeReference: jourOuRien,
  silenceJours: nombre,
  version: z.number().int(),
});

export const planDeListe = z.strictObject({
  id: z.string(),
  titre: z.string(),
  genre: GENRES,
  genreLibelle: z.string(),
  etat: ETATS_DE_PLAN,
  proprietaire: z.string(),
  territoire: z.string(),
  bilan,
  prochaine: actionPresentee.nullable().meta({ description: 'L’action ouverte dont le terme vient le premier' }),
});
