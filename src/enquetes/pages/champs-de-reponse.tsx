import { ChampTexte, Choix, Liste, ZoneDeTexte } from '#interface';
import type { Question } from '../regles/questions.ts';

/** The fields of the questions, with what is already written in them. */
export function ChampsDeReponse({
  questions,
  contenu = {},
}: {
  readonly questions: readonly Question[];
  readonly contenu?: Readonly<Record<string, string>>;
}) {
  return questions.map((question) => (
    <ChampDeQuestion key={question.cle} question={question} ecrit={contenu[question.cle]} />
  ));
}

function ChampDeQuestion({ question, ecrit }: { readonly question: Question; readonly ecrit: string | undefined }) {
  const { cle, genre, intitule, aide, obligatoire, choix, unite } = question;
  const commun = {
    nom: cle,
    requis: obligatoire,
    ...(aide === null ? {} : { aide }),
    ...(ecrit === undefined ? {} : { valeur: ecrit }),
  };
  switch (genre) {
    case 'nombre':
      return (
        <ChampTexte
          {...commun}
          libelle={unite === null ? intitule : `${intitule} (${unite})`}
          inputMode="decimal"
          maxLength={40}
        />
      );
    case 'pourcentage':
      return <ChampTexte {...commun} libelle={`${intitule} (%)`} inputMode="decimal" maxLength={40} />;
    case 'oui_non':
      return (
        <Choix
          {...commun}
          legende={intitule}
          enLigne
          options={[
            { valeur: 'oui', texte: 'Oui' },
            { valeur: 'non', texte: 'Non' },
            ...(obligatoire ? [] : [{ valeur: '', texte: 'Sans réponse' }]),
          ]}
        />
      );
    case 'choix':
      return (
        <Liste
          {...commun}
          libelle={intitule}
          aucune={obligatoire ? 'Choisir une réponse' : 'Sans réponse'}
          options={choix.map((texte) => ({ valeur: texte, texte }))}
        />
      );
    case 'texte':
      return <ZoneDeTexte {...commun} libelle={intitule} maxLength={4000} />;
  }
}
