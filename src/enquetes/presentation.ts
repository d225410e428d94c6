import { compter, enumerer, formaterJour, formaterNombre, formaterTaux } from '#interface';
import { type Decimal, ecrireDecimal, type Jour } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import type { Remontee } from './lectures/remontees.ts';
import type { ResultatDeQuestion } from './lectures/resultats.ts';
import { ANONYMES_AU_MOINS } from './regles/anonymat.ts';
import { tauxDeReponse } from './regles/couverture.ts';
import type { Intervalle } from './regles/intervalle.ts';
import type { Question } from './regles/questions.ts';
import { UNITES_DE_RESEAU } from './regles/reseaux.ts';
import type { Resume } from './regles/resumer.ts';

/** « 40 % des départements ont répondu (40 sur 101) ». */
export function direCouverture({
  attendues,
  recues,
  reseau,
}: Pick<Remontee, 'attendues' | 'recues' | 'reseau'>): string {
  const unite = UNITES_DE_RESEAU[reseau][1];
  const taux = tauxDeReponse({ attendues, recues });
  if (taux === null) return 'Personne n’est encore interrogé';
  const feminin = reseau === 'prefectures_de_region';
  if (attendues === 1 && recues === 1)
    return `${feminin ? 'La seule' : 'Le seul'} ${UNITES_DE_RESEAU[reseau][0]} ${feminin ? 'interrogée' : 'interrogé'} a répondu`;
  if (attendues === 1 && recues === 0)
    return `${feminin ? 'Une seule' : 'Un seul'} ${UNITES_DE_RESEAU[reseau][0]} est ${feminin ? 'interrogée' : 'interrogé'}, et n’a pas encore répondu`;
  return recues === 0
    ? `Aucun des ${formaterNombre(attendues)} ${unite} n’a encore répondu`
    : `${formaterTaux(ecrireDecimal(taux, 0))} des ${unite} ${recues > 1 ? 'ont' : 'a'} répondu (${formaterNombre(recues)} sur ${formaterNombre(attendues)})`;
}

/** « ouverte du 1er mars au 15 mars 2022 ». */
export function direJours({ ouvreLe, fermeLe }: Pick<Remontee, 'ouvreLe' | 'fermeLe'>): string {
  return `du ${formaterJour(ouvreLe)} au ${formaterJour(fermeLe)} inclus`;
}

export function nommerTerritoire(code: string): string {
  return NOMS.get(code) ?? code;
}

const NOMS: ReadonlyMap<string, string> = new Map(TERRITOIRES.map(({ code, nom }) => [code, nom]));

/** A question with what was answered to it, in words: what the page, the file and the note of an action all say. */
export type QuestionPresentee = ReturnType<typeof presenterQuestion>;

export function presenterQuestion(
  { question, ensemble, regions, retenues }: ResultatDeQuestion,
  attendues: number,
  anonyme: boolean,
) {
  return {
    cle: question.cle,
    intitule: question.intitule,
    genre: question.genre,
    unite: question.unite,
    chiffre: ensemble === null ? null : dire(question, ensemble),
    /** For a value of indicator: the figure alone, exact to ten decimals. */
    valeur: ensemble === null ? null : valeurDe(ensemble),
    /** There is a figure to quote elsewhere; words alone are not one. */
    reprenable: ensemble !== null && CHIFFRES.has(ensemble.genre),
    fiabilite: ensemble === null ? TROP_PEU : direFiabilite(ensemble, attendues),
    formule: direFormule(question, ensemble, anonyme),
    parts:
      ensemble?.genre === 'parts'
        ? ensemble.parts.map(({ libelle, nombre, part, intervalle }) => ({
            libelle,
            nombre,
            taux: ecrireDecimal(part, 1),
            intervalle: direIntervalle(intervalle, '%', ''),
          }))
        : [],
    textes: ensemble?.genre === 'texte' ? ensemble.textes : [],
    regions: regions.map(({ region, attendues: demandees, resume }) => ({
      code: region,
      nom: nommerTerritoire(region),
      chiffre: dire(question, resume),
      fiabilite: direFiabilite(resume, demandees),
      point: situer(resume),
      /** The same in fewer words, under a drawing that says what its dots and bars are. */
      bref: { chiffre: direEnBref(question, resume), fiabilite: direFiabilite(resume, demandees, '') },
    })),
    /** What the dots of the régions are, when they can be drawn. */
    axe: AXES[question.genre] ?? null,
    retenues,
  };
}

/** Where a result stands on a drawing: a mean or a share, and its interval. */
function situer(resume: Resume) {
  const place =
    resume.genre === 'parts'
      ? { valeur: resume.parts[0]?.part, intervalle: resume.parts[0]?.intervalle }
      : resume.genre === 'nombre' || resume.genre === 'pourcentage'
        ? { valeur: resume.moyenne, intervalle: resume.intervalle }
        : {};
  if (place.valeur === undefined) return null;
  const { valeur, intervalle } = place;
  return {
    valeur: ecrireDecimal(valeur, 4),
    intervalle:
      intervalle == null ? null : { bas: ecrireDecimal(intervalle.bas, 4), haut: ecrireDecimal(intervalle.haut, 4) },
  };
}

const AXES: Readonly<Partial<Record<Question['genre'], { readonly titre: string; readonly unite: string | null }>>> = {
  nombre: { titre: 'Total', unite: null },
  pourcentage: { titre: 'Moyenne', unite: '%' },
  oui_non: { titre: 'Part de «\u00a0oui\u00a0»', unite: '%' },
};

const CHIFFRES: ReadonlySet<Resume['genre']> = new Set(['nombre', 'pourcentage', 'parts']);

/** What a note of an action says of a result: the figure, what it stands on, the remontée, the day. */
export function direResultat(
  remontee: Remontee,
  { intitule, chiffre, fiabilite }: QuestionPresentee,
  au: Jour,
): string {
  const quand = remontee.etat === 'fermee' ? `fermée le ${formaterJour(remontee.fermeLe)}` : `au ${formaterJour(au)}`;
  return `${intitule}\u00a0: ${chiffre ?? ''} · ${fiabilite}. Remontée «\u00a0${remontee.titre}\u00a0», ${quand}\u00a0: ${minuscule(direCouverture(remontee))}.`;
}

/** The source of a value of indicator, within the length of its field: the address goes first. */
export function sourceDuResultat(remontee: Remontee, { fiabilite }: QuestionPresentee, adresse: string): string {
  const source = `Remontée «\u00a0${remontee.titre}\u00a0», ${fiabilite}`;
  return source.length + adresse.length < 498 ? `${source}, ${adresse}` : source.slice(0, 500);
}

function minuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

function dire(question: Question, resume: Resume): string {
  switch (resume.genre) {
    case 'nombre':
      return `${formaterNombre(ecrireDecimal(resume.somme, 2))}${question.unite === null ? '' : `\u00a0${question.unite}`}`;
    case 'pourcentage':
      return formaterTaux(ecrireDecimal(resume.moyenne, 1));
    case 'parts':
      return enumerer(
        resume.parts.map(({ libelle, part }) => `${libelle}\u00a0: ${formaterTaux(ecrireDecimal(part, 0))}`),
      );
    case 'texte':
      return compter(resume.n, 'texte', 'textes');
    case 'fichiers':
      return compter(resume.n, 'fichier', 'fichiers');
    case 'aucune':
      return 'aucune réponse';
  }
}

function direEnBref(question: Question, resume: Resume): string {
  const oui = question.genre === 'oui_non' && resume.genre === 'parts' ? resume.parts[0] : undefined;
  return oui === undefined ? dire(question, resume) : formaterTaux(ecrireDecimal(oui.part, 0));
}

function valeurDe(resume: Resume): string | null {
  if (resume.genre === 'nombre') return ecrireDecimal(resume.somme, 10);
  if (resume.genre === 'pourcentage') return ecrireDecimal(resume.moyenne, 10);
  const oui = resume.genre === 'parts' ? resume.parts.find(({ libelle }) => libelle === 'oui') : undefined;
  return oui === undefined ? null : ecrireDecimal(oui.part, 10);
}

/** « n = 40 sur 101 (40 %) ; de 92 à 94 %, à 95 % de confiance ». */
function direFiabilite(resume: Resume, attendues: number, nomme = ' (intervalle à 95\u00a0%)'): string {
  const taux = tauxDeReponse({ attendues, recues: resume.n });
  const n = `n = ${formaterNombre(resume.n)} sur ${formaterNombre(attendues)}${taux === null ? '' : ` (${formaterTaux(ecrireDecimal(taux, 0))})`}`;
  if (resume.genre === 'pourcentage') return `${n}${suite(direIntervalle(resume.intervalle, '%', nomme))}`;
  if (resume.genre === 'nombre')
    return `${n} ; moyenne ${formaterNombre(ecrireDecimal(resume.moyenne, 1))}${suite(direIntervalle(resume.intervalle, '', nomme))}`;
  return n;
}

function suite(intervalle: string | null): string {
  return intervalle === null ? '' : `, ${intervalle}`;
}

function direIntervalle(
  intervalle: Intervalle | null,
  unite: '%' | '',
  nomme = ' (intervalle à 95\u00a0%)',
): string | null {
  if (intervalle === null) return null;
  const [bas, haut] = [borne(intervalle.bas), borne(intervalle.haut)];
  const fin = unite === '' ? '' : '\u00a0%';
  return bas === haut ? `tous ont répondu` : `de ${bas} à ${haut}${fin}${nomme}`;
}

function borne(valeur: Decimal): string {
  return formaterNombre(ecrireDecimal(valeur, 1));
}

function direFormule(question: Question, ensemble: Resume | null, anonyme: boolean): string {
  const base = FORMULES[question.genre];
  const poids =
    question.poids === null
      ? ''
      : ensemble?.genre === 'pourcentage' && ensemble.poids !== null
        ? ` Chaque réponse pèse autant que le nombre donné à la question qui la pondère (${formaterNombre(ecrireDecimal(ensemble.poids, 2))} au total).`
        : ' Chaque réponse pèse autant que le nombre donné à la question qui la pondère.';
  return `${base}${poids}${anonyme ? ` Remontée anonyme : aucun chiffre ne porte sur moins de ${ANONYMES_AU_MOINS} réponses.` : ''}`;
}

const FORMULES: Readonly<Record<Question['genre'], string>> = {
  nombre: 'Somme des nombres répondus ; qui n’a pas répondu n’est pas compté pour 0.',
  pourcentage: 'Moyenne des pourcentages répondus.',
  oui_non: 'Part de chaque réponse parmi celles reçues à cette question ; intervalle de Wilson.',
  choix: 'Part de chaque choix parmi les réponses reçues à cette question ; intervalle de Wilson.',
  texte: 'Textes tels qu’ils ont été répondus.',
  fichier:
    'Fichiers joints aux réponses ; chacun s’ouvre par qui a envoyé la remontée et par le service qui l’a joint.',
};

const TROP_PEU = `Moins de ${ANONYMES_AU_MOINS} réponses : rien n’est publié, pour qu’aucune ne se devine.`;
