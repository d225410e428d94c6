import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireEcheances } from '#echeances';
import { formaterJour } from '#interface';
import { creerAction, noterAction, reporterEcheance } from '#plans/commandes';
import { actionsSituees } from '#plans/lectures';
import { lireSaisie, type Services, servicesDansLaTransaction, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { DECISIONS, GENRES_DE_DECISION, manquesDe } from '../regles/decisions.ts';
import { CLE, enSeance, POINT_ABSENT, pointDe } from './seance.ts';
import type { AtelierDeReunion } from './sur-l-instance.ts';

const SAISIE = z.object({
  point: z.string(),
  genre: z.enum(GENRES_DE_DECISION, { error: 'Choisissez le genre de la décision.' }),
  texte: texteObligatoire('Écrivez la décision.', 4_000),
  responsable: texteFacultatif(500),
  echeance: texteFacultatif(500),
  plan: texteFacultatif(36),
  cle: CLE,
});

type Decision = Omit<z.output<typeof SAISIE>, 'cle' | 'plan'> & {
  readonly numero: number;
  readonly plan: string | null;
  readonly action: string | null;
};

/**
 * Takes a decision on an item, and does at once what it decides: a note on the action, its deadline put off, the action
 * closed, a new action in the plan. Either both are written or neither: a plan this actor may not change refuses it.
 */
export function prendreDecision(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { cle = services.ids.nouveau(), ...saisie } = lue.valeur;
  return enSeance(services, acteur, id, async (atelier) => {
    const { transaction, instance, maintenant, journaliser } = atelier;
    const deja = await transaction.selectFrom('decision').select('id').where('id', '=', cle).executeTakeFirst();
    if (deja !== undefined) return reussite(null);
    const point = await pointDe(atelier, saisie.point);
    if (point === undefined) return echec(POINT_ABSENT);
    const nouvelle = saisie.genre === 'action_nouvelle';
    const plan = nouvelle ? planDAccueil(saisie.plan, point.plan_id, instance.plans) : point.plan_id;
    const proposee = { ...saisie, plan, action: nouvelle ? null : point.action_id };
    const manques = manquesDe(proposee);
    const [premier] = Object.values(manques);
    if (premier !== undefined)
      return echec({ nature: 'invalide', regle: 'decision.manque', message: premier, champs: manques });
    const { dernier } = await transaction
      .selectFrom('decision')
      .select(({ fn }) => fn.max<number | null>('numero').as('dernier'))
      .where('reunion_id', '=', id)
      .executeTakeFirstOrThrow();
    const decision: Decision = { ...proposee, numero: (dernier ?? 0) + 1 };
    const appliquee = await appliquer(atelier, decision);
    if (!appliquee.ok) {
      const { message, champs = {}, ...refus } = appliquee.refus;
      return echec({
        ...refus,
        message,
        champs: { genre: `La décision n’est pas prise, car le plan la refuse. ${Object.values(champs)[0] ?? message}` },
      });
    }
    const action = appliquee.valeur;
    await transaction
      .insertInto('decision')
      .values({
        id: cle,
        reunion_id: id,
        point_id: point.id,
        numero: decision.numero,
        genre: decision.genre,
        texte: decision.texte,
        responsable: decision.responsable,
        echeance: decision.echeance,
        fin: finDe(decision.echeance, atelier.reunion.jour),
        plan_id: decision.plan,
        action_id: action,
        enregistre_le: maintenant,
        auteur: acteur.compte,
      })
      .execute();
    await journaliser({
      acte: 'decision.prendre',
      charge: { numero: decision.numero, genre: decision.genre, plan: decision.plan, action },
    });
    return reussite(null);
  });
}

/** Where a new action goes: the plan chosen among those followed, else that of the item, else the only one followed. */
function planDAccueil(choisi: string | null, duPoint: string | null, suivis: readonly string[]): string | null {
  const possibles = new Set([...suivis, ...(duPoint === null ? [] : [duPoint])]);
  if (choisi !== null) return possibles.has(choisi) ? choisi : null;
  return duPoint ?? (suivis.length === 1 ? (suivis[0] ?? null) : null);
}

/** Does what the decision decides, by the commands of plans, in the same transaction. Gives the action it is about. */
async function appliquer(atelier: AtelierDeReunion, decision: Decision): Promise<Resultat<string | null>> {
  const { acteur } = atelier;
  const services = servicesDansLaTransaction(atelier.services, atelier.transaction);
  const { plan, action, genre } = decision;
  const dite = direDecision(atelier, decision);
  const { effet } = DECISIONS[genre];
  if (effet === 'creation' && plan !== null) {
    return creerAction(services, acteur, plan, {
      intitule: decision.texte,
      pilotes: decision.responsable ?? '',
      echeances: decision.echeance ?? '',
      miseEnOeuvre: dite,
    });
  }
  if (plan === null || action === null || effet === 'aucun') return reussite(action);
  const cible = { plan, action };
  const fait =
    effet === 'report'
      ? await reporterEcheance(services, acteur, cible, {
          engagement: String(await engagementAReporter(atelier, cible)),
          echeance: decision.echeance ?? '',
          motif: dite,
        })
      : await noterAction(services, acteur, cible, {
          ...(effet === 'cloture' ? { statut: 'terminee', sansPiece: 'Clôture décidée en séance.' } : {}),
          texte: dite,
        });
  return fait.ok ? reussite(action) : fait;
}

/** The commitment that ends last: the one that holds the action's term. */
async function engagementAReporter(
  { transaction, au }: AtelierDeReunion,
  { plan, action }: { readonly plan: string; readonly action: string },
): Promise<number> {
  const [situee] = await actionsSituees(transaction, [plan], { jour: au, passe: false }, [action]);
  const [dernier] = [...(situee?.engagements ?? [])].sort((a, b) => ((a.fin ?? '') < (b.fin ?? '') ? 1 : -1));
  return dernier?.numero ?? 0;
}

/** What the action keeps of the decision, so that from it one finds the committee. */
function direDecision({ instance, reunion }: AtelierDeReunion, decision: Decision): string {
  const suite = [
    decision.responsable === null ? null : `Responsable : ${decision.responsable}.`,
    decision.echeance === null ? null : `Échéance : ${decision.echeance}.`,
  ].filter((un) => un !== null);
  return [
    `${DECISIONS[decision.genre].libelle}, décision n° ${decision.numero} de « ${instance.nom} » du ${formaterJour(reunion.jour)} : ${decision.texte}`,
    ...suite,
  ].join(' ');
}

function finDe(echeance: string | null, reference: Jour): Jour | null {
  if (echeance === null) return null;
  return lireEcheances(echeance, { reference, periode: null }).echeances[0]?.fin ?? null;
}

const ANNULATION = z.object({
  decision: z.string(),
  motif: texteObligatoire('Dites pourquoi cette décision est annulée.', 1_000),
});

/**
 * Withdraws a decision before the relevé is validated: it stays, struck through, with its reason. What it did to the plan
 * stays done and is said: only the plan's own commands change it.
 */
export function annulerDecision(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(ANNULATION, valeurs);
  if (!lue.ok) return Promise.resolve(lue);
  const { decision, motif } = lue.valeur;
  return enSeance(services, acteur, id, async ({ transaction, maintenant, journaliser }) => {
    const annulee = await transaction
      .updateTable('decision')
      .set({ annulee_le: maintenant, motif_d_annulation: motif })
      .where('reunion_id', '=', id)
      .where('annulee_le', 'is', null)
      .where((eb) => eb(eb.cast<string>('id', 'text'), '=', decision))
      .returning('numero')
      .executeTakeFirst();
    if (annulee === undefined)
      return echec({
        nature: 'conflit',
        regle: 'decision.annuler',
        message: 'Cette décision n’est pas de cette réunion, ou est déjà annulée. Rechargez la page.',
      });
    await journaliser({ acte: 'decision.annuler', charge: { numero: annulee.numero, motif } });
    return reussite(null);
  });
}
