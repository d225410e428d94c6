import { BCAM, DNUM, PRESIDENCE } from '../personas.ts';
import type { Cas } from './cas.ts';

/** Public pages, home, search, and what is nowhere. */
export const CAS_DE_L_ACCUEIL: readonly Cas[] = [
  { titre: 'Accueil public', route: '/', persona: null, aller: '/', sombre: true },
  { titre: 'Accueil', route: '/', persona: BCAM, aller: '/', sombre: true },
  { titre: 'Accueil sans action attendue', route: '/', persona: PRESIDENCE, aller: '/' },
  { titre: 'Aide', route: '/aide', persona: null, aller: '/aide', sombre: true },
  { titre: 'Données personnelles', route: '/donnees-personnelles', persona: null, aller: '/donnees-personnelles' },
  { titre: 'Recherche', route: '/recherche', persona: BCAM, aller: '/recherche?q=referent', sombre: true },
  { titre: 'Recherche vide', route: '/recherche', persona: BCAM, aller: '/recherche' },
  { titre: 'Recherche sans résultat', route: '/recherche', persona: BCAM, aller: '/recherche?q=zzzz' },
  { titre: 'Organisations', route: '/organisations', persona: DNUM, aller: '/organisations?q=dmat' },
  { titre: 'Organisations sans résultat', route: '/organisations', persona: DNUM, aller: '/organisations?q=zzzz' },
  { titre: 'API', route: '/api', persona: null, aller: '/api', sombre: true },
  { titre: 'Page introuvable', route: '/*', persona: null, aller: '/nulle-part', statut: 404, sombre: true },
];
