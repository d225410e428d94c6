import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { FormatDeValeurs } from '../lecture/modele.ts';
import type { ServicesDImport } from '../responsabilites.ts';
import { lireDepot } from './deposer.ts';
import { rendreLesInterrompus } from './interrompus.ts';
import type { BilanDImport } from './verifier-depot.ts';

export type EtatDImport = 'lecture' | 'lu' | 'refuse' | 'application' | 'applique' | 'abandonne' | 'annule';

export type Import = {
  readonly id: string;
  readonly etat: EtatDImport;
  readonly nom: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly progression: number;
  readonly bilan: BilanDImport | null;
  readonly format: FormatDeValeurs | null;
  /** Why the file could not be read, or why it could not be written the last time. */
  readonly refus: string | null;
  readonly motif: string | null;
  readonly annuleMotif: string | null;
  readonly version: number;
  readonly commenceLe: Date;
  readonly finiLe: Date | null;
  /** Who brought the file; null for the command line. */
  readonly compte: string | null;
};

const ABSENT: Refus = {
  nature: 'introuvable',
  regle: 'valeurs.import.introuvable',
  message: 'Cet import n’existe pas ou n’est pas le vôtre. Revenez à la liste des imports.',
};

/** A reading that has not ended after this long was interrupted with its program: it starts again. */
const LECTURE_PERDUE_MS = 120_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An import, for the person who brought the file, and for the DITP. `acteur` null: the command line. */
export async function trouverImport(
  services: ServicesDImport,
  acteur: Acteur | null,
  id: string,
): Promise<Resultat<Import>> {
  if (!UUID.test(id)) return echec(ABSENT);
  const { base, horloge } = services;
  const lire = () => base.selectFrom('import_de_valeurs').selectAll().where('id', '=', id).executeTakeFirst();
  let ligne = await lire();
  if (!ligne) return echec(ABSENT);
  if (acteur !== null && acteur.profil !== 'ditp' && ligne.compte_id !== acteur.compte) return echec(ABSENT);
  const depuis = horloge.maintenant().getTime() - ligne.commence_le.getTime();
  if (ligne.etat === 'lecture' && ligne.document_id !== null && depuis > LECTURE_PERDUE_MS) {
    await lireDepot(services, id);
    ligne = (await lire()) ?? ligne;
  }
  if (ligne.etat === 'application') {
    await rendreLesInterrompus(services, id);
    ligne = (await lire()) ?? ligne;
  }
  return reussite({
    id,
    etat: ligne.etat as EtatDImport,
    nom: ligne.nom,
    taille: ligne.taille,
    empreinte: ligne.empreinte,
    progression: ligne.progression,
    bilan: ligne.bilan as unknown as BilanDImport | null,
    format: ligne.format as FormatDeValeurs | null,
    refus: ligne.refus,
    motif: ligne.motif,
    annuleMotif: ligne.annule_motif,
    version: ligne.version,
    commenceLe: ligne.commence_le,
    finiLe: ligne.fini_le,
    compte: ligne.compte_id,
  });
}

/** Gives back an import that was taken for writing: nothing was written. */
export async function rendreLImport(base: Base, id: string): Promise<void> {
  await base
    .updateTable('import_de_valeurs')
    .set({ etat: 'lu', progression: 100 })
    .where('id', '=', id)
    .where('etat', '=', 'application')
    .execute();
}
