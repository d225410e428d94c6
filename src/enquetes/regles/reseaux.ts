/** Families of services: one answer a service. */
const FAMILLES = ['prefectures', 'prefectures_de_region', 'sgar', 'sgcd'] as const;
export type Famille = (typeof FAMILLES)[number];

/** Who a remontée is sent to: a family, or services chosen one by one. */
export const RESEAUX = [...FAMILLES, 'choisis'] as const;
export type Reseau = (typeof RESEAUX)[number];

export const LIBELLES_DE_RESEAU: Readonly<Record<Reseau, string>> = {
  prefectures: 'les préfectures de département',
  prefectures_de_region: 'les préfectures de région',
  sgar: 'les SGAR',
  sgcd: 'les SGC-D',
  choisis: 'des services choisis un à un',
};

/** What one of them is counted as: « 40 % des départements ont répondu ». */
export const UNITES_DE_RESEAU: Readonly<Record<Reseau, readonly [singulier: string, pluriel: string]>> = {
  prefectures: ['département', 'départements'],
  prefectures_de_region: ['région', 'régions'],
  sgar: ['SGAR', 'SGAR'],
  sgcd: ['SGC-D', 'SGC-D'],
  choisis: ['service', 'services'],
};

const FORMES: Readonly<Record<Famille, RegExp>> = {
  prefectures: /^d[0-9ab]+-prefecture$/,
  prefectures_de_region: /^r\d+-prefecture$/,
  sgar: /^r\d+-sgar$/,
  sgcd: /^d[0-9ab]+-sgcd$/,
};

/** The services of this family among those given, in these territories. */
export function servicesDuReseau<O extends { readonly id: string; readonly territoire: string }>(
  organisations: readonly O[],
  famille: Famille,
  territoires: readonly string[],
): readonly O[] {
  const dedans = new Set(territoires);
  return organisations.filter(({ id, territoire }) => FORMES[famille].test(id) && dedans.has(territoire));
}
