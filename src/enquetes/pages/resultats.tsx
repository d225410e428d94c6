import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { obtenir } from '#acces';
import { Alerte, EtatVide, Lien, Page, Tableau } from '#interface';
import type { Base } from '#socle/base';
import { fichiersRecus } from '../lectures/fichiers.ts';
import type { Cible } from '../lectures/remontees.ts';
import { lireReprises } from '../lectures/reprises.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { peutReprendreResultat, peutTenirRemontee } from '../politique.ts';
import { direCouverture, direJours, presenterQuestion, type QuestionPresentee } from '../presentation.ts';
import { chargerRemontee } from './charger.ts';
import { ACCUEIL, REMONTEES } from './communs.ts';
import { ResultatDeQuestion } from './resultat-de-question.tsx';
import { ResultatsRepris } from './resultats-repris.tsx';
import './remontees.css';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.titre ?? 'Remontée'}, résultats - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles } = await chargerRemontee(arguments_);
  const { questions } = obtenir(await lireResultats(services.base, acteur, remontee, cibles));
  const reprend = peutReprendreResultat(acteur, remontee, cibles).permis;
  const reprises = await lireReprises(services.base, acteur, remontee.id);
  const fichiers = peutTenirRemontee(acteur, remontee).permis
    ? await fichiersDesServices(services.base, remontee.id, cibles)
    : [];
  const repris = new URL(arguments_.request.url).searchParams.get('repris');
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
    fichiers,
    reprend,
    repris: reprend && reprises.some(({ question }) => question === repris),
    // What one may not read is kept from whoever was asked; who keeps the remontée knows that it was quoted.
    reprises: reprises
      .filter(({ href }) => reprend || href !== null)
      .map(({ le, ...reprise }) => ({ ...reprise, le: le.toISOString() })),
  };
}

/** The files of the answers, with the service that joined each. */
async function fichiersDesServices(base: Base, remontee: string, cibles: readonly Cible[]) {
  const services = new Map(cibles.map(({ id, libelle }) => [id, libelle]));
  const recus = await fichiersRecus(base, remontee);
  return recus.map(({ id, nom, question, cible }) => ({
    id,
    nom,
    question,
    service: services.get(cible) ?? '',
    href: `/remontees/${remontee}/fichiers/${id}`,
  }));
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
      {vue.repris && <Alerte ton="succes">Le résultat est repris : le lien est ci-dessous.</Alerte>}
      {vue.recues === 0 ? (
        <EtatVide titre="Aucune réponse pour le moment">Les résultats s’additionneront à mesure des réponses.</EtatVide>
      ) : (
        <>
          {vue.questions.length > 1 && <EnBref questions={vue.questions} />}
          {vue.questions.map((question) => (
            <ResultatDeQuestion
              key={question.cle}
              question={question}
              seule={vue.questions.length === 1}
              fichiers={vue.fichiers.filter(({ question: cle }) => cle === question.cle)}
              reprendre={
                vue.reprend && question.reprenable ? `/remontees/${vue.id}/resultats/${question.cle}/reprendre` : null
              }
            />
          ))}
        </>
      )}
      {vue.reprises.length > 0 && <ResultatsRepris reprises={vue.reprises} questions={vue.questions} />}
    </Page>
  );
}

/** One line a question: what most readers came for, and the way to the rest. */
function EnBref({ questions }: { readonly questions: readonly QuestionPresentee[] }) {
  return (
    <Tableau
      legende="Les résultats en bref"
      lignes={questions}
      cleDeLigne={({ cle }) => cle}
      colonnes={[
        {
          cle: 'question',
          titre: 'Question',
          largeur: 'large',
          cellule: ({ cle, intitule }) => <Lien href={`#${cle}`}>{intitule}</Lien>,
        },
        {
          cle: 'chiffre',
          titre: 'Résultat',
          cellule: ({ chiffre }) =>
            chiffre === null ? <span className="jalon-discret">non publié</span> : <strong>{chiffre}</strong>,
        },
        { cle: 'n', titre: 'Sur quoi', cellule: ({ fiabilite }) => fiabilite },
      ]}
    />
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
