import { type Acteur, acteurDuCompte } from '#acces';
import { aujourdhui, type Services } from '#socle';

const COMPTES = {
  bcam: {
    nom: 'Responsable de plan du bureau du pilotage',
    profil: 'responsable_de_plan',
    organisation_id: 'mi-dmates',
    territoire_code: 'FR',
  },
  cabinet: { nom: 'Cabinet du ministre', profil: 'cabinet', organisation_id: 'mi', territoire_code: 'FR' },
  ditp: { nom: 'Chargé de mission de la DITP', profil: 'ditp', organisation_id: 'pm-ditp', territoire_code: 'FR' },
  finistere: {
    nom: 'Préfecture du Finistère',
    profil: 'prefet_departement',
    organisation_id: 'd29-prefecture',
    territoire_code: 'D29',
  },
} as const;

/** An account of this profile, made in the database, as the actor of a request. */
export async function ouvrirCompte({ base, horloge }: Services, compte: keyof typeof COMPTES): Promise<Acteur> {
  await base
    .insertInto('compte')
    .values({ id: compte, ...COMPTES[compte], cree_le: horloge.maintenant() })
    .onConflict((conflit) => conflit.doNothing())
    .execute();
  const acteur = await acteurDuCompte(base, compte, aujourdhui(horloge));
  if (!acteur) throw new Error(`Compte d’essai absent : ${compte}`);
  return acteur;
}
