/** What a machine's token can be opened to, one entry for each kind of thing the API does. */
export const PORTEES = {
  'plans.lire': {
    libelle: 'Lire les plans et leurs actions',
    ecrit: false,
  },
  'plans.noter': {
    libelle: 'Ajouter des notes d’avancement aux actions',
    ecrit: true,
  },
  'valeurs.lire': {
    libelle: 'Lire les indicateurs et leurs valeurs',
    ecrit: false,
  },
  'valeurs.ecrire': {
    libelle: 'Envoyer des valeurs d’indicateurs',
    ecrit: true,
  },
  'reformes.lire': {
    libelle: 'Lire les réformes et leur suivi par territoire',
    ecrit: false,
  },
} as const satisfies Readonly<Record<string, { readonly libelle: string; readonly ecrit: boolean }>>;

export type Portee = keyof typeof PORTEES;

export const NOMS_DES_PORTEES: readonly Portee[] = [
  'plans.lire',
  'plans.noter',
  'valeurs.lire',
  'valeurs.ecrire',
  'reformes.lire',
];

/** How a scope kept in the database is said; one that no longer exists keeps its name. */
export function libelleDePortee(texte: string): string {
  const portee = NOMS_DES_PORTEES.find((connue) => connue === texte);
  return portee === undefined ? texte : PORTEES[portee].libelle;
}
