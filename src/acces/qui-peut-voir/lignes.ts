import { cleDeTexte } from '#socle/valeurs';
import type { Acteur } from '../regles/acteur.ts';
import { peutVoirCompte } from '../regles/administration.ts';
import { LIBELLES_DE_PROFIL } from '../regles/profils.ts';
import type { Lecteur } from './lecteurs.ts';

/** A line of « qui peut voir ceci ? »: someone by name, or how many of a service and profile. */
export type LigneDeLecteur<Pouvoir extends string> = {
  readonly cle: string;
  /** Null when whoever looks is not told names: the line counts then. */
  readonly nom: string | null;
  /** Account page, for whoever administers it. */
  readonly adresse: string | null;
  readonly nombre: number;
  readonly profil: string;
  readonly service: string;
  readonly pouvoir: Pouvoir;
  /** « partout », « Finistère », « Bretagne et 3 autres »; null when it says nothing. */
  readonly ou: string | null;
  readonly raisons: readonly string[];
};

/**
 * Who reads, as told to this person: the team of the object reads every name, an administrator those of the territories
 * administered, anyone else how many there are of each profile and service. `pouvoirs`: from the least.
 */
export function lignesDeLecteurs<Pouvoir extends string>(
  acteur: Acteur,
  equipe: boolean,
  lecteurs: readonly Lecteur<Pouvoir>[],
  pouvoirs: readonly Pouvoir[],
): LigneDeLecteur<Pouvoir>[] {
  const lignes = new Map<string, LigneDeLecteur<Pouvoir>>();
  for (const { acteur: lecteur, pouvoir, raisons, ou } of lecteurs) {
    const administre = peutVoirCompte(acteur, lecteur).permis;
    const nomme = equipe || administre;
    const commun = {
      profil: LIBELLES_DE_PROFIL[lecteur.profil],
      service: lecteur.organisationLibelle,
      pouvoir,
      ou,
      raisons,
    };
    const cle = nomme ? lecteur.compte : JSON.stringify(commun);
    lignes.set(cle, {
      ...commun,
      cle,
      nom: nomme ? lecteur.nom : null,
      adresse: administre && lecteur.genre === 'personne' ? `/administration/comptes/${lecteur.compte}` : null,
      nombre: (lignes.get(cle)?.nombre ?? 0) + 1,
    });
  }
  return [...lignes.values()].sort(
    (a, b) =>
      pouvoirs.indexOf(b.pouvoir) - pouvoirs.indexOf(a.pouvoir) ||
      Number(a.nom === null) - Number(b.nom === null) ||
      (a.nom ?? a.service).localeCompare(b.nom ?? b.service, 'fr'),
  );
}

export function filtrerLesLignes<Pouvoir extends string>(
  lignes: readonly LigneDeLecteur<Pouvoir>[],
  { q, pouvoir }: { readonly q: string | null; readonly pouvoir: Pouvoir | null },
): LigneDeLecteur<Pouvoir>[] {
  const cherche = q === null ? '' : cleDeTexte(q);
  return lignes.filter(
    (ligne) =>
      (pouvoir === null || ligne.pouvoir === pouvoir) &&
      cleDeTexte(`${ligne.nom ?? ''} ${ligne.service} ${ligne.profil}`).includes(cherche),
  );
}
