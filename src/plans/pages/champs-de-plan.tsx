import { ChampTexte, Choix, Liste, type OptionDeListe } from '#interface';
import { LIBELLES_DE_GENRE } from '../regles/genres.ts';

/** Labels of what is said of a plan, for the fields and for the summary of errors alike. */
export const LIBELLES_DE_PLAN = {
  titre: 'Titre',
  genre: 'Genre',
  proprietaire: 'Service propriétaire',
  territoire: 'Territoire',
  diffusion: 'Qui peut lire le plan',
  etat: 'État',
  periodeDebut: 'Début de la période',
  periodeFin: 'Fin de la période',
  dateDeReference: 'Date du plan',
  silenceJours: 'Silence toléré',
  reportsAValider: 'Reports d’échéances',
  description: 'Description',
} as const;

type Identite = {
  readonly valeurs: Readonly<Record<string, string>>;
  readonly proprietaires: readonly OptionDeListe[];
  readonly territoires: readonly OptionDeListe[];
};

/** What a plan is and whose it is: asked in the same words wherever a plan is made or changed. */
export function ChampsDIdentite({ valeurs, proprietaires, territoires }: Identite) {
  return (
    <>
      <ChampTexte nom="titre" libelle={LIBELLES_DE_PLAN.titre} requis maxLength={500} valeur={valeurs.titre ?? ''} />
      <Liste
        nom="genre"
        libelle={LIBELLES_DE_PLAN.genre}
        requis
        valeur={valeurs.genre ?? 'plan_d_actions'}
        options={Object.entries(LIBELLES_DE_GENRE).map(([valeur, texte]) => ({ valeur, texte }))}
      />
      <Liste
        nom="proprietaire"
        libelle={LIBELLES_DE_PLAN.proprietaire}
        requis
        valeur={valeurs.proprietaire ?? ''}
        options={proprietaires}
        aide="Son équipe modifie le plan."
      />
      <Liste
        nom="territoire"
        libelle={LIBELLES_DE_PLAN.territoire}
        requis
        valeur={valeurs.territoire ?? ''}
        options={territoires}
      />
    </>
  );
}

/** Who may read a plan, in the words of its policy. */
export function ChoixDeDiffusion({ valeur = 'administration' }: { readonly valeur?: string | undefined }) {
  return (
    <Choix
      nom="diffusion"
      legende={LIBELLES_DE_PLAN.diffusion}
      requis
      valeur={valeur}
      options={[
        {
          valeur: 'administration',
          texte: 'Toute l’administration du territoire',
          aide: 'Les agents du territoire concerné, et ceux des échelons qui le contiennent ou qu’il contient.',
        },
        {
          valeur: 'equipe',
          texte: 'L’équipe et les services nommés',
          aide: 'Le propriétaire, son ministère, les préfets du territoire, et les services que les actions nomment.',
        },
      ]}
    />
  );
}
