import { compter, formaterDuree, formaterJour, ilYA } from '#interface';
import { type ActionSituee, JOURS_DE_PROXIMITE } from '#plans';
import type { ListeDeMessage, Message } from '#socle/courrier';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { FaitsLus } from './faits.ts';
import type { CourrierDuJour, Mention } from './regles/courrier-du-jour.ts';

/** The most actions a mail names: beyond, one reads the list. */
const ACTIONS_NOMMEES = 25;

/** The mail of the day, from what the rules decided to say. */
export function redigerCourrier(courrier: CourrierDuJour, faits: FaitsLus, jour: Jour): Message {
  const { semaine, mentions } = courrier;
  const actions = grouperParAction(mentions);
  const comptes = [
    ...si(actions.size, 'action à tenir à jour', 'actions à tenir à jour'),
    ...si(distinctes(mentions, 'remontee'), 'remontée à remplir', 'remontées à remplir'),
    ...si(mentions.filter(estRencontre).length, 'réunion', 'réunions'),
    ...si(courrier.comptes.cibles, 'cible à discuter', 'cibles à discuter'),
    ...si(courrier.comptes.decisions, 'décision de comité à suivre', 'décisions de comité à suivre'),
    ...si(
      courrier.comptes.declinaisons,
      'action sans nouvelle dans votre territoire',
      'actions sans nouvelle dans votre territoire',
    ),
  ].join(', ');
  return {
    sujet: semaine ? `Votre semaine du ${formaterJour(jour)} : ${comptes}` : `Rappel : ${comptes}`,
    paragraphes: [
      semaine
        ? `Cette semaine, on attend de vous : ${comptes}.`
        : `Votre service est attendu sur ce qui suit : ${comptes}.`,
      ...(actions.size > 0
        ? ['Une phrase suffit : chaque lien ouvre l’action, où l’on donne de ses nouvelles en une minute.']
        : []),
    ],
    listes: [
      ...listesDesPlans(actions, faits, jour),
      ...listeDesRemontees(mentions, faits, jour),
      ...listeDesReunions(mentions, faits),
    ],
    action: { texte: 'Voir ce que l’on attend de moi', chemin: '/attendu' },
    raison: semaine
      ? 'Vous recevez ce message le premier jour ouvré de la semaine quand quelque chose attend votre service.'
      : 'Vous recevez ce message parce que votre service pilote ces actions, ou doit répondre à ces remontées. Un message par jour au plus.',
  };
}

function si(nombre: number, singulier: string, pluriel: string): readonly string[] {
  return nombre === 0 ? [] : [compter(nombre, singulier, pluriel)];
}

function distinctes(mentions: readonly Mention[], objet: 'remontee'): number {
  return new Set(mentions.flatMap((mention) => mention[objet] ?? [])).size;
}

/** A meeting where one sits, as opposed to one that wants news of an action. */
function estRencontre({ reunion, action }: Mention): boolean {
  return reunion !== null && action === null;
}

/** What is said of each action, in the order of the most pressing. */
function grouperParAction(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const actions = new Map<string, readonly Mention[]>();
  for (const mention of mentions)
    if (mention.action !== null) actions.set(mention.action, [...(actions.get(mention.action) ?? []), mention]);
  return actions;
}

/** One list per plan, the plans in the order of their most pressing action. */
function listesDesPlans(
  actions: ReadonlyMap<string, readonly Mention[]>,
  { situees, titres, reunions }: FaitsLus,
  jour: Jour,
): ListeDeMessage[] {
  const nommees = [...actions].slice(0, ACTIONS_NOMMEES).flatMap(([id, mentions]) => {
    const action = situees.get(id);
    return action === undefined ? [] : [{ action, mentions }];
  });
  const plans = [...new Set(nommees.map(({ action }) => action.plan))];
  const reste = actions.size - nommees.length;
  return plans.map((plan, rang) => ({
    titre: titres.get(plan) ?? '',
    elements: nommees
      .filter(({ action }) => action.plan === plan)
      .map(({ action, mentions }) => ({
        texte: action.code === null ? action.intitule : `${action.code} ${action.intitule}`,
        chemin: `/plans/${plan}/actions/${action.id}`,
        precision: [
          situationEnMots(action, jour),
          ...mentions.flatMap(({ genre, reunion, echeance }) =>
            genre === 'comite' && echeance !== null
              ? [`attendue par ${nommerReunion(reunions, reunion)} le ${formaterJour(echeance)}`]
              : [],
          ),
        ].join(', '),
      })),
    suite:
      reste > 0 && rang === plans.length - 1
        ? { texte: `Et ${compter(reste, 'autre action', 'autres actions')}, dans votre liste`, chemin: '/attendu' }
        : undefined,
  }));
}

/** « en retard de 12 jours (échéance le 3 mars 2022), sans nouvelle depuis 40 jours ». */
function situationEnMots({ situation, derniereNouvelle }: ActionSituee, jour: Jour): string {
  const { terme, retard, silence } = situation;
  const parts = [
    ...(retard > 0 && terme !== null
      ? [`en retard de ${formaterDuree(retard)} (échéance le ${formaterJour(terme)})`]
      : []),
    ...(retard === 0 && terme !== null ? [`à finir le ${formaterJour(terme)}${bientot(jour, terme)}`] : []),
    ...(silence === null
      ? []
      : [
          derniereNouvelle === null
            ? 'sans nouvelle depuis sa création'
            : `sans nouvelle depuis ${formaterDuree(silence)}`,
        ]),
  ];
  return parts.length > 0 ? parts.join(', ') : 'sans nouvelle récente';
}

function bientot(jour: Jour, terme: Jour): string {
  const reste = joursEntre(jour, terme);
  return reste > JOURS_DE_PROXIMITE ? '' : `, ${ilYA(-reste)}`;
}

function nommerReunion(reunions: FaitsLus['reunions'], id: string | null): string {
  const nom = reunions.find((reunion) => reunion.id === id)?.nom ?? null;
  return nom === null ? 'un comité qui suit ce plan' : `« ${nom} »`;
}

function listeDesRemontees(mentions: readonly Mention[], { remontees }: FaitsLus, jour: Jour): ListeDeMessage[] {
  const dites = new Set(mentions.flatMap(({ remontee }) => remontee ?? []));
  const elements = remontees
    .filter(({ id }) => dites.has(id))
    .map(({ id, titre, de, fermeLe }) => ({
      texte: titre,
      chemin: `/remontees/${id}`,
      precision: `demandée par ${de}, à remplir avant le ${formaterJour(fermeLe)} au soir, ${ilYA(-joursEntre(jour, fermeLe))}`,
    }));
  return elements.length === 0 ? [] : [{ titre: 'Remontées à remplir', elements }];
}

function listeDesReunions(mentions: readonly Mention[], { reunions }: FaitsLus): ListeDeMessage[] {
  const dites = new Set(mentions.filter(estRencontre).flatMap(({ reunion }) => reunion ?? []));
  const elements = reunions
    .filter(({ id, nom }) => dites.has(id) && nom !== null)
    .map(({ id, nom, jour, heure }) => ({
      texte: nom ?? '',
      chemin: `/reunions/${id}`,
      precision: `le ${formaterJour(jour)} à ${heure}`,
    }));
  return elements.length === 0 ? [] : [{ titre: 'Réunions de la semaine', elements }];
}
