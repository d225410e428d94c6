import { Bouton, Cases, ChampTexte, Choix, Formulaire, Liste, PanneauDepliant, ZoneDeTexte } from '#interface';
import { CADENCES, LIBELLES_DE_CADENCE } from '../regles/cadence.ts';
import { LIBELLES_DE_NIVEAU, NIVEAUX, ROLES_DE_NIVEAU } from '../regles/niveaux.ts';
import type { OptionsDInstance } from './options.ts';

type Props = {
  readonly titre: string;
  readonly bouton: string;
  readonly options: OptionsDInstance;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly plans: readonly string[];
  readonly reformes: readonly string[];
  readonly refus:
    | {
        readonly champs: Readonly<Record<string, string>>;
        readonly valeurs: Readonly<Record<string, string | string[]>>;
      }
    | undefined;
};

/** A committee, as it is started and as it is changed. */
export function FormulaireDInstance({ titre, bouton, options, valeurs, plans, reformes, refus }: Props) {
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
      {valeurs.version !== undefined && <input type="hidden" name="version" value={valeurs.version} />}
      <ChampTexte nom="nom" libelle="Nom" requis maxLength={200} valeur={valeurs.nom ?? ''} />
      <Choix
        nom="niveau"
        legende="Niveau"
        requis
        valeur={valeurs.niveau ?? 'suivi'}
        options={NIVEAUX.map((niveau) => ({
          valeur: niveau,
          texte: LIBELLES_DE_NIVEAU[niveau],
          aide: ROLES_DE_NIVEAU[niveau],
        }))}
      />
      <ChampTexte
        nom="niveauPropre"
        libelle="Nom du niveau, s’il n’est pas dans la liste"
        maxLength={100}
        valeur={valeurs.niveauPropre ?? ''}
      />
      <Liste
        nom="secretariat"
        libelle="Secrétariat"
        requis
        valeur={valeurs.secretariat ?? ''}
        options={options.secretariats}
        aide="Ce service prépare les réunions et tient le relevé."
      />
      <ChampTexte
        nom="presidence"
        libelle="Service qui préside"
        requis
        maxLength={300}
        valeur={valeurs.presidence ?? ''}
        aide="Son sigle ou son nom. Lui seul valide le relevé de décisions."
      />
      <ChampTexte
        nom="presidenceFonction"
        libelle="Fonction de qui préside"
        maxLength={200}
        valeur={valeurs.presidenceFonction ?? ''}
        aide="Par exemple « sous-directeur ». Une fonction, pas un nom."
      />
      <Liste
        nom="territoire"
        libelle="Territoire"
        requis
        valeur={valeurs.territoire ?? ''}
        options={options.territoires}
      />
      <ZoneDeTexte
        nom="membres"
        libelle="Membres"
        rows={6}
        valeur={valeurs.membres ?? ''}
        aide="Un par ligne : un service par son sigle ou son nom, une personne par l’adresse de courriel de son compte."
      />
      <ZoneDeTexte
        nom="sansCompte"
        libelle="Personnes sans compte"
        rows={3}
        valeur={valeurs.sansCompte ?? ''}
        aide="Un par ligne : nom ; fonction ; courriel s’il est connu. Ces données personnelles s’effacent à la demande de la personne."
      />
      {options.plans.length > 0 && <Cases nom="plans" legende="Plans suivis" options={options.plans} valeurs={plans} />}
      {options.reformes.length > 0 && (
        <PanneauDepliant titre="Réformes suivies" ouvert={reformes.length > 0}>
          <Cases nom="reformes" legende="Réformes suivies" options={options.reformes} valeurs={reformes} />
        </PanneauDepliant>
      )}
      <Liste
        nom="cadence"
        libelle="Rythme"
        requis
        valeur={valeurs.cadence ?? 'mensuelle'}
        options={CADENCES.map((valeur) => ({ valeur, texte: LIBELLES_DE_CADENCE[valeur] }))}
      />
      <ChampTexte
        nom="heure"
        libelle="Heure habituelle"
        requis
        valeur={valeurs.heure ?? '14:30'}
        aide="Sur quatre chiffres, par exemple 09:30."
      />
      <ChampTexte nom="duree" libelle="Durée, en minutes" requis inputMode="numeric" valeur={valeurs.duree ?? '90'} />
      <ChampTexte nom="lieu" libelle="Lieu" maxLength={500} valeur={valeurs.lieu ?? ''} />
      <ZoneDeTexte nom="description" libelle="À quoi elle sert" valeur={valeurs.description ?? ''} />
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
