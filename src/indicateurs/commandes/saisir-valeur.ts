import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, lireJour, type Resultat, reussite } from '#socle/valeurs';
import { TYPES_DE_VALEUR } from '../calcul/modele.ts';
import { ecrireValeurs, type ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import { peutEcrireValeurs, type Responsabilites } from '../politique.ts';
import { type Atelier, surLIndicateur } from './sur-l-indicateur.ts';
import { comparerASaSerie, verifierSaisie } from './verifier-saisie.ts';

/** What is typed of a value, by whoever writes or proposes it. */
export const SAISIE_DE_VALEUR = z.object({
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  type: z.enum(TYPES_DE_VALEUR, { error: 'Choisissez\u00a0: valeur initiale, valeur ou cible.' }),
  jour: texteObligatoire('Donnez la date de la valeur.', 30),
  valeur: z.string().trim().max(60, 'Écrivez un nombre.').default(''),
  source: texteFacultatif(500),
  commentaire: texteFacultatif(4_000),
  motif: texteFacultatif(1_000),
});

const SAISIE = SAISIE_DE_VALEUR.extend({
  /** Withdraws the value known on that day. */
  retirer: z
    .string()
    .optional()
    .transform((coche) => coche !== undefined && coche !== ''),
});

export type ValeurSaisie = {
  /** Situations that changed, here and in the wholes. */
  readonly situations: number;
  readonly avertissement: string | null;
};

/**
 * Writes one value, with its date, its source and a comment; or withdraws one. A value that takes the place of another, or
 * that does not look like its history, asks for a reason.
 */
export async function saisirValeur(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
  responsabilites?: Responsabilites,
): Promise<Resultat<ValeurSaisie>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { retirer, motif, source, commentaire, ...typee } = lue.valeur;
  return surLIndicateur(
    services,
    acteur,
    id,
    (indicateur) => peutEcrireValeurs(acteur, indicateur, responsabilites),
    async (atelier) => {
      const { transaction, indicateur, au } = atelier;
      const comprise = retirer
        ? aRetirer(indicateur.numero, typee)
        : await verifierSaisie(transaction, indicateur.identifiant, typee, au);
      if (!comprise.ok) return comprise;
      const valeur = comprise.valeur;
      const { connue, soupcon } = await comparerASaSerie(transaction, valeur);
      if (retirer && connue === null) return echec(RIEN_A_RETIRER);
      const change = connue !== null && connue !== valeur.valeur;
      const pourquoi = change ? 'Cette valeur en remplace une autre.' : soupcon;
      if (pourquoi !== null && motif === null) return echec(sansMotif(pourquoi));
      return ecrire(atelier, { ...valeur, connue, motif, source, commentaire });
    },
  );
}

type AEcrire = ValeurAEcrire & {
  readonly avertissement?: string | null;
  readonly connue: string | null;
  readonly motif: string | null;
  readonly source: string | null;
  readonly commentaire: string | null;
};

async function ecrire(
  { transaction, indicateur, acteur, maintenant, au, journaliser }: Atelier,
  { avertissement = null, connue, motif, source, commentaire, ...valeur }: AEcrire,
): Promise<Resultat<ValeurSaisie>> {
  const { situations } = await ecrireValeurs(transaction, [valeur], {
    origine: 'saisie',
    source,
    commentaire,
    importation: null,
    rectification: motif,
    auteur: acteur.compte,
    enregistreLe: maintenant,
    au,
  });
  await journaliser({
    acte: 'valeur.saisir',
    objet: { type: 'indicateur', id: indicateur.id },
    territoire: valeur.territoire,
    charge: { type: valeur.type, jour: valeur.jour, valeur: valeur.valeur, avant: connue, motif },
  });
  return reussite({ situations, avertissement });
}

function aRetirer(
  indicateur: number,
  { territoire, type, jour }: Pick<z.output<typeof SAISIE>, 'territoire' | 'type' | 'jour'>,
): Resultat<ValeurAEcrire> {
  const lu = lireJour(jour);
  if (lu === null) return echec(RIEN_A_RETIRER);
  return reussite({ indicateur, territoire, type, jour: lu, valeur: null });
}

const RIEN_A_RETIRER = {
  nature: 'introuvable',
  regle: 'valeur.retirer.absente',
  message: 'Il n’y a pas de valeur à cette date dans ce territoire\u00a0: il n’y a rien à retirer.',
} as const;

function sansMotif(pourquoi: string) {
  const message = `${pourquoi} Dites pourquoi avant de l’enregistrer.`;
  return { nature: 'invalide', regle: 'valeur.saisir.motif', message, champs: { motif: message } } as const;
}
