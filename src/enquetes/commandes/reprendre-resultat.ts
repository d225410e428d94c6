import { z } from 'zod';
import type { Acteur } from '#acces';
import { type Responsabilites, saisirValeur } from '#indicateurs';
import { noterAction } from '#plans/commandes';
import { lireSaisie, type Services, servicesDansLaTransaction, texteFacultatif, texteObligatoire } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { estIdentifiant, lireCibles } from '../lectures/remontees.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { peutReprendreResultat, peutTenirRemontee } from '../politique.ts';
import { direResultat, presenterQuestion, type QuestionPresentee, sourceDuResultat } from '../presentation.ts';
import { type Atelier, surLaRemontee } from './sur-la-remontee.ts';

/** Which result, and where its page is on the web: the note and the source lead there. */
export type ResultatVise = { readonly remontee: string; readonly question: string; readonly adresse: string };

const VERS_ACTION = z.object({
  /** The plan and the action, as the list of the page gives them: « plan/action ». */
  cible: z
    .string({ error: 'Choisissez l’action.' })
    .transform((texte) => texte.split('/'))
    .refine((ids) => ids.length === 2 && ids.every(estIdentifiant), 'Choisissez l’action.'),
  mot: texteFacultatif(2_000),
});

/**
 * Makes a note of an action of a result: the figure, what it stands on, the day, the address of the results. Both are
 * written or neither; the same figure is noted once in the same action, however many times it is asked.
 */
export async function noterResultat(
  services: Services,
  acteur: Acteur,
  vise: ResultatVise,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(VERS_ACTION, valeurs);
  if (!lue.ok) return lue;
  const { mot } = lue.valeur;
  const [plan = '', action = ''] = lue.valeur.cible;
  return surLeResultat(services, acteur, vise, async (atelier, presentee) => {
    if (await dejaRepris(atelier, vise, presentee, { action })) return reussite(null);
    const dit = direResultat(atelier.remontee, presentee, atelier.au);
    const notee = await noterAction(
      servicesDansLaTransaction(services, atelier.transaction),
      acteur,
      { plan, action },
      {
        texte: mot === null ? dit : `${dit}\n\n${mot}`,
        lien: vise.adresse,
        lienNom: `Résultats de la remontée « ${atelier.remontee.titre} »`.slice(0, 300),
      },
    );
    if (!notee.ok) return notee;
    await inscrireReprise(atelier, vise, presentee, { action });
    return reussite(null);
  });
}

const VERS_INDICATEUR = z.object({
  indicateur: z.string({ error: 'Choisissez l’indicateur.' }).refine(estIdentifiant, 'Choisissez l’indicateur.'),
  jour: texteObligatoire('Donnez la date de la valeur.', 30),
  motif: texteFacultatif(1_000),
});

/** Makes a value of an indicator of a result, in the territory of the remontée, with the remontée as its source. */
export async function verserResultat(
  services: Services,
  acteur: Acteur,
  vise: ResultatVise,
  valeurs: unknown,
  responsabilites?: Responsabilites,
): Promise<Resultat<null>> {
  const lue = lireSaisie(VERS_INDICATEUR, valeurs);
  if (!lue.ok) return lue;
  const { indicateur, jour, motif } = lue.valeur;
  return surLeResultat(services, acteur, vise, async (atelier, presentee) => {
    if (presentee.valeur === null) return echec(SANS_VALEUR);
    if (await dejaRepris(atelier, vise, presentee, { indicateur })) return reussite(null);
    const { remontee } = atelier;
    const saisie = { territoire: remontee.territoire, type: 'va', jour, valeur: presentee.valeur.replace('.', ',') };
    const versee = await saisirValeur(
      servicesDansLaTransaction(services, atelier.transaction),
      acteur,
      indicateur,
      {
        ...saisie,
        source: sourceDuResultat(remontee, presentee, vise.adresse),
        commentaire: direResultat(remontee, presentee, atelier.au),
        ...(motif === null ? {} : { motif }),
      },
      responsabilites,
    );
    if (!versee.ok) return versee;
    await inscrireReprise(atelier, vise, presentee, { indicateur });
    return reussite(null);
  });
}

/** The remontée locked, the right asked, and the result as it is now. */
function surLeResultat(
  services: Services,
  acteur: Acteur,
  { remontee: id, question: cle }: ResultatVise,
  travail: (atelier: Atelier, presentee: QuestionPresentee) => Promise<Resultat<null>>,
): Promise<Resultat<null>> {
  const tient = peutTenirRemontee.bind(null, acteur);
  return surLaRemontee(services, acteur, id, tient, async (atelier) => {
    const { transaction, remontee } = atelier;
    const cibles = await lireCibles(transaction, id);
    const permis = peutReprendreResultat(acteur, remontee, cibles);
    if (!permis.permis) return echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
    const lus = await lireResultats(transaction, acteur, remontee, cibles);
    if (!lus.ok) return lus;
    const trouvee = lus.valeur.questions.find(({ question }) => question.cle === cle);
    if (trouvee === undefined) return echec(QUESTION_ABSENTE);
    const presentee = presenterQuestion(trouvee, remontee.attendues, remontee.anonyme);
    return presentee.reprenable ? travail(atelier, presentee) : echec(RIEN_A_REPRENDRE);
  });
}

type Destination = { readonly action: string } | { readonly indicateur: string };

function colonnes(destination: Destination) {
  return 'action' in destination
    ? { action_id: destination.action, indicateur_id: null }
    : { action_id: null, indicateur_id: destination.indicateur };
}

async function dejaRepris(
  { transaction, remontee }: Atelier,
  { question }: ResultatVise,
  { chiffre }: QuestionPresentee,
  destination: Destination,
): Promise<boolean> {
  const { action_id, indicateur_id } = colonnes(destination);
  const deja = await transaction
    .selectFrom('remontee_reprise')
    .select('id')
    .where('remontee_id', '=', remontee.id)
    .where('question', '=', question)
    .where('action_id', 'is not distinct from', action_id)
    .where('indicateur_id', 'is not distinct from', indicateur_id)
    .where('recues', '=', remontee.recues)
    .where('chiffre', '=', chiffre ?? '')
    .executeTakeFirst();
  return deja !== undefined;
}

async function inscrireReprise(
  { transaction, services, remontee, acteur, maintenant, journaliser }: Atelier,
  { question }: ResultatVise,
  { chiffre }: QuestionPresentee,
  destination: Destination,
): Promise<void> {
  const vers = colonnes(destination);
  await transaction
    .insertInto('remontee_reprise')
    .values({
      id: services.ids.nouveau(),
      remontee_id: remontee.id,
      question,
      ...vers,
      recues: remontee.recues,
      chiffre: chiffre ?? '',
      enregistre_le: maintenant,
      auteur: acteur.compte,
    })
    .execute();
  await journaliser({
    acte: 'remontee.reprendre',
    objet: { type: 'remontee', id: remontee.id },
    territoire: remontee.territoire,
    charge: { question, action: vers.action_id, indicateur: vers.indicateur_id },
  });
}

const QUESTION_ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'remontee.reprendre.question',
  message: 'Cette question n’est pas dans la remontée. Repartez de ses résultats.',
};
const RIEN_A_REPRENDRE: Refus = {
  nature: 'conflit',
  regle: 'remontee.reprendre.vide',
  message: 'Cette question n’a pas de chiffre à reprendre : pas encore de réponse, ou trop peu pour en publier un.',
};
const SANS_VALEUR: Refus = {
  nature: 'conflit',
  regle: 'remontee.reprendre.valeur',
  message: 'Un choix dans une liste n’est pas une valeur d’indicateur : notez-le dans une action.',
};
