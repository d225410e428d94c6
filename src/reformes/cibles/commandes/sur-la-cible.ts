import { type Acteur, selon } from '#acces';
import type { Services } from '#socle';
import { type Decimal, echec, ecrireDecimal, type Resultat } from '#socle/valeurs';
import { type Atelier, surLaReforme } from '../../commandes/sur-la-reforme.ts';
import { estIdentifiant } from '../../lectures/reformes.ts';
import { coteDe, peutProposerCible } from '../../politique.ts';
import { type Cible, lireCible } from '../lectures/cible.ts';
import type { Cote, Discussion } from '../regles/discussion.ts';
import { prevenirLAutreCote } from './prevenir.ts';

export type AtelierDeCible = Atelier & {
  readonly cible: Cible;
  /** Side of whoever acts. */
  readonly cote: Cote;
};

export const CIBLE_ABSENTE = {
  nature: 'introuvable',
  regle: 'cible.introuvable',
  message: 'Cette cible n’est pas, ou n’est plus, discutée dans cette réforme. Revenez au tableau des cibles.',
} as const;

/** Runs a command on a target under discussion: the reform's row is held, so that answers to it wait for each other. */
export async function surLaCible<T>(
  services: Services,
  acteur: Acteur,
  { reforme, cible: id }: { readonly reforme: string; readonly cible: string },
  travail: (atelier: AtelierDeCible) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return surLaReforme(
    services,
    acteur,
    reforme,
    () => ({ permis: true }),
    async (atelier) => {
      const cible = estIdentifiant(id) ? await lireCible(atelier.transaction, id) : null;
      if (cible === null || cible.reforme !== reforme) return echec(CIBLE_ABSENTE);
      const permis = selon(peutProposerCible(acteur, atelier.reforme, cible.territoire));
      if (!permis.ok) return permis;
      const cote = coteDe(acteur, atelier.reforme, cible.territoire);
      return cote === null ? echec(CIBLE_ABSENTE) : travail({ ...atelier, cible, cote });
    },
  );
}

type NouveauFait = {
  readonly geste: 'proposition' | 'commentaire' | 'accord' | 'retrait';
  readonly valeur: Decimal | null;
  readonly texte: string | null;
};

/** Appends what was said and gives its number. */
export async function ecrireFait(
  { transaction, acteur, maintenant }: Atelier,
  cible: string,
  cote: Cote,
  { geste, valeur, texte }: NouveauFait,
): Promise<number> {
  const { id } = await transaction
    .insertInto('fait_de_cible')
    .values({
      cible_id: cible,
      geste,
      cote,
      valeur: valeur === null ? null : ecrireDecimal(valeur),
      texte,
      enregistre_le: maintenant,
      auteur: acteur.compte,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Where the discussion now stands, beside what was said. */
export async function rangerDiscussion(
  { transaction, maintenant }: Atelier,
  cible: string,
  suite: Discussion,
  acteeLe: Date | null,
): Promise<void> {
  await transaction
    .updateTable('cible_convenue')
    .set({
      etat: suite.etat,
      valeur: ecrireDecimal(suite.valeur),
      cote: suite.cote,
      valeur_actee: suite.valeurActee === null ? null : ecrireDecimal(suite.valeurActee),
      actee_le: acteeLe,
      ...(suite.proposition === null ? {} : { proposition: suite.proposition }),
      mise_a_jour_le: maintenant,
    })
    .where('id', '=', cible)
    .execute();
}

type ActeDeCible = 'cible.proposer' | 'cible.commenter' | 'cible.acter' | 'cible.retirer';

/** The act in the journal, and a mail to the other side. Called last. */
export async function conclure(
  atelier: Atelier,
  acte: ActeDeCible,
  { id, jour, territoire }: Pick<Cible, 'id' | 'jour' | 'territoire'>,
  { cote, fait, identifiant, valeur }: { cote: Cote; fait: number; identifiant: string; valeur: Decimal | null },
): Promise<void> {
  await prevenirLAutreCote(atelier, { acte, cible: id, territoire, cote, fait });
  await atelier.journaliser({
    acte,
    objet: { type: 'reforme', id: atelier.reforme.id },
    territoire,
    charge: { cible: id, indicateur: identifiant, jour, valeur: valeur === null ? null : ecrireDecimal(valeur) },
  });
}
