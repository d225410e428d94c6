import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rattacherPilotes } from './rattacher-pilotes.ts';
import { separerPilotes } from './separer-pilotes.ts';

/** « pilote | pilote », then « ~ associé » and « + concours », as a person would note them. */
function lus(cellule: string): string[] {
  const signes = { pilote: '', en_lien_avec: '~ ', concours: '+ ' } as const;
  return separerPilotes(cellule).map(({ texte, role }) => `${signes[role]}${texte}`);
}

describe('une cellule de pilotes telle qu’on l’écrit', () => {
  test.each<[string, string[]]>([
    ['DITP', ['DITP']],
    ['DITP et DINUM', ['DITP', 'DINUM']],
    ['DITP, DINUM ; DGAFP', ['DITP', 'DINUM', 'DGAFP']],
    ['Les SGAR, la DITP & le SGG', ['SGAR', 'DITP', 'SGG']],
    ['SGPI\nCaisse des dépôts et consignations\nANCT', ['SGPI', 'Caisse des dépôts et consignations', 'ANCT']],
    ['- DITP\n- DINUM', ['DITP', 'DINUM']],
    ['DMATES/SDATE, en lien avec les préfectures et les SGC-D', ['DMATES/SDATE', '~ préfectures', '~ SGC-D']],
    ['DGAFP, avec la DITP, le CISIRH et l’ANSSI', ['DGAFP', '~ DITP', '~ CISIRH', '~ ANSSI']],
    ['DGAFP en liaison avec la DITP', ['DGAFP', '~ DITP']],
    ['DGAFP (en lien avec les DDETS(PP))', ['DGAFP', '~ DDETS(PP)']],
    ['DAE, en partenariat avec l’UGAP', ['DAE', '~ UGAP']],
    ['DAE en association avec les PFRA', ['DAE', '~ PFRA']],
    ['DGAFP, avec le concours des PFRH', ['DGAFP', '+ PFRH']],
    ['SGAR avec l’appui de la DITP et de la DINUM', ['SGAR', '+ DITP', '+ DINUM']],
    ['DGAFP et appui des PFRH', ['DGAFP', '+ PFRH']],
    ['DREETS, sous le pilotage des SGAR', ['+ DREETS', 'SGAR']],
    ['Sous l’égide du SGG, avec la DSAF', ['SGG', '~ DSAF']],
    ['Pilotage DMATES', ['DMATES']],
    ['Pilote : DIE\nAppui : RRPIE', ['DIE', '+ RRPIE']],
    ['DIE\nen lien avec :\n- les SGAR\n- les RRPIE', ['DIE', '~ SGAR', '~ RRPIE']],
    ['MIOM (DMATES/SDATE/BCAM) et ministères sociaux', ['MIOM (DMATES/SDATE/BCAM)', 'ministères sociaux']],
    ['DMATES/SDATE, en lien\navec les SGAR et les SG\nde préfecture', ['DMATES/SDATE', '~ SGAR', '~ SG de préfecture']],
    ['de la DINUM et en lien avec la DITP', ['~ DINUM', '~ DITP']],
    ['DITP, en ministères du périmètre ATE', ['DITP', '~ ministères du périmètre ATE']],
    ['SDATE/DMATES/BMAT', ['SDATE/DMATES/BMAT']],
    ['Préfets de région et préfets de département', ['Préfets de région et préfets de département']],
    ['SGAR et préfets de département', ['SGAR', 'préfets de département']],
    ['', []],
    [' - ', []],
  ])('« %s »', (cellule, attendus) => {
    expect(lus(cellule)).toEqual(attendus);
  });

  test.each<[string, string[]]>([
    [
      'Direction départementale des territoires et de la mer et DDPP',
      ['Direction départementale des territoires et de la mer', 'DDPP'],
    ],
    [
      'Direction générale de la concurrence, de la consommation et de la répression des fraudes, DGAL',
      ['Direction générale de la concurrence, de la consommation et de la répression des fraudes', 'DGAL'],
    ],
    [
      'DITP avec l’appui de la direction départementale des territoires et de la mer et de la DDPP',
      ['DITP', '+ direction départementale des territoires et de la mer', '+ DDPP'],
    ],
    ['Direction de la cohésion et de la solidarité, SGAR', ['Direction de la cohésion et de la solidarité', 'SGAR']],
    [
      'Secrétariat général du Gouvernement (SGG) - direction des services administratifs et financiers\nDITP',
      ['Secrétariat général du Gouvernement (SGG) - direction des services administratifs et financiers', 'DITP'],
    ],
    ['DDT, DDTM', ['DDT', 'DDTM']],
    ['DMATES, SDATE', ['DMATES', 'SDATE']],
    ['Mission « eau et nature » et DITP', ['Mission « eau et nature »', 'DITP']],
    ['l’ensemble des SGAR', ['l’ensemble des SGAR']],
  ])('un nom propre n’est pas coupé : « %s »', (cellule, attendus) => {
    expect(lus(cellule)).toEqual(attendus);
  });

  test('espaces, espaces insécables et apostrophes ne changent rien', () => {
    expect(lus("DGAFP ,\u00a0avec  l'appui\u202fde la DITP")).toEqual(['DGAFP', '+ DITP']);
  });
});

test('une cellule quelconque se lit toujours, sans rien rendre de vide', () => {
  const mot = fc.constantFrom(
    'DITP',
    'avec',
    'et',
    'les',
    'en lien avec',
    ',',
    '/',
    '(',
    ')',
    '«',
    '»',
    '\n',
    'de la',
    ':',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(mot).map((mots) => mots.join(' ')),
      ),
      (cellule) => {
        for (const { texte } of separerPilotes(cellule)) expect(texte.trim()).not.toBe('');
      },
    ),
  );
});

test('une cellule de 4 000 caractères se lit en un instant', () => {
  const cellules = ['DITP, ', 'et de la mer ', 'avec ', 'en lien ', '(', '( avec ', 'service des ', '/', 'a b '];
  const debut = performance.now();
  for (const motif of cellules) separerPilotes(motif.repeat(4000 / motif.length));
  expect(performance.now() - debut).toBeLessThan(1000);
});

type Ligne = {
  readonly pilote_brut?: string | null;
  readonly pilotes?: readonly string[];
  readonly associes?: readonly string[];
};
type Attendu = { readonly plans: Record<string, { readonly actions?: Ligne[]; readonly recommandations?: Ligne[] }> };

const reference = join(
  process.env.JALON_SHARED ?? join(process.cwd(), '..', 'shared'),
  'sources/tableaux/attendu.json',
);

const lignesDe = (plan: Attendu['plans'][string] | undefined) =>
  [...(plan?.actions ?? []), ...(plan?.recommandations ?? [])].flatMap(({ pilote_brut }) => pilote_brut ?? []);

test.skipIf(!existsSync(reference))(
  'dans les plans de référence, seuls les noms tronqués restent sans organisation',
  () => {
    const { plans }: Attendu = JSON.parse(readFileSync(reference, 'utf8'));
    const sansOrganisation = Object.values(plans).flatMap((plan) =>
      rattacherPilotes(lignesDe(plan))
        .flat()
        .filter(({ organisation }) => organisation === null)
        .map(({ texte }) => texte),
    );
    expect(sansOrganisation).toEqual(['DRH des', 'DRH des ministères de', 'autres']);
  },
);

test.skipIf(!existsSync(reference))('les plans de référence sont lus exactement (si ../shared est présent)', () => {
  const { plans }: Attendu = JSON.parse(readFileSync(reference, 'utf8'));
  const lignes = Object.values(plans)
    .flatMap(({ actions = [], recommandations = [] }) => [...actions, ...recommandations])
    .filter(({ pilote_brut }) => typeof pilote_brut === 'string');
  expect(lignes.length).toBeGreaterThan(30);
  for (const { pilote_brut, pilotes = [], associes = [] } of lignes) {
    const obtenus = separerPilotes(pilote_brut ?? '');
    const deRole = (pilote: boolean) =>
      obtenus.filter(({ role }) => (role === 'pilote') === pilote).map((p) => p.texte);
    expect({ pilote_brut, pilotes: deRole(true), associes: deRole(false) }).toEqual({ pilote_brut, pilotes, associes });
  }
});
