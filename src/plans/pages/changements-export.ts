import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { formaterJour } from '#interface';
import { telechargement } from '#socle';
import { exporterTableau } from '../commandes/exporter-tableau.ts';
import { formatDeLAdresse, TYPES_DE_FICHIER } from '../lecture/fichier-de-plan.ts';
import { LIBELLES_DE_CHANGEMENT } from '../regles/changements.ts';
import { donneesDesChangements } from './donnees-des-changements.ts';

/** What the page « Ce qui a changé » shows with the same address, all its pages, as a file. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const format = formatDeLAdresse(arguments_.request.url);
  if (format === null)
    return refuser({ nature: 'introuvable', regle: 'export.format', message: 'Ce format n’est pas proposé.' });
  const {
    charge: { services, acteur, plan },
    vue: { du, jusquau, actions },
  } = await donneesDesChangements(arguments_, true);
  const octets = await exporterTableau(services, acteur, plan, format, {
    nom: 'Ce qui a changé',
    titre: `${plan.titre} : ce qui a changé du ${formaterJour(du)} au ${formaterJour(jusquau)}`,
    entetes: [
      'Code',
      'Action',
      'Ce qui a changé',
      'Statut avant',
      'Statut après',
      'Taux avant (%)',
      'Taux après (%)',
      'Échéances avant',
      'Échéances après',
      'Dernière note',
    ],
    lignes: actions.map(({ code, intitule, changements, statut, taux, echeances, note }) => [
      code,
      intitule,
      changements.map((cle) => LIBELLES_DE_CHANGEMENT[cle]).join(' ; '),
      statut.avant,
      statut.apres,
      nombre(taux.avant),
      nombre(taux.apres),
      echeances.avant,
      echeances.apres,
      note,
    ]),
  });
  return telechargement(octets, `changements.${format}`, TYPES_DE_FICHIER[format]);
}

/** A rate that was not declared leaves its cell empty. */
function nombre(taux: string | null): number | null {
  return taux === null ? null : Number(taux);
}
