import type { Acteur } from '#acces';
import { type Essai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { creerRemontee } from '../commandes/creer-remontee.ts';
import { envoyerRemontee } from '../commandes/envoyer-remontee.ts';
import { ajouterQuestion } from '../commandes/questions.ts';
import { envoyerReponse } from '../commandes/repondre.ts';
import { lireCibles, trouverRemontee } from '../lectures/remontees.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';

export const SAISIE = { titre: 'Cartes agent', reseau: 'prefectures', territoire: 'FR', fermeLe: '2022-03-01' };

export const DEUX_QUESTIONS: readonly Readonly<Record<string, string>>[] = [
  { genre: 'nombre', intitule: 'Agents', obligatoire: 'oui' },
  { genre: 'oui_non', intitule: 'Déployée' },
];

/** A remontée that is sent, with these questions. */
export async function envoyee(
  { services }: Essai,
  par: Acteur,
  plus: Readonly<Record<string, string>> = {},
  questions = DEUX_QUESTIONS,
): Promise<string> {
  const id = reussi(await creerRemontee(services, par, { ...SAISIE, ...plus }));
  for (const [rang, question] of questions.entries())
    reussi(await ajouterQuestion(services, par, id, { version: String(rang + 1), ...question }));
  reussi(await envoyerRemontee(services, par, id, { version: String(questions.length + 1) }));
  return id;
}

/** The remontée and its services, as this person reads them. */
export async function lire(essai: Essai, acteur: Acteur, id: string) {
  return reussi(await trouverRemontee(essai.base, acteur, id, aujourdhui(essai.horloge)));
}

/** Answers for a service, having seen what is there. */
export async function repondre(
  essai: Essai,
  id: string,
  acteur: Acteur,
  saisie: Readonly<Record<string, unknown>>,
  organisation = acteur.organisation,
) {
  const cibles = await lireCibles(essai.base, id);
  const cible = cibles.find((une) => une.organisation === organisation);
  const { vu } = await lireEtatDeReponse(essai.base, cible?.id ?? 0);
  return envoyerReponse(essai.services, acteur, { remontee: id, organisation }, { vu, ...saisie });
}
