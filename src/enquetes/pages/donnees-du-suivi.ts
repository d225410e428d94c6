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
    carte: surLaCarte(cibles, maille === 'region' ? 'R' : 'D'),
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

/** Each territory once: several of its services may be asked. Those of the nation have no place on a map. */
function surLaCarte(cibles: readonly Cible[], lettre: 'R' | 'D') {
  const placees = cibles.filter(({ territoire }) => territoire.startsWith(lettre));
  return [...couvrir(placees, ({ territoire }) => territoire)].map(([code, { attendues, recues }]) => ({
    code,
    nom: nommerTerritoire(code),
    classe: recues === attendues ? 'recue' : recues === 0 ? 'attendue' : 'partielle',
    valeurTexte:
      recues === attendues
        ? 'a répondu'
        : recues === 0
          ? 'n’a pas répondu'
          : `${recues} ${recues > 1 ? 'services' : 'service'} sur ${attendues} ${recues > 1 ? 'ont' : 'a'} répondu`,
  }));
}

export type SuiviPresente = ReturnType<typeof presenterSuivi>;
