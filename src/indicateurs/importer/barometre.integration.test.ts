import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { toutRecalculer } from '../calcul/tout-recalculer.ts';
import { BAROMETRE, SANS_BAROMETRE } from '../essais/barometre.ts';
import { le } from '../essais/valeurs.ts';
import { situationsDuTerritoire } from '../fiche/situations-du-territoire.ts';
import { importerFichiers } from './importer-en-ligne.ts';

describe.skipIf(!BAROMETRE)(`le baromètre de janvier 2023${BAROMETRE ? '' : ` — ${SANS_BAROMETRE}`}`, () => {
  let essai: Essai;
  beforeAll(async () => {
    essai = await ouvrirEssai('2023-01-19T11:00:00Z');
  });
  afterAll(() => essai.fermer());

  const importer = async () => {
    const depots = readdirSync(BAROMETRE ?? '')
      .filter((nom) => /\.csv(\.gz)?$/.test(nom))
      .sort()
      .map((nom) => ({ nom, typeMime: 'text/csv', octets: readFileSync(join(BAROMETRE ?? '', nom)) }));
    return reussi(
      await importerFichiers(essai.services, depots, {
        motif: null,
        reference: le('2023-01-19'),
        auteur: null,
        dire: () => undefined,
      }),
    );
  };

  test('s’importe en entier, se recalcule à l’identique, et ne s’importe pas deux fois', async () => {
    const { crees, fichiers } = await importer();
    expect(crees).toHaveLength(57);
    expect(fichiers.map(({ ecriture }) => ecriture.ok)).toEqual([true, true, true, true, true, true]);
    const { nombre } = await essai.base
      .selectFrom('valeur')
      .select(({ fn }) => fn.countAll<number>().as('nombre'))
      .executeTakeFirstOrThrow();
    expect(nombre).toBe(115_548 + 1228 + 19_377 + 3721 + 5116 + 49 + 57 + 570 + 850);
    const finistere = await essai.base
      .selectFrom('situation_d_indicateur as s')
      .innerJoin('indicateur as i', 'i.numero', 's.indicateur')
      .select(['i.mesure', 's.taux_global', 's.etat_global'])
      .where('s.territoire', '=', 'D29')
      .execute();
    expect(new Set(finistere.map(({ mesure }) => mesure)).size).toBe(41);
    expect(finistere.filter(({ etat_global }) => etat_global === 'sans_cible').length).toBeGreaterThan(0);
    expect(await toutRecalculer(essai.services)).toBe(0);

    // What the page of each territory lists: no measure is missing from the country, each with its value or why there is none.
    const mesuresDe = async (territoire: string) => {
      const lus = await situationsDuTerritoire(essai.base, territoire, {
        jour: le('2023-01-19'),
        passe: false,
      });
      const muets = lus.filter(({ situation: { valeur, taux } }) => valeur.texte === '' || taux.texte === '');
      const mesurees = lus.filter(({ situation: { valeur, jour } }) => valeur.valeur !== null && jour !== null);
      expect(muets).toEqual([]);
      return [new Set(lus.map(({ mesure }) => mesure)).size, lus.length, mesurees.length];
    };
    expect([await mesuresDe('FR'), await mesuresDe('R53'), await mesuresDe('D29')]).toEqual([
      [43, 57, 57],
      [42, 55, 46],
      [41, 54, 52],
    ]);

    const encore = await importer();
    expect(encore.crees).toEqual([]);
    expect(encore.fichiers.map(({ ecriture }) => (ecriture.ok ? 'écrit' : ecriture.refus.regle))).toEqual(
      encore.fichiers.map(() => 'valeurs.importer.rien'),
    );
  }, 300_000);
});
