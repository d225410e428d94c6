import { Bouton, ChampDate, ChampTexte, Formulaire, GroupeDeBoutons, PanneauDepliant } from '#interface';
import type { PointPresente } from '../presentation.ts';
import type { RefusDuPoint } from './refus-du-point.ts';

type PreparationProps = { readonly vue: PointPresente; readonly refus: RefusDuPoint };

/** What can be done with a draft: its title, its day, settling it, giving it up. */
export function PreparationDuPoint({ vue, refus }: PreparationProps) {
  const de = (verbe: string) => (refus?.verbe === verbe ? refus : undefined);
  const version = <input type="hidden" name="version" value={vue.version} />;
  return (
    <PanneauDepliant titre="Préparer : titre, date, arrêter" ouvert={refus !== undefined}>
      <Formulaire
        titre="Modifier le point d’étape"
        erreurs={de('modifier')?.champs}
        valeurs={de('modifier')?.valeurs}
        libelles={{ titre: 'Titre', jour: 'Situation au' }}
      >
        <input type="hidden" name="verbe" value="modifier" />
        {version}
        <ChampTexte nom="titre" libelle="Titre" valeur={vue.titre} maxLength={200} requis />
        <ChampDate
          nom="jour"
          libelle="Situation au"
          aide="Enregistrer relit les chiffres de ce jour : ce qui était figé est remplacé."
          valeur={vue.jour}
          max={vue.aujourdhui}
        />
        <Bouton rang="secondaire">Enregistrer et figer de nouveau</Bouton>
      </Formulaire>
      <Formulaire titre="Arrêter ou abandonner" erreurs={de('arreter')?.champs ?? de('abandonner')?.champs}>
        {version}
        <p>
          Arrêté, ce point ne change plus : ceux qui lisent ses réformes le lisent, et l’on ne peut plus qu’y ajouter
          des commentaires.
        </p>
        <GroupeDeBoutons>
          <Bouton name="verbe" value="arreter">
            Arrêter ce point d’étape
          </Bouton>
          <Bouton name="verbe" value="abandonner" rang="tertiaire">
            Abandonner le brouillon
          </Bouton>
        </GroupeDeBoutons>
      </Formulaire>
    </PanneauDepliant>
  );
}
