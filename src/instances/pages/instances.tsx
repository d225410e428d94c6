import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  Alerte,
  BlocDeCode,
  Bouton,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Formulaire,
  LienBouton,
  LienDePhrase,
  Page,
  Section,
} from '#interface';
import { aujourdhui } from '#socle';
import { abonnerMonAgenda } from '../commandes/abonner.ts';
import { listerInstances } from '../lectures/instances.ts';
import { resumerInstances } from '../lectures/resumes.ts';
import { peutCreerDesInstances } from '../politique.ts';
import { LIBELLES_DE_NIVEAU, NIVEAUX } from '../regles/niveaux.ts';
import { ACCUEIL } from './commun.tsx';
import { TableauDInstances } from './tableau-d-instances.tsx';

export const meta = () => [{ title: 'Instances - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const voulu = new URL(request.url).searchParams.get('niveau');
  const filtre = NIVEAUX.find((un) => un === voulu) ?? null;
  const toutes = await listerInstances(base, acteur);
  const retenues = toutes.filter(({ niveau }) => filtre === null || niveau === filtre);
  return {
    filtre,
    total: toutes.length,
    niveaux: NIVEAUX.map((niveau) => ({
      niveau,
      nombre: toutes.filter((instance) => instance.niveau === niveau).length,
    })).filter(({ nombre }) => nombre > 0),
    createur: peutCreerDesInstances(acteur).permis,
    instances: await resumerInstances(base, retenues, aujourdhui(horloge)),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  await lireFormulaire(context, request);
  const services = context.get(contexteServices);
  const abonne = await abonnerMonAgenda(services, acteur);
  if (!abonne.ok) return data({ refus: abonne.refus.message }, { status: STATUTS[abonne.refus.nature] });
  const origine = services.configuration.origine ?? new URL(request.url).origin;
  return data({ adresse: `${origine}/instances/calendrier.ics?cle=${abonne.valeur}` });
}

export default function PageDesInstances() {
  const abonnement = useActionData<typeof action>();
  const { instances, total, niveaux, filtre, createur } = useLoaderData<typeof loader>();
  const creer = createur && (
    <LienBouton href="/instances/nouvelle" taille="petite" icone="plus">
      Créer une instance
    </LienBouton>
  );
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Instances"
      phrase={
        total === 0 ? undefined : (
          <>
            {compter(total, 'instance', 'instances')}
            {'\u00a0: '}
            <Enumeration>
              {niveaux.map(({ niveau, nombre }) => (
                <LienDePhrase key={niveau} href={`?niveau=${niveau}`}>
                  {nombre} {LIBELLES_DE_NIVEAU[niveau].toLowerCase()}
                </LienDePhrase>
              ))}
            </Enumeration>
            .
          </>
        )
      }
      actions={creer}
    >
      <EnTeteDeListe trouves={instances.length} total={total} nom={['instance', 'instances']}>
        {filtre !== null && (
          <LienBouton href="/instances" rang="tertiaire" taille="petite">
            Tout voir
          </LienBouton>
        )}
      </EnTeteDeListe>
      <TableauDInstances
        legende="Instances dont vous êtes membre, ou dont vous tenez le secrétariat ou la présidence"
        instances={instances}
        vide={
          <EtatVide titre="Aucune instance ici" action={total === 0 && creer}>
            {total === 0
              ? 'Les comités dont votre service est membre, ou tient le secrétariat, apparaîtront ici.'
              : 'Aucune n’est de ce niveau.'}
          </EtatVide>
        }
      />
      <Section titre="Dans mon agenda" id="agenda">
        {abonnement !== undefined && 'refus' in abonnement && <Alerte ton="erreur">{abonnement.refus}</Alerte>}
        {abonnement !== undefined && 'adresse' in abonnement ? (
          <>
            <Alerte ton="succes">
              Donnez cette adresse à votre agenda. Elle ne sera plus montrée : qui la connaît voit vos réunions.
            </Alerte>
            <BlocDeCode>{abonnement.adresse}</BlocDeCode>
          </>
        ) : (
          <Formulaire titre="Abonner mon agenda">
            <p>
              Votre agenda peut suivre vos réunions par une adresse secrète (iCalendar) : l’heure et le lieu, sans
              l’ordre du jour. En demander une nouvelle ferme la précédente.
            </p>
            <Bouton rang="secondaire">Obtenir l’adresse pour mon agenda</Bouton>
          </Formulaire>
        )}
      </Section>
    </Page>
  );
}
