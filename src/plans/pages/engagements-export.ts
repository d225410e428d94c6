import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { exporterTableau } from '../commandes/exporter-tableau.ts';
import { formatDeLAdresse, TYPES_DE_FICHIER } from '../lecture/fichier-de-plan.ts';
import { LIBELLES_DE_CONSTAT } from '../regles/integrite.ts';
import { donneesDesEngagements } from './donnees-des-engagements.ts';

/** The engagements the page shows with the same address, all its pages, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null || format === 'docx')
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const {
    charge: { services, acteur, plan, regard },
    toutes,
  } = await donneesDesEngagements(arguments_);
  const octets = await exporterTableau(services, acteur, plan, format, {
    nom: 'Engagements',
    titre: `Engagements : ${plan.titre}${regard.passe ? `, au ${regard.jour}` : ''}`,
    entetes: [
      'Code',
      'Action',
      'Échéance initiale',
      'Dernier jour promis',
      'Échéance actuelle',
      'Dernier jour actuel',
      'Reports',
      'Glissement (jours)',
      'Statut',
      'Constat',
      'Dernière nouvelle',
    ],
    lignes: (await toutes()).map((action) => [
      action.code,
      action.intitule,
      action.engagements.map(({ initial, texte, sens }) => initial?.texte ?? (texte || sens)).join(' ; '),
      action.termeInitial === null ? null : { jour: action.termeInitial },
      action.engagements.map(({ texte, sens }) => texte || sens).join(' ; '),
      action.terme === null ? null : { jour: action.terme },
      action.reports,
      action.glissement,
      action.statut,
      action.constats.map((constat) => LIBELLES_DE_CONSTAT[constat]).join(' ; '),
      action.derniereNouvelle === null ? null : { jour: action.derniereNouvelle },
    ]),
  });
  return telechargement(octets, `engagements.${format}`, TYPES_DE_FICHIER[format]);
}
