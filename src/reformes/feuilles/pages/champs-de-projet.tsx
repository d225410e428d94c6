import { ChampTexte, ZoneDeTexte } from '#interface';

type Props = {
  readonly valeurs?: {
    readonly nom: string;
    readonly description: string | null;
    readonly partenaires: string | null;
    readonly moyens: string | null;
  };
};

/** What is said of a local project. */
export function ChampsDeProjet({ valeurs }: Props) {
  return (
    <>
      <ChampTexte nom="nom" libelle="Nom du projet" requis maxLength={300} valeur={valeurs?.nom ?? ''} />
      <ZoneDeTexte
        nom="description"
        libelle="Description"
        rows={4}
        maxLength={8_000}
        valeur={valeurs?.description ?? ''}
      />
      <ZoneDeTexte
        nom="partenaires"
        libelle="Partenaires"
        aide="Collectivités, opérateurs, associations, par leur nom de service"
        rows={2}
        maxLength={4_000}
        valeur={valeurs?.partenaires ?? ''}
      />
      <ZoneDeTexte
        nom="moyens"
        libelle="Moyens"
        aide="Crédits, agents, appui demandé"
        rows={2}
        maxLength={4_000}
        valeur={valeurs?.moyens ?? ''}
      />
    </>
  );
}
