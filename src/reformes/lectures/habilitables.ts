import type { GenreHabilitable } from '#acces/habilitations';
import { sansAccents } from '#socle/valeurs';
import { peutDeclarerMeteo, peutLireFicheDeReforme, peutLireReforme, peutTenirReforme } from '../politique.ts';
import { lireReformeSansPolitique, toutesLesReformes } from './reformes.ts';

/** Reforms, as grants may be about them. */
export const REFORMES_HABILITABLES: GenreHabilitable = {
  type: 'reforme',
  nom: 'Réformes',
  async nommer(base, acteur, ids) {
    const reformes = (await toutesLesReformes(base)).filter(({ id }) => ids.includes(id));
    return new Map(
      reformes
        .filter((reforme) => peutLireFicheDeReforme(acteur, reforme).permis)
        .map(({ id, nom }) => [id, { libelle: nom, adresse: `/reformes/${id}` }]),
    );
  },
  async chercher(base, acteur, texte, limite) {
    const cherche = sansAccents(texte).toLowerCase();
    return (await toutesLesReformes(base))
      .filter((reforme) => peutLireFicheDeReforme(acteur, reforme).permis)
      .filter(({ nom }) => sansAccents(nom).toLowerCase().includes(cherche))
      .slice(0, limite)
      .map(({ id, nom }) => ({ id, libelle: nom }));
  },
  async porte(base, acteur, id, droit, territoire) {
    const reforme = await lireReformeSansPolitique(base, id);
    if (reforme === null || !peutLireFicheDeReforme(acteur, reforme).permis) return null;
    if (droit === 'modifier') return peutTenirReforme(acteur, reforme).permis;
    if (droit === 'contribuer') return peutDeclarerMeteo(acteur, reforme, territoire).permis;
    return peutLireReforme(acteur, reforme, territoire).permis;
  },
};
