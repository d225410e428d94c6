import type { Jour } from '#socle/valeurs';
import { anneeDe, moisDe, quantiemeDe } from '#socle/valeurs';
import type { Echeance } from './echeance.ts';
import { NOMS_DE_MOIS } from './lexique.ts';

/** What a deadline means, in French, without a capital: « du 1er janvier au 30 juin 2022 », « sans échéance ». */
export function libelleDEcheance({ nature, debut, fin }: Pick<Echeance, 'nature' | 'debut' | 'fin'>): string {
  switch (nature) {
    case 'date':
      return debut ? `le ${enLettres(debut)}` : 'jour dont l’année manque';
    case 'periode':
      return debut && fin ? intervalleEnLettres(debut, fin) : 'période dont l’année manque';
    case 'au_plus_tard':
      return fin ? `au plus tard le ${enLettres(fin)}` : 'au plus tard un jour dont l’année manque';
    case 'a_partir_de':
      return debut ? `à partir du ${enLettres(debut)}` : 'à partir d’un jour dont l’année manque';
    case 'immediat':
      return debut ? `immédiat, depuis le ${enLettres(debut)}` : 'immédiat';
    case 'en_cours':
      return debut ? `en cours depuis le ${enLettres(debut)}` : 'en cours, sans échéance';
    case 'permanent':
      return ['en continu', bornes(debut, fin)].filter(Boolean).join(', ');
    case 'recurrent':
      return ['à intervalles réguliers', bornes(debut, fin)].filter(Boolean).join(', ');
    case 'conditionnel':
      return ['sous condition', bornes(debut, fin)].filter(Boolean).join(', ');
    case 'relatif':
      return 'délai dont le point de départ manque';
    case 'a_definir':
      return 'échéance à définir';
    case 'sans_objet':
      return 'sans échéance';
    case 'invalide':
      return 'date qui n’existe pas';
    case 'inconnue':
      return 'échéance non comprise';
  }
}

/** « 1er juin 2023 », « 15 février 2024 ». */
export function enLettres(date: Jour): string {
  return `${jourEtMois(date)} ${anneeDe(date)}`;
}

/** The month and year said once when both ends share them. */
function intervalleEnLettres(debut: Jour, fin: Jour): string {
  if (debut === fin) return `le ${enLettres(debut)}`;
  if (anneeDe(debut) !== anneeDe(fin)) return `du ${enLettres(debut)} au ${enLettres(fin)}`;
  if (moisDe(debut) !== moisDe(fin)) return `du ${jourEtMois(debut)} au ${enLettres(fin)}`;
  return `du ${quantieme(debut)} au ${enLettres(fin)}`;
}

function bornes(debut: Jour | null, fin: Jour | null): string {
  if (debut && fin) return intervalleEnLettres(debut, fin);
  if (fin) return `jusqu’au ${enLettres(fin)}`;
  return debut ? `à partir du ${enLettres(debut)}` : '';
}

function jourEtMois(date: Jour): string {
  return `${quantieme(date)} ${NOMS_DE_MOIS[moisDe(date) - 1] ?? ''}`;
}

function quantieme(date: Jour): string {
  const jour = quantiemeDe(date);
  return jour === 1 ? '1er' : String(jour);
}
