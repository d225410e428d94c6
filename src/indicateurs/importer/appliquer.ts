import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, lireSaisie, type Services, texteFacultatif } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { verrouiller } from '../calcul/recalculer.ts';
import { type Ecriture, ecrireValeursDeposees } from '../ecriture/ecrire-valeurs.ts';
import { type IndicateurVu, peutEcrireValeurs, peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, type ServicesDImport } from '../responsabilites.ts';
import { tenirLImport } from './interrompus.ts';
import { depotInchange } from './juger-depot.ts';
import { type Import, rendreLImport, trouverImport } from './trouver.ts';

const SAISIE = z.object({ motif: texteFacultatif(1_000), version: z.coerce.number().int() });

/**
 * Writes the values of an import that are ready, in one transaction. A reason is asked for when known values change or
 * when some do not look like their history. `acteur` null: the command line.
 */
export async function appliquerImport(
  services: ServicesDImport,
  acteur: Acteur | null,
  id: string,
  valeurs: unknown,
): Promise<Resultat<Ecriture>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const { motif, version } = saisie.valeur;
  if (acteur !== null) {
    const permis = selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur)));
    if (!permis.ok) return permis;
  }
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  if (!(await prendre(services, id, version))) return echec(DEJA);
  try {
    const resultat = await enTransaction(services, (transaction) =>
      ecrire(transaction, services, acteur, trouve.valeur, motif),
    );
    if (!resultat.ok) await rendreLImport(services.base, id);
    return resultat;
  } catch (erreur) {
    await rendreLImport(services.base, id);
    throw erreur;
  }
}

/** Beyond this, the import goes on behind and its page shows how far it is. */
const ATTENTE_MS = 3_000;

/**
 * The same for a person in front of a page: gives what was written, or null when it takes longer than one waits. What fails
 * afterwards is kept beside the import, for its page to say.
 */
export async function lancerImport(
  services: ServicesDImport,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<Ecriture | null>> {
  const ecriture = appliquerImport(services, acteur, id, valeurs);
  const attente = new Promise<null>((suite) => setTimeout(() => suite(null), ATTENTE_MS).unref());
  const premier = await Promise.race([ecriture, attente]);
  if (premier !== null) return premier;
  const noter = (message: string) => noterEchec(services, id, message);
  void ecriture.then(
    (resultat) => (resultat.ok ? undefined : noter(resultat.refus.message)),
    () => noter('L’écriture s’est interrompue\u00a0: rien n’a été enregistré. Recommencez.'),
  );
  return reussite(null);
}

async function noterEchec({ base }: Services, id: string, refus: string): Promise<void> {
  await base
    .updateTable('import_de_valeurs')
    .set({ refus })
    .where('id', '=', id)
    .where('etat', '=', 'lu')
    .execute()
    .catch(() => undefined);
}

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'valeurs.importer.deja',
  message: 'Cet import a déjà été fait, abandonné ou relu entre-temps\u00a0: rien n’a été écrit une seconde fois.',
};

async function ecrire(
  transaction: Base,
  services: ServicesDImport,
  acteur: Acteur | null,
  { id, nom, empreinte, bilan }: Import,
  motif: string | null,
): Promise<Resultat<Ecriture>> {
  await tenirLImport(transaction, id);
  const indicateurs = await indicateursDuDepot(transaction, id);
  await verrouiller(
    transaction,
    indicateurs.map(({ numero }) => numero),
  );
  const responsabilites = await responsabilitesDImport(services, transaction, acteur);
  for (const { vu } of indicateurs) {
    const permis = acteur === null ? reussite(null) : selon(peutEcrireValeurs(acteur, vu, responsabilites));
    if (!permis.ok) return permis;
  }
  // Nobody else writes from here on: what was shown is what is written, or nothing is.
  if (bilan === null || !(await depotInchange(transaction, id))) return echec(PERIME);
  const { effet } = bilan;
  if (effet.motifDemande && motif === null) return echec(SANS_MOTIF);
  if (effet.nouvelles + effet.modifiees === 0) return echec(RIEN);
  const { horloge } = services;
  const ecriture = await ecrireValeursDeposees(
    transaction,
    id,
    {
      origine: 'import',
      source: nom,
      commentaire: null,
      importation: id,
      rectification: motif,
      auteur: acteur?.compte ?? null,
      enregistreLe: horloge.maintenant(),
      au: aujourdhui(horloge),
    },
    (fait, total) => void avancer(services, id, Math.floor((100 * fait) / Math.max(1, total))),
  );
  await transaction.deleteFrom('valeur_deposee').where('import_id', '=', id).where('etat', '=', 'prete').execute();
  const faite = await transaction
    .updateTable('import_de_valeurs')
    .set({ etat: 'applique', motif, fini_le: horloge.maintenant() })
    .where('id', '=', id)
    .where('etat', '=', 'application')
    .returning('id')
    .executeTakeFirst();
  if (faite === undefined) return echec(DEJA);
  const { nouvelles, modifiees, retirees } = ecriture;
  await inscrire(
    transaction,
    {
      acte: 'valeurs.importer',
      objet: { type: 'import_de_valeurs', id },
      territoire: null,
      charge: { fichier: nom, empreinte, nouvelles, modifiees, retirees, motif },
    },
    { auteur: acteur?.compte ?? null, horloge },
  );
  return reussite(ecriture);
}

const PERIME: Refus = {
  nature: 'conflit',
  regle: 'valeurs.importer.perime',
  message:
    'Des valeurs ont changé depuis l’affichage de cette page\u00a0: rien n’a été écrit. Relisez le fichier pour voir ce qu’il change maintenant.',
};

const SANS_MOTIF: Refus = {
  nature: 'invalide',
  regle: 'valeurs.importer.motif',
  message:
    'Ce fichier change des valeurs connues, ou en apporte qui ne ressemblent pas à leur histoire\u00a0: dites pourquoi avant de l’importer.',
  champs: { motif: 'Dites pourquoi ces valeurs changent.' },
};

const RIEN: Refus = {
  nature: 'invalide',
  regle: 'valeurs.importer.rien',
  message: 'Ce fichier n’apporte rien\u00a0: toutes ses valeurs sont déjà connues, ou refusées.',
};

async function indicateursDuDepot(transaction: Base, id: string) {
  const lignes = await transaction
    .selectFrom('indicateur')
    .select(['id', 'numero', 'etat', 'responsable_id'])
    .where('numero', 'in', (requete) =>
      requete.selectFrom('serie_deposee').select('indicateur').where('import_id', '=', id),
    )
    .execute();
  return lignes.map(({ id: indicateur, numero, etat, responsable_id }) => ({
    numero,
    vu: { id: indicateur, etat: etat as IndicateurVu['etat'], responsable: responsable_id },
  }));
}

/** Takes the import for writing; false when someone, or a second click, did it first. Seen at once by every page. */
async function prendre({ base, horloge }: Services, id: string, version: number): Promise<boolean> {
  const prise = await base
    .updateTable('import_de_valeurs')
    .set({ etat: 'application', progression: 0, refus: null, fini_le: horloge.maintenant() })
    .where('id', '=', id)
    .where('etat', '=', 'lu')
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return prise !== undefined;
}

/** Told outside the transaction, so that whoever looks sees it move. Losing one is nothing. */
async function avancer({ base }: Services, id: string, progression: number): Promise<void> {
  await base
    .updateTable('import_de_valeurs')
    .set({ progression })
    .where('id', '=', id)
    .where('etat', '=', 'application')
    .execute()
    .catch(() => undefined);
}
