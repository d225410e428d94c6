import type { EffetDeReglage, TauxGarde } from '../../commandes/modifier-indicateur.ts';
import { direTauxGarde, nomDuTerritoire } from '../../presentation.ts';

/** The effect of a change of settings, in words. */
export function presenterEffet({ territoires, tauxChanges, gagnes, perdus, degenerees, exemples }: EffetDeReglage) {
  const nommer = (codes: readonly string[]) => ({
    nombre: codes.length,
    noms: codes.slice(0, NOMS_DITS).map(nomDuTerritoire),
  });
  return {
    territoires,
    tauxChanges,
    gagnes: nommer(gagnes),
    perdus: nommer(perdus),
    degenerees: nommer(degenerees),
    exemples: exemples.map(({ territoire, avant, apres }) => ({
      territoire,
      nom: nomDuTerritoire(territoire),
      avant: direTaux(avant),
      apres: direTaux(apres),
    })),
  };
}

const NOMS_DITS = 5;

function direTaux(taux: TauxGarde): string {
  return taux === null ? 'non suivi' : direTauxGarde(taux.taux_global, taux.brut_global, taux.etat_global);
}
