// What pages may say of indicators without reading anything: rules alone, which run in the browser as well.
export { type Alerte, alertes, estEnRetrait, type GenreDAlerte } from './alertes.ts';
export { entonnoir, type MesureDEntonnoir } from './entonnoir.ts';
export { mediane } from './mediane.ts';
export { POSITIONS, type Position } from './panier.ts';
