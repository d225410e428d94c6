import { cleDeTexte, reduireBlancs } from '#socle/valeurs';
import type { DocumentLu, Ligne, Paragraphe } from '#tableur';
import { cellulesPropres, ligneEnTexte } from './cellules.ts';

export type TitreLu = {
  readonly titre: string | null;
  /** The other texts seen above or around the table, in order: kept, never dropped. */
  readonly reste: readonly string[];
};

/**
 * The title of the plan: what stands above the headings, else the first short paragraph of the document, else the name
 * of the sheet, else that of the file.
 */
export function trouverTitre(
  document: DocumentLu,
  lignesAuDessus: readonly Ligne[],
  nomDeFeuille: string | null,
  nomDeFichier: string,
): TitreLu {
  const dessus = lignesAuDessus.map((ligne) => ({ ligne, texte: ligneEnTexte(ligne) }));
  const rangTitre = dessus.findIndex(({ ligne }) => cellulesPropres(ligne).length === 1);
  const paragraphes = paragraphesAvantLeTableau(document);
  const duDocument = titreDesParagraphes(paragraphes);
  const autres = dessus.map(({ texte }) => texte);
  if (duDocument.titre !== null) return { titre: duDocument.titre, reste: [...duDocument.reste, ...autres] };
  if (rangTitre !== -1) {
    const titre = reduireBlancs(autres[rangTitre] ?? '');
    return { titre, reste: [...duDocument.reste, ...autres.filter((_, rang) => rang !== rangTitre)] };
  }
  const feuille = nomDeFeuille !== null && !estUnNomBanal(nomDeFeuille) ? nomDeFeuille : null;
  return { titre: feuille ?? titreDuFichier(nomDeFichier), reste: [...duDocument.reste, ...autres] };
}

/** « plan-actions_2023.xlsx » → « plan actions 2023 », with its capital. */
export function titreDuFichier(nom: string): string | null {
  const base = nom.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const mots = reduireBlancs(base.replace(/[_-]+/g, ' '));
  return mots === '' ? null : mots.charAt(0).toLocaleUpperCase('fr') + mots.slice(1);
}

function paragraphesAvantLeTableau(document: DocumentLu): Paragraphe[] {
  const premier = document.blocs.findIndex(({ type }) => type === 'tableau');
  const blocs = premier === -1 ? document.blocs : document.blocs.slice(0, premier);
  return blocs.filter((bloc) => bloc.type === 'paragraphe').filter(({ texte }) => reduireBlancs(texte) !== '');
}

/** The first paragraph when it is short and no sentence; two lines of capitals in a row are one title. */
function titreDesParagraphes(paragraphes: readonly Paragraphe[]): TitreLu {
  const textes = paragraphes.map(({ texte }) => texte.trim());
  const rang = textes.findIndex(
    (texte, indice) => (indice === 0 && peutEtreUnTitre(texte)) || (paragraphes[indice]?.titre && !estNumerote(texte)),
  );
  const premier = textes[rang];
  if (premier === undefined) return { titre: null, reste: textes };
  const suivant = textes[rang + 1];
  const enDeuxLignes = suivant !== undefined && enCapitales(premier) && enCapitales(suivant) && suivant.length <= 80;
  const titre = reduireBlancs(enDeuxLignes ? `${premier} – ${suivant}` : premier);
  const pris = enDeuxLignes ? 2 : 1;
  return { titre, reste: textes.filter((_, indice) => indice < rang || indice >= rang + pris) };
}

function peutEtreUnTitre(texte: string): boolean {
  return texte.length <= 200 && !/[.;:,]$/.test(texte) && !estNumerote(texte);
}

/** « I- Pilotage », « 1. Contexte » are parts of the document, not its title. */
function estNumerote(texte: string): boolean {
  return /^(?:[IVX]{1,4}|\d{1,2}|[A-H]) ?[-–.)]/.test(texte);
}

function enCapitales(texte: string): boolean {
  return /\p{Lu}{2}/u.test(texte) && texte === texte.toLocaleUpperCase('fr');
}

function estUnNomBanal(nom: string): boolean {
  return /^(?:feuil(?:le)?|sheet|tableau|table|onglet|page|export|donnees|data|plan d'actions?|plan|suivi|actions?|liste)? ?\d*$/.test(
    cleDeTexte(nom),
  );
}
