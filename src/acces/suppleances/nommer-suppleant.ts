import { z } from 'zod';
import { jourFacultatif, lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { surDesComptes } from '../comptes/atelier.ts';
import { COMPTE_ABSENT, lireCompte } from '../comptes/compte.ts';
import { COMPTE_FERME } from '../comptes/modifier-compte.ts';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutDesignerSuppleant } from '../regles/designations.ts';
import { ANNEES_DE_SUPPLEANCE, type Duree, fautesDeDuree } from '../regles/duree.ts';

const SAISIE = z
  .object({
    suppleant: texteFacultatif(100),
    courriel: texteFacultatif(254),
    debut: jourFacultatif,
    fin: jourFacultatif,
    motif: texteObligatoire('Dites pourquoi : congés, intérim, absence…', 500),
  })
  .refine(({ suppleant, courriel }) => suppleant !== null || courriel !== null, {
    path: ['suppleant'],
    message: 'Choisissez qui supplée, ou écrivez son courriel professionnel.',
  });

/**
 * Names a stand-in for a period. The stand-in signs with an account made for it, « X pour Y », which has no right of its
 * own: those of Y, without the administration of accounts. A stand-in stands in for a person, never for a stand-in.
 */
export async function nommerSuppleant(
  services: Services,
  acteur: Acteur,
  titulaire: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  const suppleant = saisie.suppleant ?? (await compteDuCourriel(services.base, saisie.courriel ?? ''));
  if (suppleant === null) return echec(INCONNU);
  return surDesComptes(services, acteur, [titulaire, suppleant], async (atelier) => {
    const { transaction, jour, maintenant } = atelier;
    const [pour, qui] = [await lireCompte(transaction, titulaire), await lireCompte(transaction, suppleant)];
    if (pour === null) return echec(COMPTE_ABSENT);
    if (qui === null || qui.fermeLe !== null) return echec(INCONNU);
    const permis = selon(peutDesignerSuppleant(atelier.acteur, pour, qui));
    if (!permis.ok) return permis;
    if (pour.fermeLe !== null) return echec(COMPTE_FERME);
    if (saisie.fin === null)
      return echec(faute({ fin: 'Choisissez le dernier jour : une suppléance a toujours une fin.' }));
    const duree: Duree = { debut: saisie.debut ?? jour, fin: saisie.fin };
    const fautes = fautesDeDuree(duree, jour, ANNEES_DE_SUPPLEANCE);
    if (fautes) return echec(faute(fautes));
    if (await suppleeDeja(transaction, titulaire, suppleant, duree)) return echec(DEJA);
    const id = services.ids.nouveau();
    await transaction
      .insertInto('compte')
      .values({
        id,
        genre: 'suppleance',
        nom: '',
        titulaire_id: titulaire,
        suppleant_id: suppleant,
        cree_par: atelier.acteur.compte,
        cree_le: maintenant,
      })
      .execute();
    await transaction
      .insertInto('suppleance')
      .values({
        compte_id: id,
        ...duree,
        motif: saisie.motif,
        accordee_le: maintenant,
        accordee_par: atelier.acteur.compte,
      })
      .execute();
    await atelier.journaliser({
      acte: 'suppleance.nommer',
      objet: { type: 'compte', id: titulaire },
      territoire: pour.territoire,
      charge: { suppleance: id, suppleant, ...duree },
    });
    return reussite(id);
  });
}

async function compteDuCourriel(base: Base, courriel: string): Promise<string | null> {
  const ligne = await base
    .selectFrom('compte')
    .select('id')
    .where('courriel', '=', courriel.toLowerCase())
    .where('genre', '=', 'personne')
    .where('ferme_le', 'is', null)
    .executeTakeFirst();
  return ligne?.id ?? null;
}

async function suppleeDeja(
  transaction: Base,
  titulaire: string,
  suppleant: string,
  { debut, fin }: Duree,
): Promise<boolean> {
  const deja = await transaction
    .selectFrom('suppleance')
    .innerJoin('compte', 'compte.id', 'suppleance.compte_id')
    .select('compte.id')
    .where('compte.titulaire_id', '=', titulaire)
    .where('compte.suppleant_id', '=', suppleant)
    .where('suppleance.retiree_le', 'is', null)
    .where('suppleance.debut', '<=', fin)
    .where('suppleance.fin', '>=', debut)
    .executeTakeFirst();
  return deja !== undefined;
}

function faute(champs: Readonly<Record<string, string>>): Refus {
  return { nature: 'invalide', regle: 'suppleance.duree', message: Object.values(champs)[0] ?? '', champs };
}

const SANS_COMPTE =
  'Personne n’a de compte ouvert à ce courriel. Vérifiez l’adresse, ou demandez à l’administrateur de son territoire de lui ouvrir un compte.';

const INCONNU: Refus = {
  nature: 'invalide',
  regle: 'suppleance.suppleant',
  message: SANS_COMPTE,
  champs: { courriel: SANS_COMPTE },
};

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'suppleance.deja',
  message: 'Une suppléance entre ces deux personnes couvre déjà ces dates. Mettez-y d’abord fin.',
};
