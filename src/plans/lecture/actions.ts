import { cleDeTexte, reduireBlancs } from '#socle/valeurs';
import type { ActionLue, Anomalie, ChampDePlan } from '../regles/lecture.ts';
import { aVerifier, erreur, extrait, information } from './anomalies.ts';
import { type LigneBrute, texteOuRien, type Valeur } from './cellules.ts';
import { detacherNumero, detacherPrefixe, type IntituleLu } from './codes.ts';
import type { Constat } from './constats.ts';
import type { Contexte } from './contexte.ts';
import { comprendre, lireLesEcheances } from './echeances.ts';
import { lireMesures } from './mesures.ts';
import { lirePilotes } from './pilotes.ts';

export type ActionConstruite = {
  /** Null when the row cannot be taken; an anomaly then holds its words. */
  readonly action: ActionLue | null;
  readonly anomalies: readonly Anomalie[];
  readonly constats: readonly Constat[];
};

/** Turns a row into an action, saying everything the user should know about it. */
export function construireAction(ligne: LigneBrute, contexte: Contexte): ActionConstruite {
  const { numero } = ligne;
  const toutes = [...ligne.valeurs, ...ligne.suites.flat()].filter(
    ({ cellule }) => texteOuRien(cellule.texte) !== null || cellule.nombre !== null,
  );
  const de = (...champs: ChampDePlan[]): Valeur[] => toutes.filter(({ champ }) => champs.includes(champ));
  const { code, intitule } = lireIntitule(ligne, contexte);
  if (intitule === null) return sansIntitule(ligne, toutes);

  const mesures = lireMesures(numero, de, contexte);
  const pilotes = lirePilotes(numero, de('pilotes', 'en_lien_avec', 'concours'), contexte);
  const dites = lireLesEcheances(numero, de('echeance', 'livrables_et_echeances'), contexte);
  const dernierJalon = mesures.trajectoire.at(-1);
  const parTrajectoire = !contexte.champs.has('echeance') && !contexte.champs.has('livrables_et_echeances');
  const echeances = parTrajectoire && dernierJalon ? derniereDate(numero, dernierJalon.texte, contexte) : dites;

  const action: ActionLue = {
    ligne: numero,
    ...(ligne.tableau === undefined ? {} : { tableau: ligne.tableau }),
    code,
    axes: lireAxes(ligne, contexte),
    intitule,
    miseEnOeuvre: reunir(de('mise_en_oeuvre', 'description'), contexte, ['mise_en_oeuvre', 'description']),
    pilotesTexte: pilotes.texte,
    pilotes: pilotes.pilotes,
    echeancesTexte: echeances.texte,
    echeances: echeances.echeances,
    livrables: joindre([reunir(de('livrables'), contexte, ['livrables']), ...dites.livrables]),
    avancement: reunir(de('avancement'), contexte, ['avancement']),
    statut: mesures.statut,
    tauxRealisation: mesures.taux,
    trajectoire: mesures.trajectoire,
    recommandations: lireRecommandations(de('recommandation'), contexte),
  };
  return {
    action,
    anomalies: [...remarquer(ligne, action), ...mesures.anomalies, ...echeances.anomalies],
    constats: [...mesures.constats, ...pilotes.constats, ...echeances.constats, ...formules(numero, toutes)],
  };
}

function lireIntitule(ligne: LigneBrute, contexte: Contexte): { code: string | null; intitule: string | null } {
  const texte = texteOuRien(unique(ligne, 'intitule')?.cellule.texte ?? '');
  const code = reduireBlancs(unique(ligne, 'code')?.cellule.texte ?? '') || null;
  if (texte === null || code !== null || contexte.regulier) return { code, intitule: texte };
  const numerote: IntituleLu = detacherNumero(texte);
  return numerote.code === null && contexte.codeEnTete ? detacherPrefixe(texte) : numerote;
}

function unique(ligne: LigneBrute, champ: ChampDePlan): Valeur | undefined {
  return ligne.valeurs.find((valeur) => valeur.champ === champ);
}

/** Sections above the row, then its own columns; the same words twice in a row count once. */
function lireAxes(ligne: LigneBrute, contexte: Contexte): string[] {
  const colonnes = (['axe', 'sous_axe'] as const).flatMap((niveau) =>
    ligne.valeurs.filter(({ champ }) => champ === niveau).flatMap(({ cellule }) => texteOuRien(cellule.texte) ?? []),
  );
  const siennes = contexte.regulier ? colonnes.flatMap((axe) => axe.split(SEPARATEUR_D_AXES)) : colonnes;
  return [...ligne.sections, ...siennes].filter(
    (axe, rang, tous) => rang === 0 || cleDeTexte(axe) !== cleDeTexte(tous[rang - 1] ?? ''),
  );
}

/** Between the titles of a path, in the JSON of the command line and in the column « Sous-axe » of an export. */
export const SEPARATEUR_D_AXES = ' › ';

/** Several columns (or rows of one merged action) in one text; headings introduce the parts when columns are several. */
function reunir(valeurs: readonly Valeur[], contexte: Contexte, champs: readonly ChampDePlan[]): string | null {
  const colonnes = champs.filter((champ) => contexte.champs.has(champ)).length;
  const introduire = colonnes > 1 || champs.some((champ) => contexte.partages.has(champ));
  const parts = valeurs.flatMap(({ colonne, cellule }) => {
    const texte = texteOuRien(cellule.texte);
    if (texte === null) return [];
    return [introduire ? `${colonne} : ${texte}` : texte];
  });
  return joindre(parts);
}

function joindre(textes: readonly (string | null)[]): string | null {
  return textes.filter((texte) => texte !== null).join('\n') || null;
}

/** One recommendation a cell, words as written; an export separates several by an empty line. */
function lireRecommandations(valeurs: readonly Valeur[], contexte: Contexte): string[] {
  const textes = valeurs.flatMap(({ cellule }) => texteOuRien(cellule.texte) ?? []);
  return contexte.regulier ? textes.flatMap((texte) => texte.split(/\n[^\S\n]*\n\s*/)) : textes;
}

function derniereDate(ligne: number, texte: string, contexte: Contexte): ReturnType<typeof comprendre> {
  const lue = comprendre(texte, ligne, texte, contexte);
  const constat: Constat = { genre: 'echeance_de_trajectoire', cle: texte, ligne, colonne: null };
  return {
    ...lue,
    echeances: lue.echeances.map((echeance) => ({
      ...echeance,
      hypotheses: [...echeance.hypotheses, 'dernière date de la trajectoire'],
    })),
    anomalies: [],
    constats: [...lue.constats.filter(({ genre }) => genre !== 'annee_proposee'), constat],
  };
}

const LONGUEUR_D_INTITULE = 4000;

function remarquer(ligne: LigneBrute, action: ActionLue): Anomalie[] {
  const code = unique(ligne, 'code');
  const place = { ligne: ligne.numero, colonne: unique(ligne, 'intitule')?.colonne ?? null };
  const anomalies: Anomalie[] = [];
  if (action.intitule.length > LONGUEUR_D_INTITULE)
    anomalies.push(
      aVerifier(
        `L’intitulé compte ${action.intitule.length} caractères ; il est gardé en entier. Gardez-en une phrase et placez le reste dans la mise en œuvre.`,
        place,
      ),
    );
  if (code?.cellule.jour)
    anomalies.push(
      aVerifier(
        `Le code « ${code.cellule.texte.trim()} » est une date dans le fichier : le tableur a sans doute transformé un code comme « 1-2 ». Corrigez le code.`,
        { ligne: ligne.numero, colonne: code.colonne },
      ),
    );
  return anomalies;
}

function sansIntitule(ligne: LigneBrute, valeurs: readonly Valeur[]): ActionConstruite {
  const colonne = unique(ligne, 'intitule')?.colonne ?? null;
  const contenu = valeurs.map(({ cellule }) => cellule.texte.replace(/\s+/g, ' ').trim()).join(' | ');
  const sous = ligne.sections.length === 0 ? '' : ` (sous « ${ligne.sections.join(SEPARATEUR_D_AXES)} »)`;
  const place = { ligne: ligne.numero, colonne };
  const vide = valeurs.every(
    ({ champ }) => champ === 'numero' || champ === 'code' || champ === 'axe' || champ === 'sous_axe',
  );
  const anomalie = vide
    ? information(`Cette ligne ne dit aucune action (« ${extrait(contenu)} »)${sous} : elle n’est pas reprise.`, place)
    : erreur(
        `Cette ligne n’a pas d’intitulé : elle n’est pas reprise. Son contenu${sous} : « ${contenu} ». Ajoutez l’intitulé dans le fichier, ou saisissez l’action après l’import.`,
        place,
      );
  return { action: null, anomalies: [anomalie], constats: [] };
}

function formules(ligne: number, valeurs: readonly Valeur[]): Constat[] {
  return valeurs
    .filter(({ champ, cellule }) => cellule.formule && champ !== 'ignoree')
    .map(({ colonne }) => ({ genre: 'formule', cle: colonne, ligne, colonne }));
}
