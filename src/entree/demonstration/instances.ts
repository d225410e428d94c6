import type { Acteur } from '#acces';
import {
  clorePoint,
  creerInstance,
  marquerPresences,
  noterPoint,
  ouvrirSeance,
  planifierReunion,
  pointsDeLaReunion,
  prendreDecision,
  trouverReunion,
  validerReleve,
} from '#instances';
import { formaterJour } from '#interface';
import type { Services } from '#socle';
import { ajouterJours, echec, type Jour, type Resultat, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant, jourOuvre } from './chronologie.ts';
import { SERVICE_AUX_TERRITOIRES } from './plans/service-aux-territoires/index.ts';

type Comite = {
  readonly nom: string;
  readonly niveau: string;
  readonly presidence: string;
  readonly fonction: string;
  readonly cadence: string;
  readonly heure: string;
  readonly duree: string;
  readonly lieu: string;
  readonly membres: string;
  readonly description: string;
  /** Days since its last meeting, and until the next one. */
  readonly tenueIlYA: number;
  readonly prochaineDans: number;
  readonly note: string;
  readonly orientation: string;
  /** What it settles on its second item, and which service it asks. */
  readonly arbitrage: string;
  readonly responsable: string;
};

/** The four levels of committee of the plan of 2023 for the SGC-D: who steers, who follows, who works, who tells. */
const COMITES: readonly Comite[] = [
  {
    nom: 'COTECH ATE',
    niveau: 'strategique',
    presidence: 'DMATES',
    fonction: 'Directrice',
    cadence: 'mensuelle',
    heure: '10:00',
    duree: '120',
    lieu: 'Salle des conférences',
    membres: 'DMATES\nDNUM\nDRH\nDMATES/SDATE/BCAM',
    description:
      'Réunit les secrétariats généraux des ministères de l’administration territoriale ; arbitre et oriente.',
    tenueIlYA: 24,
    prochaineDans: 11,
    note: 'Les ministères demandent un calendrier commun avant le prochain comité.',
    orientation: 'Donner la priorité aux actions qui changent le quotidien des agents des SGC-D.',
    arbitrage: 'Chaque SGC-D désigne un correspondant pour le calendrier commun aux ministères.',
    responsable: 'les SGC-D',
  },
  {
    nom: 'Comité de suivi du plan SGC-D',
    niveau: 'suivi',
    presidence: 'DMATES/SDATE',
    fonction: 'Sous-directeur',
    cadence: 'mensuelle',
    heure: '14:30',
    duree: '90',
    lieu: 'Visioconférence',
    membres: 'DMATES/SDATE\nDNUM\nDRH\nDMATES/SDATE/BCAM',
    description: 'Suit chaque mois les actions avec les directions métiers et prépare le comité stratégique.',
    tenueIlYA: 17,
    prochaineDans: 18,
    note: 'Deux directions n’ont pas donné de nouvelles : la relance part cette semaine.',
    orientation: 'Chaque direction met ses actions à jour avant le comité, et non pendant.',
    arbitrage: 'La direction du numérique propose un calendrier par département.',
    responsable: 'DNUM',
  },
  {
    nom: 'Groupe de travail SGC-D',
    niveau: 'technique',
    presidence: 'DMATES/SDATE/BCAM',
    fonction: 'Cheffe de bureau',
    cadence: 'bimensuelle',
    heure: '09:30',
    duree: '120',
    lieu: 'Visioconférence',
    membres: 'DNUM\nDRH\nDMATES/SDATE/BCAM',
    description: 'Règle les questions techniques, action par action.',
    tenueIlYA: 10,
    prochaineDans: 4,
    note: 'Le cahier des charges est relu ; il manque le volet accessibilité.',
    orientation: 'Partir des outils existants avant d’en créer de nouveaux.',
    arbitrage: 'Le volet accessibilité du cahier des charges est écrit par la direction du numérique.',
    responsable: 'DNUM',
  },
  {
    nom: 'Groupe miroir',
    niveau: 'miroir',
    presidence: 'DMATES/SDATE/BCAM',
    fonction: 'Cheffe de bureau',
    cadence: 'trimestrielle',
    heure: '11:00',
    duree: '60',
    lieu: 'Visioconférence',
    membres: 'les SGC-D\nSGAR de Bretagne\nPréfecture du Finistère\nDMATES/SDATE/BCAM',
    description: 'Des responsables territoriaux disent ce que le plan change sur le terrain.',
    tenueIlYA: 38,
    prochaineDans: 32,
    note: 'Le terrain voit peu la différence : la communication arrive après les mesures.',
    orientation: 'Annoncer chaque mesure aux SGC-D une semaine avant son effet.',
    arbitrage: 'Le bureau écrit une lettre courte aux SGC-D à chaque mesure.',
    responsable: 'DMATES/SDATE/BCAM',
  },
];

/** Who holds the minutes of the committees, and who chairs those of the direction. */
type Gens = { readonly secretaire: Acteur; readonly presidente: Acteur };

/** Each committee: started, a meeting held with its relevé, and one to come with the agenda of today. */
export function faitsDesInstances(gens: Gens, jour: Jour): readonly AutreFait[] {
  const ilYA = faitsAvant(jour);
  return COMITES.flatMap((comite) => {
    let instance = '';
    return [
      ilYA(comite.tenueIlYA + 20, async (alors) => {
        const creee = await creer(alors, gens.secretaire, comite);
        if (creee.ok) instance = creee.valeur;
        return creee;
      }),
      ilYA(comite.tenueIlYA, (alors) =>
        tenir(alors, gens, comite, instance, jourOuvre(ajouterJours(jour, -comite.tenueIlYA))),
      ),
      ilYA(1, (alors) =>
        planifierReunion(
          alors,
          gens.secretaire,
          instance,
          horaire(comite, jourOuvre(ajouterJours(jour, comite.prochaineDans))),
        ),
      ),
    ];
  });
}

async function creer(alors: Services, secretaire: Acteur, comite: Comite): Promise<Resultat<string>> {
  const { id } = await alors.base
    .selectFrom('plan')
    .select('id')
    .where('titre', '=', SERVICE_AUX_TERRITOIRES.titre)
    .executeTakeFirstOrThrow();
  return creerInstance(
    alors,
    secretaire,
    {
      ...comite,
      presidenceFonction: comite.fonction,
      secretariat: 'mi-bcam',
      territoire: 'FR',
      plans: [id],
    },
    { demonstration: true },
  );
}

const DELAI_D_UN_ARBITRAGE = 45;
const POINTS_LAISSES = 2;

async function tenir(
  alors: Services,
  { secretaire, presidente }: Gens,
  comite: Comite,
  instance: string,
  jour: Jour,
): Promise<Resultat<null>> {
  const planifiee = await planifierReunion(alors, secretaire, instance, horaire(comite, jour));
  if (!planifiee.ok) return planifiee;
  const id = planifiee.valeur;
  const ouverte = await ouvrirSeance(alors, secretaire, id);
  if (!ouverte.ok) return ouverte;
  const lue = await trouverReunion(alors.base, secretaire, id);
  if (!lue.ok) return lue;
  const [premier, second, ...reste] = await pointsDeLaReunion(alors.base, id);
  if (premier === undefined || second === undefined)
    return echec({ nature: 'invalide', regle: 'demonstration', message: `${comite.nom} n’a pas deux points.` });
  const point = premier.id;
  const presences = Object.fromEntries(
    lue.valeur.instance.membres.map(({ id: membre }, rang) => [
      `presence-${membre}`,
      rang === 1 ? 'represente' : rang === 2 ? 'excuse' : 'present',
    ]),
  );
  for (const geste of [
    () => marquerPresences(alors, secretaire, id, presences),
    () => noterPoint(alors, secretaire, id, { point, texte: comite.note }),
    () => prendreDecision(alors, secretaire, id, { point, genre: 'orientation', texte: comite.orientation }),
    () =>
      prendreDecision(alors, secretaire, id, {
        point: second.id,
        genre: 'arbitrage',
        texte: comite.arbitrage,
        responsable: comite.responsable,
        echeance: formaterJour(jourOuvre(ajouterJours(jour, DELAI_D_UN_ARBITRAGE))),
      }),
    // Time runs out before the last items, which come back to the next meeting.
    ...reste
      .slice(0, -POINTS_LAISSES)
      .map((vu) => () => clorePoint(alors, secretaire, id, { point: vu.id, verbe: 'clore' })),
    () => validerReleve(alors, comite.presidence.endsWith('BCAM') ? secretaire : presidente, id),
  ]) {
    const fait = await geste();
    if (!fait.ok) return fait;
  }
  return reussite(null);
}

function horaire({ heure, duree, lieu }: Comite, jour: Jour) {
  return { jour, heure, duree, lieu };
}
