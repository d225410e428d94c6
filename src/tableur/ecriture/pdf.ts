import { deflateSync } from 'node:zlib';
import type { DocumentAEcrire } from './docx.ts';
import { nettoyer } from './feuille.ts';
import { composer } from './pdf-composition.ts';
import type { Element, Format } from './pdf-feuillets.ts';
import { enUtf16, objetsDePolice, type Police } from './pdf-polices.ts';

/**
 * The bytes of a tagged PDF 1.7 in French (ISO 32000-1, § 14.8): headings, paragraphs, tables whose heading cells say
 * what they head, in reading order; what repeats from page to page is an artifact; the glyphs used are embedded. Written
 * here: the libraries that tag weigh megabytes.
 */
export function ecrirePdf(document: DocumentAEcrire, format: Format = 'paysage'): Uint8Array {
  const { feuillets, racine } = composer(document, format);
  const objets = new Objets();
  const catalogue = objets.reserver();
  const arbre = objets.reserver();
  const structure = objets.reserver();
  const police = (nom: Police) => {
    const decrite = objetsDePolice(nom, feuillets.glyphes[nom]);
    const { programme } = decrite;
    const fichier = objets.flux(programme, ` /Length1 ${programme.length}`);
    const descendante = objets.ajouter(decrite.descendante(objets.ajouter(decrite.descripteur(fichier))));
    return objets.ajouter(decrite.police(descendante, objets.flux(decrite.unicode)));
  };
  const polices = `<< /F1 ${police('ordinaire')} /F2 ${police('grasse')} >>`;
  const boite = `[0 0 ${feuillets.largeur} ${feuillets.hauteur}]`;
  const pages = feuillets.pages.map((operateurs, rang) =>
    objets.ajouter(
      `<< /Type /Page /Parent ${arbre} /MediaBox ${boite} /Contents ${objets.flux(operateurs.join('\n'))} /Resources << /Font ${polices} >> /StructParents ${rang} /Tabs /S >>`,
    ),
  );
  objets.poser(arbre, `<< /Type /Pages /Kids [${pages.join(' ')}] /Count ${pages.length} >>`);

  const renvois = new Map<Element, string>();
  const decrire = (lu: Element, parent: string): string => {
    const renvoi = objets.reserver();
    renvois.set(lu, renvoi);
    const enfants = [
      ...lu.morceaux.map(({ page, rang }) => `<< /Type /MCR /Pg ${pages[page] ?? ''} /MCID ${rang} >>`),
      ...lu.enfants.map((enfant) => decrire(enfant, renvoi)),
    ];
    const attributs = lu.portee === undefined ? '' : ` /A << /O /Table /Scope /${lu.portee} >>`;
    objets.poser(renvoi, `<< /Type /StructElem /S /${lu.role} /P ${parent}${attributs} /K [${enfants.join(' ')}] >>`);
    return renvoi;
  };
  const tete = decrire(racine, structure);
  const parPage = feuillets.proprietaires.map(
    (possedes, rang) => `${rang} [${possedes.map((lu) => renvois.get(lu) ?? 'null').join(' ')}]`,
  );
  objets.poser(
    structure,
    `<< /Type /StructTreeRoot /K [${tete}] /ParentTree << /Nums [${parPage.join(' ')}] >> /ParentTreeNextKey ${pages.length} >>`,
  );
  objets.poser(
    catalogue,
    `<< /Type /Catalog /Pages ${arbre} /StructTreeRoot ${structure} /MarkInfo << /Marked true >> /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const informations = objets.ajouter(`<< /Title ${enTexte(document.titre)} /Creator (Jalon) >>`);
  return objets.ecrire(catalogue, informations);
}

/** A text of the document's description: UTF-16, as the format wants outside Latin letters. */
function enTexte(texte: string): string {
  return `<feff${enUtf16(nettoyer(texte))}>`;
}

class Objets {
  readonly #corps: (Buffer | null)[] = [];

  reserver(): string {
    return `${this.#corps.push(null)} 0 R`;
  }

  poser(renvoi: string, corps: string | Buffer): string {
    this.#corps[Number.parseInt(renvoi, 10) - 1] = typeof corps === 'string' ? Buffer.from(corps, 'latin1') : corps;
    return renvoi;
  }

  ajouter(corps: string): string {
    return this.poser(this.reserver(), corps);
  }

  flux(contenu: string | Buffer, precisions = ''): string {
    const plie = deflateSync(typeof contenu === 'string' ? Buffer.from(contenu, 'latin1') : contenu);
    const entete = Buffer.from(`<< /Length ${plie.length}${precisions} /Filter /FlateDecode >>\nstream\n`, 'latin1');
    return this.poser(this.reserver(), Buffer.concat([entete, plie, Buffer.from('\nendstream', 'latin1')]));
  }

  ecrire(catalogue: string, informations: string): Uint8Array {
    // The second line says that the file is not only text (ISO 32000-1, § 7.5.2).
    const morceaux: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let position = morceaux[0]?.length ?? 0;
    const positions = this.#corps.map((corps, rang) => {
      const objet = Buffer.concat([
        Buffer.from(`${rang + 1} 0 obj\n`, 'latin1'),
        corps ?? Buffer.from('null', 'latin1'),
        Buffer.from('\nendobj\n', 'latin1'),
      ]);
      const ici = position;
      morceaux.push(objet);
      position += objet.length;
      return ici;
    });
    const table = positions.map((ici) => `${String(ici).padStart(10, '0')} 00000 n \n`).join('');
    const fin = `xref\n0 ${positions.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${positions.length + 1} /Root ${catalogue} /Info ${informations} >>\nstartxref\n${position}\n%%EOF\n`;
    return new Uint8Array(Buffer.concat([...morceaux, Buffer.from(fin, 'latin1')]));
  }
}
