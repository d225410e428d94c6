import { parseArgs } from 'node:util';
import {
  type Ancre,
  ancrerLeJournal,
  direLaVerification,
  ecrireAncre,
  lireFichierDAncres,
  verifierJournal,
} from '#journal';
import { ErreurDeDemarrage, lireConfiguration, type Services } from '#socle';
import { ouvrirServices } from '../services.ts';
import type { Commande } from './commande.ts';

export const journal: Commande = {
  nom: 'journal',
  resume: 'vérifie que le journal est intact, et en garde la preuve dehors',
  aide: `Usage : jalon journal verifier [--ancres FICHIER]
        jalon journal ancrer

verifier   Recalcule la chaîne du journal depuis sa première ligne, et la compare aux ancres. Sort avec le code 0 si tout
           est intact, 1 sinon, en nommant les lignes en défaut.
           --ancres FICHIER   compare aussi la chaîne aux têtes écrites dehors ; sans cette option, à celles du fichier
                              de JALON_ANCRAGE s’il y en a un

ancrer     Écrit la tête du journal (instant, numéro de la dernière ligne, empreinte) là où dit JALON_ANCRAGE. Sans cette
           variable, l’écrit à l’écran : jalon journal ancrer >> /ailleurs/ancres.txt
`,
  async executer(mots) {
    const { values, positionals } = parseArgs({
      args: [...mots],
      options: { ancres: { type: 'string' } },
      allowPositionals: true,
    });
    const verbe = VERBES[positionals[0] ?? ''];
    if (!verbe || positionals.length > 1) throw new ErreurDeDemarrage(`Dites ce qu’il faut faire.\n\n${journal.aide}`);
    const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
    try {
      await verbe(services, values.ancres);
    } finally {
      await fermer();
    }
  },
};

const VERBES: Readonly<Record<string, (services: Services, ancres: string | undefined) => Promise<void>>> = {
  async verifier({ base, configuration: { ancrage } }, fichier) {
    const configure = ancrage?.moyen === 'fichier' ? ancrage.cible : undefined;
    const verification = await verifierJournal(base, await lireAncresDe(fichier, configure));
    if (!verification.intact) throw new ErreurDeDemarrage(direLaVerification(verification));
    process.stdout.write(`${direLaVerification(verification)}\n`);
  },
  async ancrer(services) {
    const ancre = await ancrerLeJournal(services);
    const { ancrage } = services.configuration;
    process.stdout.write(`${ecrireAncre(ancre)}\n`);
    process.stderr.write(
      ancrage === null
        ? 'Gardez cette ligne hors de portée de qui administre la base (JALON_ANCRAGE le fait chaque nuit).\n'
        : `Ancre écrite : ${ancrage.cible}.\n`,
    );
  },
};

/** The anchors of the named file, which must be there; else those of the configured one, which may not exist yet. */
async function lireAncresDe(nomme: string | undefined, configure: string | undefined): Promise<readonly Ancre[]> {
  const chemin = nomme ?? configure;
  if (chemin === undefined) return [];
  const lu = await lireFichierDAncres(chemin);
  if (lu === null) {
    if (nomme === undefined) return [];
    throw new ErreurDeDemarrage(`Il n’y a pas de fichier « ${nomme} ». Vérifiez son nom et son dossier.`);
  }
  if (nomme !== undefined && lu.ancres.length === 0)
    throw new ErreurDeDemarrage(
      `Le fichier « ${nomme} » ne contient aucune ancre. Une ancre est une ligne : instant, numéro, empreinte.`,
    );
  if (lu.illisibles.length > 0)
    process.stderr.write(`Lignes de « ${chemin} » qui ne sont pas des ancres : ${lu.illisibles.join(', ')}.\n`);
  return lu.ancres;
}
