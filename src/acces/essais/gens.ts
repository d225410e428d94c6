import { creerActeur, type Essai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import type { Jour } from '#socle/valeurs';
import { acteurDuCompte } from '../comptes/acteurs.ts';
import type { GenreHabilitable, Habilitables } from '../habilitations/habilitables.ts';
import type { Acteur } from '../regles/acteur.ts';
import type { Droit } from '../regles/habilitations.ts';
import type { Profil } from '../regles/profils.ts';

/** The account of someone, with a grant to administer a territory. */
export async function creerAdministrateur(
  essai: Essai,
  territoire: string,
  place: { readonly profil: Profil; readonly organisation: string; readonly territoire: string },
): Promise<Acteur> {
  const { compte } = await creerActeur(essai, place.profil, place.organisation, place.territoire);
  await ecrireLigne(essai, { compte, droit: 'administrer', objet: 'comptes', territoire });
  return relire(essai, compte);
}

/** A grant as a row, whatever its dates: what commands would not write. */
export async function ecrireLigne(
  { base, services, horloge }: Essai,
  ligne: {
    readonly compte: string;
    readonly droit: Droit;
    readonly objet: string;
    readonly territoire: string;
    readonly debut?: string;
    readonly fin?: string;
    readonly retiree?: boolean;
  },
): Promise<string> {
  const id = services.ids.nouveau();
  const [type = 'comptes', objet = null] = ligne.objet.split(':');
  await base
    .insertInto('habilitation')
    .values({
      id,
      compte_id: ligne.compte,
      droit: ligne.droit,
      objet_type: type,
      objet_id: objet,
      territoire_code: ligne.territoire,
      debut: ligne.debut ?? '2022-01-01',
      fin: ligne.fin ?? '2022-12-31',
      motif: 'Essai',
      accordee_le: horloge.maintenant(),
      accordee_par: ligne.compte,
      ...(ligne.retiree ? { retiree_le: horloge.maintenant(), retiree_par: ligne.compte } : {}),
    })
    .execute();
  return id;
}

export async function relire({ base, horloge }: Essai, compte: string, jour?: Jour): Promise<Acteur> {
  const acteur = await acteurDuCompte(base, compte, jour ?? aujourdhui(horloge));
  if (acteur === null) throw new Error(`Le compte ${compte} n’ouvre rien.`);
  return acteur;
}

/** Three plans: one everyone may modify, one everyone may only read, one nobody may read. */
const PLANS: Readonly<Record<string, 'modifier' | 'lire' | null>> = { ouvert: 'modifier', lu: 'lire', ferme: null };

const plans: GenreHabilitable = {
  type: 'plan',
  nom: 'Plans',
  nommer: async (_base, _acteur, ids) =>
    new Map(ids.flatMap((id) => (PLANS[id] ? [[id, { libelle: `Plan ${id}`, adresse: `/plans/${id}` }]] : []))),
  chercher: async () =>
    Object.entries(PLANS).flatMap(([id, droit]) => (droit === null ? [] : [{ id, libelle: `Plan ${id}` }])),
  porte: async (_base, _acteur, id, droit) => {
    const possede = PLANS[id] ?? null;
    return possede === null ? null : possede === 'modifier' || droit === 'lire';
  },
};

export const HABILITABLES: Habilitables = [plans];

/** What the last line of the journal says. */
export async function derniereLigne({ base }: Essai) {
  const ligne = await base.selectFrom('journal').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  return {
    acte: ligne?.acte,
    auteur: ligne?.auteur,
    objet: ligne?.objet_id,
    charge: JSON.parse(ligne?.charge ?? '{}'),
  };
}

/** The name of the rule that refused, or « permis ». */
export const regle = (resultat: { ok: true } | { ok: false; refus: { regle: string } }): string =>
  resultat.ok ? 'permis' : resultat.refus.regle;
