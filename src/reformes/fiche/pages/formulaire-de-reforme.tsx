import {
  Bouton,
  Cases,
  ChampTexte,
  Formulaire,
  Liste,
  type OptionDeListe,
  PanneauDepliant,
  ZoneDeTexte,
} from '#interface';

/** Labels of what is said of a reform, for the fields and for the summary of errors alike. */
const LIBELLES = {
  nom: 'Nom',
  theme: 'Thème',
  ministere: 'Ministère',
  equipe: 'Service du chef de projet',
  services: 'Services dont c’est le champ',
  mailles: 'Niveaux de suivi',
  meteoJours: 'Cadence de la météo',
  description: 'Description',
} as const;

export type ReferentielDeReforme = {
  readonly ministeres: readonly OptionDeListe[];
  readonly services: readonly OptionDeListe[];
  /** Groups of services, and the single services already chosen. */
  readonly champs: readonly OptionDeListe[];
  readonly themes: readonly string[];
};

export type ValeursDeReforme = {
  readonly version: string | null;
  readonly nom: string;
  readonly theme: string;
  readonly ministere: string;
  readonly equipe: string;
  readonly services: readonly string[];
  readonly mailles: readonly string[];
  readonly meteoJours: string;
  readonly description: string;
};

type Props = {
  readonly titre: string;
  readonly bouton: string;
  readonly referentiel: ReferentielDeReforme;
  readonly valeurs: ValeursDeReforme;
  readonly refus: {
    readonly champs: Readonly<Record<string, string>>;
    readonly valeurs: Readonly<Record<string, string | string[]>>;
  } | null;
};

/** What is said of a reform, at its creation and afterwards. */
export function FormulaireDeReforme({ titre, bouton, referentiel, valeurs, refus }: Props) {
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
      {valeurs.version !== null && <input type="hidden" name="version" value={valeurs.version} key={valeurs.version} />}
      <ChampTexte nom="nom" libelle={LIBELLES.nom} requis maxLength={300} valeur={valeurs.nom} />
      <ChampTexte
        nom="theme"
        libelle={LIBELLES.theme}
        aide="Les listes et les tableaux de bord groupent les réformes par thème."
        requis
        maxLength={120}
        propositions={referentiel.themes}
        valeur={valeurs.theme}
      />
      <Liste
        nom="ministere"
        libelle={LIBELLES.ministere}
        aide="Son cabinet et ses services centraux lisent la réforme partout."
        aucune="aucun"
        valeur={valeurs.ministere}
        options={referentiel.ministeres}
      />
      <Liste
        nom="equipe"
        libelle={LIBELLES.equipe}
        aide="Ses chefs de projet tiennent la réforme à jour."
        requis
        aucune="Choisir un service"
        valeur={valeurs.equipe}
        options={referentiel.services}
      />
      <Cases
        nom="mailles"
        legende={LIBELLES.mailles}
        aide="Où la réforme se lit, se mesure et se déclare."
        enLigne
        requis
        valeurs={valeurs.mailles}
        options={[
          { valeur: 'national', texte: 'National' },
          { valeur: 'regional', texte: 'Régions' },
          { valeur: 'departemental', texte: 'Départements' },
        ]}
      />
      <ChampTexte
        nom="meteoJours"
        libelle={LIBELLES.meteoJours}
        aide="Nombre de jours après lesquels une météo est à renouveler"
        inputMode="numeric"
        valeur={valeurs.meteoJours}
      />
      <PanneauDepliant titre={LIBELLES.services} ouvert={valeurs.services.length > 0}>
        <Cases
          nom="services"
          legende="Ces services lisent la réforme sur leur territoire et y écrivent l’analyse."
          valeurs={valeurs.services}
          options={referentiel.champs}
        />
      </PanneauDepliant>
      <ZoneDeTexte
        nom="description"
        libelle={LIBELLES.description}
        rows={4}
        maxLength={4_000}
        valeur={valeurs.description}
      />
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
