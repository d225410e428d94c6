import type { Acteur } from '#acces';
import { ajouterQuestion, creerRemontee, envoyerRemontee } from '#enquetes/commandes';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import { ajouterJours, type Jour, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from './chronologie.ts';

/** Told by the issue of 2022: 40 % of the départements, 2,671 agents without a card, 93 % equipped. */
const DEPARTEMENTS = 40;
const AGENTS = 38_157;
const SANS_CARTE = 2_671;

const PRESENTATION = `Où en est la carte agent dans votre département, tous services confondus ? Vos réponses fixent l’ordre des livraisons.

Données de démonstration : les réponses déjà reçues sont composées, département par département, pour retrouver les totaux connus en 2022.`;

/** The remontée on the agents' cards: sent to the 101 départements, answered by forty, the Finistère not among them. */
export function faitsDesRemontees(acteur: Acteur, jour: Jour): readonly AutreFait[] {
  const le = faitsAvant(jour);
  let id = '';
  const question = (version: number, valeurs: Record<string, string>) =>
    le(15, (alors) => ajouterQuestion(alors, acteur, id, { version: String(version), ...valeurs }));
  return [
    le(15, async (alors) => {
      const creee = await creerRemontee(alors, acteur, {
        titre: 'Agents non encore dotés d’une carte',
        presentation: PRESENTATION,
        reseau: 'prefectures',
        territoire: 'FR',
        fermeLe: ajouterJours(jour, 9),
      });
      if (creee.ok) id = creee.valeur;
      return creee;
    }),
    question(1, { genre: 'nombre', intitule: 'Agents du département', unite: 'agents', obligatoire: 'oui' }),
    question(2, {
      genre: 'nombre',
      intitule: 'Agents non encore dotés d’une carte',
      unite: 'agents',
      obligatoire: 'oui',
    }),
    question(3, { genre: 'pourcentage', intitule: 'Part des agents équipés', poids: 'q1' }),
    question(4, { genre: 'oui_non', intitule: 'Toutes les implantations ont-elles un point de retrait ?' }),
    question(5, { genre: 'texte', intitule: 'Ce qui retarde les livraisons' }),
    le(14, (alors) => envoyerRemontee(alors, acteur, id, { version: '6' })),
    le(8, (alors) => recevoirLesReponses(alors, id)),
  ];
}

/** Nobody signs them: they are the demonstration's, and the page says so. */
async function recevoirLesReponses({ base, horloge }: Services, id: string) {
  const cibles = await base
    .selectFrom('remontee_cible')
    .select(['id', 'organisation_id as organisation', 'territoire_code as territoire'])
    .where('remontee_id', '=', id)
    .where('territoire_code', '<>', 'D29')
    .orderBy('territoire_code')
    .execute();
  const choisies = cibles.filter(
    (_, rang) => Math.floor((rang * DEPARTEMENTS) / 100) < Math.floor(((rang + 1) * DEPARTEMENTS) / 100),
  );
  for (const [rang, cible] of choisies.entries()) {
    await base
      .insertInto('remontee_reponse')
      .values({ cible_id: cible.id, contenu: JSON.stringify(contenuDe(rang)), enregistre_le: horloge.maintenant() })
      .execute();
    await base.updateTable('remontee_cible').set({ repondu: true }).where('id', '=', cible.id).execute();
    await inscrire(
      base,
      {
        acte: 'remontee.repondre',
        objet: { type: 'remontee', id },
        territoire: cible.territoire,
        charge: { organisation: cible.organisation, correction: false },
      },
      { auteur: null, horloge },
    );
  }
  return reussite(null);
}

/** Départements go by two, one above the mean by as much as the other is below: the totals hold. */
function contenuDe(rang: number): Record<string, string> {
  const sens = rang % 2 === 0 ? 1 : -1;
  const paire = Math.floor(rang / 2);
  const agents = part(AGENTS, rang) + sens * ((paire * 37) % 500);
  const sans = part(SANS_CARTE, rang) + sens * ((paire * 11) % 50);
  return {
    q1: String(agents),
    q2: String(sans),
    q3: String(Math.round(((agents - sans) * 1000) / agents) / 10),
    ...(rang % 3 === 0 ? {} : { q4: rang % 4 === 0 ? 'non' : 'oui' }),
    ...(rang % 9 === 0 ? { q5: TEXTES[(rang / 9) % TEXTES.length] ?? '' } : {}),
  };
}

function part(total: number, rang: number): number {
  return Math.floor(total / DEPARTEMENTS) + (rang < total % DEPARTEMENTS ? 1 : 0);
}

const TEXTES = [
  'Les lecteurs de cartes manquent dans deux sous-préfectures.',
  'Les rendez-vous de retrait se prennent à plus de quarante kilomètres.',
  'Les agents contractuels ne figurent pas encore dans la liste transmise.',
];
