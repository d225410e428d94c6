import type { Jour } from '#socle/valeurs';
import { lireAnneeApres, lireMillesime, siecle } from './annees.ts';
import { apresDesinence, JOURS_DE_SEMAINE, lireOrdinal, moisDuMot } from './lexique.ts';
import type { Moment, Supposition } from './moment.ts';
import { momentDUnJour, rangDansLaSemaine, semaineDu } from './moment.ts';
import type { Lu, Mot, Regle } from './mots.ts';
import { apresLaPlusLongue, estMot, nombreA, vocabulaire } from './mots.ts';
import { anneeAbregee } from './periodes.ts';

/** A day: « 15 février 2024 », « lundi 1er juin », « 30/06/2023 », « 2023-06-30 », its hour set aside; « semaine du 12 mars ». */
export const lireDate: Regle<Moment> = (mots, i) => {
  const semaine = apresLaPlusLongue(mots, i, SEMAINE_DU);
  if (semaine !== null) return lireSemaineDuJour(mots, semaine);
  const nomDuJour = JOURS_DE_SEMAINE.indexOf(mots[i]?.forme ?? '');
  const apresNom = nomDuJour < 0 ? i : i + 1;
  const debut = nomDuJour >= 0 && estMot(mots, apresNom, 'le', ',') ? apresNom + 1 : apresNom;
  const date = lireDateEnChiffres(mots, debut) ?? lireDateEnLettres(mots, debut);
  if (!date) return null;
  const heure = apresHeure(mots, date.suite);
  const suppositions = [...date.valeur.suppositions];
  if (heure !== date.suite) suppositions.push({ porte: 'tout', phrase: 'l’heure n’est pas retenue' });
  const valeur = { ...date.valeur, suppositions };
  if (nomDuJour < 0) return { valeur, suite: heure };
  return { valeur: { ...valeur, verifier: (lieu) => jourDiscordant(lieu.debut, nomDuJour) }, suite: heure };
};

function lireSemaineDuJour(mots: readonly Mot[], i: number): Lu<Moment> {
  const date = lireDate(mots, i);
  if (date?.valeur.grain !== 'jour') return null;
  const situer: Moment['situer'] = (an) => {
    const lieu = date.valeur.situer(an);
    return lieu && semaineDu(lieu.debut);
  };
  const { decliner: _, ...semaine } = date.valeur;
  return { valeur: { ...semaine, grain: 'semaine', situer }, suite: date.suite };
}

/** Days first: « 30/06/2023 », « 30.06.23 », « 2023-06-30 », « 30 06 2023 », « 30/06 ». */
const lireDateEnChiffres: Regle<Moment> = (mots, i) => {
  const premier = nombreA(mots, i);
  if (!premier) return null;
  const signe = mots[i + 1];
  const separe = signe?.genre === 'signe' && estMot(mots, i + 1, '/', '-', '.');
  if (!separe) return lireDateEspacee(mots, i);
  const second = nombreA(mots, i + 2);
  if (!second || second.chiffres > 2) return null;
  const troisieme = estMot(mots, i + 3, signe.forme) ? nombreA(mots, i + 4) : null;
  if (troisieme && estMot(mots, i + 5, signe.forme) && nombreA(mots, i + 6)) return null;
  if (troisieme && premier.chiffres === 4 && troisieme.chiffres <= 2) {
    if (!lireMillesime(mots, i)) return null;
    return { valeur: momentDUnJour(premier.valeur, second.valeur, troisieme.valeur), suite: i + 5 };
  }
  if (premier.chiffres > 2) return null;
  if (troisieme) {
    const annee = siecle(troisieme);
    if (annee === null) return null;
    return { valeur: momentDUnJour(annee, second.valeur, premier.valeur), suite: i + 5 };
  }
  const sansAnnee = signe.forme === '/' && second.valeur >= 1 && second.valeur <= 12 && premier.valeur >= 1;
  if (!sansAnnee || moisDuMot(mots[i + 3]) || /^(e|er|eme|t|trimestre|semestre)$/.test(mots[i + 3]?.forme ?? ''))
    return null;
  return { valeur: momentDUnJour(null, second.valeur, premier.valeur), suite: i + 3 };
};

function lireDateEspacee(mots: readonly Mot[], i: number): Lu<Moment> {
  const [jour, mois, annee] = [nombreA(mots, i), nombreA(mots, i + 1), lireMillesime(mots, i + 2)];
  if (!jour || !mois || !annee || jour.chiffres > 2 || mois.chiffres !== 2) return null;
  return { valeur: momentDUnJour(annee.valeur, mois.valeur, jour.valeur), suite: annee.suite };
}

/** « 15 février 2024 », « 1er juin », « premier juin », « 15-mars-24 ». */
const lireDateEnLettres: Regle<Moment> = (mots, i) => {
  const chiffre = nombreA(mots, i);
  const quantieme =
    chiffre && chiffre.chiffres <= 2
      ? { valeur: chiffre.valeur, suite: apresDesinence(mots, i + 1) }
      : estMot(mots, i, 'premier')
        ? lireOrdinal(mots, i)
        : null;
  if (!quantieme) return null;
  const liaison = estMot(mots, quantieme.suite, '-', '/', '.') ? quantieme.suite + 1 : quantieme.suite;
  const nom = moisDuMot(mots[liaison]);
  if (!nom) return null;
  const annee = lireAnneeApres(mots, liaison + 1);
  const suppositions: Supposition[] = [...anneeAbregee(annee.abregee)];
  if (nom.corrige) suppositions.push({ porte: 'tout', phrase: `« ${mots[liaison]?.forme} » lu « ${nom.corrige} »` });
  return { valeur: { ...momentDUnJour(annee.valeur, nom.mois, quantieme.valeur), suppositions }, suite: annee.suite };
};

/** « à 14 h 30 », « 18h », « 00:00:00 », « minuit »: read over. */
function apresHeure(mots: readonly Mot[], i: number): number {
  const liaison = estMot(mots, i, 'a', 't', ',', 'avant', '-') ? i + 1 : i;
  if (estMot(mots, liaison, 'minuit', 'midi', 'matin', 'soir')) return liaison + 1;
  const heures = nombreA(mots, liaison);
  if (!heures || heures.chiffres > 2 || heures.valeur > 24) return i;
  if (estMot(mots, liaison + 1, 'h', 'heures', 'heure')) {
    const minutes = nombreA(mots, liaison + 2);
    return minutes?.chiffres === 2 ? liaison + 3 : liaison + 2;
  }
  let suite = liaison + 1;
  while (estMot(mots, suite, ':') && nombreA(mots, suite + 1)?.chiffres === 2) suite += 2;
  return suite > liaison + 1 ? (estMot(mots, suite, 'z') ? suite + 1 : suite) : i;
}

function jourDiscordant(date: Jour, attendu: number): Supposition | null {
  const reel = rangDansLaSemaine(date);
  if (reel === attendu) return null;
  const phrase = `ce jour est un ${JOURS_DE_SEMAINE[reel]}, non un ${JOURS_DE_SEMAINE[attendu]}`;
  return { porte: 'tout', phrase, doute: true };
}

const SEMAINE_DU = vocabulaire('semaine du', 'la semaine du');
