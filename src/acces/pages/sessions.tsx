import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Alerte, Bouton, compter, Etiquette, Formulaire, formaterInstant, Page, Tableau } from '#interface';
import { contexteServices, contexteVisite, exigerActeur, lireFormulaire, STATUTS } from '../contexte.ts';
import { sessionsOuvertes } from '../sessions/ouvertes.ts';
import { revoquerLesAutres, revoquerSession } from '../sessions/revoquer.ts';

export const meta = () => [{ title: 'Mes sessions - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { session } = context.get(contexteVisite);
  const { oidc } = services.configuration;
  const sessions = await sessionsOuvertes(services, acteur.personne, session ?? '');
  return {
    fermees: new URL(request.url).searchParams.has('fermees'),
    sessions: sessions.map(({ moyen, ...une }) => ({
      ...une,
      moyen: moyen === 'oidc' ? (oidc?.nom ?? 'Identité professionnelle') : 'Personnage de démonstration',
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const formulaire = await lireFormulaire(context, request);
  const { session } = context.get(contexteVisite);
  const id = formulaire.get('session');
  const fermee =
    typeof id === 'string'
      ? await revoquerSession(services, acteur, id)
      : await revoquerLesAutres(services, acteur, session ?? '');
  if (fermee.ok) return redirect('/compte/sessions?fermees=1');
  return data({ message: fermee.refus.message }, { status: STATUTS[fermee.refus.nature] });
}

export default function Sessions() {
  const { sessions, fermees } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const autres = sessions.filter(({ courante }) => !courante);
  return (
    <Page
      titre="Mes sessions"
      faits="Une session se ferme d’elle-même après deux heures sans un geste, et douze heures après son ouverture."
      actions={
        autres.length > 0 && (
          <Formulaire titre="Fermer toutes les autres sessions" disposition="ligne">
            <Bouton rang="secondaire">Fermer toutes les autres</Bouton>
          </Formulaire>
        )
      }
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Mon compte', href: '/compte' },
      ]}
      phrase={
        autres.length === 0
          ? 'Jalon n’est ouvert en votre nom que dans ce navigateur.'
          : `Jalon est ouvert en votre nom dans ce navigateur, et dans ${compter(autres.length, 'autre session', 'autres sessions')}.`
      }
    >
      {refus && <Alerte ton="erreur">{refus.message}</Alerte>}
      {fermees && !refus && <Alerte ton="succes">C’est fermé : ce navigateur-là n’ouvre plus rien.</Alerte>}
      <Tableau
        legende="Sessions ouvertes en mon nom"
        lignes={sessions}
        cleDeLigne={({ id }) => id}
        colonnes={[
          {
            cle: 'appareil',
            titre: 'Navigateur',
            cellule: ({ appareil, courante }) => (
              <>
                {appareil}
                {courante && (
                  <>
                    {' '}
                    <Etiquette ton="info">celle-ci</Etiquette>
                  </>
                )}
              </>
            ),
          },
          { cle: 'ouverte', titre: 'Ouverte le', cellule: ({ ouverteLe }) => formaterInstant(ouverteLe) },
          { cle: 'vue', titre: 'Dernier passage', cellule: ({ vueLe }) => formaterInstant(vueLe) },
          { cle: 'moyen', titre: 'Entrée par', cellule: ({ moyen }) => moyen },
          {
            cle: 'fermer',
            titre: 'Fermer',
            titreMasque: true,
            cellule: ({ id, appareil, ouverteLe, courante }) =>
              courante ? (
                'par « Se déconnecter »'
              ) : (
                <Formulaire disposition="ligne">
                  <input type="hidden" name="session" value={id} />
                  <Bouton rang="tertiaire" taille="petite">
                    Fermer
                    <span className="fr-sr-only">{` ${appareil}, ouverte le ${formaterInstant(ouverteLe)}`}</span>
                  </Bouton>
                </Formulaire>
              ),
          },
        ]}
      />
    </Page>
  );
}
