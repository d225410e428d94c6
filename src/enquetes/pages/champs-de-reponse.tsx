import { Cases, ChampFichier, ChampTexte, Choix, Lien, Liste, ZoneDeTexte } from '#interface';
import { LIMITE_MO, PIECES } from '#tableur/pieces';
import type { Question } from '../regles/questions.ts';

/** A file already joined, and where it is read. */
export type FichierEcrit = { readonly nom: string; readonly href: string };

type ChampsProps = {
  readonly questions: readonly Question[];
  readonly contenu?: Readonly<Record<string, string>>;
  /** The files already joined, by question. */
  readonly fichiers?: Readonly<Record<string, FichierEcrit>>;
};

/** The fields of the questions, with what is already written in them. */
export function ChampsDeReponse({ questions, contenu = {}, fichiers = {} }: ChampsProps) {
  return questions.map((question) =>
    question.genre === 'fichier' ? (
      <FichierDemande key={question.cle} question={question} deja={fichiers[question.cle]} />
    ) : (
      <ChampDeQuestion key={question.cle} question={question} ecrit={contenu[question.cle]} />
    ),
  );
}

/** A file: the one already joined stays unless another takes its place, or it is taken away. */
function FichierDemande({
  question: { cle, intitule, aide, obligatoire },
  deja,
}: {
  readonly question: Question;
  readonly deja: FichierEcrit | undefined;
}) {
  return (
    <>
      <ChampFichier
        nom={cle}
        libelle={intitule}
        requis={obligatoire && deja === undefined}
        {...PIECES}
        aide={`${aide === null ? '' : `${aide} `}PDF, Word, tableur, texte ou photographie, ${LIMITE_MO} Mo au plus pour toute la réponse.`}
      />
      {deja !== undefined && (
        <>
          <p>
            Fichier gardé :{' '}
            <Lien href={deja.href} document>
              {deja.nom}
            </Lien>
            . Un autre fichier prendrait sa place.
          </p>
          {!obligatoire && (
            <Cases
              nom={`${cle}-retirer`}
              legende={<span className="fr-sr-only">{intitule}</span>}
              options={[{ valeur: 'oui', texte: `Retirer « ${deja.nom} »` }]}
            />
          )}
        </>
      )}
    </>
  );
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
      return <ChampTexte {...commun} libelle={avecUnite(intitule, unite)} inputMode="decimal" maxLength={40} />;
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
    case 'fichier':
      return null;
    case 'texte':
      return <ZoneDeTexte {...commun} libelle={intitule} maxLength={4000} />;
  }
}

/** « Cartes demandées (cartes) » says it twice. */
function avecUnite(intitule: string, unite: string | null): string {
  const dite = unite !== null && intitule.toLocaleLowerCase('fr').includes(unite.toLocaleLowerCase('fr'));
  return unite === null || dite ? intitule : `${intitule} (${unite})`;
}
