export const ACCUEIL = { texte: 'Accueil', href: '/' };
export const ADMINISTRATION = { texte: 'Administration', href: '/administration' };
export const COMPTES = { texte: 'Comptes', href: '/administration/comptes' };
export const DEMANDES = { texte: 'Demandes d’accès', href: '/administration/demandes' };
