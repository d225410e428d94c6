import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { obtenir } from '#acces';
import { Avancement, compter, EtatVide, Explication, Lien, Page, Section, Tableau } from '#interface';
import { lireResultats } from '../lectures/resultats.ts';
import { direCouverture, direJours, presenterQuestion, type QuestionPresentee } from '../presentation.ts';
import { chargerRemontee } from './charger.ts';
import { ACCUEIL, REMONTEES } from './communs.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.titre ?? 'Remontée'}, résultats - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles } = await chargerRemontee(arguments_);
  const { questions } = obtenir(await lireResultats(services.base, acteur, remontee, cibles));
  return {
    id: remontee.id,
    titre: remontee.titre,
    anonyme: remontee.anonyme,
    etat: remontee.etat,
    publiee: remontee.publiee,
    jours: direJours(remontee),
    couverture: direCouverture(remontee),
    recues: remontee.recues,
    questions: questions.map((question) => presenterQuestion(question, remontee.attendues, remontee.anonyme)),
  };
}

/** What was answered, question by question: the figure, what it stands on, then région by région. */
export default function ResultatsDUneRemontee() {
  const vue = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[ACCUEIL, REMONTEES, { texte: vue.titre, href: `/remontees/${vue.id}` }]}
      titre="Résultats"
      surtitre={`${vue.titre}${vue.anonyme ? ' · remontée anonyme' : ''}`}
      faits={`Ouverte ${vue.jours} · ${vue.publiee ? 'résultats publiés aux services interrogés' : 'résultats non publiés'}`}
      phrase={`${vue.couverture}.${vue.etat === 'ouverte' ? ' Ces résultats changeront encore : la remontée est ouverte.' : ''}`}
      actions={<Exporter id={vue.id} />}
    >
      {vue.recues === 0 ? (
        <EtatVide titre="Aucune réponse pour le moment">Les résultats s’additionneront à mesure des réponses.</EtatVide>
      ) : (
        vue.questions.map((question) => <ResultatDeQuestion key={question.cle} question={question} />)
      )}
    </Page>
  );
}

function ResultatDeQuestion({ question }: { readonly question: QuestionPresentee }) {
  const { intitule, chiffre, fiabilite, formule, parts, textes, regions, retenues } = question;
  return (
    <Section titre={intitule} id={question.cle}>
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
      {regions.length > 0 && (
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
      {retenues > 0 && (
        <p className="jalon-discret">
          {`${compter(retenues, 'région n’est pas montrée', 'régions ne sont pas montrées')} : trop peu de réponses, ou de quoi les deviner par différence.`}
        </p>
      )}
    </Section>
  );
}

function Exporter({ id }: { readonly id: string }) {
  return (
    <details className="jalon-menu">
      <summary>Exporter</summary>
      <ul>
        {[
          ['xlsx', 'Excel (xlsx)'],
          ['ods', 'OpenDocument (ods)'],
          ['csv', 'CSV'],
        ].map(([format, libelle]) => (
          <li key={format}>
            <Lien href={`/remontees/${id}/resultats.${format}`} document>
              {libelle}
            </Lien>
          </li>
        ))}
      </ul>
    </details>
  );
}
