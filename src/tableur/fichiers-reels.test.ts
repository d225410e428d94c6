import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reduireBlancs } from '#socle/valeurs';
import { dossierPartage, SANS_DOSSIER_PARTAGE } from './essais/fichiers-reels.ts';
import { type DocumentLu, lireDocument } from './index.ts';

const partage = dossierPartage();
const titre = `les documents réels${partage ? '' : ` — ${SANS_DOSSIER_PARTAGE}`}`;

describe.skipIf(partage === null)(titre, () => {
  const dossier = join(partage ?? '', 'sources', 'tableaux');
  const attendu = partage
    ? (JSON.parse(readFileSync(join(dossier, 'attendu.json'), 'utf8')) as Attendu)
    : { plans: {} };

  test.runIf(partage === null)(SANS_DOSSIER_PARTAGE, () => {});

  for (const plan of Object.values(attendu.plans)) {
    for (const fichier of plan.fichiers) {
      test(`${fichier} : chaque texte attendu est celui d’une cellule entière`, async () => {
        const lu = await lire(join(dossier, fichier));
        const textes = textesLus(lu);
        const manquants = valeursAttendues(plan).filter((valeur) => !textes.has(reduireBlancs(valeur)));
        expect(manquants).toEqual([]);
      });
    }
  }
});

type Attendu = { readonly plans: Readonly<Record<string, PlanAttendu>> };
type LigneAttendue = Readonly<Record<string, unknown>>;
type PlanAttendu = {
  readonly fichiers: readonly string[];
  readonly entetes?: readonly string[];
  readonly actions?: readonly LigneAttendue[];
  readonly missions?: readonly LigneAttendue[];
  readonly recommandations?: readonly LigneAttendue[];
};

async function lire(chemin: string): Promise<DocumentLu> {
  const lu = await lireDocument(readFileSync(chemin), chemin);
  if (!lu.ok) throw new Error(lu.refus.message);
  return lu.valeur;
}

/** Texts of the cells and of the paragraphs, and what follows a label in them: « Objectif : … », « Recommandation n° 1 : … ». */
function textesLus(document: DocumentLu): ReadonlySet<string> {
  const textes = document.blocs.flatMap((bloc) =>
    bloc.type === 'tableau' ? bloc.lignes.flatMap((ligne) => ligne.cellules.map(({ texte }) => texte)) : [bloc.texte],
  );
  const sansEtiquette = textes.map((texte) => texte.replace(/^[^:]{1,40}:/, ''));
  return new Set([...textes, ...sansEtiquette].map(reduireBlancs));
}

const CHAMPS = [
  'theme',
  'objectif',
  'intitule',
  'pilote_brut',
  'mise_en_oeuvre',
  'description',
  'avancement',
  'recommandation_visee',
];

function valeursAttendues(plan: PlanAttendu): string[] {
  const lignes = [...(plan.actions ?? []), ...(plan.missions ?? []), ...(plan.recommandations ?? [])];
  const valeurs = lignes.flatMap((ligne) => {
    // In the plan of 2022 the deadline is part of a cell, looked for as a whole; in that of 2020 it is a heading.
    const propres =
      'livrables_et_echeances' in ligne ? ['code', 'livrables_et_echeances'] : 'jalons' in ligne ? [] : ['echeance'];
    return [...CHAMPS, ...propres]
      .map((champ) => ligne[champ])
      .filter((valeur): valeur is string => typeof valeur === 'string');
  });
  return [...valeurs, ...(plan.entetes ?? [])].filter((valeur) => valeur !== '');
}
