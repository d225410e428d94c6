import { createHash } from 'node:crypto';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { verrouiller } from '../calcul/recalculer.ts';
import { ecrireValeursDeposees } from '../ecriture/ecrire-valeurs.ts';
import { faireLeBilan } from '../lecture/bilan.ts';
import type { FichierDeValeurs, ValeurVerifiee } from '../lecture/modele.ts';
import { verifierValeurs } from '../lecture/verifier.ts';
import { indicateursConnus, initialesConnues } from '../lectures/connus.ts';
import { seriesDeposees } from '../lectures/series-deposees.ts';
import { peutEcrireValeurs, peutImporterDesValeurs, type Responsabilites } from '../politique.ts';
import { nomDuTerritoire } from '../presentation.ts';
import { type EffetDImport, jugerDepot } from './juger-depot.ts';
import { rangerDepot } from './ranger-depot.ts';
import type { BilanDImport } from './verifier-depot.ts';

/** A value as a program sends it: the words of the State's dashboard. */
export type ValeurEnvoyee = {
  readonly identifiant_indic: string;
  readonly zone_id: string;
  readonly date_valeur: string;
  readonly type_valeur: string;
  readonly valeur: string;
};

export type Lot = { readonly valeurs: readonly ValeurEnvoyee[]; readonly motif: string | null };

export type LotRecu = {
  /** The import that keeps what was sent, and can be undone as a whole; null when everything was already known. */
  readonly importation: string | null;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly identiques: number;
};

/**
 * Writes a batch a program sends, all of it or nothing: one value in fault, or values that do not look like their history
 * without a reason, and the whole is refused, each fault named. The same `identifiant` gives again what it gave; the same
 * values, whatever it is, write nothing.
 */
export async function recevoirLot(
  services: Services,
  acteur: Acteur,
  identifiant: string,
  lot: Lot,
  responsabilites?: Responsabilites,
): Promise<Resultat<LotRecu>> {
  const permis = selon(peutImporterDesValeurs(acteur, responsabilites));
  if (!permis.ok) return permis;
  const corps = JSON.stringify(lot);
  const empreinte = createHash('sha256').update(corps).digest('hex');
  return enTransaction(services, async (transaction) => {
    const maintenant = services.horloge.maintenant();
    // Two sendings of one key at the same instant: the second waits here, and finds the row of the first.
    const prise = await transaction
      .insertInto('import_de_valeurs')
      .values({
        id: identifiant,
        document_id: null,
        nom: NOM_D_ENVOI,
        taille: corps.length,
        empreinte,
        compte_id: acteur.compte,
        format: 'valeurs',
        etat: 'application',
        commence_le: maintenant,
      })
      .onConflict((conflit) => conflit.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (prise === undefined) return dejaRecu(transaction, identifiant, empreinte);
    const bilan = await examiner(transaction, services, acteur, { id: identifiant, lot, responsabilites });
    if (!bilan.ok) return bilan;
    const { effet } = bilan.valeur;
    if (effet.nouvelles + effet.modifiees === 0) {
      await oublier(transaction, identifiant);
      return reussite({ importation: null, nouvelles: 0, modifiees: 0, identiques: lot.valeurs.length });
    }
    await ecrire(transaction, services, acteur, { id: identifiant, empreinte, motif: lot.motif });
    await transaction
      .updateTable('import_de_valeurs')
      .set({
        etat: 'applique',
        progression: 100,
        bilan: JSON.stringify(bilan.valeur),
        motif: lot.motif,
        fini_le: maintenant,
      })
      .where('id', '=', identifiant)
      .execute();
    return reussite(enReponse(identifiant, effet));
  });
}

const NOM_D_ENVOI = 'Envoi par un programme';

/** Everything in order, or the reasons why nothing will be written. */
async function examiner(
  transaction: Base,
  services: Services,
  acteur: Acteur,
  { id, lot, responsabilites }: { id: string; lot: Lot; responsabilites: Responsabilites | undefined },
): Promise<Resultat<BilanDImport>> {
  const fichier = enFichier(lot);
  const au = aujourdhui(services.horloge);
  const indicateurs = await indicateursConnus(
    transaction,
    fichier.valeurs.map((valeur) => valeur.identifiant),
  );
  const connus = [...indicateurs.values()];
  const numeros = connus.map(({ numero }) => numero);
  await verrouiller(transaction, numeros);
  const fermes = new Map(
    connus.map(({ numero, vu }) => {
      const decision = peutEcrireValeurs(acteur, vu, responsabilites);
      return [numero, decision.permis ? null : decision.message];
    }),
  );
  const verifiees = verifierValeurs(fichier, {
    au,
    indicateurs,
    ferme: ({ numero }) => fermes.get(numero) ?? null,
    initiale: await initialesConnues(transaction, numeros),
  });
  const fautes = verifiees.filter(({ etat }) => etat === 'refusee' || etat === 'sans_valeur');
  if (fautes.length > 0) return echec(enFaute(fautes));
  await rangerDepot(transaction, id, verifiees);
  const effet = await jugerDepot(transaction, id);
  if (effet.motifDemande && lot.motif === null) return echec(await sansMotif(transaction, id, effet));
  return reussite({ fichier: faireLeBilan(fichier, verifiees, au), effet });
}

async function ecrire(
  transaction: Base,
  { horloge }: Services,
  acteur: Acteur,
  { id, empreinte, motif }: { id: string; empreinte: string; motif: string | null },
): Promise<void> {
  const { nouvelles, modifiees, retirees } = await ecrireValeursDeposees(transaction, id, {
    origine: 'api',
    source: null,
    commentaire: null,
    importation: id,
    rectification: motif,
    auteur: acteur.compte,
    enregistreLe: horloge.maintenant(),
    au: aujourdhui(horloge),
  });
  await transaction.deleteFrom('valeur_deposee').where('import_id', '=', id).where('etat', '=', 'prete').execute();
  await inscrire(
    transaction,
    {
      acte: 'valeurs.importer',
      objet: { type: 'import_de_valeurs', id },
      territoire: null,
      charge: { fichier: NOM_D_ENVOI, empreinte, nouvelles, modifiees, retirees, motif },
    },
    { auteur: acteur.compte, horloge },
  );
}

function enFichier({ valeurs }: Lot): FichierDeValeurs {
  return {
    format: 'valeurs',
    lignes: valeurs.length,
    valeurs: valeurs.map((v, rang) => ({
      ligne: rang + 1,
      identifiant: v.identifiant_indic.trim(),
      zone: v.zone_id.trim(),
      date: v.date_valeur.trim(),
      type: v.type_valeur.trim(),
      valeur: v.valeur.trim(),
    })),
    indicateurs: [],
    texteDe: (ligne) => Object.values(valeurs[ligne - 1] ?? {}).join(' ; '),
  };
}

async function dejaRecu(transaction: Base, id: string, empreinte: string): Promise<Resultat<LotRecu>> {
  const deja = await transaction
    .selectFrom('import_de_valeurs')
    .select(['empreinte', 'bilan'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const bilan = deja.bilan as unknown as BilanDImport | null;
  if (bilan === null || deja.empreinte !== empreinte) return echec(AUTRE_LOT);
  return reussite(enReponse(id, bilan.effet));
}

function enReponse(importation: string, { nouvelles, modifiees, identiques }: EffetDImport): LotRecu {
  return { importation, nouvelles, modifiees, identiques };
}

/** A batch that says nothing new leaves no trace. */
async function oublier(transaction: Base, id: string): Promise<void> {
  await transaction.deleteFrom('import_de_valeurs').where('id', '=', id).execute();
}

const AUTRE_LOT: Refus = {
  nature: 'conflit',
  regle: 'valeurs.api.cle',
  message: 'Cette clé d’idempotence a déjà servi pour d’autres valeurs\u00a0: donnez-en une nouvelle à ce lot.',
};

/** As many as a program's log can hold; the message says how many there are. */
const FAUTES_DITES = 50;

function enFaute(fautes: readonly ValeurVerifiee[]): Refus {
  return {
    nature: 'invalide',
    regle: 'valeurs.api.fautes',
    message: `Rien n’est écrit\u00a0: ${fautes.length < 2 ? 'une valeur est fautive' : `${fautes.length} valeurs sont fautives`}. Corrigez-les, puis renvoyez le lot entier.`,
    champs: Object.fromEntries(
      fautes.slice(0, FAUTES_DITES).map(({ ligne, message }) => [`valeurs.${ligne - 1}`, message ?? 'Valeur fautive.']),
    ),
  };
}

async function sansMotif(transaction: Base, id: string, effet: EffetDImport): Promise<Refus> {
  const douteuses = await seriesDeposees(transaction, id, { vue: 'douteuses', saut: 0, limite: FAUTES_DITES });
  const quoi = effet.modifiees > 0 ? 'Des valeurs connues changent.' : '';
  return {
    nature: 'invalide',
    regle: 'valeurs.api.motif',
    message:
      `Rien n’est écrit. ${quoi} ${effet.verdict} Donnez un «\u00a0motif\u00a0», puis renvoyez le lot avec une nouvelle clé.`.replace(
        /\s{2,}/g,
        ' ',
      ),
    champs: {
      motif: 'Dites pourquoi ces valeurs changent, ou sortent de l’ordinaire.',
      ...Object.fromEntries(
        douteuses.map(({ identifiant, territoire, type, soupcons }) => [
          `${identifiant}.${territoire}.${type}`,
          `${nomDuTerritoire(territoire)}\u00a0: ${soupcons.join(' ')}`,
        ]),
      ),
    },
  };
}
