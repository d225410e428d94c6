export { TableauDesJetons } from './tableau.tsx';
export { Usages } from './usages.tsx';
