import { Frise, type LigneDeFrise } from '#interface';
import type { ProjetPresente } from '../presentation.ts';
import { EtatDit } from './feuille-commun.tsx';

type Props = {
  readonly projets: readonly ProjetPresente[];
  readonly feuille: string;
  readonly aujourdhui: string;
};

/** The milestones of local projects as the time they take, project by project. */
export function ProjetsEnFrise({ projets, feuille, aujourdhui }: Props) {
  const lignes = projets.flatMap((projet) =>
    projet.jalons.map(
      (jalon): LigneDeFrise => ({
        cle: jalon.id,
        libelle: jalon.libelle,
        groupe: projet.nom,
        href: `/feuilles-de-route/${feuille}/projets/${projet.id}`,
        segments: jalon.segments,
        detail: <EtatDit etat={jalon.etat} />,
      }),
    ),
  );
  return <Frise legende="Jalons des projets structurants locaux" lignes={lignes} aujourdhui={aujourdhui} />;
}
