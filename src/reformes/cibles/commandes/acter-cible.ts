import { z } from 'zod';
import { type Acteur, signatairesDeLaPersonne } from '#acces';
import { ecrireValeurs } from '#indicateurs';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, ecrireDecimal, type Resultat, reussite } from '#socle/valeurs';
import { enDiscussion } from '../lectures/cible.ts';
import { acter } from '../regles/discussion.ts';
import { type AtelierDeCible, conclure, ecrireFait, rangerDiscussion, surLaCible } from './sur-la-cible.ts';

const SAISIE = z.object({
  vue: z.coerce.number({ error: 'Dites à quelle proposition vous répondez.' }).int(),
  texte: texteFacultatif(4_000),
});

/**
 * Agrees to the value the other side proposed: it becomes the target of the indicator in the same transaction. Whoever
 * stands in for the other side does not agree with oneself.
 */
export async function acterCible(
  services: Services,
  acteur: Acteur,
  cible: { readonly reforme: string; readonly cible: string },
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { vue, texte } = lue.valeur;
  return surLaCible(services, acteur, cible, async (atelier) => {
    const { transaction, cible: discutee, cote, maintenant, au } = atelier;
    const suite = acter(enDiscussion(discutee), cote, vue);
    if (!suite.ok) return suite;
    if (await aProposeSoiMeme(atelier)) return echec(SOI_MEME);
    const { valeur } = suite.valeur;
    const fait = await ecrireFait(atelier, discutee.id, cote, { geste: 'accord', valeur, texte });
    await rangerDiscussion(atelier, discutee.id, suite.valeur, maintenant);
    const { indicateur, territoire, jour } = discutee;
    await ecrireValeurs(transaction, [{ indicateur, territoire, type: 'vc', jour, valeur: ecrireDecimal(valeur) }], {
      origine: 'proposition',
      source: 'Cible convenue entre le préfet et l’administration centrale',
      commentaire: texte,
      importation: null,
      rectification: 'Cible convenue entre le préfet et l’administration centrale',
      auteur: acteur.compte,
      enregistreLe: maintenant,
      au,
    });
    const identifiant = await identifiantDe(atelier);
    await conclure(atelier, 'cible.acter', discutee, { cote, fait, identifiant, valeur });
    return reussite(null);
  });
}

async function aProposeSoiMeme({ transaction, acteur, cible }: AtelierDeCible): Promise<boolean> {
  const proposee = await transaction
    .selectFrom('fait_de_cible')
    .select('auteur')
    .where('id', '=', cible.proposition)
    .executeTakeFirst();
  const signataires = await signatairesDeLaPersonne(transaction, acteur.personne);
  return proposee?.auteur != null && signataires.includes(proposee.auteur);
}

export async function identifiantDe({ transaction, cible }: AtelierDeCible): Promise<string> {
  const { identifiant } = await transaction
    .selectFrom('indicateur')
    .select('identifiant')
    .where('numero', '=', cible.indicateur)
    .executeTakeFirstOrThrow();
  return identifiant;
}

const SOI_MEME = {
  nature: 'interdit',
  regle: 'cible.acter.soi_meme',
  message: 'Vous avez proposé cette valeur : une autre personne doit l’acter, même si vous suppléez l’autre partie.',
} as const;
