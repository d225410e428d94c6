import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import { Alerte, Bouton, compter, Definitions, Formulaire, formaterInstant, Page, Section } from '#interface';
import { trouverCourriel } from '../courriels/lectures.ts';
import { renvoyerCourriel } from '../courriels/renvoyer.ts';
import { dateDeLEtat, EtatDeCourriel } from './etat-de-courriel.tsx';

import { ACCUEIL, ADMINISTRATION } from './fil.ts';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Courriel : ${donnees?.courriel.sujet ?? 'introuvable'} - Jalon` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, configuration } = context.get(contexteServices);
  const courriel = obtenir(await trouverCourriel(base, acteur, params.courriel ?? ''));
  return {
    courriel: { ...courriel, creeLe: courriel.creeLe.toISOString(), date: courriel.date.toISOString() },
    serveur: configuration.courrier !== null,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  await lireFormulaire(context, request);
  const id = params.courriel ?? '';
  const resultat = await renvoyerCourriel(context.get(contexteServices), acteur, id);
  if (resultat.ok) return redirect(`/administration/courriels/${id}`);
  return data({ message: resultat.refus.message }, { status: STATUTS[resultat.refus.nature] });
}

export default function PageDuCourriel() {
  const { courriel, serveur } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { sujet, adresse, destinataire, creeLe, etat, essais, erreur, texte, invitation } = courriel;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, { texte: 'Courriels', href: '/administration/courriels' }]}
      surtitre="Courriel"
      titre={sujet}
      faits={
        <>
          <EtatDeCourriel {...courriel} /> {dateDeLEtat(courriel)}
        </>
      }
      actions={
        etat === 'abandonne' && (
          <Formulaire titre="Renvoyer ce courriel" disposition="ligne">
            <Bouton taille="petite">Renvoyer</Bouton>
          </Formulaire>
        )
      }
    >
      {refus !== undefined && <Alerte ton="erreur">{refus.message}</Alerte>}
      {etat === 'attente' && !serveur && (
        <Alerte ton="attention">
          Jalon n’a pas de serveur de courrier{'\u00A0'}: ce message reste ici tant que SMTP_URL n’est pas donné.
        </Alerte>
      )}
      {erreur !== null && (
        <Alerte
          ton={etat === 'abandonne' ? 'erreur' : 'attention'}
          titre={etat === 'abandonne' ? 'Ce courriel a été abandonné' : 'Le dernier essai a échoué'}
        >
          {erreur}
        </Alerte>
      )}
      <Definitions
        enLigne
        elements={[
          { terme: 'Destinataire', valeur: destinataire === null ? adresse : `${destinataire}, ${adresse}` },
          { terme: 'Déposé', valeur: <time dateTime={creeLe}>{formaterInstant(creeLe)}</time> },
          { terme: 'Envois tentés', valeur: essais === 0 ? 'aucun' : compter(essais, 'essai', 'essais') },
          ...(invitation ? [{ terme: 'Pièce jointe', valeur: 'Invitation pour l’agenda' }] : []),
        ]}
      />
      <Section titre="Message">
        <div className="jalon-texte">{texte}</div>
      </Section>
    </Page>
  );
}
