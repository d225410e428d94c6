import type { LoaderFunctionArgs } from 'react-router';
import { formaterJour } from '#interface';
import { cleDeTexte } from '#socle/valeurs';
import { ordreDeLAdresse, trier } from '../../pages/indicateurs/trier.ts';
import { estDeLaVue, NOMS_DE_VUE, VUES, vueDeLAdresse } from '../../pages/indicateurs/vues.ts';
import { avec } from '../adresses.ts';
import { indicateursDuTerritoire } from '../lectures/indicateurs.ts';
import { chargerTerritoire } from './charger-territoire.ts';

/** What the table of the indicators of a territory shows, and what its exports hold. */
export async function donneesDesIndicateurs(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, parametres, regard, vue } = charge;
  const au = regard.jour;
  const tous = await indicateursDuTerritoire(services.base, acteur, vue.code, regard);
  const q = parametres.get('q')?.trim().slice(0, 200) || null;
  const voir = vueDeLAdresse(parametres.get('voir'));
  const ordre = ordreDeLAdresse(parametres);
  const cherche = cleDeTexte(q ?? '');
  const retenus = tous.filter(
    ({ nom, mesure, identifiant, situation }) =>
      (voir === null || estDeLaVue(situation, voir)) &&
      cleDeTexte(`${nom} ${mesure ?? ''} ${identifiant}`).includes(cherche),
  );
  return {
    charge,
    pourLaPage: {
      vue,
      au,
      q,
      voir,
      ordre,
      titre: `Indicateurs ${vue.genitif} au ${formaterJour(au)}`,
      total: tous.length,
      mesures: new Set(tous.map(({ mesure, nom }) => mesure ?? nom)).size,
      comptes: VUES.map((une) => ({
        vue: une,
        nombre: tous.filter(({ situation }) => estDeLaVue(situation, une)).length,
      })),
      filtres: [
        ...(q === null ? [] : [{ texte: `contient « ${q} »`, href: avec(vue.requete, { q: null }) }]),
        ...(voir === null ? [] : [{ texte: NOMS_DE_VUE[voir][0], href: avec(vue.requete, { voir: null }) }]),
      ],
      indicateurs: trier(retenus, ordre, ({ situation }) => situation),
    },
  };
}
