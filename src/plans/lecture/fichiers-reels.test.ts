import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Jour, reduireBlancs } from '#socle/valeurs';
import { type DocumentLu, lireDocument } from '#tableur';
import { comparer } from '../regles/comparaison.ts';
import type { ActionLue, PlanLu, RolePilote } from '../regles/lecture.ts';
import { pointsDeTrajectoire } from '../regles/trajectoire.ts';
import { formats, relire } from './essais/fichiers.ts';
import { outilsReels } from './essais/outils-reels.ts';
import { feuilleDePlan, lirePlan, versJSON } from './index.ts';

const partage = [process.env.JALON_SHARED, join(import.meta.dirname, '../../../../shared')].find(
  (dossier): dossier is string => dossier !== undefined && existsSync(join(dossier, 'sources/tableaux/attendu.json')),
);
const dossier = join(partage ?? '', 'sources', 'tableaux');
const titre = `les dix documents réels${partage ? '' : ' — dossier ../shared absent (ou JALON_SHARED)'}`;

describe.skipIf(partage === undefined)(titre, () => {
  const attendu = partage
    ? (JSON.parse(readFileSync(join(dossier, 'attendu.json'), 'utf8')) as Attendu)
    : { plans: {} };

  for (const plan of Object.values(attendu.plans)) {
    for (const fichier of plan.fichiers) {
      describe(fichier, () => {
        const lignes = plan.actions ?? plan.missions ?? plan.recommandations ?? [];

        test('chaque action, mot pour mot', async () => {
          const lu = await lire(fichier);
          const pdf = fichier.endsWith('.pdf');
          expect(lu.actions.map((action) => enAttendu(action, pdf))).toEqual(
            lignes.map((ligne) => attendre(ligne, pdf)),
          );
        });

        test('le titre, et tout ce qui entoure le tableau', async () => {
          const lu = await lire(fichier);
          if (!fichier.endsWith('.csv')) expect(lu.titre).toBe(reduireBlancs(plan.titre));
          const autour = [lu.titre ?? '', ...lu.horsTableau].map(reduireBlancs);
          const notes = fichier.endsWith('.csv') ? [] : (plan.lignes_hors_tableau ?? []);
          const paragraphes = plan.hors_tableau?.fichier === fichier ? plan.hors_tableau.paragraphes : [];
          expect(autour).toEqual(expect.arrayContaining([...notes, ...paragraphes].map(reduireBlancs)));
        });

        test('aucune ligne refusée, et le réimporter ne change rien', async () => {
          const lu = await lire(fichier);
          expect(lu.anomalies.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
          const existant = lu.actions.map((action, rang) => ({ ...action, id: String(rang) }));
          expect(comparer(existant, (await lire(fichier)).actions).comptes.inchangee).toBe(lignes.length);
        });
      });
    }
  }

  test.each(formats)('exportés en %s puis réimportés, les plans réels ne changent pas', async (format) => {
    for (const plan of Object.values(attendu.plans)) {
      const lu = await lire(plan.fichiers[0] ?? '');
      const relu = lirePlan(await relire(feuilleDePlan(lu, lu.actions), format), SANS_DATE, outilsReels);
      const difference = comparer(
        lu.actions.map((action, rang) => ({ ...action, id: String(rang) })),
        relu.actions,
      );
      expect(difference.lignes.filter(({ etat }) => etat !== 'inchangee')).toEqual([]);
    }
  });

  test('les missions de 2020 proposent l’année du nom du fichier, et le disent', async () => {
    const lu = await lire('reprise-activites-spes-2020.docx');
    expect(lu.actions[0]?.trajectoire.map(({ date }) => date)).toEqual([
      '2020-05-11',
      '2020-06-01',
      '2020-07-01',
      '2020-09-01',
    ]);
    expect(lu.anomalies[0]).toMatchObject({ gravite: 'a_verifier', message: expect.stringContaining('2020') });
    expect(versJSON(lu).actions[0]?.trajectoire[0]).toEqual({ date: '2020-05-11', taux: 75 });
  });

  test('les huit missions de 2020 : quatre dates chacune, et l’écart d’un taux déclaré à l’attendu', async () => {
    const { actions } = await lire('reprise-activites-spes-2020.docx');
    expect(actions.map(({ trajectoire }) => trajectoire.map(({ taux }) => taux))).toEqual(TAUX_DE_2020);
    for (const { intitule, trajectoire } of actions) {
      const attendus = trajectoire.map(({ date, taux }) => ({ jour: date, taux: String(taux) }));
      expect(
        attendus.map(({ jour }) => jour),
        intitule,
      ).toEqual(DATES_DE_2020);
      const points = pointsDeTrajectoire(attendus, [{ jour: '2020-06-15' as Jour, taux: '50' }]);
      expect(points, intitule).toHaveLength(5);
      const juin = trajectoire[1]?.taux ?? 0;
      expect(points[2], intitule).toEqual({
        jour: '2020-06-15',
        attendu: String(juin),
        declare: '50',
        ecart: String(50 - juin),
      });
    }
  });

  test('le texte brut des missions de 2020 donne les mêmes actions que le traitement de texte', async () => {
    const brut = await lireChemin(join(partage ?? '', 'sources', 'reprise-activites-spes-2020.txt'));
    const docx = await lire('reprise-activites-spes-2020.docx');
    expect(brut.actions.map((action) => enAttendu(action, true))).toEqual(
      docx.actions.map((action) => enAttendu(action, true)),
    );
  });
});

const DATES_DE_2020 = ['2020-05-11', '2020-06-01', '2020-07-01', '2020-09-01'];

const TAUX_DE_2020 = [
  [75, 85, 90, 100],
  [80, 90, 90, 100],
  [50, 70, 75, 100],
  [80, 90, 90, 100],
  [80, 85, 90, 100],
  [80, 85, 90, 100],
  [50, 60, 70, 80],
  [50, 60, 75, 100],
];

type Attendu = { readonly plans: Readonly<Record<string, PlanAttendu>> };
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
type PlanAttendu = {
  readonly fichiers: readonly string[];
  readonly titre: string;
  readonly lignes_hors_tableau?: readonly string[];
  readonly hors_tableau?: { readonly fichier: string; readonly paragraphes: readonly string[] };
  readonly actions?: readonly LigneAttendue[];
  readonly missions?: readonly LigneAttendue[];
  readonly recommandations?: readonly LigneAttendue[];
};

function attendre(ligne: LigneAttendue, pdf: boolean): unknown {
  const mission = ligne.jalons !== undefined;
  const mots = (texte: string | null | undefined): string | null => reduire(texte, pdf);
  return {
    code: ligne.code ?? null,
    axes: [mission ? null : (ligne.theme ?? ligne.objectif)].flatMap((axe) => mots(axe) ?? []),
    intitule: mots(ligne.intitule),
    miseEnOeuvre: mots(
      mission ? `Objectif : ${ligne.objectif} Description : ${ligne.description}` : ligne.mise_en_oeuvre,
    ),
    pilotes: (ligne.pilotes ?? []).map(mots),
    associes: (ligne.associes ?? []).map(mots),
    livrables: mots(ligne.livrables),
    echeance: mots(ligne.echeance),
    avancement: mots(ligne.avancement),
    recommandations: [ligne.recommandation_visee].flatMap((texte) => mots(texte) ?? []),
    jalons: (ligne.jalons ?? []).map(({ echeance, taux }) => [echeance, Math.round(taux * 100)]),
  };
}

function enAttendu(action: ActionLue, pdf: boolean): unknown {
  const de = (...roles: RolePilote[]) =>
    action.pilotes.filter(({ role }) => roles.includes(role)).map(({ texte }) => reduire(texte, pdf));
  return {
    code: action.code,
    axes: action.axes.map((axe) => reduire(axe, pdf)),
    intitule: reduire(action.intitule, pdf),
    miseEnOeuvre: reduire(action.miseEnOeuvre, pdf),
    pilotes: de('pilote'),
    associes: de('en_lien_avec', 'concours'),
    livrables: reduire(action.livrables, pdf),
    echeance: reduire(action.echeancesTexte, pdf),
    avancement: reduire(action.avancement, pdf),
    recommandations: action.recommandations.map((texte) => reduire(texte, pdf)),
    jalons: action.trajectoire.map(({ texte, taux }) => [texte, taux]),
  };
}

/** A PDF breaks its lines anywhere, inside words too: only there are blanks ignored altogether. */
function reduire(texte: string | null | undefined, pdf: boolean): string | null {
  const mots = reduireBlancs(texte ?? '');
  return (pdf ? mots.replaceAll(' ', '') : mots) || null;
}

const SANS_DATE = { nomDeFichier: 'export', reperes: { reference: null } };

async function lire(fichier: string): Promise<PlanLu> {
  return lireChemin(join(dossier, fichier));
}

async function lireChemin(chemin: string): Promise<PlanLu> {
  const nom = chemin.replace(/^.*\//, '');
  const lu = await lireDocument(readFileSync(chemin), nom);
  if (!lu.ok) throw new Error(lu.refus.message);
  const document: DocumentLu = lu.valeur;
  return lirePlan(document, { nomDeFichier: nom, reperes: { reference: null } }, outilsReels);
}
