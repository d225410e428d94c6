import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { formaterJour } from '#interface';
import { telechargement } from '#socle';
import { exporterTableau } from '../commandes/exporter-tableau.ts';
import { formatDeLAdresse, TYPES_DE_FICHIER } from '../lecture/fichier-de-plan.ts';
import { donneesDuDeploiement } from './donnees-du-deploiement.ts';

/** The territories the page shows with the same address, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const {
    charge: { services, acteur, plan, regard },
    action,
    retenues,
  } = await donneesDuDeploiement(arguments_);
  const octets = await exporterTableau(services, acteur, plan, format, {
    nom: 'Déploiement',
    titre: `Déploiement : ${action.intitule}${regard.passe ? `, au ${formaterJour(regard.jour)}` : ''}`,
    entetes: [
      'Code',
      'Territoire',
      'Région',
      'Statut',
      'Taux (%)',
      'Dernière nouvelle',
      'Jours de silence',
      'Note',
      'Ce qui bloque',
      'Ce qui lèverait l’obstacle',
      'Auteur',
    ],
    lignes: retenues.map((une) => [
      une.territoire.slice(1),
      une.nom,
      une.regionNom,
      une.statutLibelle,
      une.taux === null ? null : Number(une.taux),
      une.derniereNouvelle === null ? null : { jour: une.derniereNouvelle },
      une.silence,
      une.texte,
      une.obstacle,
      une.levee,
      une.auteur,
    ]),
  });
  return telechargement(octets, `deploiement.${format}`, TYPES_DE_FICHIER[format]);
}
