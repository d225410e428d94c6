import { type Acteur, LIBELLES_DE_PROFIL, peutVoirCompte } from '#acces';
import { cleDeTexte } from '#socle/valeurs';
import type { Lecteur } from './lecteurs.ts';
import { direLaRaison, type Pouvoir } from './raisons-en-mots.ts';

/** A line of « qui peut voir ceci ? »: someone by name, or how many of a service and profile. */
export type LigneDeLecteur = {
  readonly cle: string;
  /** Null when whoever looks is not told names: the line counts then. */
  readonly nom: string | null;
  /** Account page, for whoever administers it. */
  readonly adresse: string | null;
  readonly nombre: number;
  readonly profil: string;
  readonly service: string;
  readonly pouvoir: Pouvoir;
  readonly raisons: readonly string[];
};

export type CriteresDeLecteurs = { readonly q: string | null; readonly pouvoir: Pouvoir | null };

/**
 * Who reads, as told to this person: the team of the plan reads every name, an administrator those of the territories
 * administered, anyone else how many there are of each profile and service.
 */
export function lignesDeLecteurs(acteur: Acteur, equipe: boolean, lecteurs: readonly Lecteur[]): LigneDeLecteur[] {
  const lignes = new Map<string, LigneDeLecteur>();
  for (const { acteur: lecteur, pouvoir, raisons } of lecteurs) {
    const administre = peutVoirCompte(acteur, lecteur).permis;
    const nomme = equipe || administre;
    const commun = {
      profil: LIBELLES_DE_PROFIL[lecteur.profil],
      service: lecteur.organisationLibelle,
      pouvoir,
      raisons: raisons.map(direLaRaison),
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
      FORCE[b.pouvoir] - FORCE[a.pouvoir] ||
      Number(a.nom === null) - Number(b.nom === null) ||
      (a.nom ?? a.service).localeCompare(b.nom ?? b.service, 'fr'),
  );
}

export function filtrerLesLignes(
  lignes: readonly LigneDeLecteur[],
  { q, pouvoir }: CriteresDeLecteurs,
): LigneDeLecteur[] {
  const cherche = q === null ? '' : cleDeTexte(q);
  return lignes.filter(
    (ligne) =>
      (pouvoir === null || ligne.pouvoir === pouvoir) &&
      cleDeTexte(`${ligne.nom ?? ''} ${ligne.service} ${ligne.profil}`).includes(cherche),
  );
}

const FORCE: Readonly<Record<Pouvoir, number>> = { lire: 1, contribuer: 2, modifier: 3 };
