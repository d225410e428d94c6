import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services } from '#socle';
import { echec, fauteDeSaisie, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { servicesChoisis, territoiresSous } from '../lectures/services-vises.ts';
import { peutTenirRemontee } from '../politique.ts';
import { type Atelier, refusDeChanger, surLaRemontee } from './sur-la-remontee.ts';

const CHOISIS_AU_PLUS = 1_000;

const SAISIE = z.object({
  version: z.coerce.number().int(),
  service: z
    .union([z.string(), z.array(z.string()).max(100, 'Cent services au plus à la fois.')])
    .optional()
    .transform((choisis) => [...new Set([choisis ?? []].flat().filter((id) => id !== ''))])
    .refine((choisis) => choisis.length > 0, 'Cochez au moins un service.'),
});

/** Adds services to those a draft is sent to, when they are chosen one by one: within its territory. */
export function ajouterServices(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  return changerLesServices(services, acteur, id, { valeurs, changer: ajouter });
}

/** Takes services out of those a draft is sent to. */
export function retirerServices(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  return changerLesServices(services, acteur, id, {
    valeurs,
    async changer({ transaction }, choisis) {
      await transaction
        .deleteFrom('remontee_destinataire')
        .where('remontee_id', '=', id)
        .where('organisation_id', 'in', choisis)
        .execute();
      return reussite(null);
    },
  });
}

async function ajouter({ transaction, remontee }: Atelier, choisis: readonly string[]): Promise<Resultat<null>> {
  const connus = await transaction
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', choisis)
    .where('active', '=', true)
    .where('genre', '<>', 'collectif')
    .where('territoire_code', 'in', territoiresSous(remontee.territoire))
    .execute();
  if (connus.length < choisis.length) return echec(HORS_DU_TERRITOIRE);
  await transaction
    .insertInto('remontee_destinataire')
    .values(choisis.map((organisation_id) => ({ remontee_id: remontee.id, organisation_id })))
    .onConflict((conflit) => conflit.doNothing())
    .execute();
  const tous = await servicesChoisis(transaction, remontee);
  return tous.length > CHOISIS_AU_PLUS ? echec(TROP) : reussite(null);
}

type Changement = {
  readonly valeurs: unknown;
  changer(atelier: Atelier, choisis: readonly string[]): Promise<Resultat<null>>;
};

async function changerLesServices(
  services: Services,
  acteur: Acteur,
  id: string,
  { valeurs, changer }: Changement,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, service: choisis } = lue.valeur;
  const peut = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, peut, async (atelier) => {
    const { transaction, remontee, journaliser } = atelier;
    const refuse = refusDeChanger(remontee, version);
    if (refuse !== null) return echec(refuse);
    if (remontee.reseau !== 'choisis') return echec(PAS_UN_A_UN);
    const change = await changer(atelier, choisis);
    if (!change.ok) return change;
    await transaction
      .updateTable('remontee')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .execute();
    await journaliser({
      acte: 'remontee.modifier',
      objet: { type: 'remontee', id },
      territoire: remontee.territoire,
      charge: { titre: remontee.titre, questions: remontee.questions.length },
    });
    return reussite(null);
  });
}

const HORS_DU_TERRITOIRE = fauteDeSaisie(
  'remontee.services.territoire',
  'service',
  'Un de ces services n’est pas dans le territoire de la remontée, ou n’est plus dans l’annuaire : cherchez de nouveau.',
);
const TROP = fauteDeSaisie('remontee.services.nombre', 'service', `${CHOISIS_AU_PLUS} services au plus par remontée.`);
const PAS_UN_A_UN: Refus = {
  nature: 'conflit',
  regle: 'remontee.services.reseau',
  message:
    'Cette remontée s’adresse à tout un réseau : pour choisir les services un à un, changez d’abord ses destinataires.',
};
