import { compter, formaterJour, ilYA } from '#interface';
import type { ListeDeMessage, Message } from '#socle/courrier';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { FaitsLus } from './faits.ts';
import { declinaisonsDites, grouperParAction, listesDesPlans, listesDuTerritoire } from './listes-d-actions.ts';
import type { CourrierDuJour, Mention } from './regles/courrier-du-jour.ts';

/** The mail of the day, from what the rules decided to say. */
export function redigerCourrier(courrier: CourrierDuJour, faits: FaitsLus, jour: Jour): Message {
  const { semaine, mentions } = courrier;
  const actions = grouperParAction(mentions);
  const declinees = declinaisonsDites(mentions);
  const comptes = [
    ...si(actions.size, 'action à tenir à jour', 'actions à tenir à jour'),
    ...si(declinees.length, 'action déclinée dans votre territoire', 'actions déclinées dans votre territoire'),
    ...si(distinctes(mentions, 'remontee'), 'remontée à remplir', 'remontées à remplir'),
    ...si(mentions.filter(estRencontre).length, 'réunion', 'réunions'),
    ...si(courrier.comptes.cibles, 'cible à discuter', 'cibles à discuter'),
    ...si(courrier.comptes.decisions, 'décision de comité à suivre', 'décisions de comité à suivre'),
  ].join(', ');
  return {
    sujet: semaine ? `Votre semaine du ${formaterJour(jour)} : ${comptes}` : `Rappel : ${comptes}`,
    paragraphes: [
      semaine
        ? `Cette semaine, on attend de vous : ${comptes}.`
        : `Votre service est attendu sur ce qui suit : ${comptes}.`,
      ...(actions.size + declinees.length > 0
        ? ['Une phrase suffit : chaque lien ouvre l’action, où l’on donne de ses nouvelles en une minute.']
        : []),
    ],
    listes: [
      ...listesDesPlans(actions, faits, jour),
      ...listesDuTerritoire(declinees, faits, jour),
      ...listeDesRemontees(mentions, faits, jour),
      ...listeDesReunions(mentions, faits),
    ],
    action: { texte: 'Voir ce que l’on attend de moi', chemin: '/attendu' },
    raison: semaine
      ? 'Vous recevez ce message le premier jour ouvré de la semaine quand quelque chose attend votre service.'
      : 'Vous recevez ce message parce que votre service ou votre territoire met ces actions en œuvre, ou doit répondre à ces remontées. Un message par jour au plus.',
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
