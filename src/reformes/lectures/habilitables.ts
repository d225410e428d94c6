import type { Acteur } from '#acces';
import type { DroitSurObjet, GenreHabilitable } from '#acces/habilitations';
import { sansAccents } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import {
  peutDeclarerMeteo,
  peutLireFicheDeReforme,
  peutLireReforme,
  peutTenirReforme,
  type ReformeVue,
} from '../politique.ts';
import { estSuivie, lireReformeSansPolitique, toutesLesReformes } from './reformes.ts';

/**
 * Has this actor this right on this reform for this territory? A grant opens the territories it contains as well: whoever
 * gives it must have it in each of them. A préfet de région, who does not declare for the départements, gives of declaring to
 * nobody; a chef de projet, who does not declare for territories, gives of modifying to nobody.
 */
export function porteSurReforme(
  acteur: Acteur,
  reforme: ReformeVue,
  droit: DroitSurObjet,
  territoire: string,
): boolean {
  const dedans = TERRITOIRES.filter(({ code, parent, maille }) =>
    territoire === 'FR' ? true : code === territoire || (parent === territoire && maille === 'departemental'),
  );
  if (dedans.length === 0 || !dedans.every(({ code }) => peutLireReforme(acteur, reforme, code).permis)) return false;
  if (droit === 'lire') return true;
  if (droit === 'modifier' && !peutTenirReforme(acteur, reforme).permis) return false;
  const suivis = dedans.filter(({ maille }) => estSuivie(reforme, maille));
  return suivis.length > 0 && suivis.every(({ code }) => peutDeclarerMeteo(acteur, reforme, code).permis);
}

/** The same on every reform of a ministry: asked of one that nothing else ties to the actor, followed everywhere. */
export function porteSurReformesDuChamp(
  acteur: Acteur,
  ministere: string,
  droit: DroitSurObjet,
  territoire: string,
): boolean {
  const quelconque: ReformeVue = {
    id: '',
    ministere,
    equipe: '',
    services: [],
    mailles: ['national', 'regional', 'departemental'],
    etat: 'active',
  };
  return porteSurReforme(acteur, quelconque, droit, territoire);
}

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
    return porteSurReforme(acteur, reforme, droit, territoire);
  },
  async tient(base, acteur, id) {
    const reforme = await lireReformeSansPolitique(base, id);
    return reforme !== null && peutTenirReforme(acteur, reforme).permis;
  },
};
