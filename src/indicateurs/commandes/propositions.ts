import { sql } from 'kysely';
import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { ecrireValeurs, type ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import { type IndicateurVu, peutEcrireValeurs, peutProposerValeur, type Responsabilites } from '../politique.ts';
import { prevenirDeLaProposition, prevenirDeLaReponse } from './prevenir.ts';
import { SAISIE_DE_VALEUR } from './saisir-valeur.ts';
import { type Atelier, estIdentifiant, surLIndicateur } from './sur-l-indicateur.ts';
import { verifierSaisie } from './verifier-saisie.ts';

/**
 * A territory proposes a value; nothing changes until the indicator's team, which is told, accepts it. `equipes`: who
 * answers for it besides its own organisation. Gives the proposal.
 */
export async function proposerValeur(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
  equipes: readonly string[] = [],
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE_DE_VALEUR, valeurs);
  if (!lue.ok) return lue;
  const { source, commentaire, motif: _motif, ...typee } = lue.valeur;
  return surLIndicateur(
    services,
    acteur,
    id,
    (indicateur) => peutProposerValeur(acteur, indicateur, typee.territoire),
    async ({ transaction, indicateur, maintenant, au, journaliser }) => {
      const comprise = await verifierSaisie(transaction, indicateur.identifiant, typee, au);
      if (!comprise.ok) return comprise;
      const { avertissement: _avertissement, ...valeur } = comprise.valeur;
      const proposition = services.ids.nouveau();
      await transaction
        .insertInto('proposition_de_valeur')
        .values({
          id: proposition,
          ...valeur,
          source,
          commentaire,
          etat: 'ouverte',
          proposee_le: maintenant,
          proposee_par: acteur.compte,
        })
        .execute();
      const sujet = { proposition, indicateur: await nommer(transaction, indicateur), territoire: valeur.territoire };
      await prevenirDeLaProposition(transaction, services, sujet, equipes);
      await journaliser({
        acte: 'valeur.proposer',
        objet: { type: 'proposition', id: proposition },
        territoire: valeur.territoire,
        charge: { indicateur: indicateur.id, type: valeur.type, jour: valeur.jour, valeur: valeur.valeur },
      });
      return reussite(proposition);
    },
  );
}

const ACCEPTATION = z.object({ motif: texteFacultatif(1_000) });
const REFUS = z.object({ motif: texteObligatoire('Dites au territoire pourquoi sa valeur n’est pas retenue.', 1_000) });

/** The value proposed becomes a fact, signed by whoever accepts it. Gives how many situations changed. */
export async function accepterProposition(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
  responsabilites?: Responsabilites,
): Promise<Resultat<number>> {
  const lue = lireSaisie(ACCEPTATION, valeurs);
  if (!lue.ok) return lue;
  const { motif } = lue.valeur;
  return traiter(services, acteur, id, responsabilites, async (atelier, proposition) => {
    const { transaction, indicateur, maintenant, au, journaliser } = atelier;
    const { territoire, type, jour, valeur } = proposition;
    const { situations } = await ecrireValeurs(
      transaction,
      [{ indicateur: indicateur.numero, territoire, type, jour, valeur }],
      {
        origine: 'proposition',
        source: proposition.source,
        commentaire: proposition.commentaire,
        importation: null,
        rectification: motif ?? 'Valeur proposée par le territoire',
        auteur: acteur.compte,
        enregistreLe: maintenant,
        au,
      },
    );
    await clore(atelier, id, proposition, { etat: 'acceptee', reponse: motif });
    await journaliser({
      acte: 'proposition.accepter',
      objet: { type: 'proposition', id },
      territoire,
      charge: { indicateur: indicateur.id, type, jour, valeur },
    });
    return reussite(situations);
  });
}

/** The value proposed is not taken, and the territory is told why. */
export async function refuserProposition(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
  responsabilites?: Responsabilites,
): Promise<Resultat<null>> {
  const lue = lireSaisie(REFUS, valeurs);
  if (!lue.ok) return lue;
  const { motif } = lue.valeur;
  return traiter(services, acteur, id, responsabilites, async (atelier, proposition) => {
    const { territoire, type, jour, valeur } = proposition;
    await clore(atelier, id, proposition, { etat: 'refusee', reponse: motif });
    await atelier.journaliser({
      acte: 'proposition.refuser',
      objet: { type: 'proposition', id },
      territoire,
      charge: { indicateur: atelier.indicateur.id, type, jour, valeur, motif },
    });
    return reussite(null);
  });
}

type Proposition = Omit<ValeurAEcrire, 'indicateur'> & {
  readonly etat: string;
  readonly auteur: string;
  readonly source: string | null;
  readonly commentaire: string | null;
};

type Travail<T> = (atelier: Atelier, proposition: Proposition) => Promise<Resultat<T>>;

async function traiter<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  responsabilites: Responsabilites | undefined,
  travail: Travail<T>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(ABSENTE);
  const { rows } = await sql<{ indicateur: string }>`
    select i.id as indicateur from proposition_de_valeur p join indicateur i on i.numero = p.indicateur
    where p.id = ${id}`.execute(services.base);
  const indicateur = rows[0]?.indicateur;
  if (indicateur === undefined) return echec(ABSENTE);
  const politique = (vu: IndicateurVu) => peutEcrireValeurs(acteur, vu, responsabilites);
  return surLIndicateur(services, acteur, indicateur, politique, async (atelier) => {
    const { rows: lues } = await sql<Proposition>`
      select territoire, type, jour, valeur, etat, proposee_par as auteur, source, commentaire from proposition_de_valeur
      where id = ${id} for update`.execute(atelier.transaction);
    const proposition = lues[0];
    if (proposition === undefined) return echec(ABSENTE);
    if (proposition.etat !== 'ouverte') return echec(DEJA);
    return travail(atelier, proposition);
  });
}

/** Keeps the answer, and tells who proposed. */
async function clore(
  { transaction, services, acteur, indicateur, maintenant }: Atelier,
  id: string,
  { auteur, territoire }: Proposition,
  { etat, reponse }: { readonly etat: 'acceptee' | 'refusee'; readonly reponse: string | null },
): Promise<void> {
  await transaction
    .updateTable('proposition_de_valeur')
    .set({ etat, traitee_le: maintenant, traitee_par: acteur.compte, reponse })
    .where('id', '=', id)
    .execute();
  const sujet = { proposition: id, indicateur: await nommer(transaction, indicateur), territoire };
  await prevenirDeLaReponse(transaction, services, sujet, { auteur, acceptee: etat === 'acceptee' });
}

async function nommer(transaction: Base, { id, responsable }: IndicateurVu) {
  const { nom } = await transaction
    .selectFrom('indicateur')
    .select('nom')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, nom, responsable };
}

const ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'proposition.introuvable',
  message: 'Cette proposition n’existe pas. Revenez à la page de l’indicateur.',
};

const DEJA: Refus = {
  nature: 'conflit',
  regle: 'proposition.deja',
  message:
    'Quelqu’un a déjà répondu à cette proposition\u00a0: rien n’est changé. Rechargez la page pour voir sa réponse.',
};
