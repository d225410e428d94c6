import { avec, type FiltreActif, formaterJour } from '#interface';
import type { CriteresDActions } from '../lectures/actions.ts';
import type { Facette } from '../lectures/facettes.ts';
import type { Axe } from '../lectures/plan.ts';
import { LIBELLES_DE_MARQUE } from '../regles/situation.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';

/** The filters of the address as phrases one can take away. */
export function filtresActifs(
  parametres: URLSearchParams,
  criteres: CriteresDActions,
  axes: readonly Axe[],
  facettes: { readonly organisations: readonly Facette[]; readonly territoires: readonly Facette[] },
): FiltreActif[] {
  const { q, marque, statut, axe, organisation, piloteTexte, territoire } = criteres;
  const nommer = (liste: readonly Facette[], valeur: string) =>
    liste.find((facette) => facette.valeur === valeur)?.libelle ?? valeur;
  const filtres: [nom: string, texte: string | null][] = [
    ['q', q && `contient « ${q} »`],
    ['marque', marque && LIBELLES_DE_MARQUE[marque]],
    ['statut', statut && (statut === 'non_declare' ? 'statut non déclaré' : LIBELLES_DE_STATUT[statut].toLowerCase())],
    ['axe', axe && `axe : ${axes.find(({ id }) => id === axe)?.intitule ?? 'retiré'}`],
    ['organisation', organisation && `organisation : ${nommer(facettes.organisations, organisation)}`],
    ['pilote', piloteTexte && `nommé : ${piloteTexte}`],
    ['territoire', territoire && `territoire : ${nommer(facettes.territoires, territoire)}`],
    ['au', parametres.get('au') && `au ${formaterJour(parametres.get('au') ?? '')}`],
  ];
  return filtres.flatMap(([nom, texte]) => (texte ? [{ texte, href: avec(parametres, { [nom]: null }) }] : []));
}
