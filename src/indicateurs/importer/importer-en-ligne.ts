import { inscrire } from '#journal';
import { aujourdhui, type Services } from '#socle';
import { type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { lireLignes } from '#tableur';
import type { Depot } from '#tableur/depot';
import type { Ecriture } from '../ecriture/ecrire-valeurs.ts';
import { insererIndicateur } from '../ecriture/inserer-indicateur.ts';
import { deduireIndicateurs, type IndicateurDeduit } from '../lecture/deduire.ts';
import { lireFichierDeValeurs } from '../lecture/lire-fichier.ts';
import type { FichierDeValeurs } from '../lecture/modele.ts';
import { indicateursConnus } from '../lectures/connus.ts';
import { appliquerImport } from './appliquer.ts';
import { inscrireImport } from './deposer.ts';
import { type BilanDImport, verifierDepot } from './verifier-depot.ts';

export type FichierImporte = {
  readonly nom: string;
  readonly importation: string;
  readonly bilan: BilanDImport;
  /** What was written, or why nothing was. */
  readonly ecriture: Resultat<Ecriture>;
};

export type ImportEnLigne = {
  readonly crees: readonly IndicateurDeduit[];
  readonly alias: readonly { readonly identifiant: string; readonly noms: readonly string[] }[];
  readonly fichiers: readonly FichierImporte[];
};

export type OptionsDImport = {
  readonly motif: string | null;
  readonly reference: Jour | null;
  /** Told at each step, for the terminal. */
  readonly dire: (etape: string) => void;
};

/**
 * Imports files from the command line, all read before any is written. Indicators that only the files of the barometer
 * let be known are created, with what they say and what is deduced of it.
 */
export async function importerFichiers(
  services: Services,
  depots: readonly Depot[],
  { motif, reference, dire }: OptionsDImport,
): Promise<Resultat<ImportEnLigne>> {
  const lus: { depot: Depot; fichier: FichierDeValeurs }[] = [];
  for (const depot of depots) {
    dire(`Lecture de ${depot.nom}…`);
    const feuilles = await lireLignes(depot.octets, depot.nom);
    const fichier = feuilles.ok ? lireFichierDeValeurs(feuilles.valeur) : feuilles;
    if (!fichier.ok) return { ok: false, refus: dansLeFichier(depot, fichier.refus) };
    lus.push({ depot, fichier: fichier.valeur });
  }
  const { crees, alias } = await creerLesInconnus(
    services,
    lus.map(({ fichier }) => fichier),
  );
  const fichiers: FichierImporte[] = [];
  for (const { depot, fichier } of lus) {
    dire(`Import de ${depot.nom} (${fichier.valeurs.length.toLocaleString('fr-FR')} valeurs)…`);
    const importation = await inscrireImport(services, depot, null);
    const bilan = await verifierDepot(services, importation, fichier, reference ?? aujourdhui(services.horloge));
    const ecriture = await appliquerImport(services, null, importation, { motif: motif ?? '', version: 1 });
    fichiers.push({ nom: depot.nom, importation, bilan, ecriture });
  }
  return reussite({ crees, alias, fichiers });
}

function dansLeFichier({ nom }: Depot, refus: Refus): Refus {
  return { ...refus, message: `${nom}\u00a0: ${refus.message}` };
}

async function creerLesInconnus(services: Services, fichiers: readonly FichierDeValeurs[]) {
  const deduits = deduireIndicateurs(fichiers);
  const connus = await indicateursConnus(
    services.base,
    deduits.map(({ identifiant }) => identifiant),
  );
  const crees = deduits.filter(({ identifiant }) => !connus.has(identifiant));
  for (const deduit of crees) await creer(services, deduit);
  const tous = await indicateursConnus(
    services.base,
    deduits.map(({ identifiant }) => identifiant),
  );
  const alias = deduits.filter(({ appellations }) => appellations.length > 1);
  for (const { identifiant, appellations } of alias) {
    const indicateur = tous.get(identifiant)?.numero;
    if (indicateur === undefined) continue;
    await services.base
      .insertInto('indicateur_nom')
      .values(appellations.map((appellation) => ({ indicateur, ...appellation, vu_le: services.horloge.maintenant() })))
      .onConflict((conflit) => conflit.doNothing())
      .execute();
  }
  return {
    crees,
    alias: alias.map(({ identifiant, appellations }) => ({ identifiant, noms: appellations.map(({ nom }) => nom) })),
  };
}

/** Nothing in the files says how late values come: three months is what they show most often. */
const DELAI_SUPPOSE = 3;

async function creer({ base, ids, horloge }: Services, deduit: IndicateurDeduit): Promise<void> {
  const id = ids.nouveau();
  const [{ nom, unite } = { nom: deduit.identifiant, unite: '' }] = deduit.appellations;
  await base.transaction().execute(async (transaction) => {
    await insererIndicateur(
      transaction,
      id,
      {
        identifiant: deduit.identifiant,
        nom,
        mesure: deduit.mesure,
        unite,
        sens: deduit.sens,
        decimales: deduit.decimales,
        methode: null,
        source: null,
        periodicite: deduit.periodicite,
        delaiEnMois: DELAI_SUPPOSE,
        mailles: deduit.mailles,
        maillesAvecCible: deduit.maillesAvecCible,
        sansObjet: [],
        agregationVi: 'saisie',
        agregationVa: 'saisie',
        agregationVc: 'saisie',
        numerateur: null,
        denominateur: null,
        facteur: '100',
        toleranceEnMois: 3,
        decumuler: false,
        operation: deduit.cumul === null ? null : 'somme',
        fenetre: deduit.cumul,
        ruptures: [],
        responsable: null,
        etat: 'actif',
      },
      { le: horloge.maintenant(), par: null, au: aujourdhui(horloge) },
    );
    await inscrire(
      transaction,
      {
        acte: 'indicateur.creer',
        objet: { type: 'indicateur', id },
        territoire: null,
        charge: { identifiant: deduit.identifiant, nom },
      },
      { auteur: null, horloge },
    );
  });
}
