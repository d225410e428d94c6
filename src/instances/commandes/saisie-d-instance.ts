import { z } from 'zod';
import type { Acteur } from '#acces';
import { plansLisibles } from '#plans/lectures';
import { reformesLisibles } from '#reformes';
import { texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { ORGANISATIONS } from '#territoires';
import type { PersonneSansCompte } from '../lectures/instances.ts';
import { CADENCES } from '../regles/cadence.ts';
import { NIVEAUX } from '../regles/niveaux.ts';
import { organisationNommee } from './organisations-nommees.ts';
import { personnesSansCompte } from './personnes-sans-compte.ts';

/** A box ticked once, several times or not at all. */
const plusieurs = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((valeur) => (valeur === undefined ? [] : [valeur].flat()));

export const HEURE = z
  .string({ error: 'Écrivez l’heure, par exemple 14:30.' })
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure sur quatre chiffres, par exemple 09:30.');
export const DUREE = z.coerce
  .number({ error: 'Écrivez la durée en minutes.' })
  .int('Écrivez la durée en minutes entières.')
  .min(5, 'Une réunion dure au moins 5 minutes.')
  .max(1_440, 'Une réunion dure au plus une journée.');

export const SAISIE_D_INSTANCE = z
  .object({
    nom: texteObligatoire('Donnez un nom à l’instance.', 200),
    niveau: z.enum(NIVEAUX, { error: 'Choisissez un niveau.' }),
    niveauPropre: texteFacultatif(100),
    description: texteFacultatif(4_000),
    secretariat: texteObligatoire('Choisissez le service qui tient le secrétariat.', 100),
    presidence: texteObligatoire('Nommez le service qui préside.', 300),
    presidenceFonction: texteFacultatif(200),
    territoire: texteObligatoire('Choisissez le territoire.', 5),
    cadence: z.enum(CADENCES, { error: 'Choisissez un rythme.' }),
    heure: HEURE,
    duree: DUREE,
    lieu: texteFacultatif(500),
    membres: texteFacultatif(8_000),
    sansCompte: texteFacultatif(8_000),
    plans: plusieurs,
    reformes: plusieurs,
  })
  .refine(({ niveau, niveauPropre }) => niveau !== 'propre' || niveauPropre !== null, {
    path: ['niveauPropre'],
    message: 'Nommez ce niveau, par exemple « Réseau des référents ».',
  })
  .refine(({ membres, sansCompte }) => membres !== null || sansCompte !== null, {
    path: ['membres'],
    message: 'Nommez au moins un membre : une instance sans membre ne se réunit pas.',
  });

export type SaisieDInstance = z.output<typeof SAISIE_D_INSTANCE>;

export type MembreNomme =
  | { readonly organisation: string }
  | { readonly compte: string }
  | { readonly sansCompte: PersonneSansCompte };

/** Who and what a form names, once understood. */
export type ReferencesDInstance = {
  readonly presidence: string;
  readonly membres: readonly MembreNomme[];
  readonly plans: readonly string[];
  readonly reformes: readonly string[];
};

/**
 * The services, people, plans and reforms a form names. A plan or a reform this actor cannot read is refused, unless the
 * committee already follows it (`dejaSuivis`): someone else put it there.
 */
export async function comprendreReferences(
  base: Base,
  acteur: Acteur,
  saisie: SaisieDInstance,
  dejaSuivis: readonly string[] = [],
): Promise<Resultat<ReferencesDInstance>> {
  const presidence = organisationNommee(saisie.presidence, saisie.secretariat);
  if (presidence === null) return echec(inconnue('presidence', saisie.presidence));
  if (!ORGANISATIONS.some(({ id, genre }) => id === saisie.secretariat && genre !== 'collectif'))
    return echec(fauteDeSaisie('instance.secretariat', 'secretariat', 'Choisissez un service de la liste.'));
  const membres: { organisation: string }[] = [];
  const courriels: string[] = [];
  for (const ligne of (saisie.membres ?? '').split('\n').map((une) => une.trim())) {
    if (ligne === '') continue;
    if (ligne.includes('@')) {
      courriels.push(ligne.toLowerCase());
      continue;
    }
    const organisation = organisationNommee(ligne, saisie.secretariat);
    if (organisation === null) return echec(inconnue('membres', ligne));
    if (!membres.some((un) => un.organisation === organisation)) membres.push({ organisation });
  }
  const comptes = await comptesDe(base, courriels);
  if (!comptes.ok) return comptes;
  const sansCompte = await personnesSansCompte(base, saisie.sansCompte ?? '');
  if (!sansCompte.ok) return sansCompte;
  const plans = await plansLisibles(base, acteur, saisie.plans.filter(estUuid));
  const reformes = saisie.reformes.length === 0 ? [] : await reformesLisibles(base, acteur, saisie.territoire);
  const suivis = {
    plans: [...new Set(saisie.plans)].filter((id) => plans.has(id) || dejaSuivis.includes(id)),
    reformes: [...new Set(saisie.reformes)].filter(
      (id) => reformes.some((reforme) => reforme.id === id) || dejaSuivis.includes(id),
    ),
  };
  if (suivis.plans.length < new Set(saisie.plans).size)
    return echec(fauteDeSaisie('instance.plans', 'plans', 'Un plan choisi ne vous est pas ouvert : retirez-le.'));
  if (suivis.reformes.length < new Set(saisie.reformes).size)
    return echec(
      fauteDeSaisie(
        'instance.reformes',
        'reformes',
        'Une réforme choisie ne vous est pas ouverte sur ce territoire : retirez-la.',
      ),
    );
  return reussite({
    presidence,
    membres: [
      ...membres,
      ...comptes.valeur.map((compte) => ({ compte })),
      ...sansCompte.valeur.map((une) => ({ sansCompte: une })),
    ],
    ...suivis,
  });
}

/** How an organisation is written in the list of members so that it is understood again. */
export function ecrireOrganisation(id: string, secretariat: string): string {
  const organisation = ORGANISATIONS.find((une) => une.id === id);
  if (organisation === undefined) return id;
  const noms = [organisation.sigle, organisation.nom, ...organisation.autresNoms];
  return noms.find((nom) => nom !== null && organisationNommee(nom, secretariat) === id) ?? organisation.nom;
}

function inconnue(champ: string, nom: string) {
  return fauteDeSaisie(
    `instance.${champ}`,
    champ,
    `« ${nom} » n’est pas un service de l’annuaire, ou en désigne plusieurs. Écrivez son sigle ou son nom complet ; pour une personne, son adresse de courriel.`,
  );
}

async function comptesDe(base: Base, courriels: readonly string[]): Promise<Resultat<readonly string[]>> {
  if (courriels.length === 0) return reussite([]);
  const lignes = await base
    .selectFrom('compte')
    .select(['id', 'courriel'])
    .where('courriel', 'in', [...courriels])
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .execute();
  const absent = courriels.find((courriel) => !lignes.some((ligne) => ligne.courriel?.toLowerCase() === courriel));
  if (absent !== undefined)
    return echec(
      fauteDeSaisie(
        'instance.membres.compte',
        'membres',
        `Aucun compte ouvert n’a l’adresse « ${absent} ». Nommez son service, ou faites d’abord ouvrir son compte.`,
      ),
    );
  return reussite([...new Set(lignes.map(({ id }) => id))]);
}

function estUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
