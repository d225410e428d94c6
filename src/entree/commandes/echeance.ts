import { parseArgs } from 'node:util';
import { decrireLecture } from '#echeances';
import { ErreurDeDemarrage } from '#socle';
import type { Commande } from './commande.ts';
import { lireReference } from './reference.ts';

export const echeance: Commande = {
  nom: 'echeance',
  resume: 'dit ce que veut dire une échéance telle qu’elle est écrite',
  aide: `Usage : jalon echeance "1er semestre 2022" [--reference AAAA-MM-JJ]

Écrit en JSON les échéances lues dans ce texte : leurs dates (AAAA-MM-JJ, ou null), et ce qui a été supposé.

  --reference AAAA-MM-JJ   date du plan, à partir de laquelle les années manquantes sont déduites
`,
  async executer(mots) {
    const { values, positionals } = parseArgs({
      args: [...mots],
      options: { reference: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new ErreurDeDemarrage(`Donnez le texte à lire.\n\n${echeance.aide}`);
    const lecture = decrireLecture(positionals.join(' '), { reference: lireReference(values.reference) });
    process.stdout.write(`${JSON.stringify(lecture, null, 2)}\n`);
  },
};
