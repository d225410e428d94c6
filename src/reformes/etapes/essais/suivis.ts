import { type Jour, lireJour } from '#socle/valeurs';
import type { SuiviPresente } from '../../presentation.ts';

/** A reform as presented, half way and on its trajectory, with what a test changes of it. */
export function unSuiviPresente(change: Partial<SuiviPresente>): SuiviPresente {
  return {
    reforme: '01890000-0000-7000-8000-000000000001',
    nom: 'Fibre',
    theme: 'Numérique',
    ministere: null,
    territoire: 'D29',
    demonstration: false,
    position: 'sur_trajectoire',
    taux: { valeur: '50', texte: '50\u00a0%', etat: 'en_cours' },
    brut: '50',
    tauxAnnuel: { valeur: '60', texte: '60\u00a0%' },
    ecart: { valeur: '-3', texte: '−3\u00a0points', retrait: false },
    mediane: { valeur: '4', texte: '+4\u00a0points', retrait: false },
    signal: null,
    meteo: {
      code: 'soleil',
      nom: 'Soleil',
      sens: 'tout va bien',
      phrase: 'Les travaux avancent.',
      jour: le('2022-02-01'),
      auteur: 'Préfet du Finistère',
      age: 14,
      ancienne: false,
      divergente: false,
      divergence: null,
    },
    silence: 15,
    jour: le('2022-01-31'),
    plusAncienne: le('2022-01-31'),
    couverture: null,
    reculs: 0,
    alertes: [],
    ...change,
  };
}

function le(texte: string): Jour {
  const lu = lireJour(texte);
  if (lu === null) throw new Error(`jour attendu : ${texte}`);
  return lu;
}
