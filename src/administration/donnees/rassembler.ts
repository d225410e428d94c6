import {
  type Acteur,
  donneesDAcces,
  LIGNES_AU_PLUS,
  type SectionDeDonnees,
  section,
  signatairesDeLaPersonne,
} from '#acces';
import { donneesDesIndicateurs } from '#indicateurs';
import { inscrire } from '#journal';
import { donneesDesPlans } from '#plans';
import { donneesDesReformes } from '#reformes';
import type { Services } from '#socle';
import type { Base } from '#socle/base';

/** Everything Jalon knows of a person, gathered from every room. Who may ask for it is decided by the caller. */
export async function donneesDeLaPersonne(base: Base, compte: string): Promise<SectionDeDonnees[]> {
  const signataires = await signatairesDeLaPersonne(base, compte);
  const [acces, plans, indicateurs, reformes, courriels, journal] = await Promise.all([
    donneesDAcces(base, compte),
    donneesDesPlans(base, signataires),
    donneesDesIndicateurs(base, signataires),
    donneesDesReformes(base, signataires),
    courrielsRecus(base, signataires),
    traces(base, compte, signataires),
  ]);
  return [...acces, ...plans, ...indicateurs, ...reformes, courriels, ...journal];
}

/** The same as a file the person keeps; that it was made stays in the journal. */
export async function exporterDonnees(services: Services, acteur: Acteur, compte: string): Promise<string> {
  const { base, horloge } = services;
  const sections = await donneesDeLaPersonne(base, compte);
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'donnees.exporter',
        objet: { type: 'compte', id: compte },
        territoire: null,
        charge: { lignes: sections.reduce((total, { lignes }) => total + lignes.length, 0) },
      },
      { auteur: acteur.compte, horloge },
    ),
  );
  const contenu = Object.fromEntries(
    sections.map(({ cle, titre, lignes, tronquee }) => [cle, { titre, tronquee, lignes }]),
  );
  return `${JSON.stringify({ exporteLe: horloge.maintenant().toISOString(), compte, ...contenu }, null, 2)}\n`;
}

async function courrielsRecus(base: Base, comptes: readonly string[]): Promise<SectionDeDonnees> {
  const lignes = await base
    .selectFrom('courriel')
    .select(['adresse', 'sujet', 'texte', 'cree_le', 'envoye_le'])
    .where('compte_id', 'in', comptes)
    .orderBy('cree_le')
    .limit(LIGNES_AU_PLUS + 1)
    .execute();
  return section('courriels', 'Courriels écrits par Jalon', lignes);
}

/** What the journal keeps: the acts the person signed, those about the account, and the personal parts. */
async function traces(base: Base, compte: string, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  const [signes, concernant, parts] = await Promise.all([
    base
      .selectFrom('journal')
      .select(['sequence', 'instant', 'acte', 'objet_type', 'objet_id'])
      .where('auteur', 'in', signataires)
      .orderBy('sequence')
      .limit(LIGNES_AU_PLUS + 1)
      .execute(),
    base
      .selectFrom('journal')
      .select(['sequence', 'instant', 'acte'])
      .where('objet_type', '=', 'compte')
      .where('objet_id', '=', compte)
      .orderBy('sequence')
      .limit(LIGNES_AU_PLUS + 1)
      .execute(),
    base
      .selectFrom('journal_personnel')
      .innerJoin('journal', 'journal.sequence', 'journal_personnel.sequence')
      .select(['journal.sequence', 'journal.instant', 'journal.acte', 'journal_personnel.contenu'])
      .where('concerne', 'in', signataires)
      .where('contenu', 'is not', null)
      .orderBy('journal.sequence')
      .limit(LIGNES_AU_PLUS + 1)
      .execute(),
  ]);
  return [
    section('actes', 'Actes signés, au journal', signes),
    section('actes_sur_le_compte', 'Actes sur le compte, au journal', concernant),
    section('parts_personnelles', 'Parts personnelles du journal', parts),
  ];
}
