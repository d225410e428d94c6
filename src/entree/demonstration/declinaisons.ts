import type { Acteur } from '#acces';
import { declinerAction, noterDeclinaison } from '#plans/commandes';
import type { Services } from '#socle';
import { type Jour, type Resultat, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from './chronologie.ts';

const INTITULE = 'Multiplier les formations locales des équipes qui délivrent les cartes';

/** One département, what it says and how many days ago. */
type Nouvelle = {
  readonly statut: string;
  readonly taux: string;
  readonly texte: string;
  readonly obstacle?: string;
  readonly levee?: string;
};

/**
 * An action of the plan of 2022 declined over the 101 départements: sixty gave news, forty of them twice. The team wrote
 * what they told it; the Finistère is left to its own people.
 */
export function faitsDesDeclinaisons(equipe: Acteur, jour: Jour): readonly AutreFait[] {
  const le = faitsAvant(jour);
  return [
    le(84, async (alors) => {
      const cible = await trouverCible(alors);
      return declinerAction(alors, equipe, cible, { maille: 'departemental', portee: 'tous' });
    }),
    le(70, (alors) => noterEnSerie(alors, equipe, (rang) => (rang % 5 < 2 ? DEBUTS[rang % DEBUTS.length] : undefined))),
    le(18, (alors) => noterEnSerie(alors, equipe, (rang) => (rang % 5 < 3 ? SUITES[rang % SUITES.length] : undefined))),
  ];
}

async function noterEnSerie(
  services: Services,
  equipe: Acteur,
  choisir: (rang: number) => Nouvelle | undefined,
): Promise<Resultat<null>> {
  const cible = await trouverCible(services);
  const declinaisons = await services.base
    .selectFrom('declinaison')
    .select('id')
    .where('action_id', '=', cible.action)
    .where('territoire_code', '<>', 'D29')
    .orderBy('territoire_code')
    .execute();
  for (const [rang, { id }] of declinaisons.entries()) {
    const nouvelle = choisir(rang);
    if (nouvelle === undefined) continue;
    const notee = await noterDeclinaison(
      services,
      equipe,
      { ...cible, declinaison: id },
      {
        ...nouvelle,
        sansPiece: nouvelle.statut === 'terminee' ? 'Démonstration : aucune pièce n’est jointe à cet exemple.' : '',
      },
    );
    if (!notee.ok) return notee;
  }
  return reussite(null);
}

async function trouverCible({ base }: Services): Promise<{ plan: string; action: string }> {
  return base
    .selectFrom('action')
    .select(['id as action', 'plan_id as plan'])
    .where('intitule', '=', INTITULE)
    .orderBy('cree_le', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

const DEBUTS: readonly Nouvelle[] = [
  { statut: 'en_cours', taux: '20', texte: 'Deux agents inscrits, première session demandée.' },
  { statut: 'a_lancer', taux: '0', texte: 'La préfecture et le SGC-D doivent encore choisir les agents à former.' },
  { statut: 'en_cours', taux: '35', texte: 'Salle et formateur trouvés ; dates à fixer.' },
];

const SUITES: readonly Nouvelle[] = [
  { statut: 'en_cours', taux: '70', texte: 'Une session tenue, la seconde le mois prochain.' },
  { statut: 'terminee', taux: '100', texte: 'Toute l’équipe est formée.' },
  { statut: 'en_cours', taux: '45', texte: 'Partie théorique suivie ; l’essai sur le matériel est attendu.' },
  {
    statut: 'bloquee',
    taux: '30',
    texte: 'Aucune session tenue.',
    obstacle: 'Le formateur du département est parti et n’est pas remplacé.',
    levee: 'Un formateur prêté par un département voisin.',
  },
  { statut: 'en_cours', taux: '85', texte: 'Reste une sous-préfecture à former.' },
  { statut: 'terminee', taux: '100', texte: 'Tous formés, suppléants compris.' },
  { statut: 'en_cours', taux: '55', texte: 'La moitié de l’équipe a suivi la session.' },
];
