import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, refuser, STATUTS } from '#acces';
import {
  Alerte,
  avec,
  Definitions,
  EtatVide,
  Etiquette,
  Lien,
  LienBouton,
  Page,
  PanneauDepliant,
  Section,
  SituationPassee,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { suite } from '../../adresses.ts';
import { ouvrirIndicateur } from './acces.ts';
import { chargerFiche } from './charger-fiche.ts';
import { FiltresDeFiche } from './filtres.tsx';
import { PhraseDeFiche } from './phrase.tsx';
import { Propositions } from './propositions.tsx';
import { SituationsParTerritoire } from './situations.tsx';
import { Territoire } from './territoire.tsx';
import { type Fait, traiterFiche } from './traiter-fiche.ts';
import './fiche.css';

export const meta = ({ data: fiche }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${fiche?.nom ?? 'Indicateur'} - Jalon` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const ouvert = await ouvrirIndicateur(services.base, acteur, params.indicateur ?? '');
  return chargerFiche(services, acteur, ouvert, new URL(request.url).searchParams);
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const champs = valeursDeFormulaire(await lireFormulaire(context, request));
  const ouvert = await ouvrirIndicateur(services.base, acteur, params.indicateur ?? '');
  const fait = await traiterFiche(services, acteur, ouvert, champs);
  if (fait.ok) {
    const { searchParams } = new URL(request.url);
    const ancre = champs.intention === 'saisir' ? 'historique' : 'propositions';
    return redirect(`/indicateurs/${params.indicateur}${avec(searchParams, { fait: fait.valeur })}#${ancre}`);
  }
  if (fait.refus.nature === 'interdit') return refuser(fait.refus);
  const { champs: erreurs, message, nature } = fait.refus;
  return data(
    {
      cle: `${champs.intention} ${champs.proposition ?? ''}`,
      erreurs: erreurs ?? { formulaire: message },
      valeurs: champs,
    },
    { status: STATUTS[nature] },
  );
}

export default function FicheDIndicateur() {
  const fiche = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const fait = refus === undefined ? FAITS[fiche.fait as Fait] : undefined;
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Indicateurs', href: '/indicateurs' },
      ]}
      titre={fiche.nom}
      faits={
        <>
          {fiche.identifiant}
          {fiche.unite !== '' && ` · ${fiche.unite}`}
          {fiche.etat !== 'actif' && (
            <>
              {' '}
              <Etiquette>{fiche.etat === 'brouillon' ? 'Brouillon' : 'Archivé'}</Etiquette>
            </>
          )}
        </>
      }
      phrase={<PhraseDeFiche fiche={fiche} />}
      actions={
        fiche.configure && (
          <LienBouton href={`/indicateurs/${fiche.id}/modifier`} rang="secondaire" taille="petite" icone="crayon">
            Régler
          </LienBouton>
        )
      }
    >
      <SituationPassee regard={fiche} retour={avec(fiche.requete, { au: null, fait: null })} />
      {fait !== undefined && <Alerte ton={fiche.fait === 'avertie' ? 'attention' : 'succes'}>{fait}</Alerte>}
      {fiche.nombre === 0 ? (
        <EtatVide titre="Ses valeurs ne vous sont pas ouvertes">
          Vous lisez ici ce que l’indicateur mesure. Ses valeurs s’ouvrent avec les réformes que vous suivez.
        </EtatVide>
      ) : (
        <>
          <FiltresDeFiche fiche={fiche} />
          {fiche.ouvert !== null && <Territoire fiche={fiche} ouvert={fiche.ouvert} refus={refus} />}
          <Propositions fiche={fiche} refus={refus} />
          <SituationsParTerritoire fiche={fiche} />
        </>
      )}
      <Section titre="Ce qu’il mesure" id="definition">
        <Definitions elements={fiche.definition} />
        {fiche.reformes.length > 0 && (
          <p>
            {fiche.reformes.length > 1 ? 'Réformes qu’il mesure' : 'Réforme qu’il mesure'} :{' '}
            {fiche.reformes.map(({ id, nom }, rang) => (
              <span key={id}>
                {rang > 0 && ', '}
                <Lien href={`/reformes/${id}${suite({ au: fiche.au })}`}>{nom}</Lien>
              </span>
            ))}
            .
          </p>
        )}
        <PanneauDepliant titre="Ce que veulent dire les états">
          <Definitions elements={ETATS} />
        </PanneauDepliant>
      </Section>
    </Page>
  );
}

const FAITS: Readonly<Partial<Record<Fait, string>>> = {
  saisie: 'La valeur est enregistrée, et tout ce qui en découle est à jour.',
  avertie:
    'La cible est enregistrée. Elle n’est pas du bon côté de la valeur initiale : le taux vaut 100 si elle est tenue, 0 sinon.',
  retiree: 'La valeur est retirée. Elle reste dans l’historique.',
  proposee:
    'Votre proposition est transmise à l’équipe de l’indicateur, qui est prévenue. Vous le serez de sa réponse.',
  acceptee: 'La proposition est acceptée : la valeur compte désormais, et son auteur est prévenu.',
  refusee: 'La proposition est refusée, et son auteur est prévenu de votre réponse.',
};

const ETATS = [
  { terme: 'Non mesuré', valeur: 'aucune valeur n’est connue : ce n’est jamais 0' },
  { terme: 'Sans cible, sans valeur initiale', valeur: 'il manque de quoi calculer un taux' },
  { terme: 'Recul', valeur: 'la valeur est moins bonne qu’au départ' },
  { terme: 'En cours', valeur: 'le taux va de 0 à 100 %' },
  { terme: 'Cible atteinte', valeur: 'la cible est tenue, à son terme ou après' },
  { terme: 'Cible déjà atteinte', valeur: 'elle l’est avant son terme : faut-il la rehausser ?' },
  { terme: 'Partiel', valeur: 'des territoires manquent : l’ensemble n’a pas de taux' },
];
