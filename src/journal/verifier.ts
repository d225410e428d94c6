import type { Base } from '#socle/base';
import { hacher } from './inscrire.ts';
import { type Ancre, ecrireAncre } from './regles/ancres.ts';
import { ouvrirVerification, type Verification } from './regles/verification.ts';

/** Lines read at a time. */
const PAQUET = 2_000;

/**
 * Recomputes the whole chain in one consistent snapshot, packet after packet, and compares it with the anchors: those
 * Jalon keeps, and those given, which were written outside.
 */
export async function verifierJournal(base: Base, ancres: readonly Ancre[] = []): Promise<Verification> {
  return base
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const tete = await transaction
        .selectFrom('journal_tete')
        .select(['sequence', 'empreinte'])
        .executeTakeFirstOrThrow();
      const toutes = sansDoublons([...(await ancresGardees(transaction)), ...ancres]);
      const verification = ouvrirVerification(toutes, hacher);
      let derniere: number | null = null;
      for (;;) {
        const lignes = await lirePaquet(transaction, derniere);
        for (const ligne of lignes) {
          verification.lire({
            sequence: ligne.sequence,
            instant: ligne.instant.toISOString(),
            auteur: ligne.auteur,
            acte: ligne.acte,
            objetType: ligne.objet_type,
            objetId: ligne.objet_id,
            territoire: ligne.territoire_code,
            charge: ligne.charge,
            engagement: ligne.engagement,
            empreinte: ligne.empreinte,
            personnel:
              ligne.part === null
                ? null
                : { concerne: ligne.concerne, sel: ligne.sel, contenu: ligne.contenu, effacePar: ligne.efface_par },
          });
        }
        derniere = lignes.at(-1)?.sequence ?? null;
        if (derniere === null || lignes.length < PAQUET) return verification.conclure(tete);
      }
    });
}

async function ancresGardees(base: Base): Promise<Ancre[]> {
  const lignes = await base.selectFrom('ancrage').select(['instant', 'sequence', 'empreinte']).orderBy('id').execute();
  return lignes.map(({ instant, sequence, empreinte }) => ({ instant: instant.toISOString(), sequence, empreinte }));
}

/** What Jalon keeps is also what it wrote outside. */
function sansDoublons(ancres: readonly Ancre[]): Ancre[] {
  return [...new Map(ancres.map((ancre) => [ecrireAncre(ancre), ancre])).values()];
}

function lirePaquet(base: Base, apres: number | null) {
  const requete = base
    .selectFrom('journal')
    .leftJoin('journal_personnel', 'journal_personnel.sequence', 'journal.sequence')
    .selectAll('journal')
    .select([
      'journal_personnel.sequence as part',
      'journal_personnel.concerne',
      'journal_personnel.sel',
      'journal_personnel.contenu',
      'journal_personnel.efface_par',
    ])
    .orderBy('journal.sequence')
    .limit(PAQUET);
  return (apres === null ? requete : requete.where('journal.sequence', '>', apres)).execute();
}
