import { Bouton, Choix, compter, Formulaire, Liste, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { DonneesDuDeploiement } from '../donnees-du-deploiement.ts';
import type { RefusDeSaisie } from '../saisies-d-action.tsx';

type FormulaireProps = { readonly donnees: DonneesDuDeploiement; readonly refus: RefusDeSaisie };

/** The plan's team chooses the level and the territories; more may be added later. */
export function FormulaireDeDeclinaison({ donnees, refus }: FormulaireProps) {
  const { choix, enTout, maille } = donnees;
  if (choix === null) return null;
  const mailles = [
    { valeur: 'departemental', texte: 'Par département', nombre: choix.parDepartement },
    { valeur: 'regional', texte: 'Par région', nombre: choix.parRegion },
  ].filter(({ nombre, valeur }) => nombre > 0 && (enTout === 0 || valeur === maille));
  return (
    <PanneauDepliant
      titre={enTout === 0 ? 'Décliner l’action par territoire' : 'Ajouter des territoires'}
      ouvert={enTout === 0 || refus !== null}
    >
      <Formulaire
        titre="Décliner l’action par territoire"
        action="?#decliner"
        id="decliner"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ maille: 'Maille', portee: 'Territoires', region: 'Région', liste: 'Liste' }}
      >
        <input type="hidden" name="verbe" value="decliner" />
        <p>
          Chaque territoire donne alors ses nouvelles : statut, taux, note. Les territoires déjà choisis gardent les
          leurs.
        </p>
        {mailles.length === 1 && mailles[0] !== undefined ? (
          <input type="hidden" name="maille" value={mailles[0].valeur} />
        ) : (
          <Choix
            nom="maille"
            legende="Maille"
            requis
            enLigne
            valeur="departemental"
            options={mailles.map(({ valeur, texte }) => ({ valeur, texte }))}
          />
        )}
        <Choix
          nom="portee"
          legende="Territoires"
          requis
          valeur="tous"
          options={[
            {
              valeur: 'tous',
              texte: 'Tous ceux du plan',
              aide: mailles
                .map(({ valeur, nombre }) =>
                  valeur === 'regional'
                    ? compter(nombre, 'région', 'régions')
                    : compter(nombre, 'département', 'départements'),
                )
                .join(', ou '),
            },
            ...(choix.regions.length > 0 ? [{ valeur: 'region', texte: 'Ceux d’une région' }] : []),
            { valeur: 'liste', texte: 'Une liste' },
          ]}
        />
        {choix.regions.length > 0 && (
          <Liste
            nom="region"
            libelle="Région"
            aide="Pour « ceux d’une région »"
            aucune="choisir"
            options={choix.regions}
          />
        )}
        <ZoneDeTexte
          nom="liste"
          libelle="Liste"
          aide="Pour « une liste » : un nom ou un numéro par ligne, par exemple « Finistère » ou « 29 »"
          rows={4}
          maxLength={8_000}
        />
        <Bouton taille="petite">Décliner l’action</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

/** One territory, or all, leaves the deployment; what it said is kept. */
export function FormulaireDeRetraitDeTerritoires({ donnees, refus }: FormulaireProps) {
  return (
    <PanneauDepliant titre="Retirer des territoires" ouvert={refus !== null}>
      <Formulaire
        titre="Retirer des territoires"
        action="?#retirer"
        id="retirer"
        prefixe="retirer"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ territoire: 'Territoire', motif: 'Motif' }}
      >
        <input type="hidden" name="verbe" value="retirer" />
        <p>Ce qui a été dit est gardé : les situations passées le montrent encore.</p>
        <Liste
          nom="territoire"
          libelle="Territoire"
          aucune="choisir"
          options={[
            ...donnees.carte.map(({ code, nom }) => ({ valeur: code, texte: nom })),
            { valeur: 'tous', texte: 'Tous : l’action n’est plus déclinée' },
          ]}
        />
        <ZoneDeTexte nom="motif" libelle="Motif" requis rows={2} maxLength={2_000} />
        <Bouton rang="secondaire" taille="petite">
          Retirer
        </Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
