import type { Organisation } from './organisation.ts';
import type { LigneCentrale } from './referentiel/centrale.ts';
import { collectifs } from './referentiel/collectifs.ts';
import { servicesDeconcentres } from './referentiel/deconcentres.ts';
import { ECOLOGIE_AGRICULTURE_SOCIAL } from './referentiel/ecologie-agriculture-social.ts';
import { ECONOMIE_CULTURE_EDUCATION } from './referentiel/economie-culture-education.ts';
import { INTERIEUR } from './referentiel/interieur.ts';
import { PREMIER_MINISTRE } from './referentiel/premier-ministre.ts';

/**
 * The State's organisations as the product knows them on its first day: central administration, operators, services in
 * the régions and départements, and the collectives plans speak of. Administrators correct and complete it afterwards.
 */
export const ORGANISATIONS: readonly Organisation[] = (() => {
  const services = [
    ...[...PREMIER_MINISTRE, ...INTERIEUR, ...ECOLOGIE_AGRICULTURE_SOCIAL, ...ECONOMIE_CULTURE_EDUCATION].map(centrale),
    ...servicesDeconcentres(),
  ];
  return [...services, ...collectifs(services)];
})();

function centrale([id, sigle, nom, genre, parent, anciens = '', autres = '']: LigneCentrale): Organisation {
  return {
    id,
    sigle,
    nom,
    anciensNoms: liste(anciens),
    autresNoms: liste(autres),
    genre,
    parent,
    territoire: 'FR',
    membres: [],
  };
}

function liste(texte: string): readonly string[] {
  return texte === '' ? [] : texte.split('|');
}
