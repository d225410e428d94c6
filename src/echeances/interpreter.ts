import type { Jour } from '#socle/valeurs';
import { ajouterJours, jour } from '#socle/valeurs';
import type { Expression } from './bornes.ts';
import type { Echeance, Reperes } from './echeance.ts';
import type { Moment, Supposition } from './moment.ts';
import type { Groupe } from './regrouper.ts';
import { regrouper } from './regrouper.ts';
import { situerTous } from './situer.ts';
import type { Borne } from './tournures.ts';

/** What one deadline means, and which words (from `i` to `suite` excluded) say it. */
export type Sens = Omit<Echeance, 'libelle' | 'texte'> & { readonly i: number; readonly suite: number };

/** The meaning of moments and of the words that bound them. Several when the words list moments that do not touch. */
export function interpreter(expression: Expression, reperes: Reperes): readonly Sens[] {
  const { borne, suite, jusque } = expression;
  const membres = jusque ? [...suite.membres, ...jusque.membres] : suite.membres;
  const liens = jusque ? [...suite.liens, 'a' as const, ...jusque.liens] : suite.liens;
  const situes = situerTous(membres, reperes, (moment, lieu) => finBornee(borne, moment, lieu.fin, lieu.debut));
  const sansAnnee = situes.lieux.some((lieu) => lieu.etat === 'sansAnnee');
  // Without a year, an ordinary one shows how the moments follow each other; its days are then left out.
  const lieux = sansAnnee
    ? situerTous(membres, { reference: ANNEE_DE_TRAVAIL }, (_, lieu) => lieu.fin).lieux
    : situes.lieux;
  return regrouper(membres, liens, lieux).map((groupe) => {
    const sens = borner(groupe, borne);
    const suppositions = [...situes.suppositions, ...sens.suppositions, ...expression.suppositions];
    const utiles = suppositions.filter((supposition) => porteSur(supposition, sens.nature));
    const dates =
      sansAnnee || sens.nature === 'invalide' ? { debut: null, fin: null } : { debut: sens.debut, fin: sens.fin };
    return {
      nature: sens.nature,
      ...dates,
      ambigu: sens.nature !== 'invalide' && utiles.some((supposition) => supposition.doute),
      hypotheses: [...new Set(utiles.map((supposition) => supposition.phrase))],
      i: groupe.i,
      suite: groupe.suite,
    };
  });
}

const ANNEE_DE_TRAVAIL = jour(2021, 1, 1);

type BorneOuRien = Borne | null;
type Bornee = Pick<Echeance, 'nature' | 'debut' | 'fin'> & { readonly suppositions: readonly Supposition[] };

function borner(groupe: Groupe, borne: BorneOuRien): Bornee {
  const { premier, dernier, debut, fin, suppositions } = groupe;
  if (debut === null || fin === null) return { nature: 'invalide', debut: null, fin: null, suppositions };
  const unJour = debut === fin && premier.grain === 'jour';
  switch (borne) {
    case null:
      return { nature: unJour ? 'date' : 'periode', debut, fin, suppositions };
    case 'a_partir_de':
    case 'apres': {
      if (groupe.bornes) {
        return { nature: 'periode', debut, fin, suppositions };
      }
      const depuis = borne === 'apres' ? ajouterJours(unJour ? debut : fin, 1) : debut;
      const lendemain: readonly Supposition[] =
        borne === 'apres' ? [{ porte: 'tout', phrase: '« après » : à partir du lendemain' }] : [];
      return { nature: 'a_partir_de', debut: depuis, fin: null, suppositions: [...suppositions, ...lendemain] };
    }
    default: {
      const terme = finBornee(borne, dernier, fin, groupe.debutDuDernier ?? debut);
      const doute = douteDeBorne(borne, dernier, terme === fin);
      const tenues = terme === fin ? suppositions : suppositions.filter((supposition) => supposition.porte !== 'fin');
      return { nature: 'au_plus_tard', debut: null, fin: terme, suppositions: doute ? [...tenues, doute] : tenues };
    }
  }
}

/**
 * The last day allowed. « avant le 30 juin » and « d’ici le 30 juin » include the 30th; « avant juin » ends with May;
 * « d’ici l’été » ends the day before summer, while « d’ici juin » still counts June.
 */
function finBornee(borne: BorneOuRien, moment: Moment, fin: Jour, debut: Jour): Jour {
  if (moment.grain === 'jour' || moment.part === 'fin') return fin;
  const evenement = (moment.grain === 'saison' || moment.grain === 'rentree') && moment.part === null;
  if (borne === 'avant' || (borne === 'dici' && evenement)) return ajouterJours(debut, -1);
  return fin;
}

function douteDeBorne(borne: Borne, moment: Moment, compris: boolean): Supposition | null {
  if (moment.grain === 'jour' || moment.part === 'fin' || borne === 'au_plus_tard') return null;
  if (moment.grain === 'saison' && !compris)
    return { porte: 'tout', phrase: 'au plus tard la veille de la saison nommée' };
  if (moment.part !== null && borne !== 'avant') return null;
  const phrase = compris ? 'la période nommée est comprise' : 'au plus tard la veille de la période nommée';
  return { porte: 'tout', phrase, doute: true };
}

function porteSur(supposition: Supposition, nature: Echeance['nature']): boolean {
  if (nature === 'au_plus_tard') return supposition.porte !== 'debut';
  if (nature === 'a_partir_de') return supposition.porte !== 'fin';
  return true;
}
