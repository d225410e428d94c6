import {
  Alerte,
  Bouton,
  Choix,
  EtatVide,
  Formulaire,
  formaterJour,
  Icone,
  ilYA,
  JugementsDansLeTemps,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import { LIBELLES_DE_METEO, METEOS } from '../../../regles/meteo.ts';
import type { SituationPresentee } from '../../donnees-de-la-situation.ts';
import { ICONES_DE_METEO, NIVEAUX_DE_METEO } from '../../mots.ts';
import type { RefusDeSaisie } from './refus.ts';

type Props = {
  readonly meteo: SituationPresentee['meteo'];
  readonly territoire: { readonly code: string; readonly nom: string };
  readonly nom: string;
  readonly aujourdhui: string;
  readonly refus: RefusDeSaisie | null;
};

/** What the person who answers for the territory declares, its history beside the rate, and what past ones were worth. */
export function Meteo({ meteo, territoire, nom, aujourdhui, refus }: Props) {
  const { actuelle, declarable, cadence, jugements, taux, fiabilite } = meteo;
  return (
    <Section titre="Météo" id="meteo">
      {actuelle === null ? (
        <EtatVide titre="Aucune météo déclarée ici">
          {declarable
            ? 'Déclarez-la ci-dessous : un choix et une phrase suffisent.'
            : `Elle se déclare tous les ${cadence} jours par qui répond de ce territoire.`}
        </EtatVide>
      ) : (
        <div className="jalon-meteo-du-jour">
          <Icone nom={ICONES_DE_METEO[actuelle.code]} taille={40} />
          <div>
            <p>
              <strong>{actuelle.nom}</strong> : {actuelle.sens}
            </p>
            <p>{actuelle.phrase}</p>
            <p className="jalon-discret">
              {actuelle.auteur ?? 'Jalon'}, le {formaterJour(actuelle.jour)} ({ilYA(actuelle.age)})
              {actuelle.ancienne && ` : à renouveler, elle se déclare tous les ${cadence} jours`}
            </p>
          </div>
        </div>
      )}
      {actuelle?.divergence && (
        <Alerte ton="attention">{`Deux jugements\u00a0: ${minuscule(actuelle.divergence)}.`}</Alerte>
      )}
      {declarable && (
        <PanneauDepliant titre="Déclarer la météo" ouvert={refus !== null || actuelle === null || actuelle.ancienne}>
          <Formulaire
            titre={`Déclarer la météo de ${nom}`}
            protege
            erreurs={refus?.champs}
            valeurs={refus?.valeurs}
            libelles={{ meteo: 'Météo', phrase: 'En une phrase' }}
          >
            <input type="hidden" name="verbe" value="meteo" />
            <input type="hidden" name="territoire" value={territoire.code} />
            <Choix
              nom="meteo"
              legende={`Météo, ${territoire.nom}`}
              requis
              enLigne
              options={METEOS.map((valeur) => ({
                valeur,
                texte: (
                  <span className="jalon-meteo-courte">
                    <Icone nom={ICONES_DE_METEO[valeur]} taille={20} />
                    <span>{LIBELLES_DE_METEO[valeur].nom}</span>
                  </span>
                ),
                aide: LIBELLES_DE_METEO[valeur].sens,
              }))}
            />
            <ZoneDeTexte
              nom="phrase"
              libelle="En une phrase"
              aide="Ce qui justifie cette météo. Elle est signée, datée, et reste dans l’historique."
              rows={2}
              maxLength={1_000}
              requis
            />
            <Bouton>Déclarer</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
      <JugementsDansLeTemps
        legende={`Météo et taux d’avancement dans le temps, ${territoire.nom}`}
        nomDuJugement="météo"
        niveaux={NIVEAUX_DE_METEO}
        jugements={jugements}
        taux={taux}
        aujourdhui={aujourdhui}
      />
      {jugements.length > 0 && (
        <p>
          <strong>
            Fiabilité des météos passées{fiabilite.portee === 'partout' ? ', tous territoires lisibles ensemble' : ''} :
          </strong>{' '}
          {fiabilite.phrase}
        </p>
      )}
    </Section>
  );
}

function minuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
