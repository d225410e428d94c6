import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { journaliserExport } from '../../commandes/journaliser-export.ts';
import { ecrireFeuille, FORMATS, feuilleDesSuivis, TYPES_DE_FICHIER } from '../feuille.ts';
import { donneesDesTerritoires } from './donnees-des-territoires.ts';

/** The territories the page shows with the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, reforme, lignes, regard } = await donneesDesTerritoires(arguments_);
  const chemin = new URL(arguments_.request.url).pathname;
  const format = FORMATS.find((un) => chemin.endsWith(`.${un}`));
  if (format === undefined)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const propre = reforme.nom
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 100);
  const feuille = feuilleDesSuivis({ nom: 'Territoires', titre: propre }, lignes, regard.jour);
  const octets = await ecrireFeuille(feuille, format);
  await journaliserExport(services, acteur, {
    acte: 'reforme.exporter',
    objet: { type: 'reforme', id: reforme.id },
    territoire: null,
    charge: { format, lignes: lignes.length },
  });
  return telechargement(octets, `${feuille.titre}.${format}`, TYPES_DE_FICHIER[format]);
}
