import { sql } from 'kysely';
import { administrateursNationaux } from '#acces';
import type { Base } from '#socle/base';
import { deposerCourriel, type Message } from '#socle/courrier';
import { TERRITOIRES } from '#territoires';
import type { Atelier } from '../../commandes/sur-la-reforme.ts';
import { autreCote, type Cote } from '../regles/discussion.ts';

/** The most a mail is written to. */
const AU_PLUS = 20;

type Nouvelle = {
  readonly acte: 'cible.proposer' | 'cible.commenter' | 'cible.acter' | 'cible.retirer';
  readonly cible: string;
  readonly territoire: string;
  /** Side of whoever acts; the other one is told. */
  readonly cote: Cote;
  readonly fait: number;
};

/** Tells the other side that something was said on a target; what was said is read in Jalon only. */
export async function prevenirLAutreCote(
  { transaction, services, reforme, acteur }: Atelier,
  { acte, cible, territoire, cote, fait }: Nouvelle,
): Promise<void> {
  const lieu = TERRITOIRES.find(({ code }) => code === territoire)?.genitif ?? '';
  const message: Message = {
    sujet: `${SUJETS[acte]} : ${reforme.nom}, cibles ${lieu}`,
    paragraphes: [`${PHRASES[cote][acte]}, pour la réforme « ${reforme.nom} » et les cibles ${lieu}.`],
    action: {
      texte: 'Lire et répondre',
      chemin: `/reformes/${reforme.id}/cibles?territoire=${territoire}&cible=${cible}`,
    },
    raison:
      autreCote(cote) === 'territoire'
        ? `Vous recevez ce message parce que vous convenez des cibles ${lieu}.`
        : 'Vous recevez ce message parce que vous portez cette réforme.',
  };
  const destinataires =
    autreCote(cote) === 'territoire'
      ? await prefetsDuTerritoire(transaction, territoire)
      : await equipeDeLaReforme(transaction, reforme.equipe);
  for (const { compte, courriel } of destinataires) {
    if (courriel === null || compte === acteur.personne) continue;
    await deposerCourriel(transaction, services, {
      cle: `cible:${fait}:${compte}`,
      genre: acte,
      compte,
      adresse: courriel,
      message,
    });
  }
}

type Destinataire = { readonly compte: string; readonly courriel: string | null };

async function prefetsDuTerritoire(base: Base, territoire: string): Promise<readonly Destinataire[]> {
  return base
    .selectFrom('compte')
    .select(['id as compte', 'courriel'])
    .where('genre', '=', 'personne')
    .where('profil', 'in', ['prefet_departement', 'prefet_region'])
    .where('territoire_code', '=', territoire)
    .where('ferme_le', 'is', null)
    .where('courriel', 'is not', null)
    .orderBy('id')
    .limit(AU_PLUS)
    .execute();
}

/** The chefs de projet of the team's organisation or of those above it; the DITP when there is none to write to. */
async function equipeDeLaReforme(base: Base, equipe: string): Promise<readonly Destinataire[]> {
  const { rows } = await sql<Destinataire>`
    with recursive au_dessus (id, parent) as (
      select id, parent_id from organisation where id = ${equipe}
      union select o.id, o.parent_id from organisation o join au_dessus a on o.id = a.parent
    )
    select c.id as compte, c.courriel from compte c join au_dessus a on a.id = c.organisation_id
    where c.genre = 'personne' and c.profil = 'chef_de_projet' and c.ferme_le is null and c.courriel is not null
    order by c.id limit ${AU_PLUS}`.execute(base);
  return rows.length > 0 ? rows : administrateursNationaux(base);
}

const SUJETS = {
  'cible.proposer': 'Une cible vous est proposée',
  'cible.commenter': 'Un commentaire sur une cible',
  'cible.acter': 'Une cible est actée',
  'cible.retirer': 'Une proposition de cible est retirée',
} as const;

/** By the side that acts. */
const PHRASES = {
  centrale: {
    'cible.proposer': 'L’administration centrale propose une valeur de cible et attend votre réponse',
    'cible.commenter': 'L’administration centrale a commenté une cible en discussion',
    'cible.acter': 'L’administration centrale a acté la valeur que vous proposiez',
    'cible.retirer': 'L’administration centrale a retiré la valeur qu’elle proposait',
  },
  territoire: {
    'cible.proposer': 'Le préfet propose une valeur de cible et attend votre réponse',
    'cible.commenter': 'Le préfet a commenté une cible en discussion',
    'cible.acter': 'Le préfet a acté la valeur que vous proposiez',
    'cible.retirer': 'Le préfet a retiré la valeur qu’il proposait',
  },
} as const;
