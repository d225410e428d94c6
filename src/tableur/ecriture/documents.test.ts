import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { type DocumentAEcrire, ecrireOdt, ecrirePdf } from '../index.ts';

const DOCUMENT: DocumentAEcrire = {
  titre: 'Point d’étape du Finistère – « printemps »',
  blocs: [
    { type: 'titre', niveau: 1, texte: 'Synthèse' },
    {
      type: 'paragraphe',
      texte: '83 réformes suivies\u00a0: 51 sur leur trajectoire.\nDeuxième ligne, cœur & <balise>.',
    },
    {
      type: 'tableau',
      feuille: {
        nom: 'Réformes',
        entetes: ['Réforme', 'Avancement', 'Écart'],
        lignes: Array.from({ length: 60 }, (_, rang) => [
          `Réforme numéro ${rang} dont le nom est assez long pour passer à la ligne dans sa cellule, et encore un peu plus`,
          { pourcentage: 33.3 + rang },
          `−12\u202f345,${rang}\u00a0points`,
        ]),
        notes: ['Situation au 15 février 2022.'],
      },
    },
  ],
};

test('le pdf dit son titre, sa langue et sa structure, et rend les mêmes chiffres', async () => {
  const pdf = await getDocument({ data: ecrirePdf(DOCUMENT), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: DOCUMENT.titre, Language: 'fr-FR' });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  expect(pdf.numPages).toBeGreaterThan(1);
  const textes: string[] = [];
  const roles: string[] = [];
  for (let numero = 1; numero <= pdf.numPages; numero++) {
    const page = await pdf.getPage(numero);
    const contenu = await page.getTextContent();
    textes.push(...contenu.items.flatMap((item) => ('str' in item ? [item.str] : [])));
    roles.push(...rolesDe(await page.getStructTree()));
  }
  // The reader gives every space as a plain one.
  const texte = textes.join(' ').replaceAll(/\s+/g, ' ');
  for (const rang of [0, 31, 59]) expect(texte).toContain(`−12 345,${rang} points`);
  expect(texte).toContain('92,3 %');
  expect(texte).toContain('cœur & <balise>');
  expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
  // The headings are said once, whatever the number of pages; each row has its own.
  expect(roles.filter((role) => role === 'TH')).toHaveLength(3 + 60);
  expect(roles.filter((role) => role === 'TD')).toHaveLength(120);
  await pdf.destroy();
});

test('le pdf emporte les lettres qu’il emploie, même hors de l’alphabet latin ordinaire, et ne coupe pas un chiffre', async () => {
  const blocs: DocumentAEcrire['blocs'] = [
    { type: 'paragraphe', texte: 'Préfète\u00a0: Łódź, Ωμέγα, Μάρκος' },
    {
      type: 'tableau',
      feuille: {
        nom: 'Réformes',
        entetes: ['Réforme', 'Écart', 'Ce qui est dit'],
        lignes: [['Fibre', '−12,5\u00a0points', 'Une phrase bien plus longue que le reste. '.repeat(8)]],
      },
    },
  ];
  const octets = ecrirePdf({ titre: 'Lettres', blocs }, 'portrait');
  const brut = Buffer.from(octets).toString('latin1');
  expect(brut.match(/\/FontFile2/g)).toHaveLength(2);
  expect(brut).not.toContain('Helvetica');
  expect(octets.byteLength).toBeLessThan(60_000);
  const pdf = await getDocument({ data: octets, verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const textes = items.flatMap((item) => ('str' in item ? [item.str.replaceAll(/\s/g, ' ')] : []));
  expect(textes).toContain('Préfète : Łódź, Ωμέγα, Μάρκος');
  expect(textes).toContain('−12,5 points');
  await pdf.destroy();
});

test('un portrait d’une page reste une page', async () => {
  const pdf = await getDocument({ data: ecrirePdf({ titre: 'Fiche', blocs: [] }, 'portrait'), verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(1);
  expect((await pdf.getPage(1)).view[2]).toBeLessThan(600);
  await pdf.destroy();
});

test('l’odt est un texte OpenDocument dont le contenu se relit', () => {
  const parties = deplier(ecrireOdt(DOCUMENT));
  expect([...parties.keys()][0]).toBe('mimetype');
  expect(parties.get('mimetype')).toBe('application/vnd.oasis.opendocument.text');
  const contenu = parties.get('content.xml') ?? '';
  expect(contenu).toContain('cœur &amp; &lt;balise&gt;');
  expect(contenu).toContain('−12\u202f345,59\u00a0points');
  expect(contenu.match(/<table:table-row>/g)).toHaveLength(61);
  expect(contenu).toContain('<table:table-header-rows>');
});

type Noeud = { readonly role?: string; readonly type?: string; readonly children?: readonly Noeud[] };

/** Roles of the elements that have something on this page, one a piece; the reader gives the whole tree at each page. */
function rolesDe(arbre: Noeud | null): string[] {
  const { role, children = [] } = arbre ?? {};
  const siens = role !== undefined && children.some(({ type }) => type === 'content') ? [role] : [];
  return [...siens, ...children.flatMap(rolesDe)];
}

/** The parts of a zip by its local headers, which our writer fills in. */
function deplier(octets: Uint8Array): Map<string, string> {
  const lus = Buffer.from(octets);
  const parties = new Map<string, string>();
  let ici = 0;
  while (lus.readUInt32LE(ici) === 0x04034b50) {
    const [methode, plie, nom, extra] = [
      lus.readUInt16LE(ici + 8),
      lus.readUInt32LE(ici + 18),
      lus.readUInt16LE(ici + 26),
      lus.readUInt16LE(ici + 28),
    ];
    const debut = ici + 30 + nom + extra;
    const contenu = lus.subarray(debut, debut + plie);
    parties.set(
      lus.toString('utf8', ici + 30, ici + 30 + nom),
      (methode === 0 ? contenu : inflateRawSync(contenu)).toString('utf8'),
    );
    ici = debut + plie;
  }
  return parties;
}
