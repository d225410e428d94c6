import type { Anomalie } from '../regles/lecture.ts';
import { aVerifier, enumererLignes, extrait, information } from './anomalies.ts';

/** What is worth saying once for the whole plan, not once a row. */
export type Constat = {
  readonly genre:
    | 'organisation_inconnue'
    | 'formule'
    | 'annee_proposee'
    | 'hypothese'
    | 'jalon_sans_date'
    | 'statut_deduit'
    | 'taux_deduit'
    | 'echeance_de_trajectoire';
  /** What the constats of a same kind are gathered by: a name, a column, the words of a date. */
  readonly cle: string;
  readonly ligne: number;
  readonly colonne: string | null;
};

/** One anomaly for each thing seen, naming the rows. */
export function regrouper(constats: readonly Constat[], annee: number | null): Anomalie[] {
  const groupes = new Map<string, Constat[]>();
  for (const constat of constats) {
    const cle = `${constat.genre}\u0000${constat.cle}`;
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(constat);
    else groupes.set(cle, [constat]);
  }
  return [...groupes.values()].flatMap((groupe) => {
    const [premier] = groupe;
    if (!premier) return [];
    const lignes = enumererLignes(groupe.map(({ ligne }) => ligne));
    const place = { ligne: premier.ligne, colonne: premier.colonne };
    const cle = extrait(premier.cle);
    switch (premier.genre) {
      case 'organisation_inconnue':
        return [
          information(
            `« ${cle} » ne correspond à aucune organisation connue (${lignes}). Le texte est gardé ; vous pourrez le rattacher en une fois pour tout le plan.`,
            place,
          ),
        ];
      case 'formule':
        return [
          information(
            `La colonne « ${cle} » contient des formules (${lignes}) : leur dernière valeur calculée est lue, rien n’est recalculé.`,
            place,
          ),
        ];
      case 'annee_proposee':
        return [
          aVerifier(
            `« ${cle} » est écrit sans année (${lignes}). L’année ${annee}, lue dans le nom du fichier, est proposée : confirmez-la ou donnez la date du plan avant d’importer.`,
            place,
          ),
        ];
      case 'hypothese':
        return [information(`Échéances lues en supposant ceci : ${cle} (${lignes}).`, place)];
      case 'jalon_sans_date':
        return [
          aVerifier(
            `La date « ${cle} » de la trajectoire n’a pas pu être située (${lignes}) : il manque sans doute l’année. Donnez la date du plan pour que ces jalons soient datés.`,
            place,
          ),
        ];
      case 'statut_deduit':
        return [
          information(
            `« ${cle} » est aussi repris comme statut déclaré (${lignes}), car le plan n’a pas de colonne de statut.`,
            place,
          ),
        ];
      case 'taux_deduit':
        return [
          information(
            `« ${cle} » est aussi repris comme taux de réalisation (${lignes}), car le plan n’a pas de colonne de taux.`,
            place,
          ),
        ];
      case 'echeance_de_trajectoire':
        return [
          information(
            `Le plan n’a pas de colonne d’échéance : « ${cle} », dernière date de la trajectoire, est prise comme échéance (${lignes}).`,
            place,
          ),
        ];
      default:
        return premier.genre satisfies never;
    }
  });
}
