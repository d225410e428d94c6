/** The columns a list of actions can show beside the action itself, in their order. */
export const COLONNES_D_ACTION = {
  pilotes: 'Pilotes',
  echeance: 'Échéance',
  etat: 'Situation',
  statut: 'Statut déclaré',
  taux: 'Avancement',
  nouvelle: 'Dernière nouvelle',
  note: 'Dernière note',
  livrables: 'Livrables',
  mise_en_oeuvre: 'Mise en œuvre',
} as const;

export type ColonneDAction = keyof typeof COLONNES_D_ACTION;

/** What is shown when nobody chose. */
export const COLONNES_HABITUELLES: readonly ColonneDAction[] = ['pilotes', 'echeance', 'etat', 'taux', 'nouvelle'];

/** The columns of the address (`?colonnes=pilotes&colonnes=etat`), in the order of the table; the usual ones when none is known. */
export function lireColonnes(demandees: readonly string[]): readonly ColonneDAction[] {
  const connues = Object.keys(COLONNES_D_ACTION).filter((cle): cle is ColonneDAction => demandees.includes(cle));
  return connues.length === 0 ? COLONNES_HABITUELLES : connues;
}
