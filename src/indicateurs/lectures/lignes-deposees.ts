import type { Base } from '#socle/base';

export type LigneRefusee = {
  readonly rang: number;
  readonly ligne: number;
  readonly etat: 'prete' | 'repetee' | 'sans_valeur' | 'refusee';
  readonly regle: string;
  readonly message: string;
  readonly brut: string | null;
};

/** What a file has that is not taken, or deserves a look, row by row; refusals by default. */
export async function lignesADire(
  base: Base,
  importation: string,
  { etat, saut = 0, limite }: { etat: LigneRefusee['etat']; saut?: number; limite: number },
): Promise<readonly LigneRefusee[]> {
  const lignes = await base
    .selectFrom('valeur_deposee')
    .select(['rang', 'ligne', 'etat', 'regle', 'message', 'brut'])
    .where('import_id', '=', importation)
    .where('etat', '=', etat)
    .where('regle', 'is not', null)
    .orderBy('rang')
    .limit(limite)
    .offset(saut)
    .execute();
  return lignes.map((ligne) => ({
    ...ligne,
    etat: ligne.etat as LigneRefusee['etat'],
    regle: ligne.regle ?? '',
    message: ligne.message ?? '',
  }));
}
