import type { Base } from '#socle/base';
import { annuaireDesReformes, themesConnus } from './lectures/referentiel.ts';

/** What the form of a reform offers; `choisis`: services already said, offered even when they are not a group. */
export async function referentielDeReforme(base: Base, choisis: readonly string[] = []) {
  const [{ ministeres, services, collectifs }, themes] = await Promise.all([
    annuaireDesReformes(base),
    themesConnus(base),
  ]);
  const connus = new Set(collectifs.map(({ valeur }) => valeur));
  const seuls = services.filter(({ valeur }) => choisis.includes(valeur) && !connus.has(valeur));
  return { ministeres, services, champs: [...collectifs, ...seuls], themes };
}

/** A form sends one text for one ticked box, several for several, nothing for none. */
export function enListes(valeurs: Record<string, string | string[]>): Record<string, unknown> {
  return { ...valeurs, services: enListe(valeurs.services), mailles: enListe(valeurs.mailles) };
}

function enListe(valeur: string | string[] | undefined): string[] {
  return valeur === undefined ? [] : Array.isArray(valeur) ? valeur : [valeur];
}
