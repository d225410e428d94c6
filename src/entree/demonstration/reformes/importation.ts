import type { Acteur } from '#acces';
import { annulerImport, importerFichiers } from '#indicateurs';
import { ajouterJours, type Jour, reussite } from '#socle/valeurs';
import { type AutreFait, faitsAvant } from '../chronologie.ts';
import { INDICATEURS } from './indicateurs.ts';
import { inventer } from './valeurs.ts';

const IDENTIFIANT = 'demo-bornes';
const DEPARTEMENTS = ['D22', 'D29', 'D35', 'D56'];

/** A file with the figures of the quarter before, imported then undone as a whole: both stay in the history. */
export function faitsDeLImport(
  ditp: Acteur,
  populations: ReadonlyMap<string, number>,
  jour: Jour,
): readonly AutreFait[] {
  let importation = '';
  const ilYA = faitsAvant(jour);
  return [
    ilYA(60, async (alors) => {
      const depot = {
        nom: 'Bornes de recharge, Bretagne.csv',
        typeMime: 'text/csv',
        octets: new TextEncoder().encode(fichierDecale(populations, jour)),
      };
      const lu = await importerFichiers(alors, [depot], {
        motif: 'Relevé trimestriel des quatre départements',
        reference: null,
        auteur: ditp,
        dire: () => undefined,
      });
      if (!lu.ok) return lu;
      const fichier = lu.valeur.fichiers[0];
      if (fichier?.ecriture.ok) importation = fichier.importation;
      return fichier?.ecriture ?? reussite(null);
    }),
    ilYA(59, (alors) =>
      annulerImport(alors, ditp, importation, { motif: 'Le fichier reprenait les chiffres du trimestre précédent.' }),
    ),
  ];
}

/** On the day of the last figures known two months ago, those of the quarter before. */
function fichierDecale(populations: ReadonlyMap<string, number>, jour: Jour): string {
  const indicateur = INDICATEURS.find(({ identifiant }) => identifiant === IDENTIFIANT);
  const valeurs = indicateur === undefined ? [] : inventer(indicateur, populations, jour);
  const lignes = DEPARTEMENTS.flatMap((code) => {
    const connues = valeurs.filter(
      ({ territoire, type, jour: mesure }) => territoire === code && type === 'va' && mesure < ajouterJours(jour, -140),
    );
    const [avant, derniere] = connues.slice(-2);
    return avant === undefined || derniere === undefined
      ? []
      : [`${IDENTIFIANT};${code};;${derniere.jour};va;${avant.valeur}`];
  });
  return ['identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur', ...lignes].join('\n');
}
