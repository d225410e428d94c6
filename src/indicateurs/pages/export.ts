import type { LoaderFunctionArgs } from 'react-router';
import { exigerActeur } from '#acces';
import { aujourdhui, telechargement } from '#socle';
import { ecrireCsv } from '#tableur';
import { listerIndicateurs } from '../lectures/catalogue.ts';
import { ETATS, MAILLES, PERIODICITES, SENS } from '../mots.ts';
import { responsabilitesDImport, servicesDImport } from '../responsabilites.ts';
import { criteresDeLAdresse } from './criteres.ts';

/** Far more than there will be: what is exported stays bounded. */
const AU_PLUS = 10_000;

/** The definitions the page shows with the same filters, as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  const { base, horloge } = services;
  const criteres = criteresDeLAdresse(new URL(request.url).searchParams);
  const au = aujourdhui(horloge);
  const { indicateurs } = await listerIndicateurs(base, acteur, criteres, au, {
    parPage: AU_PLUS,
    responsabilites: await responsabilitesDImport(services, base, acteur),
  });
  const octets = ecrireCsv({
    nom: 'Indicateurs',
    entetes: [
      'identifiant',
      'nom',
      'mesure',
      'unité',
      'sens',
      'décimales',
      'périodicité',
      'délai (mois)',
      'mailles',
      'état',
      'responsable',
      'méthode',
      'source',
      'territoires mesurés',
      'territoires en retard',
      'dernière mesure',
    ],
    lignes: indicateurs.map((i) => [
      i.identifiant,
      i.nom,
      i.mesure ?? '',
      i.unite,
      SENS[i.sens],
      i.decimales,
      PERIODICITES[i.periodicite],
      i.delaiEnMois,
      i.mailles.map((maille) => MAILLES[maille]).join(', '),
      ETATS[i.etat],
      i.responsable ?? '',
      i.methode ?? '',
      i.source ?? '',
      i.mesures,
      i.retards,
      i.jour ?? '',
    ]),
  });
  return telechargement(octets, `Indicateurs au ${au}.csv`, 'text/csv; charset=utf-8');
}
