import { compter, formaterDuree, formaterJour, ilYA } from '#interface';
import { type DeclinaisonARelancer, JOURS_DE_PROXIMITE } from '#plans';
import type { ListeDeMessage } from '#socle/courrier';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { FaitsLus } from './faits.ts';
import type { Mention } from './regles/courrier-du-jour.ts';

/** The most actions a mail names: beyond, one reads the list. */
const ACTIONS_NOMMEES = 25;
/** The same of those declined in one's territory. */
const DECLINAISONS_NOMMEES = 20;

/** An element of a list, and the list it belongs to. */
type Ligne = ListeDeMessage['elements'][number] & { readonly liste: string };

/** What is said of each action the person's service carries, in the order of the most pressing. */
export function grouperParAction(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const actions = new Map<string, readonly Mention[]>();
  for (const mention of mentions)
    if (mention.action !== null && mention.declinaison === null)
      actions.set(mention.action, [...(actions.get(mention.action) ?? []), mention]);
  return actions;
}

/** What is said of each action declined in the person's territory, in the order of the most pressing. */
export function declinaisonsDites(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.flatMap(({ declinaison }) => declinaison ?? []))];
}

/** One list per plan, the plans in the order of their most pressing action. */
export function listesDesPlans(
  actions: ReadonlyMap<string, readonly Mention[]>,
  { situees, titres, reunions }: FaitsLus,
  jour: Jour,
): ListeDeMessage[] {
  const lignes = [...actions].slice(0, ACTIONS_NOMMEES).flatMap(([id, mentions]): Ligne[] => {
    const action = situees.get(id);
    if (action === undefined) return [];
    const comites = mentions.flatMap(({ genre, reunion, echeance }) =>
      genre === 'comite' && echeance !== null
        ? [`attendue par ${nommerReunion(reunions, reunion)} le ${formaterJour(echeance)}`]
        : [],
    );
    return [
      {
        liste: titres.get(action.plan) ?? '',
        texte: nommer(action),
        chemin: `/plans/${action.plan}/actions/${id}`,
        precision: [situationEnMots(action, jour), ...comites].join(', '),
      },
    ];
  });
  const reste = actions.size - lignes.length;
  return enListes(lignes, {
    texte: `Et ${compter(reste, 'autre action', 'autres actions')}, dans votre liste`,
    chemin: reste > 0 ? '/attendu' : null,
  });
}

/** One list per plan too: each action with the place where the territory says how it stands there. */
export function listesDuTerritoire(
  dites: readonly string[],
  { declinees }: Pick<FaitsLus, 'declinees'>,
  jour: Jour,
): ListeDeMessage[] {
  const lignes = dites.slice(0, DECLINAISONS_NOMMEES).flatMap((id): Ligne[] => {
    const une = declinees.get(id);
    return une === undefined
      ? []
      : [
          {
            liste: `${une.planTitre} : ${une.nom}`,
            texte: nommer(une),
            chemin: adresseDe(une),
            precision: situationEnMots(une, jour, ' de votre territoire'),
          },
        ];
  });
  const reste = dites.length - lignes.length;
  return enListes(lignes, {
    texte: `Et ${compter(reste, 'autre action déclinée', 'autres actions déclinées')} dans votre territoire, dans votre liste`,
    chemin: reste > 0 ? '/attendu#declinaisons' : null,
  });
}

function enListes(
  lignes: readonly Ligne[],
  suite: { readonly texte: string; readonly chemin: string | null },
): ListeDeMessage[] {
  const titres = [...new Set(lignes.map(({ liste }) => liste))];
  const { texte, chemin } = suite;
  return titres.map((titre, rang) => ({
    titre,
    elements: lignes.filter(({ liste }) => liste === titre).map(({ liste, ...element }) => element),
    suite: chemin !== null && rang === titres.length - 1 ? { texte, chemin } : undefined,
  }));
}

function nommer({ code, intitule }: { readonly code: string | null; readonly intitule: string }): string {
  return code === null ? intitule : `${code} ${intitule}`;
}

/** As on the page of what is expected. */
function adresseDe({ plan, action, territoire }: DeclinaisonARelancer): string {
  return `/plans/${plan}/actions/${action}/deploiement?territoire=${territoire}#territoire`;
}

/** « en retard de 12 jours (échéance le 3 mars 2022), sans nouvelle depuis 40 jours ». */
function situationEnMots(
  { situation, derniereNouvelle }: Pick<DeclinaisonARelancer, 'situation' | 'derniereNouvelle'>,
  jour: Jour,
  /** Whose news they are, when not those of the action itself. */
  deQui = '',
): string {
  const { terme, retard, silence } = situation;
  const parts = [
    ...(retard > 0 && terme !== null
      ? [`en retard de ${formaterDuree(retard)} (échéance le ${formaterJour(terme)})`]
      : []),
    ...(retard === 0 && terme !== null ? [`à finir le ${formaterJour(terme)}${bientot(jour, terme)}`] : []),
    ...(silence === null
      ? []
      : [
          derniereNouvelle === null && deQui === ''
            ? 'sans nouvelle depuis sa création'
            : `sans nouvelle${deQui} depuis ${formaterDuree(silence)}`,
        ]),
  ];
  return parts.length > 0 ? parts.join(', ') : `sans nouvelle récente${deQui}`;
}

function bientot(jour: Jour, terme: Jour): string {
  const reste = joursEntre(jour, terme);
  return reste > JOURS_DE_PROXIMITE ? '' : `, ${ilYA(-reste)}`;
}

function nommerReunion(reunions: FaitsLus['reunions'], id: string | null): string {
  const nom = reunions.find((reunion) => reunion.id === id)?.nom ?? null;
  return nom === null ? 'un comité qui suit ce plan' : `« ${nom} »`;
}
