// Stand-ins, as administration names and ends them.
export { mettreFinALaSuppleance } from './finir-suppleance.ts';
export { nommerSuppleant } from './nommer-suppleant.ts';
export { nomDuTitulaire, type SuppleanceListee, suppleancesDuCompte } from './suppleance.ts';
