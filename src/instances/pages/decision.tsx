import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import {
  Alerte,
  Definitions,
  formaterInstant,
  formaterJour,
  INSECABLE,
  Lien,
  Page,
  Section,
  Tableau,
} from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { direLaSuite } from '../commandes/dire-la-suite.ts';
import { trouverDecision } from '../lectures/decision.ts';
import { DECISIONS } from '../regles/decisions.ts';
import { ACCUEIL, INSTANCES } from './commun.tsx';
import { FormulaireDeSuite, SuiteDite } from './suite-donnee.tsx';
import { ObjetDeDecision, RIEN_DE_DIT } from './tableau-de-decisions.tsx';

export const meta = () => [{ title: 'Une décision - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const trouvee = obtenir(await trouverDecision(base, acteur, params.decision ?? '', aujourdhui(horloge)));
  return { ...trouvee, fait: new URL(request.url).searchParams.get('fait') };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.decision ?? '';
  // Asked first: an address that is not open answers the same, whatever is sent to it.
  const { decision } = obtenir(await trouverDecision(services.base, acteur, id, aujourdhui(services.horloge)));
  const fait = await direLaSuite(services, acteur, { ...valeurs, decision: id, reunion: decision.reunion });
  if (fait.ok) return redirect(`/decisions/${id}?fait=suite`);
  return data(
    { verbe: id, valeurs, champs: fait.refus.champs ?? { suite: fait.refus.message } },
    { status: STATUTS[fait.refus.nature] },
  );
}

const EFFETS = {
  decision: `Dites ce qui a été fait${INSECABLE}: l’instance le lit aussitôt dans son suivi, et la décision compte comme appliquée.`,
  service: `Cette décision s’adresse à plusieurs services. Dites ce qu’a fait celui-ci${INSECABLE}: l’instance le lit aussitôt, et rien ne lui est plus demandé.`,
};

export default function UneDecision() {
  const { decision, membre, dicible, service, reponses, demonstration, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { id, numero, instance, instanceId, reunion, jour, genre, texte, suite, suiteDonnee } = decision;
  return (
    <Page
      filDAriane={[
        ACCUEIL,
        ...(membre
          ? [
              INSTANCES,
              { texte: instance, href: `/instances/${instanceId}` },
              { texte: 'Suivi des décisions', href: `/instances/${instanceId}/decisions` },
            ]
          : [{ texte: 'Ce que l’on attend de moi', href: '/attendu' }]),
      ]}
      surtitre={demonstration ? 'Décision · données de démonstration' : 'Décision'}
      titre={`Décision n°${INSECABLE}${numero} de «${INSECABLE}${instance}${INSECABLE}»`}
      faits={
        <>
          <SuiteDite suite={suite} /> · {DECISIONS[genre].libelle} · réunion du {formaterJour(jour)}
        </>
      }
    >
      {fait === 'suite' && refus === undefined && <Alerte ton="succes">La suite donnée est enregistrée.</Alerte>}
      <p className="jalon-texte">{texte}</p>
      <Definitions
        elements={[
          { terme: 'Responsable', valeur: decision.responsable ?? RIEN_DE_DIT },
          { terme: 'Échéance', valeur: decision.echeance ?? RIEN_DE_DIT },
          { terme: 'Ce qu’elle change', valeur: <ObjetDeDecision {...decision} /> },
          ...(membre
            ? [
                {
                  terme: 'Relevé',
                  valeur: <Lien href={`/reunions/${reunion}/releve`}>Lire le relevé de la réunion</Lien>,
                },
              ]
            : []),
        ]}
      />
      <Section titre="Suite donnée" id="suite">
        {suiteDonnee !== null && (
          <p className="jalon-texte">
            {suiteDonnee.texte} <span className="jalon-discret">({formaterInstant(suiteDonnee.le)})</span>
          </p>
        )}
        {reponses.length > 0 && (
          <Tableau
            legende={`Réponses des services : ${reponses.length}`}
            lignes={reponses}
            cleDeLigne={({ organisation }) => organisation}
            colonnes={[
              { cle: 'service', titre: 'Service', cellule: ({ service }) => service },
              { cle: 'texte', titre: 'Ce qui a été fait', largeur: 'large', cellule: (une) => une.texte },
              { cle: 'le', titre: 'Dit le', cellule: ({ le }) => formaterInstant(le) },
            ]}
          />
        )}
        {dicible !== null && (
          <>
            <p>
              {dicible === 'service' && service !== null && <strong>Vous répondez pour {service}. </strong>}
              {EFFETS[dicible]}
            </p>
            <FormulaireDeSuite id={id} numero={numero} reunion={reunion} refus={refus} />
          </>
        )}
        {suiteDonnee === null && reponses.length === 0 && dicible === null && (
          <p className="jalon-discret">Rien n’en est encore dit.</p>
        )}
      </Section>
    </Page>
  );
}
