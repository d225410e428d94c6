import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { lireCodeTerritoire } from '#territoires';
import { CONTACTS_AU_PLUS } from '../lectures/contacts.ts';
import { ajouterAutour, retirerAutour } from './autour-de-la-reforme.ts';

const SAISIE = z
  .object({
    fonction: texteObligatoire('Donnez la fonction : « chef de projet », « référente départementale ».', 200),
    organisation: texteFacultatif(100),
    territoire: texteFacultatif(5),
    courriel: texteFacultatif(200).refine(
      (texte) => texte === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(texte),
      'Cette adresse de courriel n’est pas complète. Écrivez-la comme bureau@exemple.gouv.fr.',
    ),
    telephone: texteFacultatif(30).refine(
      (texte) => texte === null || /^\+?[\d\s.()-]{6,30}$/.test(texte),
      'Ce numéro contient autre chose que des chiffres. Écrivez-le comme 02 98 76 29 29.',
    ),
  })
  .refine(({ courriel, telephone }) => courriel !== null || telephone !== null, {
    path: ['courriel'],
    message: 'Donnez un courriel ou un téléphone : sans l’un des deux, on ne peut pas écrire à ce contact.',
  });

/** Adds someone to contact, by their function and service. */
export async function ajouterContact(
  services: Services,
  acteur: Acteur,
  reforme: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { fonction, organisation, territoire, courriel, telephone } = lue.valeur;
  return ajouterAutour(services, acteur, reforme, async ({ transaction, maintenant, journaliser }) => {
    const code = territoire === null ? null : lireCodeTerritoire(territoire);
    if (territoire !== null && code === null)
      return champ('territoire', 'Ce territoire n’existe pas : choisissez-le dans la liste.');
    if (organisation !== null && !(await estDansLAnnuaire(transaction, organisation)))
      return champ('organisation', 'Ce service n’est pas dans l’annuaire : choisissez-le dans la liste.');
    const { nombre } = await transaction
      .selectFrom('reforme_contact')
      .select((eb) => eb.fn.countAll<string>().as('nombre'))
      .where('reforme_id', '=', reforme)
      .where('retire_le', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(nombre) >= CONTACTS_AU_PLUS)
      return champ('fonction', `Une réforme a au plus ${CONTACTS_AU_PLUS} contacts : retirez-en d’abord.`);
    await transaction
      .insertInto('reforme_contact')
      .values({
        id: services.ids.nouveau(),
        reforme_id: reforme,
        territoire_code: code,
        fonction,
        organisation_id: organisation,
        courriel,
        telephone,
        rang: Number(nombre),
        ajoute_le: maintenant,
        ajoute_par: acteur.compte,
      })
      .execute();
    await journaliser(contacter(reforme, code));
    return reussite(null);
  });
}

/** Takes a contact off; a second click changes nothing. */
export async function retirerContact(
  services: Services,
  acteur: Acteur,
  reforme: string,
  contact: string,
): Promise<Resultat<null>> {
  return retirerAutour(
    services,
    acteur,
    { reforme, objet: contact },
    ({ transaction, maintenant }) =>
      transaction
        .updateTable('reforme_contact')
        .set({ retire_le: maintenant })
        .where('id', '=', contact)
        .where('reforme_id', '=', reforme)
        .where('retire_le', 'is', null)
        .returning('territoire_code')
        .executeTakeFirst(),
    ({ territoire_code }) => contacter(reforme, territoire_code),
  );
}

function contacter(id: string, territoire: string | null) {
  return { acte: 'reforme.contacter', objet: { type: 'reforme', id }, territoire, charge: {} } as const;
}

async function estDansLAnnuaire(base: Services['base'], id: string): Promise<boolean> {
  return (await base.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

function champ(nom: string, message: string): Resultat<null> {
  return echec(fauteDeSaisie(`contact.${nom}`, nom, message));
}
