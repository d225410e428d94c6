import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { exporterReunion, FORMATS } from '../commandes/exporter.ts';
import { chargerReunion } from './charger.ts';

/** The supporting file or the relevé of a meeting: Word, OpenDocument text or tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, reunion, au } = await chargerReunion(arguments_);
  const [, nom = '', fin = ''] = /\/(\w+)\.(\w+)$/.exec(new URL(arguments_.request.url).pathname) ?? [];
  const format = FORMATS.find((un) => un === fin);
  if (format === undefined)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const quoi = nom === 'dossier' ? 'dossier' : 'releve';
  const octets = await exporterReunion(services, acteur, { instance, reunion, au, quoi, format });
  const titre = quoi === 'dossier' ? 'Dossier de séance' : 'Relevé de décisions';
  return telechargement(octets, `${titre} ${instance.nom} ${reunion.jour}.${format}`, TYPES[format]);
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
} as const;
