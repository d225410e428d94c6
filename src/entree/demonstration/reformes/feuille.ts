import type { Acteur } from '#acces';
import {
  ajouterJalon,
  ajouterReforme,
  atteindreJalon,
  commenterFeuille,
  creerFeuille,
  creerProjet,
  noterProjet,
  signerFeuille,
} from '#reformes/feuilles';
import { ajouterJours, anneeDe, type Jour, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from '../chronologie.ts';

const TITRE = 'Feuille de route interministérielle du préfet du Finistère';

/** Reforms the prefect commits to, by their name, with the commitment. */
const ENGAGEMENTS = [
  ['Très haut débit et couverture mobile', 'Raccorder les îles et les quatre dernières communes du centre.'],
  [
    'Répondre plus vite aux personnes handicapées',
    'Descendre sous quatre mois avec le département, dossier par dossier.',
  ],
  ['Rénovation énergétique des logements', 'Un espace conseil dans chaque arrondissement avant la moitié du mandat.'],
] as const;

/**
 * The roadmap of a prefect: signed a year ago for three years, three reforms and a local project with its milestones.
 * `reformes` is read when the facts are played: the reforms exist by then.
 */
export function faitsDeLaFeuille(
  { prefet, ditp }: { readonly prefet: Acteur; readonly ditp: Acteur },
  reformes: ReadonlyMap<string, string>,
  jour: Jour,
): readonly AutreFait[] {
  let feuille = '';
  let projet = '';
  let premier = '';
  const cible = () => ({ feuille, projet });
  const ilYA = faitsAvant(jour);
  return [
    ilYA(392, async (alors) => {
      const cree = await creerFeuille(alors, prefet, { titre: TITRE, territoire: 'D29' }, { demonstration: true });
      if (cree.ok) feuille = cree.valeur;
      return cree;
    }),
    ...ENGAGEMENTS.map(([nom, engagement]) =>
      ilYA(391, (alors) => ajouterReforme(alors, prefet, feuille, { reforme: reformes.get(nom) ?? '', engagement })),
    ),
    ilYA(390, async (alors) => {
      const cree = await creerProjet(alors, prefet, feuille, {
        nom: 'Reconversion des anciens ateliers du port',
        description: 'Un quartier de logements, d’ateliers et de services publics à la place d’une friche.',
        partenaires: 'Métropole, établissement public foncier, région',
        moyens: 'Fonds friches, un sous-préfet référent',
      });
      if (cree.ok) projet = cree.valeur;
      return cree;
    }),
    ilYA(389, async (alors) => {
      const cree = await ajouterJalon(alors, prefet, cible(), {
        libelle: 'Dépollution achevée',
        echeance: `fin ${anneeDe(ajouterJours(jour, -60))}`,
      });
      if (cree.ok) premier = cree.valeur;
      return cree;
    }),
    ilYA(389, (alors) =>
      ajouterJalon(alors, prefet, cible(), {
        libelle: 'Premiers logements livrés',
        echeance: `1er semestre ${anneeDe(jour) + 2}`,
      }),
    ),
    ilYA(370, (alors) => signerFeuille(alors, ditp, feuille, { jour: ajouterJours(jour, -375) })),
    ilYA(120, (alors) =>
      noterProjet(alors, prefet, cible(), {
        etat: 'en_cours',
        texte: 'Les premières parcelles sont dépolluées ; l’appel à promoteurs est prêt.',
      }),
    ),
    ilYA(40, async (alors) =>
      premier === ''
        ? reussite(null)
        : atteindreJalon(alors, prefet, cible(), { jalon: premier, jour: ajouterJours(jour, -45) }),
    ),
    ilYA(30, (alors) =>
      commenterFeuille(alors, prefet, feuille, {
        texte: 'Le projet du port tient son calendrier ; les délais de réponse aux personnes handicapées inquiètent.',
      }),
    ),
  ];
}
