/** Families of services a remontée is sent to: one answer a service. */
export const RESEAUX = ['prefectures', 'prefectures_de_region', 'sgar', 'sgcd'] as const;
export type Reseau = (typeof RESEAUX)[number];

export const LIBELLES_DE_RESEAU: Readonly<Record<Reseau, string>> = {
  prefectures: 'les préfectures de département',
  prefectures_de_region: 'les préfectures de région',
  sgar: 'les SGAR',
  sgcd: 'les SGC-D',
};

/** What one of them is counted as: « 40 % des départements ont répondu ». */
export const UNITES_DE_RESEAU: Readonly<Record<Reseau, readonly [singulier: string, pluriel: string]>> = {
  prefectures: ['département', 'départements'],
  prefectures_de_region: ['région', 'régions'],
  sgar: ['SGAR', 'SGAR'],
  sgcd: ['SGC-D', 'SGC-D'],
};

const FORMES: Readonly<Record<Reseau, RegExp>> = {
  prefectures: /^d[0-9ab]+-prefecture$/,
  prefectures_de_region: /^r\d+-prefecture$/,
  sgar: /^r\d+-sgar$/,
  sgcd: /^d[0-9ab]+-sgcd$/,
};

/** The services of this family among those given, in these territories. */
export function servicesDuReseau<O extends { readonly id: string; readonly territoire: string }>(
  organisations: readonly O[],
  reseau: Reseau,
  territoires: readonly string[],
): readonly O[] {
  const dedans = new Set(territoires);
  return organisations.filter(({ id, territoire }) => FORMES[reseau].test(id) && dedans.has(territoire));
}
