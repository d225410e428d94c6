import { aujourdhui, type Services } from '#socle';
import { lireJour } from '#socle/valeurs';
import type { TypeDeValeur } from '../calcul/modele.ts';
import { type Ecriture, ecrireValeurs, type Provenance, type ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import { insererIndicateur, type ReglagesDIndicateur } from '../ecriture/inserer-indicateur.ts';

const ORDINAIRE: ReglagesDIndicateur = {
  identifiant: 'essai',
  nom: 'Indicateur d’essai',
  mesure: null,
  unite: 'logements',
  sens: 'hausse',
  decimales: 0,
  methode: null,
  source: null,
  periodicite: 'mensuelle',
  delaiEnMois: 1,
  mailles: ['national', 'regional', 'departemental'],
  maillesAvecCible: [],
  sansObjet: [],
  agregationVi: 'saisie',
  agregationVa: 'saisie',
  agregationVc: 'saisie',
  numerateur: null,
  denominateur: null,
  facteur: '100',
  toleranceEnMois: 3,
  decumuler: false,
  operation: null,
  fenetre: null,
  ruptures: [],
  responsable: null,
  etat: 'actif',
};

/** Aggregated by sum at every maille above the département. */
export const EN_SOMME: Partial<ReglagesDIndicateur> = {
  agregationVi: 'somme',
  agregationVa: 'somme',
  agregationVc: 'somme',
};

export async function unIndicateur(
  { base, horloge, ids }: Services,
  reglages: Partial<ReglagesDIndicateur> = {},
): Promise<number> {
  return base
    .transaction()
    .execute((transaction) =>
      insererIndicateur(
        transaction,
        ids.nouveau(),
        { ...ORDINAIRE, ...reglages },
        { le: horloge.maintenant(), par: null, au: aujourdhui(horloge) },
      ),
    );
}

/** « D29 va 2021-12-31 12,5 »: one value a line; « – » withdraws it. */
export function valeurs(indicateur: number, lignes: string): ValeurAEcrire[] {
  return lignes
    .trim()
    .split('\n')
    .map((ligne) => {
      const [territoire = '', type = '', date = '', valeur = ''] = ligne.trim().split(/\s+/);
      const jour = lireJour(date);
      if (jour === null) throw new Error(`jour attendu : ${ligne}`);
      return {
        indicateur,
        territoire,
        type: type as TypeDeValeur,
        jour,
        valeur: valeur === '–' ? null : valeur.replace(',', '.'),
      };
    });
}

export async function ecrireEnBase(
  { base, horloge }: Services,
  lignes: readonly ValeurAEcrire[],
  provenance: Partial<Provenance> = {},
): Promise<Ecriture> {
  return base.transaction().execute((transaction) =>
    ecrireValeurs(transaction, lignes, {
      origine: 'saisie',
      source: null,
      commentaire: null,
      importation: null,
      rectification: 'correction d’essai',
      auteur: null,
      enregistreLe: horloge.maintenant(),
      au: aujourdhui(horloge),
      ...provenance,
    }),
  );
}
