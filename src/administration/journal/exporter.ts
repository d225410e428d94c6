import { type Acteur, selon } from '#acces';
import { chercherEvenements, inscrire } from '#journal';
import type { Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { ecrireCsv } from '#tableur';
import type { Criteres } from './criteres.ts';
import { enRecherche } from './lectures.ts';
import { peutLireLeJournal } from './politique.ts';
import { type EvenementPresente, presenterEvenements } from './presentation.ts';

export type FormatDeJournal = 'csv' | 'json';

/** The most events one file holds; from the page of its last one, the next file goes on. */
export const EVENEMENTS_AU_PLUS = 10_000;

/** The events these criteria keep, the latest first, as a file; the export itself is written in the journal. */
export async function exporterJournal(
  services: Services,
  acteur: Acteur,
  criteres: Criteres,
  format: FormatDeJournal,
): Promise<Resultat<Uint8Array>> {
  const permis = selon(peutLireLeJournal(acteur));
  if (!permis.ok) return permis;
  const { base } = services;
  const recherche = await enRecherche(base, acteur, criteres, EVENEMENTS_AU_PLUS);
  const evenements = await presenterEvenements(base, acteur, await chercherEvenements(base, recherche));
  const { personne, compte, objet, acte, du, au, repere } = criteres;
  // Only what is known to be an identifier is chained; the words of a search stay in the personal part.
  const retenus = {
    comptes: compte === null ? null : recherche.auteurs,
    objet: evenements.length === 0 ? null : objet,
    acte,
    du,
    au,
    repere,
  };
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'journal.exporter',
        objet: { type: 'journal', id: 'journal' },
        territoire: null,
        charge: { format, evenements: evenements.length, criteres: retenus },
        personnel: personne === null ? null : { concerne: null, contenu: { personne } },
      },
      { auteur: acteur.compte, ...services },
    ),
  );
  return reussite(format === 'csv' ? enCsv(evenements) : enJson(evenements));
}

function enCsv(evenements: readonly EvenementPresente[]): Uint8Array {
  return ecrireCsv({
    nom: 'Journal',
    entetes: [
      'N°',
      'Instant',
      'Auteur',
      'Acte',
      'Événement',
      'Précision',
      'Genre',
      'Objet',
      'Identifiant',
      'Territoire',
    ],
    lignes: evenements.map(({ sequence, instant, auteur, acte, phrase, detail, cites, objet, territoire }) => [
      sequence,
      instant,
      auteur?.nom ?? 'Jalon',
      acte,
      phrase,
      [detail, ...cites.map(({ titre, libelle }) => `${titre} : ${libelle}`)].filter(Boolean).join(' ; ') || null,
      objet.genre,
      objet.libelle ?? null,
      objet.id,
      territoire?.nom ?? null,
    ]),
  });
}

function enJson(evenements: readonly EvenementPresente[]): Uint8Array {
  const complet = evenements.length < EVENEMENTS_AU_PLUS;
  return new TextEncoder().encode(`${JSON.stringify({ complet, evenements }, null, 2)}\n`);
}
