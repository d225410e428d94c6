import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Resultat } from '#socle/valeurs';
import { peutTenirFeuille } from '../politique.ts';
import { type Atelier, surLaFeuille } from './sur-la-feuille.ts';

export type CibleDeProjet = { readonly feuille: string; readonly projet: string };

export type Projet = {
  readonly id: string;
  readonly nom: string;
  readonly description: string | null;
  readonly partenaires: string | null;
  readonly moyens: string | null;
  readonly version: number;
};

/** Runs a command on a local project that is in the roadmap now, for whoever keeps it. */
export async function surLeProjet<T>(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  travail: (atelier: Atelier, projet: Projet) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  return surLaFeuille(
    services,
    acteur,
    cible.feuille,
    (feuille) => peutTenirFeuille(acteur, feuille),
    async (atelier) => {
      if (!atelier.feuille.contenu.projets.has(cible.projet)) return echec(PROJET_ABSENT);
      const projet = await atelier.transaction
        .selectFrom('projet_local')
        .select(['id', 'nom', 'description', 'partenaires', 'moyens', 'version'])
        .where('id', '=', cible.projet)
        .where('feuille_id', '=', atelier.feuille.id)
        .executeTakeFirst();
      return projet === undefined ? echec(PROJET_ABSENT) : travail(atelier, projet);
    },
  );
}

export const PROJET_ABSENT = {
  nature: 'introuvable',
  regle: 'projet.introuvable',
  message: 'Ce projet n’est pas, ou n’est plus, dans cette feuille de route. Revenez à la feuille de route.',
} as const;
