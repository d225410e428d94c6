import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { jourAParis, reduireBlancs } from '#socle/valeurs';
import { type Essai, ouvrirEssai } from '../../../tests/outils/index.ts';
import { criteresDeLAdresse } from '../adresses.ts';
import { exporterPlan } from '../commandes/exporter-plan.ts';
import { ecrireFichierDePlan, FORMATS_D_EXPORT } from '../lecture/fichier-de-plan.ts';
import { modeleDePlan } from '../lecture/index.ts';
import { actionsComparables } from '../lectures/comparables.ts';
import { trouverPlan } from '../lectures/plan.ts';
import { ouvrirCompte } from './essais/acteurs.ts';
import { deposer, importer, regarder, valeur } from './essais/etapes.ts';

let essai: Essai;
let bcam: Acteur;
beforeAll(async () => {
  essai = await ouvrirEssai();
  bcam = await ouvrirCompte(essai.services, 'bcam');
});
afterAll(async () => {
  await essai.fermer();
});

async function exporter(plan: string, format: (typeof FORMATS_D_EXPORT)[number], adresse = ''): Promise<Uint8Array> {
  return exporterPlan(essai.services, bcam, valeur(await trouverPlan(essai.base, bcam, plan)), {
    criteres: criteresDeLAdresse(new URLSearchParams(adresse)),
    regard: { jour: jourAParis(essai.horloge.maintenant()), passe: false },
    format,
  });
}

async function difference(plan: string, nom: string, octets: Uint8Array) {
  const id = await deposer(essai.services, bcam, plan, nom, octets);
  return (await regarder(essai.services, bcam, id)).apercu.difference?.comptes;
}

describe.each(FORMATS_D_EXPORT)('en %s', (format) => {
  test('le modèle s’importe tel qu’il est téléchargé, et son export se réimporte sans différence', async () => {
    const plan = await importer(
      essai.services,
      bcam,
      `modele.${format}`,
      await ecrireFichierDePlan(modeleDePlan(), format),
    );
    const actions = await actionsComparables(essai.base, plan);
    expect(actions.map(({ code, statut }) => [code, statut])).toEqual([
      ['1-1', 'en_cours'],
      ['1-2', 'a_lancer'],
    ]);
    expect(actions[0]?.trajectoire.map(({ date, taux }) => [date, taux])).toEqual([
      ['2026-12-31', 50],
      ['2027-06-30', 100],
    ]);
    for (const autre of FORMATS_D_EXPORT) {
      expect(await difference(plan, `export.${autre}`, await exporter(plan, autre))).toEqual({
        nouvelle: 0,
        modifiee: 0,
        absente: 0,
        inchangee: 2,
      });
    }
  });
});

test('l’export ne contient que ce que la liste montre', async () => {
  const plan = await importer(essai.services, bcam, 'modele.xlsx', await ecrireFichierDePlan(modeleDePlan(), 'xlsx'));
  const filtre = await exporter(plan, 'xlsx', 'statut=a_lancer');
  expect(await difference(plan, 'export.xlsx', filtre)).toEqual({ nouvelle: 0, modifiee: 0, absente: 1, inchangee: 1 });
});

const partage = [process.env.JALON_SHARED, join(import.meta.dirname, '../../../../shared')].find(
  (dossier): dossier is string => dossier !== undefined && existsSync(join(dossier, 'sources/tableaux/attendu.json')),
);
const tableaux = join(partage ?? '', 'sources', 'tableaux');

type Attendu = {
  readonly plans: Readonly<
    Record<
      string,
      { readonly fichiers: readonly string[] } & Partial<
        Record<'actions' | 'missions' | 'recommandations', readonly LigneAttendue[]>
      >
    >
  >;
};
type LigneAttendue = {
  readonly code?: string | null;
  readonly intitule: string;
  readonly echeance?: string | null;
  readonly livrables?: string | null;
  readonly avancement?: string | null;
};

describe.skipIf(partage === undefined)(
  `les dix documents réels${partage ? '' : ' — dossier ../shared absent (ou JALON_SHARED)'}`,
  () => {
    const { plans } = partage
      ? (JSON.parse(readFileSync(join(tableaux, 'attendu.json'), 'utf8')) as Attendu)
      : { plans: {} };

    for (const [nom, { fichiers, ...lignes }] of Object.entries(plans)) {
      const attendues = lignes.actions ?? lignes.missions ?? lignes.recommandations ?? [];
      for (const fichier of fichiers) {
        test(`${fichier} : ce qui est écrit est ce qui est attendu (${nom})`, async () => {
          const pdf = fichier.endsWith('.pdf');
          const mots = (texte: string | null | undefined) =>
            reduireBlancs(texte ?? '').replaceAll(pdf ? ' ' : '\u0000', '') || null;
          const plan = await importer(essai.services, bcam, fichier, readFileSync(join(tableaux, fichier)));
          const ecrites = await essai.base
            .selectFrom('action')
            .select(['id', 'code', 'intitule', 'livrables', 'echeances_texte'])
            .where('plan_id', '=', plan)
            .orderBy('rang')
            .execute();
          const notes = new Map(
            (await actionsComparables(essai.base, plan)).map(({ id, avancement }) => [id, avancement]),
          );
          const missions = lignes.missions !== undefined;
          expect(
            ecrites.map(({ id, code, intitule, livrables, echeances_texte }) => [
              code,
              mots(intitule),
              mots(livrables),
              missions ? null : mots(echeances_texte),
              mots(notes.get(id)),
            ]),
          ).toEqual(
            attendues.map(({ code, intitule, livrables, echeance, avancement }) => [
              code ?? null,
              mots(intitule),
              mots(livrables),
              missions ? null : mots(echeance),
              mots(avancement),
            ]),
          );
          for (const format of FORMATS_D_EXPORT) {
            const comptes = await difference(plan, `export.${format}`, await exporter(plan, format));
            expect(comptes).toEqual({ nouvelle: 0, modifiee: 0, absente: 0, inchangee: attendues.length });
          }
        });
      }
    }
  },
);
