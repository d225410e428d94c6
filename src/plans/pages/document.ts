import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';
import { telechargement } from '#socle';
import { contenuDuDocument } from '../lectures/documents.ts';
import { chargerPlan } from './charger-plan.ts';

/** The original bytes of a file kept with the plan, for who may read the plan. */
export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan } = await chargerPlan(arguments_);
  const document = await contenuDuDocument(services.base, plan.id, arguments_.params.document ?? '');
  if (document === null) {
    return refuser({
      nature: 'introuvable',
      regle: 'document.introuvable',
      message: 'Ce fichier n’est pas parmi ceux du plan.',
    });
  }
  return telechargement(document.contenu, document.nom, typeDe(document.nom));
}

/** By the name it was deposited under: what the browser announced then is not trusted. */
function typeDe(nom: string): string {
  return TYPES[/\.([a-z]+)$/i.exec(nom)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain; charset=utf-8',
  tsv: 'text/tab-separated-values',
  html: 'text/html; charset=utf-8',
  htm: 'text/html',
};
