import type { Acteur } from '#acces';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '#indicateurs/essais';
import { creerActeur, type Essai, reussi } from '#outils-d-essai';
import { TERRITOIRES } from '#territoires';
import { ecrireAnalyse } from '../../reformes/commandes/ecrire-analyse.ts';
import { amorcerCriteres } from '../../reformes/criteres/amorcer-criteres.ts';
import { type ReformeDEssai, uneMeteo, uneReforme, unSuivi } from '../../reformes/essais/reformes.ts';

const DEPARTEMENTS = TERRITOIRES.filter(({ maille }) => maille === 'departemental').map(({ code }) => code);

/** Three reforms on a day: what is entered, what is a count out of another, what adds up; a météo, an analysis. */
export type MondeDuJour = {
  readonly ditp: Acteur;
  readonly prefet: Acteur;
  readonly fibre: ReformeDEssai;
  readonly mdph: ReformeDEssai;
  readonly somme: ReformeDEssai;
  /** The indicator of « Fibre ». */
  readonly indicateur: string;
};

export async function semerLeJour(essai: Essai): Promise<MondeDuJour> {
  await amorcerCriteres(essai.base, essai.horloge.maintenant());
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  const fibre = await uneReforme(essai, { nom: 'Fibre' });
  const mdph = await uneReforme(essai, { nom: 'Délais des MDPH', theme: 'Solidarités' });
  await ecrireEnBase(
    essai.services,
    valeurs(
      fibre.indicateur,
      semis((rang) => 40 + ((rang * 7) % 50)),
    ),
  );
  await unSuivi(essai, mdph, 'D29', { vi: '50', va: '44', vc: '80' });
  for (const code of ['R53', 'FR']) await unSuivi(essai, fibre, code, { va: '61' });
  const somme = await enSomme(essai, await uneReforme(essai, { nom: 'Maisons France services' }));
  await enProportion(essai, mdph);
  await uneMeteo(essai, fibre, 'D29', 'soleil');
  await analyser(essai, { fibre, prefet }, 'Deux postes pourvus.', '');
  const { id } = await essai.base
    .selectFrom('indicateur')
    .select('id')
    .where('numero', '=', fibre.indicateur)
    .executeTakeFirstOrThrow();
  return { ditp, prefet, fibre, mdph, somme, indicateur: id };
}

const semis = (valeur: (rang: number) => number) =>
  DEPARTEMENTS.flatMap((code, rang) => [
    `${code} vi 2020-01-01 0`,
    `${code} va 2021-12-31 ${valeur(rang) - 5}`,
    `${code} va 2022-01-31 ${valeur(rang)}`,
    `${code} vc 2022-12-31 100`,
  ]).join('\n');

/** A reform whose wholes are made of their départements. */
async function enSomme(essai: Essai, reforme: ReformeDEssai): Promise<ReformeDEssai> {
  const numero = await unIndicateur(essai.services, { identifiant: 'somme', nom: 'Maisons ouvertes', ...EN_SOMME });
  await essai.base
    .updateTable('panier_indicateur')
    .set({ indicateur: numero })
    .where('indicateur', '=', reforme.indicateur)
    .execute();
  await ecrireEnBase(
    essai.services,
    valeurs(
      numero,
      semis((rang) => 10 + rang),
    ),
  );
  return { ...reforme, indicateur: numero };
}

/** The indicator of the MDPH is a count out of another: what a funnel draws. */
async function enProportion(essai: Essai, mdph: ReformeDEssai) {
  const [numerateur, denominateur] = [
    await unIndicateur(essai.services, { identifiant: 'reponses', nom: 'Réponses' }),
    await unIndicateur(essai.services, { identifiant: 'demandes', nom: 'Demandes' }),
  ];
  await essai.base
    .updateTable('indicateur')
    .set({ numerateur, denominateur, unite: '%' })
    .where('numero', '=', mdph.indicateur)
    .execute();
  const comptes = (numero: number, de: (rang: number) => number) =>
    valeurs(numero, DEPARTEMENTS.map((code, rang) => `${code} va 2022-01-31 ${de(rang)}`).join('\n'));
  await ecrireEnBase(
    essai.services,
    comptes(denominateur, (rang) => 1000 + 10 * rang),
  );
  await ecrireEnBase(
    essai.services,
    comptes(numerateur, (rang) => 500 + 5 * rang + (rang % 9)),
  );
}

type Ecrivain = Pick<MondeDuJour, 'fibre' | 'prefet'>;

async function analyser(essai: Essai, { fibre, prefet }: Ecrivain, synthese: string, depuis: string) {
  reussi(await ecrireAnalyse(essai.services, prefet, fibre.id, { territoire: 'D29', synthese, depuis }));
}

/** Everything that was true that day changes: values come and are rectified, another météo, another analysis. */
export async function laisserPasser(essai: Essai, monde: MondeDuJour, jusque: string): Promise<void> {
  essai.horloge.regler(jusque);
  const { fibre, mdph, somme } = monde;
  const { services } = essai;
  for (const numero of [fibre.indicateur, somme.indicateur])
    await ecrireEnBase(
      services,
      valeurs(
        numero,
        DEPARTEMENTS.flatMap((code, rang) => [
          `${code} va 2022-01-31 ${90 - (rang % 40)}`,
          `${code} va 2022-05-31 95`,
        ]).join('\n'),
      ),
    );
  await unSuivi(essai, mdph, 'D29', { vi: '50', va: '79', vc: '80' });
  const { numerateur } = await essai.base
    .selectFrom('indicateur')
    .select('numerateur')
    .where('numero', '=', mdph.indicateur)
    .executeTakeFirstOrThrow();
  await ecrireEnBase(services, valeurs(numerateur ?? 0, 'D29 va 2022-01-31 12\nD35 va 2022-01-31 –'));
  await uneMeteo(essai, fibre, 'D29', 'orage');
  await uneMeteo(essai, mdph, 'D29', 'orage');
  const { id } = await essai.base
    .selectFrom('analyse_de_reforme')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await analyser(essai, monde, 'Tout est à refaire.', String(id));
}
