export { ecrireNouvelleReforme } from './commandes/creer-reforme.ts';
export { declarerMeteo } from './commandes/declarer-meteo.ts';
export { ecrireAnalyse } from './commandes/ecrire-analyse.ts';
export { amorcerCriteres } from './criteres/amorcer-criteres.ts';
export { donneesDesReformes } from './lectures/donnees-personnelles.ts';
export { REFORMES_HABILITABLES } from './lectures/habilitables.ts';
export { nommerReformes } from './lectures/noms.ts';
export { migration as migrationReformes } from './migrations/0012_reformes.ts';
export { PHRASES_DES_REFORMES } from './phrases.ts';
