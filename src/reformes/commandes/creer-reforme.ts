import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { composerPanier, creerPanier, type Part } from '#indicateurs';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { Maille } from '#territoires';
import { peutConfigurerReformes } from '../politique.ts';

const MAILLES = ['national', 'regional', 'departemental'] as const satisfies readonly Maille[];

/** What is typed of a reform, at its creation and afterwards. */
export const SAISIE_DE_REFORME = z.object({
  nom: texteObligatoire('Donnez un nom à la réforme.', 300),
  description: texteFacultatif(4_000),
  theme: texteObligatoire('Donnez le thème de la réforme.', 120),
  ministere: texteFacultatif(100),
  equipe: texteObligatoire('Choisissez le service du chef de projet.', 100),
  services: z.array(z.string().trim().min(1).max(100)).max(100).default([]),
  mailles: z.array(z.enum(MAILLES)).min(1, 'Choisissez au moins une maille.'),
  meteoJours: z.coerce
    .number({ error: 'Écrivez un nombre de jours.' })
    .int('Écrivez un nombre entier de jours.')
    .min(1, 'Comptez au moins un jour.')
    .max(730, 'Comptez au plus 730 jours.')
    .default(90),
  etat: z.enum(['brouillon', 'active', 'archivee'], { error: 'Choisissez l’état de la réforme.' }),
});

export type SaisieDeReforme = z.output<typeof SAISIE_DE_REFORME>;

/** Creates a reform without indicators and gives its identifier. */
export async function creerReforme(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE_DE_REFORME, valeurs);
  if (!saisie.ok) return saisie;
  const permis = selon(peutConfigurerReformes(acteur));
  if (!permis.ok) return permis;
  return enTransaction(services, (transaction) => ecrireNouvelleReforme(transaction, services, acteur, saisie.valeur));
}

/** The same within a transaction under way, with its indicators. */
export async function ecrireNouvelleReforme(
  transaction: Base,
  services: Services,
  acteur: Acteur,
  saisie: SaisieDeReforme,
  options: { readonly demonstration?: boolean; readonly parts?: readonly Part[] } = {},
): Promise<Resultat<string>> {
  const rattachement = await verifierRattachement(transaction, saisie);
  if (!rattachement.ok) return rattachement;
  const id = services.ids.nouveau();
  const maintenant = services.horloge.maintenant();
  const panier = await creerPanier(transaction, maintenant);
  await transaction
    .insertInto('reforme')
    .values({
      id,
      ...colonnesDeReforme(saisie),
      panier,
      demonstration: options.demonstration ?? false,
      cree_le: maintenant,
      cree_par: acteur.compte,
    })
    .execute();
  if (options.parts) await composerPanier(transaction, panier, options.parts, aujourdhui(services.horloge));
  await inscrire(
    transaction,
    { acte: 'reforme.creer', objet: { type: 'reforme', id }, territoire: null, charge: { nom: saisie.nom } },
    { auteur: acteur.compte, horloge: services.horloge },
  );
  return reussite(id);
}

export function colonnesDeReforme(saisie: SaisieDeReforme) {
  return {
    nom: saisie.nom,
    description: saisie.description,
    theme: saisie.theme,
    ministere_id: saisie.ministere,
    equipe_id: saisie.equipe,
    services: [...saisie.services],
    mailles: [...saisie.mailles],
    meteo_jours: saisie.meteoJours,
    etat: saisie.etat,
  };
}

/** Checks that the organisations are in the directory, each in its place. */
export async function verifierRattachement(transaction: Base, saisie: SaisieDeReforme): Promise<Resultat<null>> {
  const ids = [saisie.equipe, ...saisie.services, ...(saisie.ministere === null ? [] : [saisie.ministere])];
  const connues = new Map(
    (await transaction.selectFrom('organisation').select(['id', 'genre']).where('id', 'in', ids).execute()).map(
      ({ id, genre }) => [id, genre],
    ),
  );
  const champs: Record<string, string> = {};
  if (saisie.ministere !== null && connues.get(saisie.ministere) !== 'ministere')
    champs.ministere = 'Ce n’est pas un ministère de l’annuaire : choisissez-le dans la liste.';
  if (!connues.has(saisie.equipe))
    champs.equipe = 'Ce service n’est pas dans l’annuaire : choisissez-le dans la liste.';
  if (saisie.services.some((service) => !connues.has(service)))
    champs.services = 'Un de ces services n’est pas dans l’annuaire : choisissez-les dans la liste.';
  const premier = Object.values(champs)[0];
  return premier
    ? echec({ nature: 'invalide', regle: 'reforme.rattachement', message: premier, champs })
    : reussite(null);
}
