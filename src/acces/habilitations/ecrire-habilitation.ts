import { z } from 'zod';
import { jourFacultatif, texteObligatoire } from '#socle';
import { echec, type Jour, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { AtelierDAcces } from '../comptes/atelier.ts';
import type { Compte } from '../comptes/compte.ts';
import { COMPTE_FERME } from '../comptes/modifier-compte.ts';
import { selon } from '../decision.ts';
import { peutGererCompte, peutHabiliter } from '../regles/administration.ts';
import { ANNEES_D_HABILITATION, dansAnnees, fautesDeDuree } from '../regles/duree.ts';
import { DROITS, type Droit } from '../regles/habilitations.ts';
import { type Habilitables, lireReference, type ReferenceDObjet } from './habilitables.ts';

/** What is typed of a grant. */
export const SAISIE_D_HABILITATION = z.object({
  objet: z.string({ error: 'Choisissez ce que l’accès concerne.' }).transform((texte, contexte): ReferenceDObjet => {
    const lue = lireReference(texte);
    if (lue !== null) return lue;
    contexte.addIssue({ code: 'custom', message: 'Choisissez ce que l’accès concerne.' });
    return z.NEVER;
  }),
  droit: z.enum(DROITS, { error: 'Choisissez le droit donné.' }),
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  debut: jourFacultatif,
  fin: jourFacultatif,
  motif: texteObligatoire('Dites pourquoi cet accès est donné : qui lira le journal doit le comprendre.', 500),
});

export type SaisieDHabilitation = z.output<typeof SAISIE_D_HABILITATION>;

export type NouvelleHabilitation = {
  readonly id: string;
  readonly objet: ReferenceDObjet;
  readonly droit: Droit;
  readonly territoire: string;
  readonly debut: Jour;
  readonly fin: Jour;
};

/**
 * Writes a grant once the policy allows it. Without dates it starts today and lasts a year. The caller journals: granting,
 * prolonging and answering a request are three acts.
 */
export async function ecrireHabilitation(
  atelier: AtelierDAcces,
  habilitables: Habilitables,
  compte: Compte,
  saisie: SaisieDHabilitation,
): Promise<Resultat<NouvelleHabilitation>> {
  const { transaction, acteur, services, jour, maintenant } = atelier;
  const gere = selon(peutGererCompte(acteur, compte));
  if (!gere.ok) return gere;
  const porte = await porteLeDroit(atelier, habilitables, saisie);
  if (!porte.ok) return porte;
  const permis = selon(
    peutHabiliter(
      acteur,
      compte,
      { droit: saisie.droit, objet: saisie.objet.type, territoire: saisie.territoire },
      porte.valeur,
    ),
  );
  if (!permis.ok) return permis;
  if (compte.fermeLe !== null) return echec(COMPTE_FERME);
  const debut = saisie.debut ?? jour;
  const duree = { debut, fin: saisie.fin ?? dansAnnees(debut, 1) };
  const fautes = fautesDeDuree(duree, jour, ANNEES_D_HABILITATION);
  if (fautes) return echec(faute(fautes));
  const voulue = { ...saisie, ...duree };
  const deja = await memeHabilitation(atelier, compte, voulue);
  if (deja) return echec(deja);
  const id = services.ids.nouveau();
  await transaction
    .insertInto('habilitation')
    .values({
      id,
      compte_id: compte.compte,
      droit: saisie.droit,
      objet_type: saisie.objet.type,
      objet_id: saisie.objet.id,
      territoire_code: saisie.territoire,
      ...duree,
      motif: saisie.motif,
      accordee_le: maintenant,
      accordee_par: acteur.compte,
    })
    .execute();
  return reussite({ id, objet: saisie.objet, droit: saisie.droit, territoire: saisie.territoire, ...duree });
}

/** Has the giver this right here? An object that does not exist and one the giver may not read get the same answer. */
async function porteLeDroit(
  { transaction, acteur }: AtelierDAcces,
  habilitables: Habilitables,
  { objet, droit, territoire }: SaisieDHabilitation,
): Promise<Resultat<boolean>> {
  if ((objet.type === 'comptes') !== (droit === 'administrer'))
    return echec(faute({ droit: 'Ce droit ne va pas avec cet objet. Choisissez-en un autre.' }));
  const lieu = await transaction
    .selectFrom('territoire')
    .select('code')
    .where('code', '=', territoire)
    .executeTakeFirst();
  if (!lieu) return echec(faute({ territoire: 'Ce territoire n’existe pas : choisissez-le dans la liste.' }));
  if (objet.type === 'comptes' || droit === 'administrer') return reussite(false);
  const genre = habilitables.find(({ type }) => type === objet.type);
  const porte = (await genre?.porte(transaction, acteur, objet.id, droit, territoire)) ?? null;
  return porte === null ? echec(OBJET_FERME) : reussite(porte);
}

async function memeHabilitation(
  { transaction }: AtelierDAcces,
  { compte }: Compte,
  { objet, droit, territoire, debut, fin }: SaisieDHabilitation & { readonly debut: Jour; readonly fin: Jour },
): Promise<Refus | null> {
  const deja = await transaction
    .selectFrom('habilitation')
    .select('fin')
    .where('compte_id', '=', compte)
    .where('droit', '=', droit)
    .where('objet_type', '=', objet.type)
    .where('objet_id', 'is not distinct from', objet.id)
    .where('territoire_code', '=', territoire)
    .where('retiree_le', 'is', null)
    .where('debut', '<=', fin)
    .where('fin', '>=', debut)
    .limit(1)
    .executeTakeFirst();
  return deja
    ? {
        nature: 'conflit',
        regle: 'habilitation.deja',
        message: 'Cette personne a déjà ce droit à ces dates, pour ce territoire. Prolongez l’habilitation en cours.',
      }
    : null;
}

function faute(champs: Readonly<Record<string, string>>): Refus {
  const message = Object.values(champs)[0] ?? '';
  return { nature: 'invalide', regle: `habilitation.${Object.keys(champs)[0]}`, message, champs };
}

const OBJET_FERME: Refus = {
  nature: 'introuvable',
  regle: 'habilitation.objet',
  message: 'Cet objet n’existe pas, ou vous ne pouvez pas le lire. Choisissez-le dans la liste.',
  champs: { objet: 'Cet objet n’existe pas, ou vous ne pouvez pas le lire. Choisissez-le dans la liste.' },
};
