import { direLHabilitation, type MotsDObjet } from '#acces/qui-peut-voir';
import type { RaisonDeLireReforme } from '../politique.ts';

/** What someone can do on a reform, from the least. */
export const POUVOIRS = ['lire', 'analyser', 'declarer', 'tenir'] as const;
export type Pouvoir = (typeof POUVOIRS)[number];

export const MOTS_DE_LA_REFORME: MotsDObjet<Pouvoir> = {
  ce: 'cette réforme',
  le: 'la réforme',
  du: 'de la réforme',
  libelles: {
    lire: 'lit',
    analyser: 'écrit l’analyse',
    declarer: 'déclare la météo et écrit l’analyse',
    tenir: 'tient la réforme à jour',
  },
  verbes: {
    lire: ['lit seulement', 'lisent seulement'],
    analyser: ['écrit l’analyse', 'écrivent l’analyse'],
    declarer: ['déclare la météo', 'déclarent la météo'],
    tenir: ['la tient à jour', 'la tiennent à jour'],
  },
};

/** Why someone reads a reform, as one would say it. */
export function direLaRaison(raison: RaisonDeLireReforme): string {
  return raison.genre === 'habilitation' ? direLHabilitation(raison.habilitation, 'réformes') : RAISONS[raison.genre];
}

const RAISONS: Readonly<Record<Exclude<RaisonDeLireReforme['genre'], 'habilitation'>, string>> = {
  ditp: 'la DITP suit toutes les réformes',
  equipe: 'équipe de la réforme',
  tout: 'son profil lit toutes les réformes publiées',
  champ: 'réforme de son ministère',
  region: 'réforme suivie dans sa région',
  departement: 'réforme suivie dans son département',
  service: 'réforme du champ de son service',
};
