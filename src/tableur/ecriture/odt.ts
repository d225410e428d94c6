import type { BlocAEcrire, DocumentAEcrire } from './docx.ts';
import { disposer, type FeuilleAEcrire, texteDeValeur } from './feuille.ts';
import { paragraphes } from './odf.ts';
import { CONTENU_DEBUT, MANIFESTE_DE_TEXTE, META_DEBUT, MIMETYPE_DE_TEXTE, STYLES_DE_TEXTE } from './odt-gabarits.ts';
import { echapper, enOctets } from './xml.ts';
import { ecrireArchive } from './zip.ts';

/** The bytes of an OpenDocument text (ODF 1.3 part 3): the same blocks as in Word, A4 landscape, headings repeated. */
export function ecrireOdt({ titre, blocs }: DocumentAEcrire): Uint8Array {
  const tableaux = blocs.flatMap((bloc) => (bloc.type === 'tableau' ? [bloc.feuille] : []));
  const contenu = [
    CONTENU_DEBUT,
    `<office:automatic-styles>${tableaux.map(stylesDeColonnes).join('')}</office:automatic-styles>`,
    '<office:body><office:text>',
    `<text:h text:style-name="Titre" text:outline-level="1">${echapper(titre)}</text:h>`,
    ...blocs.map((bloc) => enBloc(bloc, tableaux)),
    '</office:text></office:body></office:document-content>',
  ].join('');
  return ecrireArchive([
    { nom: 'mimetype', contenu: enOctets(MIMETYPE_DE_TEXTE) },
    { nom: 'content.xml', contenu: enOctets(contenu) },
    { nom: 'styles.xml', contenu: enOctets(STYLES_DE_TEXTE) },
    {
      nom: 'meta.xml',
      contenu: enOctets(
        `${META_DEBUT}<dc:title>${echapper(titre)}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`,
      ),
    },
    { nom: 'META-INF/manifest.xml', contenu: enOctets(MANIFESTE_DE_TEXTE) },
  ]);
}

function enBloc(bloc: BlocAEcrire, tableaux: readonly FeuilleAEcrire[]): string {
  switch (bloc.type) {
    case 'titre':
      return `<text:h text:style-name="Titre${bloc.niveau}" text:outline-level="${bloc.niveau + 1}">${echapper(bloc.texte)}</text:h>`;
    case 'paragraphe':
      return paragraphes(bloc.texte, 'Texte');
    case 'tableau':
      return enTableau(bloc.feuille, tableaux.indexOf(bloc.feuille));
  }
}

function stylesDeColonnes(feuille: FeuilleAEcrire, rang: number): string {
  const poids = disposer(feuille).largeurs;
  return poids
    .map(
      (valeur, colonne) =>
        `<style:style style:name="t${rang}c${colonne}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(valeur * 100)}*"/></style:style>`,
    )
    .join('');
}

function enTableau({ titre, nom, entetes, lignes, notes = [] }: FeuilleAEcrire, rang: number): string {
  const rangee = (textes: readonly string[], style: string) =>
    `<table:table-row>${textes.map((texte) => `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphes(texte, style === 'Entete' ? 'TexteDEntete' : 'TexteDeCellule')}</table:table-cell>`).join('')}</table:table-row>`;
  return [
    titre === undefined ? '' : enBloc({ type: 'titre', niveau: 2, texte: titre }, []),
    `<table:table table:name="${echapper(nom).replaceAll('"', '&quot;')}" table:style-name="Tableau">`,
    entetes.map((_, colonne) => `<table:table-column table:style-name="t${rang}c${colonne}"/>`).join(''),
    `<table:table-header-rows>${rangee(entetes, 'Entete')}</table:table-header-rows>`,
    ...lignes.map((ligne) =>
      rangee(
        entetes.map((_, colonne) => texteDeValeur(ligne[colonne] ?? null)),
        'Cellule',
      ),
    ),
    '</table:table>',
    ...notes.map((note) => paragraphes(note, 'Texte')),
  ].join('');
}
