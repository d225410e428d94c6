import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import type { ValeurAEcrire } from '../ecriture/ecrire-valeurs.ts';
import { EN_SOMME, ecrireEnBase, unIndicateur, valeurs } from '../essais/en-base.ts';
import { d, le } from '../essais/valeurs.ts';
import { composerPanier, creerPanier } from '../paniers/composer.ts';
import type { TypeDeValeur } from './modele.ts';
import { reviserSituations, toutRecalculer } from './tout-recalculer.ts';

/** Tuesday 15 February 2022. */
let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(() => essai.fermer());

async function situation(indicateur: number, territoire: string) {
  return essai.base
    .selectFrom('situation_d_indicateur')
    .selectAll()
    .where('indicateur', '=', indicateur)
    .where('territoire', '=', territoire)
    .executeTakeFirstOrThrow();
}

async function toutes(indicateurs: readonly number[]) {
  const lire = async (table: 'situation_d_indicateur' | 'valeur_agregee' | 'valeur_courante') => {
    const lignes = await essai.base
      .selectFrom(table)
      .selectAll()
      .where('indicateur', 'in', [...indicateurs])
      .orderBy('indicateur')
      .orderBy('territoire')
      .orderBy(sql.ref(table === 'situation_d_indicateur' ? 'territoire' : 'type'))
      .orderBy('jour')
      .execute();
    return lignes.map(({ indicateur, fait: _, ...ligne }: Record<string, unknown>) => ({
      rang: indicateurs.indexOf(Number(indicateur)),
      ...ligne,
    }));
  };
  return {
    situations: await lire('situation_d_indicateur'),
    agregees: await lire('valeur_agregee'),
    courantes: await lire('valeur_courante'),
    paniers: await paniersDe(indicateurs),
  };
}

/** The rows of the baskets these indicators are in. */
async function paniersDe(indicateurs: readonly number[]) {
  const lignes = await essai.base
    .selectFrom('situation_de_panier')
    .selectAll()
    .where('panier', 'in', (eb) =>
      eb
        .selectFrom('panier_indicateur')
        .select('panier')
        .where('indicateur', 'in', [...indicateurs]),
    )
    .orderBy('panier')
    .orderBy('territoire')
    .execute();
  return lignes.map(({ panier: _, ...ligne }) => ligne);
}

/** A basket of these indicators, the same weights at each maille. */
async function unPanier(poids: readonly (readonly [number, string])[]): Promise<number> {
  return essai.base.transaction().execute(async (transaction) => {
    const panier = await creerPanier(transaction, essai.services.horloge.maintenant());
    const parts = MAILLES.flatMap((maille) =>
      poids.map(([indicateur, texte]) => ({ indicateur, maille, poids: d(texte) })),
    );
    await composerPanier(transaction, panier, parts, aujourdhui(essai.services.horloge));
    return panier;
  });
}
const MAILLES = ['national', 'regional', 'departemental'] as const;

describe('une valeur écrite met à jour sa situation', () => {
  test('sans rien : « non mesuré » partout où l’indicateur est suivi, jamais 0', async () => {
    const numero = await unIndicateur(essai.services, { identifiant: 'vide', maillesAvecCible: ['departemental'] });
    const { situations } = await toutes([numero]);
    expect(situations).toHaveLength(120);
    expect(await situation(numero, 'D29')).toMatchObject({
      taux_global: null,
      etat_global: 'non_mesure',
      valeur: null,
      alertes: ['taux_non_calculable'],
    });
    expect((await situation(numero, 'R53')).alertes).toEqual([]);
  });

  test('le Finistère : taux annuel et global, écart à la trajectoire, médiane, alertes', async () => {
    const numero = await unIndicateur(essai.services, { identifiant: 'fibre' });
    const ecrit = await ecrireEnBase(
      essai.services,
      valeurs(
        numero,
        `D29 vi 2020-12-31 100
         D29 vc 2022-12-31 200
         D29 vc 2023-12-31 300
         D29 va 2021-12-31 150
         D35 vi 2020-12-31 100
         D35 vc 2023-12-31 300
         D35 va 2022-01-31 280`,
      ),
    );
    expect(ecrit).toMatchObject({ nouvelles: 7, modifiees: 0, retirees: 0, identiques: 0 });
    expect(await situation(numero, 'D29')).toMatchObject({
      valeur: '150',
      jour: '2021-12-31',
      taux_annuel: '50',
      taux_global: '25',
      etat_annuel: 'en_cours',
      attendu: '150',
      ecart: '0',
      mediane: '57.5',
      ecart_mediane: '-32.5',
      attendue_le: '2022-02-28',
      alertes: ['retrait_sur_la_mediane'],
      revoir_le: '2022-03-01',
    });
    expect(await situation(numero, 'D35')).toMatchObject({ etat_annuel: 'sans_cible', taux_global: '90' });
  });

  test('une valeur déjà connue n’écrit rien ; une valeur changée est une rectification, l’ancienne est gardée', async () => {
    const numero = await unIndicateur(essai.services, { identifiant: 'rectifie' });
    await ecrireEnBase(essai.services, valeurs(numero, 'D29 va 2021-12-31 12,5'));
    expect(await ecrireEnBase(essai.services, valeurs(numero, 'D29 va 2021-12-31 12.50'))).toMatchObject({
      nouvelles: 0,
      identiques: 1,
      situations: 0,
    });
    expect(
      await ecrireEnBase(essai.services, valeurs(numero, 'D29 va 2021-12-31 13'), {
        rectification: 'erreur de saisie',
      }),
    ).toMatchObject({ modifiees: 1, identiques: 0 });
    const faits = await essai.base
      .selectFrom('valeur')
      .select(['valeur', 'rectification'])
      .where('indicateur', '=', numero)
      .orderBy('id')
      .execute();
    expect(faits).toEqual([
      { valeur: '12.5', rectification: null },
      { valeur: '13', rectification: 'erreur de saisie' },
    ]);
    await ecrireEnBase(essai.services, valeurs(numero, 'D29 va 2021-12-31 –'), { rectification: 'retrait' });
    expect(await situation(numero, 'D29')).toMatchObject({ valeur: null, etat_global: 'non_mesure' });
  });
});

describe('la Bretagne, somme de ses quatre départements', () => {
  test('VI 40, VA 100, cible 160 : 50 % ; sans le Morbihan, 90 sur 3 départements et pas de taux', async () => {
    const numero = await unIndicateur(essai.services, { identifiant: 'bretagne', ...EN_SOMME });
    const departements = ['D22', 'D29', 'D35', 'D56'];
    const lignes = departements.flatMap((code, i) => [
      `${code} vi 2020-12-31 10`,
      `${code} vc 2022-12-31 40`,
      ...(code === 'D56' ? [] : [`${code} va 2021-12-31 ${[20, 30, 40][i]}`]),
    ]);
    await ecrireEnBase(essai.services, valeurs(numero, lignes.join('\n')));
    expect(await situation(numero, 'R53')).toMatchObject({
      valeur: '90',
      partiel: true,
      mesures: 3,
      applicables: 4,
      taux_global: null,
      etat_global: 'partiel',
      attendu: null,
      ecart: null,
    });
    await ecrireEnBase(essai.services, valeurs(numero, 'D56 va 2022-01-31 10'));
    expect(await situation(numero, 'R53')).toMatchObject({
      valeur_initiale: '40',
      valeur: '100',
      cible_globale: '160',
      partiel: false,
      mesures: 4,
      applicables: 4,
      jour: '2022-01-31',
      plus_ancienne: '2021-12-31',
      taux_global: '50',
      etat_global: 'en_cours',
    });
    expect(await situation(numero, 'FR')).toMatchObject({ partiel: true, mesures: 4, applicables: 101 });
  });
});

test('le calendrier change une situation : la cible échoit, la valeur tarde', async () => {
  const propre = await ouvrirEssai();
  const numero = await unIndicateur(propre.services, { identifiant: 'calendrier' });
  await ecrireEnBase(
    propre.services,
    valeurs(numero, 'D29 vi 2020-12-31 0\nD29 vc 2022-06-30 10\nD29 va 2022-01-31 12'),
  );
  const lire = () =>
    propre.base
      .selectFrom('situation_d_indicateur')
      .select(['etat_global', 'alertes', 'revoir_le'])
      .where('indicateur', '=', numero)
      .where('territoire', '=', 'D29')
      .executeTakeFirstOrThrow();
  expect(await lire()).toEqual({
    etat_global: 'depassee_avant_terme',
    alertes: ['cible_deja_atteinte'],
    revoir_le: '2022-04-01',
  });
  expect(await reviserSituations(propre.services)).toBe(0);
  propre.horloge.regler('2022-04-01T06:00:00Z');
  expect(await reviserSituations(propre.services)).toBe(1);
  expect((await lire()).alertes).toEqual(['valeur_en_retard', 'cible_deja_atteinte']);
  propre.horloge.regler('2022-07-01T06:00:00Z');
  await reviserSituations(propre.services);
  expect(await lire()).toMatchObject({ etat_global: 'atteinte', alertes: ['valeur_en_retard', 'cible_echue'] });
  propre.horloge.regler('2023-01-01T06:00:00Z');
  await reviserSituations(propre.services);
  expect(await toutRecalculer(propre.services)).toBe(0);
  await propre.fermer();
});

describe('propriétés', () => {
  const unTerritoire = fc.constantFrom('FR', 'R53', 'R11', 'D22', 'D29', 'D35', 'D56', 'D75', 'D92');
  const uneDate = fc.constantFrom(
    '2020-12-31',
    '2021-06-30',
    '2021-11-30',
    '2021-12-31',
    '2022-01-31',
    '2022-12-31',
    '2023-12-31',
  );
  const uneValeur = fc.record({
    indicateur: fc.nat({ max: 4 }),
    territoire: unTerritoire,
    type: fc.constantFrom<TypeDeValeur>('vi', 'va', 'va', 'vc'),
    date: uneDate,
    valeur: fc.option(
      fc.integer({ min: -20, max: 300 }).map((n) => String(n / 4)),
      { freq: 8 },
    ),
  });
  const unLot = fc.uniqueArray(uneValeur, {
    minLength: 1,
    maxLength: 25,
    selector: (v) => `${v.indicateur} ${v.territoire} ${v.type} ${v.date}`,
  });

  let serie = 0;
  /** Typed, summed, weighted by the first, ratio of the first two, taken apart then averaged. */
  async function cinqIndicateurs(): Promise<number[]> {
    serie += 1;
    const nom = (genre: string) => ({ identifiant: `p-${serie}-${genre}` });
    const saisi = await unIndicateur(essai.services, nom('saisi'));
    const somme = await unIndicateur(essai.services, { ...nom('somme'), ...EN_SOMME, sansObjet: ['D35'] });
    const numeros = [
      saisi,
      somme,
      await unIndicateur(essai.services, {
        ...nom('moyenne'),
        agregationVi: 'moyenne_ponderee',
        agregationVa: 'moyenne_ponderee',
        agregationVc: 'saisie',
        denominateur: saisi,
      }),
      await unIndicateur(essai.services, {
        ...nom('ratio'),
        sens: 'baisse',
        agregationVa: 'ratio',
        agregationVc: 'aucune',
        numerateur: somme,
        denominateur: saisi,
        facteur: '1000',
      }),
      await unIndicateur(essai.services, {
        ...nom('cumul'),
        ...EN_SOMME,
        decumuler: true,
        operation: 'moyenne',
        fenetre: 'annee_civile',
        mailles: ['regional', 'departemental'],
      }),
    ];
    await unPanier(numeros.map((numero, i) => [numero, String(10 * i + 5)] as const));
    return numeros;
  }
  const pour = (
    numeros: readonly number[],
    lot: readonly (typeof uneValeur extends fc.Arbitrary<infer V> ? V : never)[],
  ) =>
    lot.map(
      ({ indicateur, territoire, type, date, valeur }): ValeurAEcrire => ({
        indicateur: numeros[indicateur] ?? 0,
        territoire,
        type,
        jour: le(date),
        valeur,
      }),
    );

  test('tout recalculer redonne exactement ce qui a été calculé au fil de l’eau', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unLot, { minLength: 1, maxLength: 4 }), async (lots) => {
        const numeros = await cinqIndicateurs();
        for (const lot of lots) await ecrireEnBase(essai.services, pour(numeros, lot));
        const avant = await toutes(numeros);
        expect(await toutRecalculer(essai.services)).toBe(0);
        expect(await toutes(numeros)).toEqual(avant);
        await essai.base.deleteFrom('situation_d_indicateur').where('indicateur', 'in', numeros).execute();
        await essai.base.deleteFrom('situation_de_panier').execute();
        await essai.base.deleteFrom('valeur_agregee').where('indicateur', 'in', numeros).execute();
        await toutRecalculer(essai.services);
        expect(await toutes(numeros)).toEqual(avant);
      }),
      { numRuns: 5 },
    );
  }, 180_000);

  test('l’ordre des imports ne change rien', async () => {
    await fc.assert(
      fc.asyncProperty(unLot, fc.infiniteStream(fc.nat()), async (lot, alea) => {
        const [a, b] = [await cinqIndicateurs(), await cinqIndicateurs()];
        const melange = lot
          .map((valeur) => ({ valeur, cle: alea.next().value ?? 0 }))
          .sort((x, y) => x.cle - y.cle)
          .map(({ valeur }) => valeur);
        await ecrireEnBase(essai.services, pour(a, lot));
        const milieu = Math.floor(melange.length / 2);
        await ecrireEnBase(essai.services, pour(b, melange.slice(milieu)));
        await ecrireEnBase(essai.services, pour(b, melange.slice(0, milieu)));
        expect(await toutes(b)).toEqual(await toutes(a));
      }),
      { numRuns: 6 },
    );
  });
});

describe('un panier suit ses indicateurs', () => {
  const suivi = (numero: number, va: number) =>
    valeurs(
      numero,
      `D29 vi 2020-12-31 0
       D29 vc 2023-12-31 100
       D29 va 2022-01-31 ${va}`,
    );
  const lire = async (panier: number, territoire: string) =>
    essai.base
      .selectFrom('situation_de_panier')
      .selectAll()
      .where('panier', '=', panier)
      .where('territoire', '=', territoire)
      .executeTakeFirstOrThrow();

  test('60 et 40, à 50 et 100 : 70 ; tant qu’un taux manque, pas de taux', async () => {
    const a = await unIndicateur(essai.services, { identifiant: 'panier-a' });
    const b = await unIndicateur(essai.services, { identifiant: 'panier-b' });
    const panier = await unPanier([
      [a, '60'],
      [b, '40'],
    ]);
    expect(await lire(panier, 'D29')).toMatchObject({ taux_global: null, etat: 'non_mesure', mesures: 0, attendus: 2 });
    await ecrireEnBase(essai.services, suivi(a, 50));
    expect(await lire(panier, 'D29')).toMatchObject({ taux_global: null, etat: 'incomplet', mesures: 1, attendus: 2 });
    await ecrireEnBase(essai.services, suivi(b, 100));
    expect(await lire(panier, 'D29')).toMatchObject({ taux_global: '70', jour: '2022-01-31', mesures: 2 });
    expect((await lire(panier, 'D35')).taux_global).toBeNull();
  });

  test('deux indicateurs du même panier écrits en même temps : le panier a les deux', async () => {
    const a = await unIndicateur(essai.services, { identifiant: 'panier-c' });
    const b = await unIndicateur(essai.services, { identifiant: 'panier-d' });
    const panier = await unPanier([
      [a, '1'],
      [b, '1'],
    ]);
    await Promise.all([ecrireEnBase(essai.services, suivi(a, 20)), ecrireEnBase(essai.services, suivi(b, 40))]);
    expect(await lire(panier, 'D29')).toMatchObject({ taux_global: '30' });
  });
});

test('deux personnes écrivent en même temps : rien ne se perd, la somme est juste', async () => {
  const numero = await unIndicateur(essai.services, { identifiant: 'ensemble', ...EN_SOMME });
  await Promise.all(
    ['D22', 'D29', 'D35', 'D56'].map((code, i) =>
      ecrireEnBase(essai.services, valeurs(numero, `${code} va 2022-01-31 ${i + 1}`)),
    ),
  );
  expect(await situation(numero, 'R53')).toMatchObject({ valeur: '10', mesures: 4, partiel: false });
});
