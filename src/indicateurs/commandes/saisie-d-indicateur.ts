import { z } from 'zod';
import { jourFacultatif, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, ecrireDecimal, type Jour, lireNombreEcrit, type Resultat, reussite, signe } from '#socle/valeurs';
import { lireCodeTerritoire, type Maille } from '#territoires';
import type { MethodeDAgregation } from '../calcul/modele.ts';
import type { ReglagesDIndicateur } from '../ecriture/inserer-indicateur.ts';
import type { Periodicite } from '../regles/mois.ts';

export const MAILLES = ['national', 'regional', 'departemental'] as const satisfies readonly Maille[];
export const METHODES = [
  'saisie',
  'somme',
  'moyenne_ponderee',
  'ratio',
  'aucune',
] as const satisfies readonly MethodeDAgregation[];
export const PERIODICITES = [
  'mensuelle',
  'trimestrielle',
  'semestrielle',
  'annuelle',
] as const satisfies readonly Periodicite[];
export const FENETRES = ['annee_civile', '3', '12'] as const;

const mailles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((choix) => [choix ?? []].flat())
  .pipe(z.array(z.enum(MAILLES, { error: 'Choisissez des mailles de la liste.' })));

const methode = z.enum(METHODES, { error: 'Choisissez une méthode de la liste.' }).default('saisie');

const entierEntre = (nom: string, minimum: number, maximum: number, defaut: number) =>
  z
    .string()
    .trim()
    .optional()
    .transform((texte) => (texte ? texte : String(defaut)))
    .pipe(
      z.coerce
        .number<string>({ error: `${nom}\u00a0: écrivez un nombre entier.` })
        .int(`${nom}\u00a0: écrivez un nombre entier.`)
        .min(minimum, `${nom}\u00a0: au moins ${minimum}.`)
        .max(maximum, `${nom}\u00a0: au plus ${maximum}.`),
    );

const facteur = z
  .string()
  .trim()
  .optional()
  .transform((texte, contexte): string => {
    const lu = texte ? lireNombreEcrit(texte) : null;
    if (!texte) return '100';
    if (lu !== null && signe(lu.valeur) > 0) return ecrireDecimal(lu.valeur);
    contexte.addIssue({ code: 'custom', message: `«\u00a0${texte}\u00a0» n’est pas un nombre plus grand que 0.` });
    return z.NEVER;
  });

/** Codes of territories, separated as one likes: « D976, D973 ». */
const territoires = z
  .string()
  .optional()
  .transform((texte, contexte): string[] =>
    (texte ?? '')
      .split(/[\s,;]+/)
      .filter((mot) => mot !== '')
      .map((mot) => {
        const code = lireCodeTerritoire(mot);
        if (code !== null) return code;
        contexte.addIssue({
          code: 'custom',
          message: `«\u00a0${mot}\u00a0» n’est pas un territoire\u00a0: écrivez D29 ou R53.`,
        });
        return z.NEVER;
      }),
  );

const jours = z
  .string()
  .optional()
  .transform((texte, contexte): Jour[] =>
    (texte ?? '')
      .split(/[\s,;]+/)
      .filter((mot) => mot !== '')
      .map((mot) => {
        const lu = jourFacultatif.safeParse(mot);
        if (lu.success && lu.data !== null) return lu.data;
        contexte.addIssue({
          code: 'custom',
          message: `«\u00a0${mot}\u00a0» n’est pas un jour\u00a0: écrivez 31/12/2026.`,
        });
        return z.NEVER;
      })
      .sort(),
  );

/** What is typed of an indicator. Its numerator and denominator are named by their identifiers. */
export const SAISIE_D_INDICATEUR = z
  .object({
    identifiant: texteObligatoire('Donnez un identifiant à l’indicateur.', 100).regex(
      /^\S+$/,
      'Un identifiant n’a pas d’espace\u00a0: «\u00a0tx-raccordement-fibre\u00a0».',
    ),
    nom: texteObligatoire('Donnez un nom à l’indicateur.', 500),
    mesure: texteFacultatif(500),
    unite: texteFacultatif(200).transform((texte) => texte ?? ''),
    sens: z.enum(['hausse', 'baisse'], { error: 'Dites quel sens est le bon\u00a0: la hausse ou la baisse.' }),
    decimales: entierEntre('Décimales', 0, 6, 0),
    methode: texteFacultatif(4_000),
    source: texteFacultatif(1_000),
    periodicite: z.enum(PERIODICITES, { error: 'Choisissez une périodicité.' }),
    delai: entierEntre('Délai', 0, 36, 1),
    mailles: mailles.refine((choix) => choix.length > 0, 'Choisissez au moins une maille.'),
    maillesAvecCible: mailles,
    sansObjet: territoires,
    agregationVi: methode,
    agregationVa: methode,
    agregationVc: methode,
    numerateur: texteFacultatif(100),
    denominateur: texteFacultatif(100),
    facteur,
    tolerance: entierEntre('Tolérance', 0, 60, 3),
    decumuler: z
      .string()
      .optional()
      .transform((coche) => coche !== undefined && coche !== ''),
    operation: z
      .enum(['somme', 'moyenne', ''], { error: 'Choisissez la somme ou la moyenne.' })
      .optional()
      .transform((choix) => choix || null),
    fenetre: z
      .enum([...FENETRES, ''], { error: 'Choisissez une durée de la liste.' })
      .optional()
      .transform((choix) => choix || null),
    ruptures: jours,
    responsable: texteFacultatif(100),
    etat: z.enum(['brouillon', 'actif', 'archive'], { error: 'Choisissez l’état de l’indicateur.' }).default('actif'),
  })
  .superRefine((saisie, contexte) => {
    const faute = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message });
    const methodes = [saisie.agregationVi, saisie.agregationVa, saisie.agregationVc];
    if ((saisie.operation === null) !== (saisie.fenetre === null)) {
      faute('fenetre', 'Dites à la fois quoi calculer (somme ou moyenne) et sur quelle durée, ou aucun des deux.');
    }
    if (methodes.includes('moyenne_ponderee') && saisie.denominateur === null) {
      faute('denominateur', 'Une moyenne pondérée demande l’indicateur qui donne les poids.');
    }
    if (methodes.includes('ratio') && (saisie.numerateur === null || saisie.denominateur === null)) {
      faute('numerateur', 'Un ratio demande un numérateur et un dénominateur.');
    }
    if (saisie.maillesAvecCible.some((maille) => !saisie.mailles.includes(maille))) {
      faute('maillesAvecCible', 'Une cible n’est attendue qu’aux mailles où l’indicateur est suivi.');
    }
  });

export type SaisieDIndicateur = z.output<typeof SAISIE_D_INDICATEUR>;

/** The parameters that were typed, once what they name is found. */
export async function enReglages(base: Base, saisie: SaisieDIndicateur): Promise<Resultat<ReglagesDIndicateur>> {
  const { delai, tolerance, numerateur, denominateur, responsable, ...reste } = saisie;
  const cites = [numerateur, denominateur].filter((identifiant) => identifiant !== null);
  const [indicateurs, organisation] = await Promise.all([
    cites.length === 0
      ? []
      : base.selectFrom('indicateur').select(['numero', 'identifiant']).where('identifiant', 'in', cites).execute(),
    responsable === null
      ? undefined
      : base.selectFrom('organisation').select('id').where('id', '=', responsable).executeTakeFirst(),
  ]);
  const champs: Record<string, string> = {};
  const numeroDe = (champ: string, identifiant: string | null) => {
    if (identifiant === null) return null;
    if (identifiant === saisie.identifiant) champs[champ] = 'Un indicateur ne se calcule pas à partir de lui-même.';
    const numero = indicateurs.find((cite) => cite.identifiant === identifiant)?.numero ?? null;
    if (numero === null) champs[champ] ??= `Aucun indicateur n’a l’identifiant «\u00a0${identifiant}\u00a0».`;
    return numero;
  };
  const reglages: ReglagesDIndicateur = {
    ...reste,
    delaiEnMois: delai,
    toleranceEnMois: tolerance,
    numerateur: numeroDe('numerateur', numerateur),
    denominateur: numeroDe('denominateur', denominateur),
    responsable: organisation?.id ?? null,
  };
  if (responsable !== null && organisation === undefined) {
    champs.responsable = 'Ce service n’est pas dans l’annuaire\u00a0: choisissez-le dans la liste.';
  }
  const premier = Object.values(champs)[0];
  return premier === undefined
    ? reussite(reglages)
    : echec({ nature: 'invalide', regle: 'indicateur.reglages', message: premier, champs });
}
