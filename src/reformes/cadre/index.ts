// The frame of the pages of a reform, for the pages of the rooms above that stand among them.
export { PageDeReforme } from '../fiche/pages/cadre.tsx';
