import { ecrireDecimal } from '#socle/valeurs';
import type { Cible, Remontee } from '../lectures/remontees.ts';
import { regionDe } from '../lectures/reponses.ts';
import { nommerTerritoire } from '../presentation.ts';
import { couvrir, tauxDeReponse } from '../regles/couverture.ts';

/** Who answered and who has not, région by région, on the map, and one by one. */
export function presenterSuivi(remontee: Remontee, cibles: readonly Cible[], filtre: string | null) {
  const voulues = filtre === 'attendue' || filtre === 'recue' ? filtre : null;
  const maille: 'departement' | 'region' = cibles.every(({ territoire }) => territoire.startsWith('R'))
    ? 'region'
    : 'departement';
  const regions = [...couvrir(cibles, ({ territoire }) => regionDe(territoire))].map(([code, couverture]) => {
    const taux = tauxDeReponse(couverture);
    return { code, nom: nommerTerritoire(code), ...couverture, taux: taux === null ? null : ecrireDecimal(taux, 0) };
  });
  return {
    filtre: voulues,
    maille,
    anonyme: remontee.anonyme,
    regions: regions.sort((a, b) => Number(a.taux) - Number(b.taux) || a.nom.localeCompare(b.nom, 'fr')),
    carte: cibles.map(({ territoire, repondu }) => ({
      code: territoire,
      nom: nommerTerritoire(territoire),
      classe: repondu ? 'recue' : 'attendue',
      valeurTexte: repondu ? 'a répondu' : 'n’a pas répondu',
    })),
    cibles: cibles
      .filter(({ repondu }) => voulues === null || repondu === (voulues === 'recue'))
      .map(({ organisation, libelle, territoire, delegueLibelle, repondu }) => ({
        organisation,
        libelle,
        territoire: nommerTerritoire(territoire),
        delegue: delegueLibelle,
        repondu,
      })),
  };
}

export type SuiviPresente = ReturnType<typeof presenterSuivi>;
