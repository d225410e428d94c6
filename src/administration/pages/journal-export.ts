import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur, obtenir, refuser } from '#acces';
import { aujourdhui, telechargement } from '#socle';
import { lireCriteres } from '../journal/criteres.ts';
import { exporterJournal, type FormatDeJournal } from '../journal/exporter.ts';

const TYPES: Readonly<Record<FormatDeJournal, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The events the page shows with the same address, as a file. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { pathname, searchParams } = new URL(request.url);
  const format = pathname.endsWith('.json') ? 'json' : 'csv';
  const { criteres, fautes } = lireCriteres(searchParams);
  if (fautes[0] !== undefined) return refuser({ nature: 'invalide', regle: 'journal.criteres', message: fautes[0] });
  const octets = obtenir(await exporterJournal(services, acteur, criteres, format));
  return telechargement(octets, `Journal au ${aujourdhui(services.horloge)}.${format}`, TYPES[format]);
}
