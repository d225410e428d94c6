import type { Compte } from '#acces/comptes';
import { compter, type Definition, formaterJour } from '#interface';
import type { Jour } from '#socle/valeurs';

/** What is known of an account, as terms and values; the page receives sentences, not instants. */
export function faitsDuCompte(
  compte: Compte,
  jourDe: (instant: Date) => Jour,
  sessions: number,
): (Definition & { readonly valeur: string })[] {
  const le = (instant: Date) => formaterJour(jourDe(instant));
  return [
    { terme: 'Courriel', valeur: compte.courriel ?? 'aucun' },
    { terme: 'Service', valeur: compte.service.libelle },
    { terme: 'Territoire', valeur: compte.territoireNom },
    { terme: 'Ouvert le', valeur: le(compte.creeLe) },
    {
      terme: 'Dernière connexion',
      valeur: compte.derniereConnexion === null ? 'jamais' : le(compte.derniereConnexion),
    },
    {
      terme: 'Sessions ouvertes',
      valeur: sessions === 0 ? 'aucune' : compter(sessions, 'session', 'sessions'),
    },
    ...(compte.fermeLe === null
      ? []
      : [
          { terme: 'Fermé le', valeur: le(compte.fermeLe) },
          { terme: 'Motif', valeur: compte.fermeMotif ?? '' },
        ]),
  ];
}
