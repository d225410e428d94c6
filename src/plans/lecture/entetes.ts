import { cleDeTexte } from '#socle/valeurs';

/**
 * What a heading says, finer than the field it feeds: « Objectif » is an axe in most plans and part of the description
 * in others, « Recommandations » is the action itself when nothing else is. `colonnes.ts` decides between them.
 */
export type Sens =
  | 'numero'
  | 'code'
  | 'axe'
  | 'objectif'
  | 'sous_axe'
  | 'recommandation_visee'
  | 'intitule'
  | 'action'
  | 'mesure'
  | 'recommandation'
  | 'mission'
  | 'tache'
  | 'mise_en_oeuvre'
  | 'description'
  | 'pilotes'
  | 'en_lien_avec'
  | 'concours'
  | 'echeance'
  | 'debut'
  | 'fin'
  | 'livrables'
  | 'livrables_et_echeances'
  | 'avancement'
  | 'statut'
  | 'etat'
  | 'taux'
  | 'realise';

/** What the heading says; `sur` when it is one of the known words, not only begins with one. Null when unknown. */
export function reconnaitreEntete(entete: string): { readonly sens: Sens; readonly sur: boolean } | null {
  if (entete.length > 120) return null;
  const cle = cleDEntete(entete);
  if (cle === '') return null;
  const exact = exactement(cle);
  if (exact) return { sens: exact, sur: true };
  const debut = cle.length > 60 ? undefined : DEBUTS.find(([mot]) => cle.startsWith(`${mot} `));
  return debut ? { sens: debut[1], sur: false } : null;
}

/** The known wordings, singular or plural, with or without accents and capitals. */
const MOTS: Readonly<Record<Sens, readonly string[]>> = {
  numero: ['n°', 'no', 'num', 'numéro', 'n° d’ordre', 'ordre', '#', 'rang', 'n° ligne'],
  code: [
    'code',
    'réf',
    'réf.',
    'référence',
    'id',
    'identifiant',
    'n° action',
    'n° de l’action',
    'numéro d’action',
    'numéro de l’action',
    'n° mesure',
    'n° de mesure',
    'n° de la mesure',
    'n° recommandation',
    'n° fiche',
    'code action',
    'réf. action',
    'référence action',
    'réf action',
  ],
  axe: [
    'axe',
    'axe stratégique',
    'axe de travail',
    'thème',
    'thématique',
    'irritant',
    'chantier',
    'domaine',
    'domaine d’action',
    'volet',
    'orientation',
    'orientation stratégique',
    'objectif stratégique',
    'pilier',
    'enjeu',
    'priorité stratégique',
    'champ',
    'rubrique',
    'famille',
    'catégorie',
  ],
  objectif: ['objectif', 'but', 'finalité', 'objectif visé', 'objectif poursuivi'],
  sous_axe: [
    'sous-axe',
    'sous axe',
    'sous-thème',
    'sous thème',
    'sous-thématique',
    'sous-domaine',
    'sous-objectif',
    'objectif opérationnel',
    'objectif spécifique',
    'sous-chantier',
  ],
  recommandation_visee: [
    'recommandation visée',
    'recommandation associée',
    'recommandation liée',
    'recommandation concernée',
    'recommandation correspondante',
    'recommandation du rapport',
    'recommandation / parties du rapport visées',
    'recommandation /parties du rapport visées',
    'parties du rapport visées',
    'réf. rapport',
    'référence au rapport',
  ],
  intitule: ['intitulé', 'libellé', 'titre', 'désignation', 'nom', 'intitulé et description', 'sujet', 'objet'],
  action: [
    'action',
    'action à mener',
    'action à conduire',
    'action à mettre en œuvre',
    'action à réaliser',
    'action prévue',
    'action proposée',
    'action engagée',
    'action retenue',
    'actions concrètes',
    'plan d’action',
    'quoi',
  ],
  mesure: ['mesure', 'mesure proposée', 'mesure prévue', 'proposition', 'projet', 'engagement'],
  recommandation: ['recommandation', 'préconisation', 'reco'],
  mission: ['mission', 'activité'],
  tache: ['tâche', 'étape', 'sous-action', 'action élémentaire', 'jalon'],
  mise_en_oeuvre: [
    'mise en œuvre',
    'mise en oeuvre',
    'déclinaison',
    'mise en œuvre / déclinaison',
    'modalité',
    'modalité de mise en œuvre',
    'modalités pratiques',
    'déclinaison opérationnelle',
    'comment',
    'moyens mis en œuvre',
    'méthode',
  ],
  description: [
    'description',
    'descriptif',
    'contenu',
    'détail',
    'contexte',
    'précision',
    'explication',
    'présentation',
  ],
  pilotes: [
    'pilote',
    'pilotage',
    'responsable',
    'service porteur',
    'porteur',
    'direction porteuse',
    'structure porteuse',
    'chef de file',
    'chef de projet',
    'service pilote',
    'direction pilote',
    'service responsable',
    'direction responsable',
    'entité responsable',
    'entité pilote',
    'organisme responsable',
    'responsable de la mise en œuvre',
    'responsable de la mise en oeuvre',
    'responsable de mise en œuvre',
    'responsable du pilotage',
    'service',
    'service en charge',
    'service concerné',
    'en charge',
    'référent',
    'qui',
    'attribution',
    'assigné à',
  ],
  en_lien_avec: [
    'en lien avec',
    'contributeur',
    'partenaire',
    'service associé',
    'direction associée',
    'acteur associé',
    'associé',
    'en association avec',
    'co-pilote',
    'copilote',
    'service contributeur',
    'partie prenante',
    'acteur',
    'avec',
  ],
  concours: ['concours', 'avec le concours de', 'appui', 'avec l’appui de', 'service en appui', 'soutien'],
  echeance: [
    'échéance',
    'délai',
    'calendrier',
    'date limite',
    'date d’échéance',
    'date butoir',
    'date cible',
    'date prévisionnelle',
    'date prévue',
    'date de réalisation',
    'date de livraison',
    'échéance prévue',
    'échéance prévisionnelle',
    'échéance cible',
    'échéancier',
    'planning',
    'terme',
    'quand',
    'horizon',
    'délai de réalisation',
    'délai de mise en œuvre',
    'calendrier prévisionnel',
    'calendrier de mise en œuvre',
    'date',
    'pour quand',
  ],
  debut: ['début', 'date de début', 'date début', 'date de démarrage', 'démarrage', 'date de lancement', 'début prévu'],
  fin: ['fin', 'date de fin', 'date fin', 'date de clôture', 'fin prévue', 'date de fin prévue', 'date d’achèvement'],
  livrables: [
    'livrable',
    'livrable attendu',
    'résultat attendu',
    'produit attendu',
    'produit',
    'réalisation attendue',
    'résultat',
  ],
  livrables_et_echeances: [
    'livrable et échéance',
    'livrables et échéances',
    'livrables / échéances',
    'livrables/échéances',
    'échéances et livrables',
    'échéances / livrables',
    'livrable, échéance',
    'livrables et calendrier',
    'livrables et délais',
  ],
  avancement: [
    'état d’avancement',
    'avancement',
    'suivi',
    'observation',
    'commentaire',
    'point de situation',
    'point d’étape',
    'point d’avancement',
    'situation',
    'état des lieux',
    'remarque',
    'note',
    'bilan',
    'suite donnée',
    'action réalisée',
    'actualité',
    'état de réalisation',
    'avancée',
    'compte rendu',
    'note d’avancement',
    'réalisation',
  ],
  statut: ['statut', 'statut d’avancement', 'statut de réalisation'],
  etat: ['état', 'etat'],
  taux: [
    'taux',
    '%',
    'taux de réalisation',
    'taux d’avancement',
    'taux de mise en œuvre',
    '% d’avancement',
    '% avancement',
    'avancement (%)',
    'avancement %',
    'avancement en %',
    'réalisation (%)',
    'réalisation %',
    '% de réalisation',
    '% réalisation',
    '% réalisé',
    'pourcentage',
    'pourcentage d’avancement',
    'pourcentage de réalisation',
    'taux d’exécution',
    'taux (%)',
    'taux de réalisation (%)',
    'taux d’avancement (%)',
  ],
  realise: ['réalisé', 'fait', 'réalisée'],
};

/** A longer heading that begins so is understood so: « Commentaires du comité de mars », « Pilote national ». */
const DEBUTS: readonly (readonly [string, Sens])[] = (
  [
    ['état d’avancement', 'avancement'],
    ['taux', 'taux'],
    ['pilote', 'pilotes'],
    ['responsable', 'pilotes'],
    ['service pilote', 'pilotes'],
    ['service porteur', 'pilotes'],
    ['échéance', 'echeance'],
    ['calendrier', 'echeance'],
    ['date limite', 'echeance'],
    ['livrable', 'livrables'],
    ['avancement', 'avancement'],
    ['suivi', 'avancement'],
    ['observation', 'avancement'],
    ['commentaire', 'avancement'],
    ['point de situation', 'avancement'],
    ['statut', 'statut'],
    ['partenaire', 'en_lien_avec'],
    ['recommandation', 'recommandation_visee'],
    ['modalité', 'mise_en_oeuvre'],
    ['axe', 'axe'],
    ['thème', 'axe'],
    ['objectif', 'objectif'],
    ['action', 'action'],
    ['intitulé', 'intitule'],
  ] as const
).map(([mot, sens]) => [cleDEntete(mot), sens]);

const PAR_CLE: ReadonlyMap<string, Sens> = new Map(
  (Object.entries(MOTS) as [Sens, readonly string[]][]).flatMap(([sens, mots]) =>
    mots.map((mot): [string, Sens] => [cleDEntete(mot), sens]),
  ),
);

function exactement(cle: string): Sens | null {
  const sansParentheses = cle.replace(/ ?\([^)]*\)/g, '').trim();
  const sansComplement = sansParentheses.replace(
    / (de l'|de la |des |du |d')(action|mesure|mission|recommandation|projet|plan)( d'action)?$/,
    '',
  );
  for (const forme of [cle, sansParentheses, sansComplement]) {
    const sens = PAR_CLE.get(forme);
    if (sens) return sens;
  }
  return compose(sansParentheses);
}

/** « Pilote / Responsable », « Observations et commentaires »: two words for the same field. */
function compose(cle: string): Sens | null {
  const parties = cle.split(/ ?\/ ?| et | ou | - /);
  if (parties.length < 2) return null;
  const sens = parties.map((partie) => PAR_CLE.get(partie.trim()) ?? null);
  const premier = sens[0] ?? null;
  return premier && sens.every((autre) => autre === premier) ? premier : null;
}

/** Singular, without accents, capitals, colon nor « (s) »: the form under which two headings are the same. */
export function cleDEntete(entete: string): string {
  return cleDeTexte(entete)
    .replace(/\((?:e?s|e|x|es|nt)\)/g, '')
    .replace(/[:*]+$/, '')
    .trim()
    .split(' ')
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot))
    .join(' ');
}
