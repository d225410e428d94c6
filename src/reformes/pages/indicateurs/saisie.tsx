import { Bouton, Cases, ChampDate, ChampTexte, Choix, Formulaire, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { Fiche } from './charger-fiche.ts';
import type { RefusDeFiche } from './refus.ts';

type Props = { readonly ouvert: NonNullable<Fiche['ouvert']>; readonly refus: RefusDeFiche };

const LIBELLES = {
  territoire: 'Territoire',
  type: 'Nature',
  jour: 'Date',
  valeur: 'Valeur',
  source: 'Source',
  commentaire: 'Commentaire',
  motif: 'Motif',
};

const NATURES = [
  { valeur: 'va', texte: 'Valeur mesurée' },
  { valeur: 'vc', texte: 'Cible' },
  { valeur: 'vi', texte: 'Valeur initiale' },
] as const;

/** One value, with its date and its source; what replaces another asks why. */
export function FormulaireDeSaisie({ ouvert, refus }: Props) {
  const refusee = refus?.cle === 'saisir ' ? refus : undefined;
  return (
    <PanneauDepliant titre={`Saisir une valeur : ${ouvert.nom}`} ouvert={refusee !== undefined}>
      <Formulaire
        titre="Saisir une valeur"
        protege
        erreurs={refusee?.erreurs}
        valeurs={refusee?.valeurs}
        libelles={LIBELLES}
        key={`saisie ${ouvert.code} ${ouvert.faits[0]?.id}`}
      >
        <input type="hidden" name="intention" value="saisir" />
        <Champs ouvert={ouvert} />
        <ZoneDeTexte
          nom="motif"
          libelle={LIBELLES.motif}
          rows={2}
          maxLength={1_000}
          aide="Demandé quand la valeur en remplace une autre, ou ne ressemble pas à son histoire"
        />
        <Cases
          nom="retirer"
          legende="Retrait"
          options={[{ valeur: 'oui', texte: 'Retirer la valeur connue à cette date, sans la remplacer' }]}
        />
        <Bouton>Enregistrer la valeur</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

/** A value the prefect of the territory proposes: it does not count until the team accepts it. */
export function FormulaireDeProposition({ ouvert, refus }: Props) {
  const refusee = refus?.cle === 'proposer ' ? refus : undefined;
  return (
    <PanneauDepliant titre={`Proposer une valeur : ${ouvert.nom}`} ouvert={refusee !== undefined}>
      <Formulaire
        titre="Proposer une valeur"
        protege
        erreurs={refusee?.erreurs}
        valeurs={refusee?.valeurs}
        libelles={LIBELLES}
      >
        <input type="hidden" name="intention" value="proposer" />
        <p>L’équipe de l’indicateur est prévenue. La valeur compte quand elle l’accepte ; sinon, elle dit pourquoi.</p>
        <Champs ouvert={ouvert} />
        <Bouton>Proposer cette valeur</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

function Champs({ ouvert }: { readonly ouvert: Props['ouvert'] }) {
  return (
    <>
      <input type="hidden" name="territoire" value={ouvert.code} />
      <Choix
        nom="type"
        legende={LIBELLES.type}
        requis
        enLigne
        valeur={ouvert.saisies.includes('va') ? 'va' : (ouvert.saisies[0] ?? '')}
        options={NATURES.filter(({ valeur }) => ouvert.saisies.includes(valeur))}
      />
      <ChampDate
        nom="jour"
        libelle={LIBELLES.jour}
        requis
        aide="Le dernier jour de la période mesurée, ou le terme de la cible"
      />
      <ChampTexte
        nom="valeur"
        libelle={LIBELLES.valeur}
        inputMode="decimal"
        maxLength={60}
        aide="« 1 234,5 » ; pour un pourcentage, le nombre de points"
      />
      <ChampTexte nom="source" libelle={LIBELLES.source} maxLength={500} />
      <ZoneDeTexte nom="commentaire" libelle={LIBELLES.commentaire} rows={2} maxLength={4_000} />
    </>
  );
}
