import { Bouton, Cases, ChampDate, ChampTexte, Formulaire, Liste, ZoneDeTexte } from '#interface';

export type RefusDeCible = {
  readonly verbe: string;
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
  readonly aConfirmer: boolean;
};

type Props = {
  readonly territoire: string;
  readonly indicateurs: readonly { readonly valeur: string; readonly texte: string }[];
  readonly depart: { readonly indicateur: string; readonly jour: string };
  readonly refus: RefusDeCible | undefined;
};

/** A first value for a target. */
export function FormulaireDeProposition({ territoire, indicateurs, depart, refus }: Props) {
  return (
    <Formulaire titre="Proposer une cible" protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
      <input type="hidden" name="verbe" value="proposer" />
      <input type="hidden" name="territoire" value={territoire} />
      <Liste
        nom="indicateur"
        libelle="Indicateur"
        requis
        valeur={depart.indicateur}
        aucune="Choisir un indicateur"
        options={indicateurs}
      />
      <ChampDate nom="jour" libelle="Échéance" requis valeur={depart.jour} />
      <ChampTexte nom="valeur" libelle="Valeur proposée" requis inputMode="decimal" maxLength={60} />
      <ZoneDeTexte nom="texte" libelle="Ce qui la justifie" rows={2} maxLength={4_000} />
      {refus?.aConfirmer && <Confirmation />}
      <Bouton>Proposer la cible</Bouton>
    </Formulaire>
  );
}

/** Shown once the target was refused because it asks for nothing better than the start. */
export function Confirmation() {
  return (
    <Cases
      nom="confirmee"
      legende="Cible du mauvais côté de la valeur initiale"
      options={[{ valeur: 'oui', texte: 'Proposer cette valeur quand même' }]}
    />
  );
}
