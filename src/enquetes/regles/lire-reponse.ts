import { CENT, comparerDecimaux, ecrireDecimal, lireNombreEcrit, type Resultat, signe } from '#socle/valeurs';
import type { Contenu, Question } from './questions.ts';

export const TEXTE_AU_PLUS = 4_000;

/** Reads what was typed, question by question; the refusal says for each field what is wrong and what to write. */
export function lireReponse(
  questions: readonly Question[],
  typee: Readonly<Record<string, unknown>>,
): Resultat<Contenu, Readonly<Record<string, string>>> {
  const contenu: Record<string, string> = {};
  const fautes: Record<string, string> = {};
  for (const question of questions) {
    const brut = typee[question.cle];
    const texte = typeof brut === 'string' ? brut.trim() : '';
    if (texte === '') {
      if (question.obligatoire) fautes[question.cle] = 'Une réponse manque\u00a0: cette question est obligatoire.';
      continue;
    }
    const lue = LECTEURS[question.genre](texte, question);
    if (lue.ok) contenu[question.cle] = lue.valeur;
    else fautes[question.cle] = lue.refus;
  }
  if (Object.keys(fautes).length > 0) return { ok: false, refus: fautes };
  if (Object.keys(contenu).length === 0)
    return {
      ok: false,
      refus: { formulaire: 'Rien n’est rempli : répondez au moins à une question avant d’envoyer.' },
    };
  return { ok: true, valeur: contenu };
}

type Lecteur = (texte: string, question: Question) => Resultat<string, string>;

const LECTEURS: Readonly<Record<Question['genre'], Lecteur>> = {
  nombre(texte) {
    const lu = lireNombreEcrit(texte);
    if (lu === null || lu.enPourcent)
      return non(`« ${texte} » n’est pas un nombre : écrivez par exemple 1 250 ou 12,5.`);
    if (signe(lu.valeur) < 0) return non('Ce nombre est négatif : écrivez 0 ou un nombre positif.');
    return oui(ecrireDecimal(lu.valeur));
  },
  pourcentage(texte) {
    const lu = lireNombreEcrit(texte);
    if (lu === null)
      return non(`« ${texte} » n’est pas un pourcentage : écrivez un nombre de 0 à 100, par exemple 93.`);
    if (signe(lu.valeur) < 0 || comparerDecimaux(lu.valeur, CENT) > 0)
      return non('Un pourcentage va de 0 à 100 : vérifiez ce nombre.');
    return oui(ecrireDecimal(lu.valeur));
  },
  oui_non: (texte) => (texte === 'oui' || texte === 'non' ? oui(texte) : non('Répondez par oui ou par non.')),
  choix: (texte, { choix }) => (choix.includes(texte) ? oui(texte) : non('Choisissez une réponse de la liste.')),
  texte: (texte) =>
    texte.length > TEXTE_AU_PLUS
      ? non(`Ce texte dépasse ${TEXTE_AU_PLUS} caractères : raccourcissez-le.`)
      : oui(texte.replace(/\r\n/g, '\n')),
  // Kept and recognised before: what is read here is its identifier.
  fichier: (texte) => oui(texte),
};

function oui(valeur: string): Resultat<string, string> {
  return { ok: true, valeur };
}

function non(refus: string): Resultat<string, string> {
  return { ok: false, refus };
}
