import type { Base } from '#socle/base';
import { ajouterJours, type Jour } from '#socle/valeurs';
import { annonce } from '../regles/courrier-du-jour.ts';
import { type Choix, lireChoix } from '../regles/genres.ts';
import type { Memoire } from '../regles/rappels.ts';
import { JOURS_AU_PLUS } from '../regles/reglage.ts';

/** How far back what was said still decides what is said: longer than any rule counts. */
const JOURS_DE_MEMOIRE = 2 * JOURS_AU_PLUS + 10;

/** What this person was told lately: of each action or declination, and the meetings and remontées that were announced. */
export async function lireMemoire(base: Base, compte: string, jour: Jour) {
  const lignes = await base
    .selectFrom('relance')
    .innerJoin('courrier_de_relance as c', 'c.id', 'relance.courrier_id')
    .select(['relance.jour', 'genre', 'action_id', 'declinaison_id', 'reunion_id', 'remontee_id', 'echeance'])
    .where('c.compte_id', '=', compte)
    .where('c.jour', '>', ajouterJours(jour, -JOURS_DE_MEMOIRE))
    .execute();
  const memoires = new Map<string, Memoire>();
  const annonces = new Set<string>();
  for (const ligne of lignes) {
    const [dit, echeance] = [ligne.jour as Jour, ligne.echeance as Jour | null];
    const suivie = ligne.declinaison_id ?? ligne.action_id;
    if (suivie !== null) {
      const { derniere = null, annoncees = [] } = memoires.get(suivie) ?? {};
      memoires.set(suivie, {
        derniere: derniere === null || derniere < dit ? dit : derniere,
        annoncees: ligne.genre === 'avant' && echeance !== null ? [...annoncees, echeance] : annoncees,
      });
    }
    const objet = ligne.genre === 'comite' ? ligne.reunion_id : ligne.genre === 'remontee' ? ligne.remontee_id : null;
    if (objet !== null && echeance !== null) annonces.add(annonce(objet, echeance));
  }
  return { memoires, annonces };
}

/** The kinds of mails this person switched off. */
export async function genresCoupes(base: Base, compte: string): Promise<ReadonlySet<Choix>> {
  const lignes = await base.selectFrom('courrier_coupe').select('genre').where('compte_id', '=', compte).execute();
  return new Set(lignes.flatMap(({ genre }) => lireChoix(genre) ?? []));
}
