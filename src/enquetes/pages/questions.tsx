import {
  Bouton,
  Cases,
  ChampTexte,
  Choix,
  Formulaire,
  GroupeDeBoutons,
  Liste,
  PanneauDepliant,
  Tableau,
  ZoneDeTexte,
} from '#interface';
import { GENRES_DE_QUESTION, LIBELLES_DE_GENRE, type Question } from '../regles/questions.ts';
import type { RefusDeFormulaire } from './communs.ts';

type QuestionsProps = {
  readonly questions: readonly Question[];
  readonly version: number;
  readonly refus: RefusDeFormulaire;
};

/** The questions of a draft, in the order they will be asked. */
export function QuestionsDuBrouillon({ questions, version, refus }: QuestionsProps) {
  if (questions.length === 0) return null;
  const parCle = new Map(questions.map(({ cle, intitule }) => [cle, intitule]));
  return (
    <div className="jalon-questions">
      {refus !== undefined && <p className="jalon-erreur">{Object.values(refus.champs)[0]}</p>}
      <Tableau
        legende="Questions de la remontée"
        lignes={questions}
        cleDeLigne={({ cle }) => cle}
        colonnes={[
          {
            cle: 'intitule',
            titre: 'Question',
            largeur: 'large',
            cellule: ({ intitule, aide }) => (
              <>
                {intitule}
                {aide !== null && <div className="jalon-discret jalon-petit">{aide}</div>}
              </>
            ),
          },
          {
            cle: 'genre',
            titre: 'Demande',
            cellule: ({ genre, choix, unite, poids }) => (
              <>
                {LIBELLES_DE_GENRE[genre]}
                {unite !== null && ` (${unite})`}
                {choix.length > 0 && <div className="jalon-discret jalon-petit">{choix.join(' · ')}</div>}
                {poids !== null && (
                  <div className="jalon-discret jalon-petit">pondéré par « {parCle.get(poids) ?? poids} »</div>
                )}
              </>
            ),
          },
          {
            cle: 'obligatoire',
            titre: 'Obligatoire',
            cellule: ({ obligatoire }) => (obligatoire ? 'oui' : 'non'),
          },
          {
            cle: 'gestes',
            titre: 'Gestes',
            cellule: ({ cle, intitule }) => (
              <Formulaire titre={`Ordre : ${intitule}`} disposition="ligne">
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="question" value={cle} />
                <GroupeDeBoutons>
                  {questions[0]?.cle !== cle && (
                    <Bouton name="verbe" value="monter" rang="discret" taille="petite">
                      Monter<span className="fr-sr-only"> « {intitule} »</span>
                    </Bouton>
                  )}
                  <Bouton name="verbe" value="retirer" rang="discret" taille="petite">
                    Retirer<span className="fr-sr-only"> « {intitule} »</span>
                  </Bouton>
                </GroupeDeBoutons>
              </Formulaire>
            ),
          },
        ]}
      />
    </div>
  );
}

export function AjouterUneQuestion({ questions, version, refus }: QuestionsProps) {
  const nombres = questions.filter(({ genre }) => genre === 'nombre');
  return (
    <PanneauDepliant titre="Ajouter une question" ouvert={questions.length === 0 || refus !== undefined}>
      <Formulaire
        // Emptied once the question is added.
        key={version}
        titre="Ajouter une question"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ intitule: 'Question', genre: 'Demande', choix: 'Choix', poids: 'Pondérée par' }}
      >
        <input type="hidden" name="verbe" value="ajouter" />
        <input type="hidden" name="version" value={version} />
        <ChampTexte nom="intitule" libelle="Question" maxLength={300} requis />
        <Choix
          nom="genre"
          legende="Elle demande"
          requis
          valeur="nombre"
          options={GENRES_DE_QUESTION.map((genre) => ({ valeur: genre, texte: LIBELLES_DE_GENRE[genre] }))}
        />
        <ZoneDeTexte
          nom="choix"
          libelle="Choix proposés"
          aide="Pour un choix dans une liste : un par ligne."
          rows={3}
        />
        <ChampTexte nom="unite" libelle="Unité" aide="Pour un nombre : « agents », « cartes »." maxLength={60} />
        {nombres.length > 0 && (
          <Liste
            nom="poids"
            libelle="Pondérée par"
            aide="Pour un pourcentage : la moyenne comptera chaque réponse à proportion de ce nombre."
            aucune="rien : chaque réponse compte autant"
            options={nombres.map(({ cle, intitule }) => ({ valeur: cle, texte: intitule }))}
          />
        )}
        <ChampTexte nom="aide" libelle="Précision" aide="Montrée sous la question." maxLength={500} />
        <Cases nom="obligatoire" legende="Réponse" options={[{ valeur: 'oui', texte: 'Obligatoire' }]} />
        <Bouton rang="secondaire">Ajouter la question</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
