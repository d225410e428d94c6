import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { lireFichierDePlan, resumerPlan, versJSON } from '#plans';
import { codeDErreur, ErreurDeDemarrage } from '#socle';
import { verifierTaille } from '#tableur';
import type { Commande } from './commande.ts';
import { lireReference } from './reference.ts';

export const plan: Commande = {
  nom: 'plan',
  resume: 'lit un plan dans un fichier, sans base de données',
  aide: `Usage : jalon plan lire FICHIER [--json] [--reference AAAA-MM-JJ]

Lit les actions d’un plan dans un classeur (.xlsx, .ods, .csv), un document Word (.docx), un PDF, ou un tableau en
Markdown, HTML ou texte, et dit ce qui est à vérifier. N’écrit rien. Sort avec le code 1 quand le fichier est illisible.

  --json                   écrit le plan lu en JSON
  --reference AAAA-MM-JJ   date du plan, à partir de laquelle les années manquantes sont déduites
`,
  async executer(mots) {
    const { values, positionals } = parseArgs({
      args: [...mots],
      options: { json: { type: 'boolean' }, reference: { type: 'string' } },
      allowPositionals: true,
    });
    const [verbe, chemin, ...reste] = positionals;
    if (verbe !== 'lire' || chemin === undefined || reste.length > 0) {
      throw new ErreurDeDemarrage(`Dites quel fichier lire.\n\n${plan.aide}`);
    }
    const reference = lireReference(values.reference);
    const lu = await lireFichierDePlan(await lireOctets(chemin), basename(chemin), reference);
    if (!lu.ok) throw new ErreurDeDemarrage(lu.refus.message);
    process.stdout.write(values.json ? `${JSON.stringify(versJSON(lu.valeur), null, 2)}\n` : resumerPlan(lu.valeur));
  },
};

async function lireOctets(chemin: string): Promise<Uint8Array> {
  try {
    const fichier = await stat(chemin);
    if (fichier.isDirectory()) throw new ErreurDeDemarrage(`« ${chemin} » est un dossier. Donnez le fichier du plan.`);
    const taille = verifierTaille(fichier.size, basename(chemin));
    if (!taille.ok) throw new ErreurDeDemarrage(taille.refus.message);
    return await readFile(chemin);
  } catch (erreur) {
    switch (codeDErreur(erreur)) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw new ErreurDeDemarrage(`Il n’y a pas de fichier « ${chemin} ». Vérifiez son nom et son dossier.`);
      case 'EACCES':
      case 'EPERM':
        throw new ErreurDeDemarrage(`Vous n’avez pas le droit de lire « ${chemin} ».`);
      default:
        throw erreur;
    }
  }
}
