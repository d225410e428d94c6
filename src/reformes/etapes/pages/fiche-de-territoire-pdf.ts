import type { LoaderFunctionArgs } from 'react-router';
import { inscrire } from '#journal';
import { telechargement } from '#socle';
import { ecrirePdf } from '#tableur';
import { documentDeLaFiche, donneesDeFicheDeTerritoire, fichierDeLaFiche } from './donnees-de-fiche-de-territoire.ts';

/** The sheet of a territory as a tagged PDF. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { charge, pourLaPage } = await donneesDeFicheDeTerritoire(arguments_);
  const { services, acteur, vue } = charge;
  const octets = ecrirePdf(documentDeLaFiche(pourLaPage), 'portrait');
  await services.base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'territoire.exporter',
        objet: { type: 'territoire', id: vue.code },
        territoire: vue.code,
        charge: { format: 'pdf', lignes: pourLaPage.lignes.length },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    ),
  );
  return telechargement(octets, fichierDeLaFiche(pourLaPage), 'application/pdf');
}
