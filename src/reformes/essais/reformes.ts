import { composerPanier } from '#indicateurs';
import { ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { entier } from '#socle/valeurs';
import { ecrireNouvelleReforme, type SaisieDeReforme } from '../commandes/creer-reforme.ts';
import { declarerMeteo } from '../commandes/declarer-meteo.ts';
import type { Meteo } from '../regles/meteo.ts';

export type ReformeDEssai = {
  readonly id: string;
  readonly nom: string;
  /** Number of its one indicator, « hausse », entered at every maille: `unSuivi` gives it its values. */
  readonly indicateur: number;
};

const ORDINAIRE: SaisieDeReforme = {
  nom: 'Réforme d’essai',
  description: null,
  theme: 'Vie quotidienne',
  ministere: null,
  equipe: 'pm-ditp',
  services: [],
  mailles: ['national', 'regional', 'departemental'],
  meteoJours: 90,
  etat: 'active',
};

/** A reform with one indicator that counts at each of its mailles. Organisations are those of the directory. */
export async function uneReforme(essai: Essai, saisie: Partial<SaisieDeReforme> = {}): Promise<ReformeDEssai> {
  const { services, base, horloge } = essai;
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const voulue = { ...ORDINAIRE, ...saisie };
  const id = await base
    .transaction()
    .execute(async (transaction) => reussi(await ecrireNouvelleReforme(transaction, services, ditp, voulue)));
  const indicateur = await unIndicateur(services, { identifiant: `essai-${id}`, nom: `Indicateur de ${voulue.nom}` });
  const { panier } = await base.selectFrom('reforme').select('panier').where('id', '=', id).executeTakeFirstOrThrow();
  const parts = voulue.mailles.map((maille) => ({ indicateur, maille, poids: entier(100) }));
  await base.transaction().execute((transaction) => composerPanier(transaction, panier, parts, aujourdhui(horloge)));
  return { id, nom: voulue.nom, indicateur };
}

/** What the indicator of the reform says in a territory: start of 2020, value of January 2022, target of the end of 2022. */
export async function unSuivi(
  { services }: Essai,
  { indicateur }: ReformeDEssai,
  territoire: string,
  { vi = '0', va, vc = '100' }: { readonly vi?: string | null; readonly va?: string; readonly vc?: string | null },
): Promise<void> {
  const lignes = [
    ...(vi === null ? [] : [`${territoire} vi 2020-01-01 ${vi}`]),
    ...(va === undefined ? [] : [`${territoire} va 2022-01-31 ${va}`]),
    ...(vc === null ? [] : [`${territoire} vc 2022-12-31 ${vc}`]),
  ];
  await ecrireEnBase(services, valeurs(indicateur, lignes.join('\n')));
}

/** A météo declared by the DITP, on the day of the clock. */
export async function uneMeteo(essai: Essai, { id }: ReformeDEssai, territoire: string, meteo: Meteo): Promise<void> {
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  reussi(await declarerMeteo(essai.services, ditp, id, { territoire, meteo, phrase: `${meteo}, dit pour l’essai` }));
}
