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
  /** The only question: what is said région by région is there at once. */
  readonly seule: boolean;
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
export function ResultatDeQuestion({ question, seule, fichiers, reprendre }: ResultatProps) {
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
          colonnes={[
            { cle: 'libelle', titre: 'Réponse', cellule: ({ libelle }) => libelle },
            { cle: 'nombre', titre: 'Nombre', alignement: 'fin', cellule: ({ nombre }) => nombre },
            { cle: 'part', titre: 'Part', cellule: ({ taux }) => <Avancement taux={taux} libelle="Part" /> },
            { cle: 'intervalle', titre: 'Intervalle à 95\u00a0%', cellule: ({ intervalle }) => intervalle ?? '' },
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
      {regions.length > 0 && <ParRegion question={question} ouvert={seule} />}
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
  nombre: 'Le point est la moyenne par réponse, le trait son intervalle à 95\u00a0%',
  pourcentage: 'Le point est la moyenne, le trait son intervalle à 95\u00a0%',
  oui_non: 'Le point est la part de «\u00a0oui\u00a0», le trait son intervalle à 95\u00a0%',
};

type ParRegionProps = { readonly question: QuestionPresentee; readonly ouvert: boolean };

/** Région by région: a drawing when there is one number to place, words otherwise; folded when several questions follow. */
function ParRegion({ question: { intitule, genre, regions, axe }, ouvert }: ParRegionProps) {
  const points = regions.flatMap(({ code, nom, point, bref }) =>
    point === null ? [] : [{ code, nom, ...point, texte: bref.chiffre, fiabilite: bref.fiabilite }],
  );
  return (
    <div className="jalon-par-region">
      <PanneauDepliant
        titre={
          <>
            Région par région<span className="fr-sr-only"> : {intitule}</span>
          </>
        }
        ouvert={ouvert}
      >
        {axe !== null && points.length === regions.length ? (
          <PointsEncadres
            legende={LEGENDES[genre] ?? intitule}
            titre={axe.titre}
            {...(axe.unite === null ? {} : { unite: axe.unite })}
            points={points}
          />
        ) : (
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
        )}
      </PanneauDepliant>
    </div>
  );
}
