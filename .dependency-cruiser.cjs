// The floors of the house, from the ground up (docs/architecture.md). A room may use the rooms below it, never the
// rooms above, and enters them by their public face (`index.ts`, or the `index.ts` of a folder it publishes).
const ETAGES = [
  ['socle'],
  ['interface'],
  ['journal'],
  ['tableur'],
  ['territoires'],
  ['acces'],
  ['echeances'],
  ['plans'],
  ['indicateurs'],
  ['reformes'],
  ['enquetes'],
  ['instances'],
  ['relances'],
  ['demarches'],
  ['appels'],
  ['barometre'],
  ['administration'],
  ['accueil'],
  ['entree'],
];

const interdits = ETAGES.map((pieces, niveau) => {
  const dessus = ETAGES.slice(niveau + 1).flat();
  return dessus.length === 0
    ? null
    : {
        name: `etage-${pieces.join('-')}`,
        comment: 'Imports only go down: an upper room may use a lower one, never the reverse.',
        severity: 'error',
        from: { path: `^src/(${pieces.join('|')})/` },
        to: { path: `^src/(${dessus.join('|')})/` },
      };
}).filter(Boolean);

module.exports = {
  forbidden: [
    ...interdits,
    {
      name: 'par-la-porte',
      comment: 'A room is entered by an index.ts. Only `entree` names pages and the tests name what they test.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/entree/' },
      to: { path: '^src/([^/]+)/', pathNot: ['^src/$1/', '^src/.+/index\\.ts$'] },
    },
    {
      name: 'regles-pures',
      comment: 'Business rules are pure: they import other rules, the values of the ground floor, nothing that acts.',
      severity: 'error',
      from: { path: '^src/[^/]+/regles/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/[^/]+/regles/', '^src/echeances/', '^src/socle/valeurs/'] },
    },
    {
      name: 'echeances-pures',
      comment: 'The room of the deadlines is pure as a whole.',
      severity: 'error',
      from: { path: '^src/echeances/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/echeances/', '^src/socle/valeurs/'] },
    },
    { name: 'sans-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sans-orphelin-de-test',
      comment: 'What runs never imports a test or its tools.',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test\\.tsx?|/essais/.+)$' },
      to: { path: '(\\.test\\.tsx?$|/essais/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
