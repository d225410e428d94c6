import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nomsDe } from './organisation.ts';
import { ORGANISATIONS } from './organisations.ts';
import { type Contexte, creerAnnuaire } from './trouver.ts';

const annuaire = creerAnnuaire(ORGANISATIONS);

/** What was found, in short: an identifier, « collectif : libellé », « ambiguë : … », « inconnue ». */
function lu(texte: string, contexte?: Contexte): string {
  const trouvaille = annuaire.trouver(texte, contexte);
  switch (trouvaille.type) {
    case 'une':
      return trouvaille.organisation.id;
    case 'collectif':
      return `collectif : ${trouvaille.libelle}`;
    case 'ambigue':
      return `ambiguë : ${trouvaille.candidates.map((o) => o.id).join(', ')}`;
    case 'inconnue':
      return 'inconnue';
  }
}

describe('une organisation par l’un de ses noms', () => {
  test.each([
    ['DMATES', 'mi-dmates'],
    ['la DMAT', 'mi-dmates'],
    ['dmat', 'mi-dmates'],
    ['Direction de la modernisation et de l’administration territoriale', 'mi-dmates'],
    ["Direction de la Modernisation et de l'Administration Territoriale (DMAT)", 'mi-dmates'],
    ['DINSIC', 'pm-dinum'],
    ['SGMAP/DINSIC', 'pm-dinum'],
    ['SGMAP', 'pm-ditp'],
    ['CGET', 'anct'],
    ['CGI', 'pm-sgpi'],
    ['le SGG', 'pm-sgg'],
    ['IGA', 'mi-iga'],
    ['l’igas', 'mas-igas'],
    ['ministères sociaux', 'mas'],
    ['Ministere de l interieur', 'mi'],
    ['Préfecture de police', 'mi-pp'],
    [
      'Secrétariat général du gouvernement (SGG)- direction des services administratifs et financiers (DSAF)',
      'pm-dsaf',
    ],
  ])('« %s »', (texte, attendu) => {
    expect(lu(texte)).toBe(attendu);
  });

  test('le nom qui a permis de la trouver est dit', () => {
    expect(annuaire.trouver('SDAT')).toMatchObject({ type: 'une', par: 'ancien_nom', hypothese: null });
    expect(annuaire.trouver('SDATE')).toMatchObject({ type: 'une', par: 'sigle' });
    expect(annuaire.trouver('France Titres')).toMatchObject({ type: 'une', par: 'autre_nom' });
  });
});

describe('une hiérarchie de services, quel qu’en soit l’ordre', () => {
  test.each([
    ['DMAT/SDAT', 'mi-sdate'],
    ['DMAT/SDAT/BCAM', 'mi-bcam'],
    ['DMATES / SDATE / BCAM', 'mi-bcam'],
    ['SDAT/DMAT/BMAT', 'mi-bmat'],
    ['MI (DMAT/SDAT/BCAM)', 'mi-bcam'],
    ['DRH/SDRF', 'mi-sdrf'],
    ['DRH/MGMRH', 'mi-mgmrh'],
    ['DMAT/MIATE', 'mi-miate'],
    ['DGCL-SDCAT', 'mi-sdcat'],
    ['DRH du MIOM', 'mi-drh'],
    ['la DICOM du MIOM', 'mi-dicom'],
    ['DNUM du ministère de la transition écologique', 'mtect-dnum'],
    ['SG du ministère de l’intérieur', 'mi-sg'],
    ['SG du MAS', 'mas-sg'],
    [
      'DMAT-sous-direction de l’administration territoriale - bureau de l’organisation et des missions de l’administration territoriale',
      'mi-bomat',
    ],
    ['DMAT/service inconnu', 'inconnue'],
    ['DITP/DMAT', 'inconnue'],
  ])('« %s »', (texte, attendu) => {
    expect(lu(texte)).toBe(attendu);
  });
});

describe('un service d’un territoire', () => {
  test.each([
    ['préfecture du Finistère', 'd29-prefecture'],
    ['Préfecture de la Réunion', 'd974-prefecture'],
    ['préfet du Finistère', 'd29-prefecture'],
    ['Préfecture de la région Bretagne', 'r53-prefecture'],
    ['préfecture de région Bretagne', 'r53-prefecture'],
    ['DDTM 29', 'd29-ddtm'],
    ['DDTM29', 'd29-ddtm'],
    ['DDTM (29)', 'd29-ddtm'],
    ['DDTM – Finistère', 'd29-ddtm'],
    ['DDT(M) du Finistère', 'd29-ddtm'],
    ['SGC-D des Côtes d’Armor', 'd22-sgcd'],
    ['SGCD 2A', 'd2a-sgcd'],
    ['SGAR Bretagne', 'r53-sgar'],
    ['SGAR PACA', 'r93-sgar'],
    ['DREETS Île-de-France', 'r11-dreets'],
    ['DEAL de La Réunion', 'r04-deal'],
    ['DGCOPOP', 'r03-dgcopop'],
    ['SGAMI Ouest', 'mi-sgami-ouest'],
    ['SGAR du Finistère', 'inconnue'],
    ['DDTM du Cantal', 'inconnue'],
  ])('« %s »', (texte, attendu) => {
    expect(lu(texte)).toBe(attendu);
  });

  test('sur le territoire du plan, le nom commun suffit, et l’hypothèse est dite', () => {
    expect(lu('préfecture', { territoire: 'D29' })).toBe('d29-prefecture');
    expect(lu('la DDTM', { territoire: 'D29' })).toBe('d29-ddtm');
    expect(lu('SGAR', { territoire: 'D29' })).toBe('r53-sgar');
    expect(lu('préfecture', { territoire: 'R04' })).toBe('d974-prefecture');
    expect(lu('DEAL', { territoire: 'D974' })).toBe('r04-deal');
    expect(annuaire.trouver('préfecture', { territoire: 'D29' })).toMatchObject({
      hypothese: 'Lu sur le territoire : Préfecture du Finistère.',
    });
  });

  test('dans un plan régional, le nom commun désigne ceux de la région', () => {
    expect(lu('SGC-D', { territoire: 'R53' })).toBe('collectif : SGC-D de Bretagne (4)');
  });
});

describe('un collectif', () => {
  test.each([
    ['les SGC-D', 'collectif : SGC-D (101)'],
    ['SGCD', 'collectif : SGC-D (101)'],
    ['SGC D', 'collectif : SGC-D (101)'],
    ['des SGCD', 'collectif : SGC-D (101)'],
    ['SGAR', 'collectif : SGAR (18)'],
    ['aux SGAR', 'collectif : SGAR (18)'],
    ['les sgars', 'collectif : SGAR (18)'],
    ['les SGAMI', 'collectif : SGAMI (7)'],
    ['RRPIE', 'collectif : RRPIE (18)'],
    ['SG de préfectures', 'collectif : SG de préfecture (101)'],
    ['SG de préfecture', 'collectif : SG de préfecture (101)'],
    ['les préfectures', 'collectif : Préfectures (101)'],
    ['Préfets de région', 'collectif : Préfectures de région (18)'],
    ['Préfets de région et préfets de département', 'collectif : Préfets de région et préfets de département (114)'],
    ['Préfets de région (plate-formes « ressources humaines » des SGAR)', 'collectif : PFRH (18)'],
    ['PFRH', 'collectif : PFRH (18)'],
    ['Secrétariats généraux (SG) des ministères', 'collectif : SG des ministères (6)'],
    ['SG des ministères', 'collectif : SG des ministères (6)'],
    [
      'ministères du périmètre ATE',
      'collectif : Ministères du périmètre de l’administration territoriale de l’État (6)',
    ],
    ['DRH des ministères du périmètre ATE', 'collectif : DRH des ministères (6)'],
    ['DDT(M)', 'collectif : DDT(M) (92)'],
    ['DDETS(PP)', 'collectif : DDETS(PP) (92)'],
    ['les DDI', 'collectif : DDI (235)'],
    ['SGC-D-SIDSIC', 'collectif : SIDSIC (101)'],
    ['SGC-D/SIDSIC', 'collectif : SIDSIC (101)'],
    ['les CSPR', 'collectif : CSPR'],
  ])('« %s »', (texte, attendu) => {
    expect(lu(texte)).toBe(attendu);
  });

  test('au pluriel, le territoire du plan ne réduit pas le collectif à un seul service', () => {
    expect(lu('les SGC-D', { territoire: 'D29' })).toBe('collectif : SGC-D (101)');
  });
});

describe('jamais de supposition', () => {
  test('« DRH » est celle d’un ministère ou d’un autre ; celui du plan décide', () => {
    expect(annuaire.trouver('DRH').type).toBe('ambigue');
    expect(lu('DRH', { organisation: 'mi-bcam' })).toBe('mi-drh');
    expect(lu('DNUM', { organisation: 'mtect-spes' })).toBe('mtect-dnum');
    expect(annuaire.trouver('DNUM', { organisation: 'mi' })).toMatchObject({
      hypothese: 'Lu dans le même ministère : Direction du numérique du ministère de l’intérieur.',
    });
  });

  test('le ministère d’une colonne est celui que tous ses noms sûrs partagent', () => {
    expect(annuaire.ministereCommun(['DMAT/SDAT', 'DNUM', 'DITP', 'les SGAR', 'SHFD', 'ministères sociaux'])).toBe(
      'mi',
    );
    expect(annuaire.ministereCommun(['DMAT', 'SPES'])).toBeNull();
    expect(annuaire.ministereCommun(['DITP', 'à définir'])).toBeNull();
  });

  test.each([
    '',
    'à définir',
    'DRH des',
    'DRH des ministères de',
    'autres',
    'Finistère',
    'DITP et DINUM',
  ])('« %s » n’est aucune organisation', (texte) => {
    expect(lu(texte)).toBe('inconnue');
  });

  test('une faute de frappe donne des suggestions, la bonne en tête', () => {
    const proches = (texte: string) => {
      const trouvaille = annuaire.trouver(texte);
      return trouvaille.type === 'inconnue' ? trouvaille.proches.map((o) => o.id) : [];
    };
    expect(proches('DMATE')[0]).toBe('mi-dmates');
    expect(proches('Préfecture du Finistére sud')).toContain('d29-prefecture');
    expect(proches('Direction générale de la fonction publiq')).toContain('fp-dgafp');
    expect(proches('zzzz')).toEqual([]);
    expect(proches('préfectture').length).toBeLessThanOrEqual(5);
  });
});

test('toute organisation se retrouve par chacun de ses noms, quelle qu’en soit l’écriture', () => {
  const ecritures: readonly ((nom: string) => string)[] = [
    (nom) => nom,
    (nom) => nom.toUpperCase(),
    (nom) => nom.normalize('NFD').replace(/\p{M}/gu, ''),
    (nom) => nom.replaceAll('-', ' '),
    (nom) => `les ${nom}`,
    (nom) => `\u00a0${nom.replaceAll(' ', '\u202f')} `,
    (nom) => nom.replaceAll('’', "'"),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...ORGANISATIONS), fc.constantFrom(...ecritures), fc.nat(), (o, ecrire, rang) => {
      const noms = nomsDe(o);
      const nom = noms[rang % noms.length]?.nom ?? o.nom;
      const trouvaille = annuaire.trouver(ecrire(nom));
      expect(trouvaille.type, `« ${ecrire(nom)} »`).not.toBe('inconnue');
      if (trouvaille.type === 'une') expect(trouvaille.organisation.id).toBe(o.id);
      if (trouvaille.type === 'ambigue') expect(trouvaille.candidates.map(({ id }) => id)).toContain(o.id);
      if (trouvaille.type === 'collectif')
        expect([trouvaille.collectif.id, ...trouvaille.organisations]).toContain(o.id);
    }),
    { numRuns: 3000 },
  );
});

test('un texte quelconque a toujours une réponse', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.option(fc.constantFrom('D29', 'R04', 'FR'), { nil: undefined }),
      (texte, territoire) => {
        const trouvaille = annuaire.trouver(texte, territoire === undefined ? {} : { territoire });
        if (trouvaille.type === 'inconnue') expect(trouvaille.proches.length).toBeLessThanOrEqual(5);
      },
    ),
  );
});

test('10 000 recherches prennent moins d’une seconde', () => {
  const textes = ['DMAT/SDAT/BCAM', 'les SGC-D', 'préfecture du Finistère', 'DRH du MIOM', 'SG des ministères'];
  const debut = performance.now();
  for (let i = 0; i < 10_000; i++) annuaire.trouver(textes[i % textes.length] ?? '');
  expect(performance.now() - debut).toBeLessThan(1000);
});
