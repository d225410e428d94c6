import { formaterJour } from '#interface';
import type { HabilitationEnVigueur } from '../regles/habilitations.ts';

/** A grant, as a reason to read something: « habilitation sur les plans du ministère, jusqu’au 15 février 2022 ». */
export function direLHabilitation({ objet, fin }: HabilitationEnVigueur, objets: string): string {
  const sur = objet === 'champ' ? ` sur les ${objets} du ministère` : '';
  return fin === undefined ? `habilitation${sur}` : `habilitation${sur}, jusqu’au ${formaterJour(fin)}`;
}
