import {
  Avancement,
  compter,
  Explication,
  Lien,
  LienBouton,
  PanneauDepliant,
  PointsEncadres,
  Section,
  Tableau,
} from '#interface';
import type { QuestionPresentee } from '../presentation.ts';

type ResultatProps = {
  readonly question: QuestionPresentee;
  /** For who keeps the remontée. */
  readonly fichiers: readonly {
    readonly id: string;
    readonly nom: string;
    readonly service: string;
    readonly href: string;
  }[];
  /** Where it is made a note or a value; null when it is not. */
  readonly reprendre: string | null;
};

/** What was answered to one question: the figure, what it stands on, then région by région. */
export function ResultatDeQuestion({ question, fichiers, reprendre }: ResultatProps) {
  const { intitule, chiffre, fiabilite, formule, parts, textes, regions, retenues } = question;
  return (
    <Section
      titre={intitule}
      id={question.cle}
      actions={
        reprendre !== null && (
          <LienBouton href={reprendre} rang="tertiaire" taille="petite">
            Reprendre<span className="fr-sr-only"> « {intitule} »</span>
          </LienBouton>
        )
      }
    >
      <p>
        {chiffre !== null && <strong>{chiffre}</strong>}
        {chiffre !== null && ' · '}
        <span className="jalon-discret">{fiabilite}</span>
      </p>
      <Explication objet={intitule} formule={formule} />
      {parts.length > 0 && (
        <Tableau
          legende={`Réponses : ${intitule}`}
          lignes={parts}
          cleDeLigne={({ libelle }) => libelle}
          surTelephone="tableau"
          colonnes={[
            { cle: 'libelle', titre: 'Réponse', cellule: ({ libelle }) => libelle },
            { cle: 'nombre', titre: 'Nombre', alignement: 'fin', cellule: ({ nombre }) => nombre },
            { cle: 'part', titre: 'Part', cellule: ({ taux }) => <Avancement taux={taux} libelle="Part" /> },
            { cle: 'intervalle', titre: 'Intervalle', cellule: ({ intervalle }) => intervalle ?? '' },
          ]}
        />
      )}
      {textes.length > 0 && (
        <ul>
          {textes.map((texte, rang) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two services may write the same words
            <li key={rang} className="jalon-texte">
              {texte}
            </li>
          ))}
        </ul>
      )}
      {fichiers.length > 0 && (
        <Tableau
          legende={`Fichiers reçus : ${intitule}`}
          lignes={fichiers}
          cleDeLigne={({ id }) => id}
          surTelephone="tableau"
          colonnes={[
            { cle: 'service', titre: 'Service', cellule: ({ service }) => service },
            {
              cle: 'fichier',
              titre: 'Fichier',
              cellule: ({ href, nom }) => (
                <Lien href={href} document>
                  {nom}
                </Lien>
              ),
            },
          ]}
        />
      )}
      {regions.length > 0 && <ParRegion question={question} />}
      {retenues > 0 && (
        <p className="jalon-discret">
          {`${compter(retenues, 'région n’est pas montrée', 'régions ne sont pas montrées')} : trop peu de réponses, ou de quoi les deviner par différence.`}
        </p>
      )}
    </Section>
  );
}

/** What the dots are, under each drawing. */
const LEGENDES: Readonly<Partial<Record<QuestionPresentee['genre'], string>>> = {
  nombre: 'par région : le point est la moyenne par réponse, le trait son intervalle à 95 %',
  pourcentage: 'par région : le trait est l’intervalle à 95 %',
  oui_non: 'par région : le point est la part de « oui », le trait son intervalle à 95 %',
};

/** Région by région: a drawing when there is one number to place, words otherwise. */
function ParRegion({ question: { intitule, genre, regions, axe } }: { readonly question: QuestionPresentee }) {
  const points = regions.flatMap(({ point, chiffre, ...region }) =>
    point === null ? [] : [{ ...region, ...point, texte: chiffre }],
  );
  if (axe !== null && points.length === regions.length)
    return (
      <PointsEncadres
        legende={`${intitule}, ${LEGENDES[genre] ?? 'par région'}`}
        titre={axe.titre}
        {...(axe.unite === null ? {} : { unite: axe.unite })}
        points={points}
      />
    );
  return (
    <PanneauDepliant titre="Région par région">
      <Tableau
        legende={`${intitule}, par région`}
        lignes={regions}
        cleDeLigne={({ code }) => code}
        surTelephone="tableau"
        colonnes={[
          { cle: 'region', titre: 'Région', cellule: ({ nom }) => nom },
          { cle: 'chiffre', titre: 'Résultat', cellule: (region) => region.chiffre },
          { cle: 'n', titre: 'Sur quoi', cellule: (region) => region.fiabilite },
        ]}
      />
    </PanneauDepliant>
  );
}
