import { expect, test } from 'vitest';
import { documentWord } from '../essais/archives.ts';
import { lireDocument } from '../lire.ts';

const paragraphe = (texte: string, avant = '') => `<w:p>${avant}<w:r><w:t>${texte}</w:t></w:r></w:p>`;
const liste = (numId: number) => `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>`;
const numerotation = (format: string) =>
  `<w:numbering><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;

async function remarques(corps: string, parts: Readonly<Record<string, string>>): Promise<string[]> {
  const lu = await lireDocument(documentWord(corps, '', parts), 'plan.docx');
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur.remarques.map(({ message }) => message);
}

test('l’en-tête, le pied de page et les commentaires d’un document Word sont dits, pas repris en silence', async () => {
  const dites = await remarques(paragraphe('Corps du plan'), {
    'word/header1.xml': `<w:hdr>${paragraphe('Préfecture du Finistère')}</w:hdr>`,
    'word/footer1.xml': `<w:ftr>${paragraphe('Page 3')}</w:ftr>`,
    'word/comments.xml': `<w:comments>${paragraphe('À revoir avec le SGAR')}</w:comments>`,
  });
  expect(dites).toHaveLength(2);
  expect(dites[0]).toContain('Préfecture du Finistère');
  expect(dites[1]).toContain('À revoir avec le SGAR');
});

test('les numéros que Word compte sans les écrire sont signalés ; les puces non', async () => {
  const corps = paragraphe('Désigner un référent', liste(7));
  expect(await remarques(corps, { 'word/numbering.xml': numerotation('decimal') })).toHaveLength(1);
  expect(await remarques(corps, { 'word/numbering.xml': numerotation('bullet') })).toEqual([]);
});
