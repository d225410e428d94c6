/** What to draw on a page of 595 × 842 points, `y` from the bottom as PDF counts. */
export type Dessin =
  | { readonly texte: string; readonly x: number; readonly y: number; readonly corps?: number }
  | { readonly trait: readonly [number, number, number, number] };

/** A PDF written by hand, Helvetica and Windows-1252; `chiffre` adds an encryption nobody has the key of. */
export function pdf(pages: readonly (readonly Dessin[])[], chiffre = false): Uint8Array {
  const objets: string[] = [];
  const ajouter = (corps: string) => `${objets.push(corps)} 0 R`;
  const police = ajouter('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const rangPages = objets.length + 1 + pages.length * 2;
  const renvois = pages.map((page) => {
    const contenu = page.map(enOperateurs).join('\n');
    const flux = ajouter(`<< /Length ${contenu.length} >>\nstream\n${contenu}\nendstream`);
    return ajouter(
      `<< /Type /Page /Parent ${rangPages} 0 R /MediaBox [0 0 595 842] /Contents ${flux} /Resources << /Font << /F1 ${police} >> >> >>`,
    );
  });
  const arbre = ajouter(`<< /Type /Pages /Kids [${renvois.join(' ')}] /Count ${pages.length} >>`);
  const catalogue = ajouter(`<< /Type /Catalog /Pages ${arbre} >>`);
  const cle = '00'.repeat(32);
  const serrure = chiffre
    ? `/Encrypt ${ajouter(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${cle}> /U <${cle}> >>`)} /ID [<00> <00>]`
    : '';
  let corps = '%PDF-1.4\n';
  const positions = objets.map((objet, rang) => {
    const position = corps.length;
    corps += `${rang + 1} 0 obj\n${objet}\nendobj\n`;
    return position;
  });
  const table = positions.map((position) => `${String(position).padStart(10, '0')} 00000 n \n`).join('');
  const fin = `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objets.length + 1} /Root ${catalogue} ${serrure} >>\nstartxref\n${corps.length}\n%%EOF`;
  return Uint8Array.from(Buffer.from(corps + fin, 'latin1'));
}

/** The drawing of a ruled table from its texts: columns of 120 points, rows of 30, from this height down. */
export function tableTracee(haut: number, rangees: readonly (readonly string[])[]): Dessin[] {
  const largeur = (rangees[0]?.length ?? 0) * 120;
  const bas = haut - rangees.length * 30;
  const dessins: Dessin[] = [];
  for (let rang = 0; rang <= rangees.length; rang++)
    dessins.push({ trait: [50, haut - rang * 30, 50 + largeur, haut - rang * 30] });
  for (let x = 50; x <= 50 + largeur; x += 120) dessins.push({ trait: [x, haut, x, bas] });
  rangees.forEach((rangee, rang) => {
    rangee.forEach((texte, colonne) => {
      if (texte !== '') dessins.push({ texte, x: 54 + colonne * 120, y: haut - rang * 30 - 14 });
    });
  });
  return dessins;
}

function enOperateurs(dessin: Dessin): string {
  if ('trait' in dessin) {
    const [x1, y1, x2, y2] = dessin.trait;
    return `${x1} ${y1} m ${x2} ${y2} l S`;
  }
  const texte = dessin.texte.replace(/[\\()]/g, (signe) => `\\${signe}`);
  return `BT /F1 ${dessin.corps ?? 10} Tf ${dessin.x} ${dessin.y} Td (${texte}) Tj ET`;
}
