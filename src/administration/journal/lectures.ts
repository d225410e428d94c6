import { sql } from 'kysely';
import { type Acteur, selon, signatairesDeLaPersonne } from '#acces';
import { chercherEvenements, type Recherche } from '#journal';
import type { Base } from '#socle/base';
import { type Resultat, reussite } from '#socle/valeurs';
import { type Criteres, debutDuJour, finDuJour } from './criteres.ts';
import { ciblesDe } from './objets.ts';
import { peutLireLeJournal, territoiresDuJournal } from './politique.ts';
import { type EvenementPresente, presenterEvenements } from './presentation.ts';

const PAR_PAGE = 50;
/** A name that so many accounts bear is to be said more precisely. */
const AUTEURS_AU_PLUS = 200;

export type PageDeJournal = {
  readonly evenements: readonly EvenementPresente[];
  /** Are there more on this side of the page? */
  readonly plusRecents: boolean;
  readonly plusAnciens: boolean;
};

/** A page of the events this actor may see, and that these criteria keep. */
export async function lireLeJournal(base: Base, acteur: Acteur, criteres: Criteres): Promise<Resultat<PageDeJournal>> {
  const permis = selon(peutLireLeJournal(acteur));
  if (!permis.ok) return permis;
  const lus = await chercherEvenements(base, await enRecherche(base, acteur, criteres, PAR_PAGE + 1));
  const deborde = lus.length > PAR_PAGE;
  const versLeHaut = criteres.repere?.sens === 'plus_recents';
  // The one too many is the furthest from where the page starts.
  const gardes = versLeHaut ? lus.slice(-PAR_PAGE) : lus.slice(0, PAR_PAGE);
  return reussite({
    evenements: await presenterEvenements(base, acteur, gardes),
    plusRecents: versLeHaut ? deborde : criteres.repere !== null,
    plusAnciens: versLeHaut || deborde,
  });
}

/** The same criteria as the journal takes them, bound to what this actor may see. */
export async function enRecherche(base: Base, acteur: Acteur, criteres: Criteres, limite: number): Promise<Recherche> {
  return {
    territoires: territoiresDuJournal(acteur),
    auteurs: await trouverAuteurs(base, criteres),
    objets: criteres.objet && ciblesDe(criteres.objet),
    acte: criteres.acte,
    depuis: criteres.du && debutDuJour(criteres.du),
    avant: criteres.au && finDuJour(criteres.au),
    repere: criteres.repere,
    limite,
  };
}

async function trouverAuteurs(base: Base, { compte, personne }: Criteres): Promise<readonly string[] | null> {
  if (compte !== null) return signatairesDeLaPersonne(base, compte);
  if (personne === null) return null;
  const motif = `%${personne.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const lignes = await base
    .selectFrom('signataire')
    .select('id')
    .where(sql<boolean>`unaccent(nom) ilike unaccent(${motif})`)
    .limit(AUTEURS_AU_PLUS)
    .execute();
  return lignes.map(({ id }) => id);
}

export async function nomDuSignataire(base: Base, compte: string): Promise<string | null> {
  const ligne = await base.selectFrom('signataire').select('nom').where('id', '=', compte).executeTakeFirst();
  return ligne?.nom ?? null;
}
