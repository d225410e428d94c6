import { lettres } from '../adresses.ts';
import {
  decimalesDe,
  disposer,
  type FeuilleAEcrire,
  nettoyer,
  texteDeValeur,
  type ValeurDeCellule,
} from './feuille.ts';
import { nomsDeFeuilles } from './noms.ts';
import { paragraphes } from './odf.ts';
import { CONTENU_DEBUT, MANIFESTE, MIMETYPE, reglages, STYLES } from './ods-gabarits.ts';
import { attribut, enOctets } from './xml.ts';
import { ecrireArchive } from './zip.ts';

/**
 * The bytes of an OpenDocument spreadsheet (ODF 1.3). Written here: the library writes neither line breaks, nor runs
 * of spaces, nor percentages, nor lists of allowed values in this format.
 */
export function ecrireOds(feuilles: readonly FeuilleAEcrire[]): Uint8Array {
  const noms = nomsDeFeuilles(feuilles.map(({ nom }) => nom));
  const nommees = feuilles.map((feuille, rang) => ({ feuille, nom: noms[rang] ?? '', rang }));
  const styles = nommees.flatMap(({ feuille, rang }) =>
    disposer(feuille).largeurs.map((largeur, colonne) => styleDeColonne(rang, colonne, largeur)),
  );
  const listes = nommees.map(({ feuille, nom, rang }) => validations(feuille, nom, rang)).join('');
  const contenu = [
    CONTENU_DEBUT,
    `<office:automatic-styles>${STYLES}${styles.join('')}</office:automatic-styles>`,
    '<office:body><office:spreadsheet>',
    listes === '' ? '' : `<table:content-validations>${listes}</table:content-validations>`,
    ...nommees.map(({ feuille, nom, rang }) => enTable(feuille, nom, rang)),
    `<table:database-ranges>${nommees.map(({ feuille, nom, rang }) => filtre(feuille, nom, rang)).join('')}</table:database-ranges>`,
    '</office:spreadsheet></office:body></office:document-content>',
  ].join('');
  const figees = nommees.map(({ feuille, nom }) => ({ nom: attribut(nom), lignes: disposer(feuille).entete + 1 }));
  return ecrireArchive([
    { nom: 'mimetype', contenu: enOctets(MIMETYPE) },
    { nom: 'content.xml', contenu: enOctets(contenu) },
    { nom: 'settings.xml', contenu: enOctets(reglages(figees)) },
    { nom: 'META-INF/manifest.xml', contenu: enOctets(MANIFESTE) },
  ]);
}

function styleDeColonne(feuille: number, colonne: number, largeur: number): string {
  // A character of the default font is about two millimetres wide.
  return `<style:style style:name="co${feuille}-${colonne}" style:family="table-column"><style:table-column-properties style:column-width="${(largeur * 0.2).toFixed(2)}cm"/></style:style>`;
}

function enTable(feuille: FeuilleAEcrire, nom: string, rang: number): string {
  const largeur = Math.max(1, feuille.entetes.length);
  const colonnes =
    feuille.entetes.map((_, colonne) => `<table:table-column table:style-name="co${rang}-${colonne}"/>`).join('') ||
    '<table:table-column/>';
  const validation = (colonne: number) =>
    feuille.listes?.[colonne]?.length ? ` table:content-validation-name="val${rang}-${colonne}"` : '';
  const lignes = [
    ...(feuille.titre === undefined ? [] : [enRangee([titre(feuille.titre, largeur)])]),
    enRangee(feuille.entetes.map((texte) => enCellule(texte, 'entete', ''))),
    ...feuille.lignes.map((ligne) =>
      enRangee(ligne.map((valeur, colonne) => enCellule(valeur, 'corps', validation(colonne)))),
    ),
    ...(feuille.notes?.length ? [enRangee(['<table:table-cell/>'])] : []),
    ...(feuille.notes ?? []).map((note) => enRangee([enCellule(note, 'note', '')])),
  ];
  return `<table:table table:name="${attribut(nom)}">${colonnes}${lignes.join('')}</table:table>`;
}

function enRangee(cellules: readonly string[]): string {
  return `<table:table-row>${cellules.join('') || '<table:table-cell/>'}</table:table-row>`;
}

function titre(texte: string, largeur: number): string {
  const couvertes = largeur > 1 ? `<table:covered-table-cell table:number-columns-repeated="${largeur - 1}"/>` : '';
  return `<table:table-cell table:style-name="titre" table:number-columns-spanned="${largeur}" table:number-rows-spanned="1" office:value-type="string">${paragraphes(texte)}</table:table-cell>${couvertes}`;
}

function enCellule(valeur: ValeurDeCellule, style: 'entete' | 'corps' | 'note', validation: string): string {
  const [nomDuStyle, type] = typer(valeur, style);
  const commun = `<table:table-cell table:style-name="${nomDuStyle}"${validation}`;
  if (valeur === null || valeur === '') return `${commun}/>`;
  return `${commun} ${type}>${paragraphes(texteDeValeur(valeur))}</table:table-cell>`;
}

function typer(valeur: ValeurDeCellule, style: string): [style: string, type: string] {
  if (typeof valeur === 'number') return [style, `office:value-type="float" office:value="${valeur}"`];
  if (valeur === null || typeof valeur === 'string') return [style, 'office:value-type="string"'];
  if ('jour' in valeur) return ['jour', `office:value-type="date" office:date-value="${valeur.jour}"`];
  const fraction = Number((valeur.pourcentage / 100).toPrecision(15));
  return [`pourcentage${decimalesDe(valeur.pourcentage)}`, `office:value-type="percentage" office:value="${fraction}"`];
}

function validations(feuille: FeuilleAEcrire, nom: string, rang: number): string {
  return (feuille.listes ?? [])
    .map((valeurs, colonne) => {
      if (!valeurs || valeurs.length === 0) return '';
      const liste = valeurs.map((valeur) => `"${nettoyer(valeur).replaceAll('"', '""')}"`).join(';');
      const base = `${adresseDeFeuille(nom)}.${lettres(colonne)}${disposer(feuille).entete + 2}`;
      return `<table:content-validation table:name="val${rang}-${colonne}" table:condition="${attribut(`of:cell-content-is-in-list(${liste})`)}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${attribut(base)}"><table:error-message table:title="Valeur inconnue" table:display="true" table:message-type="stop"><text:p>Choisissez une valeur de la liste.</text:p></table:error-message></table:content-validation>`;
    })
    .join('');
}

function filtre(feuille: FeuilleAEcrire, nom: string, rang: number): string {
  const { entete, finDesDonnees } = disposer(feuille);
  const feuilleNommee = adresseDeFeuille(nom);
  const derniere = lettres(Math.max(0, feuille.entetes.length - 1));
  const plage = `${feuilleNommee}.A${entete + 1}:${feuilleNommee}.${derniere}${Math.max(finDesDonnees, entete + 2)}`;
  return `<table:database-range table:name="__Anonymous_Sheet_DB__${rang}" table:target-range-address="${attribut(plage)}" table:display-filter-buttons="true"/>`;
}

function adresseDeFeuille(nom: string): string {
  return `'${nom.replaceAll("'", "''")}'`;
}
