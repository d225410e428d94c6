// « Qui peut voir ceci ? »: the page of an object that says who reads it and why, who was given what, who asks. The rooms
// above own the objects and their policies; the rest is said once, here.
export { chargerQuiPeutVoir } from './charger.ts';
export { type Lecteur, lecteursDe } from './lecteurs.ts';
export { type MotsDObjet, PhraseDesLecteurs, QuiPeutVoir } from './page.tsx';
export { direLHabilitation } from './raisons.ts';
