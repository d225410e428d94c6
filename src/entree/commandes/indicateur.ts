import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { avancement, expliquerTaux, expliquerTrajectoire } from '#indicateurs';
import { ErreurDeDemarrage } from '#socle';
import type { Commande } from './commande.ts';
import { ecrireAvancement, enTexte } from './indicateur/ecrire.ts';
import { importer } from './indicateur/importer.ts';
import { lireSuivi } from './indicateur/lire.ts';
import { recalculer } from './indicateur/recalculer.ts';

export const indicateur: Commande = {
  nom: 'indicateur',
  resume: 'calcule un taux d’avancement ; importe des valeurs, recalcule les situations',
  aide: `Usage : jalon indicateur importer CHEMIN… [--motif TEXTE] [--reference AAAA-MM-JJ]
        jalon indicateur recalculer
        jalon indicateur taux [--json] < indicateur.json

importer    Importe des valeurs : un fichier, plusieurs, ou tous ceux d’un dossier (.csv, .csv.gz, .xlsx, .ods). Lit le
            format du tableau de bord de l’État et les fichiers du baromètre public, dont les indicateurs inconnus sont
            créés. Dit ce qui est écrit, et nomme chaque ligne fautive. Importer deux fois n’écrit qu’une fois. Sort
            avec le code 1 si un fichier n’a pas pu être importé.
            --motif TEXTE             pourquoi des valeurs déjà connues changent, ou ne ressemblent pas à leur histoire
            --reference AAAA-MM-JJ    jour d’où se comptent les cibles échues et les valeurs anciennes (aujourd’hui)

recalculer  Refait, depuis les valeurs, tout ce qui en découle. Sort avec le code 1 si quelque chose n’était pas juste.

taux        Lit un indicateur sur l’entrée standard, et dit où il en est. N’écrit rien ailleurs. Sort avec le code 1 quand
l’entrée est fautive.

  --json   écrit le résultat en JSON, plutôt qu’en phrases

Entrée :

  {
    "direction": "hausse",                                  ou "baisse" : le sens qui est le bon
    "valeurInitiale": 100,                                  ou null ; ou {"date": "2025-12", "valeur": 100}
    "cibles":  [{"date": "2026-12", "valeur": 200}],
    "valeurs": [{"date": "2026-03", "valeur": "150.5"}],
    "au": "2026-03-31"                                      le jour d’où l’on regarde
  }

  Une valeur est un nombre, un nombre entre guillemets, ou null ; elle est lue exactement telle qu’elle est écrite.
  Une date est un jour (AAAA-MM-JJ), ou un mois (AAAA-MM) pour son dernier jour. Les valeurs d’après « au » ne
  comptent pas. Sans la date de la valeur initiale, c’est celle de la première valeur si elle lui est égale ; sinon
  rien n’est attendu avant la première cible.

Sortie, avec --json :

  {"annuel": {"taux", "brut", "etat"}, "global": {…}, "attendu", "ecart"}

  annuel    vers la dernière cible de l’année de « au » ; global : vers la dernière de toutes
  taux      de 0 à 100, ou null : jamais 0 pour dire absent ; brut : le même sans ces bornes
  etat      non_mesure, sans_cible, sans_valeur_initiale, recul, en_cours, atteinte, depassee_avant_terme
  attendu   valeur attendue le jour de la dernière mesure (de « au » s’il n’y en a pas)
  ecart     valeur − attendu, positif quand c’est mieux que prévu

  Les nombres sont des nombres JSON, arrondis à 2 décimales (demi loin de zéro) ; attendu et ecart en gardent
  davantage si l’entrée en a davantage.
`,
  async executer([verbe = '', ...mots]) {
    const faire = VERBES[verbe];
    if (faire === undefined) throw new ErreurDeDemarrage(`Dites ce qu’il faut faire.\n\n${indicateur.aide}`);
    await faire(mots);
  },
};

const VERBES: Readonly<Record<string, (mots: readonly string[]) => Promise<void>>> = {
  taux,
  importer,
  recalculer,
};

async function taux(mots: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...mots], options: { json: { type: 'boolean' } } });
  const lu = lireSuivi(await text(process.stdin));
  if (!lu.ok) throw new ErreurDeDemarrage(lu.refus.message);
  const { suivi, au, decimales } = lu.valeur;
  const vu = avancement(suivi, au);
  process.stdout.write(
    values.json
      ? `${ecrireAvancement(vu, decimales)}\n`
      : enTexte([
          ['Taux annuel', expliquerTaux(suivi, vu, vu.annuel)],
          ['Taux global', expliquerTaux(suivi, vu, vu.global)],
          ['Trajectoire', expliquerTrajectoire(suivi, vu)],
        ]),
  );
}
