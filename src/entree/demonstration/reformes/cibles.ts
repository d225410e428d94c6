import type { Acteur } from '#acces';
import { acterCible, commenterCible, proposerCible } from '#reformes/cibles';
import type { Services } from '#socle';
import { anneeDe, type Jour } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from '../chronologie.ts';

type Gens = { readonly prefet: Acteur; readonly ditp: Acteur; readonly dgafp: Acteur };

type Geste = {
  readonly ilYA: number;
  readonly qui: keyof Gens;
  readonly texte: string;
  /** What is proposed; a comment alone without it. */
  readonly valeur?: string;
  /** Agrees to what the other side proposed. */
  readonly accord?: true;
};

/** A target of the Finistère at the end of next year, and what was said of it. */
type Discussion = { readonly reforme: string; readonly indicateur: string; readonly gestes: readonly Geste[] };

const DISCUSSIONS: readonly Discussion[] = [
  {
    reforme: 'Très haut débit et couverture mobile',
    indicateur: 'demo-fibre',
    gestes: [
      { ilYA: 80, qui: 'prefet', valeur: '93', texte: 'Les îles demandent un câble sous-marin de plus.' },
      { ilYA: 74, qui: 'ditp', valeur: '94,5', texte: 'Le câble est financé : un point et demi de plus est à portée.' },
      { ilYA: 70, qui: 'prefet', accord: true, texte: 'D’accord, avec la livraison du câble au printemps.' },
    ],
  },
  {
    reforme: 'Accès aux soins de proximité',
    indicateur: 'demo-medecin',
    gestes: [
      { ilYA: 26, qui: 'prefet', valeur: '9', texte: 'Huit pour cent n’est plus à portée : trois départs cet été.' },
      { ilYA: 21, qui: 'ditp', valeur: '8,4', texte: 'Les deux maisons de santé qui ouvrent compensent en partie.' },
      { ilYA: 18, qui: 'prefet', texte: 'Nous vérifions leur calendrier avec l’agence régionale avant de répondre.' },
    ],
  },
  {
    reforme: 'Répondre plus vite aux personnes handicapées',
    indicateur: 'demo-delai-mdph',
    gestes: [
      { ilYA: 9, qui: 'prefet', valeur: '4,3', texte: 'Quatre mois suppose trois instructeurs que nous n’avons pas.' },
    ],
  },
  {
    reforme: 'Pourvoir les postes des services de l’État',
    indicateur: 'demo-postes-pourvus',
    gestes: [
      {
        ilYA: 5,
        qui: 'dgafp',
        valeur: '82',
        texte: 'Le vivier régional ouvre en janvier : deux points de plus pour chaque département breton.',
      },
    ],
  },
];

/** Targets of the Finistère: one agreed, one discussed, two proposed, each side being awaited once at least. */
export function faitsDesCibles(gens: Gens, reformes: ReadonlyMap<string, string>, jour: Jour): readonly AutreFait[] {
  const echeance = `${anneeDe(jour) + 1}-12-31`;
  const le = faitsAvant(jour);
  return DISCUSSIONS.flatMap(({ reforme: nom, indicateur, gestes }) => {
    let cible = '';
    return gestes.map(({ ilYA, qui, texte, valeur, accord }) =>
      le(ilYA, async (alors) => {
        const reforme = reformes.get(nom) ?? '';
        const vue = cible === '' ? null : await derniereProposition(alors, cible);
        if (accord) return acterCible(alors, gens[qui], { reforme, cible }, { vue, texte });
        if (valeur === undefined) return commenterCible(alors, gens[qui], { reforme, cible }, { texte });
        const saisie = {
          territoire: 'D29',
          indicateur,
          jour: echeance,
          valeur,
          texte,
          ...(vue && { vue: String(vue) }),
        };
        const proposee = await proposerCible(alors, gens[qui], reforme, saisie, { demonstration: true });
        if (proposee.ok) cible = proposee.valeur;
        return proposee;
      }),
    );
  });
}

async function derniereProposition({ base }: Services, cible: string): Promise<number> {
  const { proposition } = await base
    .selectFrom('cible_convenue')
    .select('proposition')
    .where('id', '=', cible)
    .executeTakeFirstOrThrow();
  return Number(proposition);
}
