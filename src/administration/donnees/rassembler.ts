import { type Acteur, donneesDAcces, lireSection, type SectionDeDonnees, signatairesDeLaPersonne } from '#acces';
import { donneesDesRemontees } from '#enquetes';
import { donneesDesIndicateurs } from '#indicateurs';
import { donneesDesInstances } from '#instances';
import { inscrire } from '#journal';
import { donneesDesPlans } from '#plans';
import { donneesDesReformes } from '#reformes';
import { donneesDesRelances } from '#relances';
import type { Services } from '#socle';
import type { Base } from '#socle/base';

/** Everything Jalon knows of a person, gathered from every room. Who may ask for it is decided by the caller. */
export async function donneesDeLaPersonne(base: Base, compte: string): Promise<SectionDeDonnees[]> {
  const signataires = await signatairesDeLaPersonne(base, compte);
  const [acces, plans, indicateurs, reformes, instances, remontees, relances, courriels, journal] = await Promise.all([
    donneesDAcces(base, compte),
    donneesDesPlans(base, signataires),
    donneesDesIndicateurs(base, signataires),
    donneesDesReformes(base, signataires),
    donneesDesInstances(base, signataires),
    donneesDesRemontees(base, signataires),
    donneesDesRelances(base, signataires),
    courrielsRecus(base, signataires),
    traces(base, compte, signataires),
  ]);
  return [
    ...acces,
    ...plans,
    ...indicateurs,
    ...reformes,
    ...instances,
    ...remontees,
    ...relances,
    courriels,
    ...journal,
  ];
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

function courrielsRecus(base: Base, comptes: readonly string[]): Promise<SectionDeDonnees> {
  const recus = base
    .selectFrom('courriel')
    .select(['adresse', 'sujet', 'texte', 'invitation', 'cree_le', 'envoye_le'])
    .where('compte_id', 'in', comptes)
    .orderBy('cree_le');
  return lireSection('courriels', 'Courriels écrits par Jalon', recus);
}

/** What the journal keeps: the acts the person signed, those about the account, and the personal parts. */
function traces(base: Base, compte: string, signataires: readonly string[]): Promise<SectionDeDonnees[]> {
  const signes = base
    .selectFrom('journal')
    .select(['sequence', 'instant', 'acte', 'objet_type', 'objet_id'])
    .where('auteur', 'in', signataires)
    .orderBy('sequence');
  const concernant = base
    .selectFrom('journal')
    .select(['sequence', 'instant', 'acte'])
    .where('objet_type', '=', 'compte')
    .where('objet_id', '=', compte)
    .orderBy('sequence');
  const parts = base
    .selectFrom('journal_personnel')
    .innerJoin('journal', 'journal.sequence', 'journal_personnel.sequence')
    .select(['journal.sequence', 'journal.instant', 'journal.acte', 'journal_personnel.contenu'])
    .where('concerne', 'in', signataires)
    .where('contenu', 'is not', null)
    .orderBy('journal.sequence');
  return Promise.all([
    lireSection('actes', 'Actes signés, au journal', signes),
    lireSection('actes_sur_le_compte', 'Actes sur le compte, au journal', concernant),
    lireSection('parts_personnelles', 'Parts personnelles du journal', parts),
  ]);
}
