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
  readonly theme?: string | null;
  readonly objectif?: string | null;
  readonly description?: string;
  readonly intitule: string;
  readonly recommandation_visee?: string;
  readonly mise_en_oeuvre?: string;
  readonly pilotes?: readonly string[];
  readonly associes?: readonly string[];
  readonly livrables?: string | null;
  readonly echeance?: string | null;
  readonly avancement?: string | null;
  readonly jalons?: readonly { readonly echeance: string; readonly taux: number }[];
};
type Mots = (texte: string | null | undefined) => string | null;

function attendre(ligne: LigneAttendue, mots: Mots): unknown {
  const { jalons } = ligne;
  return {
    code: ligne.code ?? null,
    axes: jalons ? [] : [mots(ligne.theme ?? ligne.objectif)].filter((axe) => axe !== null),
    intitule: mots(ligne.intitule),
    miseEnOeuvre: mots(
      jalons ? `Objectif : ${ligne.objectif} Description : ${ligne.description}` : ligne.mise_en_oeuvre,
    ),
    pilotes: (ligne.pilotes ?? []).map(mots),
    associes: (ligne.associes ?? []).map(mots),
    livrables: mots(ligne.livrables),
    echeance: jalons ? null : mots(ligne.echeance),
    avancement: mots(ligne.avancement),
    recommandations: [mots(ligne.recommandation_visee)].filter((texte) => texte !== null),
    jalons: (jalons ?? []).map(({ taux }) => Math.round(taux * 100)),
  };
}

/** What was written in the database, in the terms of what is expected. */
async function ecrites(plan: string, mots: Mots): Promise<unknown[]> {
  const cellules = await essai.base
    .selectFrom('action')
    .select(['id', 'echeances_texte'])
    .where('plan_id', '=', plan)
    .execute();
  const echeances = new Map(cellules.map(({ id, echeances_texte }) => [id, echeances_texte]));
  return (await actionsComparables(essai.base, plan)).map((action) => {
    const nommes = (principal: boolean) =>
      action.pilotes.filter(({ role }) => (role === 'pilote') === principal).map(({ texte }) => mots(texte));
    return {
      code: action.code,
      axes: action.axes.map(mots),
      intitule: mots(action.intitule),
      miseEnOeuvre: mots(action.miseEnOeuvre),
      pilotes: nommes(true),
      associes: nommes(false),
      livrables: mots(action.livrables),
      echeance: action.trajectoire.length > 0 ? null : mots(echeances.get(action.id)),
      avancement: mots(action.avancement),
      recommandations: action.recommandations.map(mots),
      jalons: action.trajectoire.map(({ taux }) => taux),
    };
  });
}

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
          // A PDF breaks its lines anywhere, inside words too: only there are blanks ignored altogether.
          const mots: Mots = (texte) => {
            const reduits = reduireBlancs(texte ?? '');
            return (pdf ? reduits.replaceAll(' ', '') : reduits) || null;
          };
          const plan = await importer(essai.services, bcam, fichier, readFileSync(join(tableaux, fichier)));
          expect(await ecrites(plan, mots)).toEqual(attendues.map((ligne) => attendre(ligne, mots)));
          for (const format of FORMATS_D_EXPORT) {
            const comptes = await difference(plan, `export.${format}`, await exporter(plan, format));
            expect(comptes).toEqual({ nouvelle: 0, modifiee: 0, absente: 0, inchangee: attendues.length });
          }
        });
      }
    }
  },
);
