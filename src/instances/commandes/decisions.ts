import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireEcheances } from '#echeances';
import { reportsDemandes } from '#plans/lectures';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { laPresidenceLit } from '../lectures/presidence.ts';
import { DECISIONS, GENRES_DE_DECISION, manquesDe } from '../regles/decisions.ts';
import { appliquerDecision } from './appliquer-decision.ts';
import { organisationsNommees } from './organisations-nommees.ts';
import { CLE, enSeance, POINT_ABSENT, pointDe } from './seance.ts';

const SAISIE = z.object({
  point: z.string(),
  genre: z.enum(GENRES_DE_DECISION, { error: 'Choisissez le genre de la décision.' }),
  texte: texteObligatoire('Écrivez la décision.', 4_000),
  responsable: texteFacultatif(500),
  echeance: texteFacultatif(500),
  plan: texteFacultatif(36),
  cle: CLE,
});

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
    const action = nouvelle ? null : point.action_id;
    const demandes =
      plan === null || action === null
        ? []
        : ((await reportsDemandes(transaction, [plan], [action])).get(action) ?? []);
    const demandee = DECISIONS[saisie.genre].effet === 'report' ? demandes.map(({ texte }) => texte).join(' ; ') : '';
    const manques = manquesDe({ ...saisie, plan, action, demandes: demandes.length });
    const [premier] = Object.values(manques);
    if (premier !== undefined)
      return echec({ nature: 'invalide', regle: 'decision.manque', message: premier, champs: manques });
    const { dernier } = await transaction
      .selectFrom('decision')
      .select(({ fn }) => fn.max<number | null>('numero').as('dernier'))
      .where('reunion_id', '=', id)
      .executeTakeFirstOrThrow();
    // Accepted as it was asked, a report is recorded with the deadline that was asked.
    const decision = {
      ...saisie,
      plan,
      action,
      numero: (dernier ?? 0) + 1,
      echeance: saisie.echeance ?? (demandee || null),
    };
    const appliquee = await appliquerDecision(atelier, { ...decision, echeance: saisie.echeance, demandes });
    if (!appliquee.ok) {
      const { message, champs = {}, ...refus } = appliquee.refus;
      return echec({
        ...refus,
        message,
        champs: { genre: `La décision n’est pas prise, car le plan la refuse. ${Object.values(champs)[0] ?? message}` },
      });
    }
    if (plan !== null && !(await laPresidenceLit(transaction, instance, plan, atelier.au))) {
      const message = `La présidence (${instance.presidenceLibelle}) ne lit pas ce plan : elle ne peut pas signer une décision qui le change. Notez le point, et demandez au propriétaire du plan de le lui ouvrir.`;
      return echec({ nature: 'interdit', regle: 'decision.presidence', message, champs: { genre: message } });
    }
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
        action_id: appliquee.valeur,
        responsables: [...organisationsNommees(decision.responsable, instance.secretariat)],
        enregistre_le: maintenant,
        auteur: acteur.compte,
      })
      .execute();
    await journaliser({
      acte: 'decision.prendre',
      charge: { numero: decision.numero, genre: decision.genre, plan: decision.plan, action: appliquee.valeur },
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
