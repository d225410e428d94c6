import ts from 'typescript';
import type { Plugin } from 'vite';

/** Where French is written for the screen. Elsewhere a space before a colon may be read by a machine. */
const ECRITS =
  /\/src\/(.+\.tsx|accueil\/.+\.ts|.+\/pages\/.+\.ts|.+\/(phrases|presentation|politique|mots|recherche|dire-[a-z-]+)\.ts)$/;

/** The spaces that must not break: before a high mark or a per cent, inside « guillemets », after « n° ». */
const INSECABLES = /(?<=\S|^) (?=[:;?!%](?:[\s.,)<{'"`$]|$)|»)|(?<=«|n°) (?=\S|$)/g;

/**
 * French typography, at build time: sources keep plain spaces, which one can type and search; the page gets those that do
 * not break, and a line never begins with « : ». See docs/decisions/0030.
 */
export function typographie(): Plugin {
  return {
    name: 'jalon-typographie',
    enforce: 'pre',
    transform(code, id) {
      const fichier = id.split('?')[0] ?? id;
      if (!ECRITS.test(fichier) || fichier.includes('/node_modules/') || fichier.includes('.test.')) return null;
      // One character for one character: nothing moves, the map of the source stays true.
      return { code: rendreInsecables(code, fichier), map: null };
    },
  };
}

/** The same program, its words alone changed: neither its code, nor its comments, nor its SQL. */
export function rendreInsecables(code: string, fichier: string): string {
  const source = ts.createSourceFile(fichier, code, ts.ScriptTarget.Latest, true);
  const morceaux: string[] = [];
  let ecrit = 0;
  const parcourir = (noeud: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(noeud)) return;
    if (estDesMots(noeud)) {
      const [debut, fin] = bornes(noeud, source);
      morceaux.push(code.slice(ecrit, debut), code.slice(debut, fin).replaceAll(INSECABLES, '\u00a0'));
      ecrit = fin;
      return;
    }
    ts.forEachChild(noeud, parcourir);
  };
  parcourir(source);
  return `${morceaux.join('')}${code.slice(ecrit)}`;
}

function estDesMots(noeud: ts.Node): boolean {
  return (
    ts.isJsxText(noeud) ||
    ts.isStringLiteralLike(noeud) ||
    ts.isTemplateHead(noeud) ||
    ts.isTemplateMiddleOrTemplateTail(noeud)
  );
}

/** What stands between the quotes, the braces of a template, or the tags. */
function bornes(noeud: ts.Node, source: ts.SourceFile): readonly [debut: number, fin: number] {
  if (ts.isJsxText(noeud)) return [noeud.pos, noeud.end];
  return [noeud.getStart(source) + 1, noeud.end - (ts.isTemplateHead(noeud) || ts.isTemplateMiddle(noeud) ? 2 : 1)];
}
