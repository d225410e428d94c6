import { z } from 'zod';
import { type Acteur, PROFILS, selon } from '#acces';
import { inscrire } from '#journal';
import {
  aujourdhui,
  enTransaction,
  jourFacultatif,
  lireSaisie,
  type Services,
  texteFacultatif,
  texteObligatoire,
} from '#socle';
import { echec, fauteDeSaisie, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { lireCodeTerritoire } from '#territoires';
import { peutCreerRemontee } from '../politique.ts';
import { fautesDeJours } from '../regles/etat.ts';
import { RESEAUX } from '../regles/reseaux.ts';

const coche = z
  .string()
  .optional()
  .transform((texte) => texte !== undefined && texte !== '');

/** When nothing is said, those who have not answered are reminded three days before the closing. */
const RELANCE_AVANT_PAR_DEFAUT = 3;

export const SAISIE_DE_REMONTEE = z.object({
  titre: texteObligatoire('Donnez un titre à la remontée.', 200),
  presentation: texteFacultatif(8_000),
  reseau: z.enum(RESEAUX, { error: 'Choisissez à qui la remontée est adressée.' }),
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  profil: z
    .enum([...PROFILS, ''], { error: 'Choisissez un profil de la liste.' })
    .optional()
    .transform((profil) => profil || null),
  anonyme: coche,
  ouvreLe: jourFacultatif,
  fermeLe: jourFacultatif,
  relanceAvant: z
    .string()
    .trim()
    .optional()
    .transform((texte, contexte): number | null => {
      if (texte === undefined) return RELANCE_AVANT_PAR_DEFAUT;
      if (texte === '') return null;
      const jours = /^\d{1,2}$/.test(texte) ? Number(texte) : 0;
      if (jours >= 1 && jours <= 60) return jours;
      contexte.addIssue({
        code: 'custom',
        message: 'Écrivez un nombre de jours de 1 à 60, ou laissez vide pour ne pas relancer.',
      });
      return z.NEVER;
    }),
});

/** Prepares a remontée: nobody is asked anything before it is sent. Gives its identifier. */
export async function creerRemontee(services: Services, acteur: Acteur, valeurs: unknown): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE_DE_REMONTEE, valeurs);
  if (!lue.ok) return lue;
  const au = aujourdhui(services.horloge);
  const verifiee = verifier(acteur, lue.valeur, au);
  if (!verifiee.ok) return verifiee;
  const id = services.ids.nouveau();
  return enTransaction(services, async (transaction) => {
    await transaction
      .insertInto('remontee')
      .values({
        id,
        ...verifiee.valeur,
        organisation_id: acteur.organisation,
        cree_le: services.horloge.maintenant(),
        cree_par: acteur.compte,
      })
      .execute();
    await inscrire(
      transaction,
      {
        acte: 'remontee.creer',
        objet: { type: 'remontee', id },
        territoire: verifiee.valeur.territoire_code,
        charge: { titre: verifiee.valeur.titre },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(id);
  });
}

/** What is written of a remontée once what was typed is checked: its territory, its days, who may send it there. */
export function verifier(acteur: Acteur, saisie: z.output<typeof SAISIE_DE_REMONTEE>, au: Jour) {
  const territoire = lireCodeTerritoire(saisie.territoire);
  if (territoire === null)
    return echec(fauteDeSaisie('remontee.territoire', 'territoire', 'Choisissez un territoire de la liste.'));
  const permis = selon(peutCreerRemontee(acteur, territoire));
  if (!permis.ok) return permis;
  if (saisie.anonyme && saisie.reseau === 'choisis') return echec(ANONYME_CHOISI);
  const ouvreLe = saisie.ouvreLe ?? au;
  if (saisie.fermeLe === null)
    return echec(fauteDeSaisie('remontee.fermeture', 'fermeLe', 'Dites jusqu’à quel jour on peut répondre.'));
  const fautes = fautesDeJours(ouvreLe, saisie.fermeLe, au);
  if (fautes !== null) return echec<Refus>(refusDeJours(fautes));
  return reussite({
    titre: saisie.titre,
    presentation: saisie.presentation,
    reseau: saisie.reseau,
    territoire_code: territoire,
    profil: saisie.profil,
    anonyme: saisie.anonyme,
    ouvre_le: ouvreLe,
    ferme_le: saisie.fermeLe,
    relance_avant: saisie.relanceAvant,
  });
}

export function refusDeJours(champs: Readonly<Record<string, string>>): Refus {
  return { nature: 'invalide', regle: 'remontee.jours', message: Object.values(champs)[0] ?? '', champs };
}

/** The oldest way to break it: the same questions to the same services but one, and the difference of the sums. */
const ANONYME_CHOISI = fauteDeSaisie(
  'remontee.anonyme.choisis',
  'anonyme',
  'Une remontée anonyme s’adresse à tout un réseau : entre deux envois qui ne diffèrent que d’un service choisi, la différence dirait sa réponse.',
);
