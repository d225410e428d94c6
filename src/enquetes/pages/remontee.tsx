import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire } from '#acces';
import {
  Bouton,
  ChampDate,
  compter,
  Formulaire,
  formaterDuree,
  formaterJour,
  Lien,
  LienBouton,
  LienDePhrase,
  Page,
  PanneauDepliant,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { deplacerFermeture, fermerRemontee, publierResultats, relancerRemontee } from '../commandes/suivre-remontee.ts';
import { lireRelances } from '../lectures/relances.ts';
import { peutLireResultats, peutRepondre, peutTenirRemontee } from '../politique.ts';
import { direCouverture, direJours } from '../presentation.ts';
import { LIBELLES_D_ETAT } from '../regles/etat.ts';
import { chargerRemontee } from './charger.ts';
import { ACCUEIL, REMONTEES, type RefusDeFormulaire, refusDe } from './communs.ts';
import { presenterSuivi } from './donnees-du-suivi.ts';
import { SuiviDesReponses } from './suivi.tsx';
import { rendreRefus } from './traiter.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.titre ?? 'Remontée'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles, au } = await chargerRemontee(arguments_);
  const tient = peutTenirRemontee(acteur, remontee).permis;
  if (remontee.etat === 'brouillon') throw redirect(`/remontees/${remontee.id}/preparer`);
  const parametres = new URL(arguments_.request.url).searchParams;
  return {
    id: remontee.id,
    titre: remontee.titre,
    presentation: remontee.presentation,
    anonyme: remontee.anonyme,
    etat: remontee.etat,
    de: remontee.organisationLibelle,
    jours: direJours(remontee),
    fermeLe: remontee.fermeLe,
    relanceAvant: remontee.relanceAvant,
    publiee: remontee.publiee,
    au,
    couverture: direCouverture(remontee),
    attendues: remontee.attendues,
    sansReponse: remontee.attendues - remontee.recues,
    resultats: peutLireResultats(acteur, remontee, cibles).permis,
    miennes: cibles
      .filter((cible) => peutRepondre(acteur, remontee, cible).permis)
      .map(({ organisation, libelle, repondu }) => ({ organisation, libelle, repondu })),
    suivi: tient ? presenterSuivi(remontee, cibles, parametres.get('reponse')) : null,
    relances: tient ? await lireRelances(services.base, remontee.id) : [],
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.remontee ?? '';
  const verbe = VERBES.find((un) => un === valeurs.verbe) ?? 'relancer';
  const faire = {
    relancer: () => relancerRemontee(services, acteur, id),
    fermer: () => fermerRemontee(services, acteur, id),
    deplacer: () => deplacerFermeture(services, acteur, id, valeurs),
    publier: () => publierResultats(services, acteur, id),
  }[verbe];
  const fait = await faire();
  return fait.ok ? redirect(`/remontees/${id}`) : rendreRefus(verbe, valeurs, fait.refus);
}

const VERBES = ['relancer', 'fermer', 'deplacer', 'publier'] as const;

/** A remontée that was sent: for whoever keeps it, who answered; for the others, their own answer. */
export default function PageDeLaRemontee() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { suivi } = vue;
  return (
    <Page
      filDAriane={[ACCUEIL, REMONTEES]}
      titre={vue.titre}
      surtitre={`Remontée${vue.anonyme ? ' anonyme' : ''} · ${LIBELLES_D_ETAT[vue.etat]}`}
      faits={`Demandée par ${vue.de}, ouverte ${vue.jours}`}
      phrase={
        <>
          {vue.couverture}
          {suivi !== null && vue.sansReponse > 0 && vue.attendues > 1 && (
            <>
              {' ; '}
              <LienDePhrase href="?reponse=attendue#services" ton={vue.etat === 'fermee' ? 'neutre' : 'attention'}>
                {compter(vue.sansReponse, 'réponse manque', 'réponses manquent')}
              </LienDePhrase>
            </>
          )}
          .
        </>
      }
      actions={
        vue.resultats && (
          <LienBouton href={`/remontees/${vue.id}/resultats`} rang="secondaire" taille="petite">
            Voir les résultats
          </LienBouton>
        )
      }
    >
      {vue.presentation !== null && <p className="jalon-texte">{vue.presentation}</p>}
      {vue.miennes.length > 0 && (
        <Section titre="Ma réponse">
          <ul>
            {vue.miennes.map(({ organisation, libelle, repondu }) => (
              <li key={organisation}>
                <Lien href={`/remontees/${vue.id}/repondre/${organisation}`}>{libelle}</Lien>
                {repondu ? ' : réponse envoyée' : vue.etat === 'fermee' ? ' : sans réponse' : ' : à remplir'}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {suivi !== null && (
        <>
          <Conduite vue={vue} refus={refus} />
          <SuiviDesReponses suivi={suivi} couverture={vue.couverture} />
        </>
      )}
    </Page>
  );
}

type ConduiteProps = {
  readonly vue: ReturnType<typeof useLoaderData<typeof loader>>;
  readonly refus: RefusDeFormulaire;
};

/** What whoever keeps a remontée does with it: remind, give time, close, publish. */
function Conduite({ vue, refus }: ConduiteProps) {
  const { etat, sansReponse, relances, relanceAvant } = vue;
  return (
    <>
      {etat === 'ouverte' && sansReponse > 0 && (
        <Formulaire titre="Relancer" erreurs={refusDe(refus, 'relancer')?.champs}>
          <input type="hidden" name="verbe" value="relancer" />
          <p>
            {relances.length === 0
              ? 'Aucune relance pour le moment. '
              : `Relancée ${relances.map(({ jour, cibles, courriels }) => `le ${formaterJour(jour)} (${compter(cibles, 'service', 'services')}, ${compter(courriels, 'courriel', 'courriels')})`).join(', ')}. `}
            {relanceAvant !== null &&
              `Jalon relance de lui-même, ${formaterDuree(relanceAvant)} avant la fermeture, avec le courrier du jour de chacun. `}
            Seuls ceux qui n’ont pas répondu reçoivent un courriel, une fois par jour au plus.
          </p>
          <Bouton>{`Relancer ${compter(sansReponse, 'service', 'services')}`}</Bouton>
        </Formulaire>
      )}
      {etat === 'fermee' && !vue.publiee && (
        <Formulaire titre="Publier les résultats" erreurs={refusDe(refus, 'publier')?.champs}>
          <input type="hidden" name="verbe" value="publier" />
          <p>Les services interrogés ne voient pas encore les résultats.</p>
          <Bouton>Publier les résultats à ceux qui ont été interrogés</Bouton>
        </Formulaire>
      )}
      {!(vue.anonyme && etat === 'fermee') && (
        <PanneauDepliant
          titre={etat === 'fermee' ? 'Rouvrir' : 'Prolonger ou fermer'}
          ouvert={refus?.verbe === 'deplacer' || refus?.verbe === 'fermer'}
        >
          <Formulaire
            titre="Déplacer la fermeture"
            erreurs={refusDe(refus, 'deplacer')?.champs}
            valeurs={refusDe(refus, 'deplacer')?.valeurs}
            libelles={{ fermeLe: 'Dernier jour pour répondre' }}
          >
            <input type="hidden" name="verbe" value="deplacer" />
            <ChampDate nom="fermeLe" libelle="Dernier jour pour répondre" valeur={vue.fermeLe} min={vue.au} requis />
            <Bouton rang="secondaire">Enregistrer ce dernier jour</Bouton>
          </Formulaire>
          {etat === 'ouverte' && (
            <Formulaire titre="Fermer maintenant" erreurs={refusDe(refus, 'fermer')?.champs}>
              <input type="hidden" name="verbe" value="fermer" />
              <p>
                {vue.anonyme
                  ? 'Plus personne ne répond ensuite, et une remontée anonyme ne rouvre pas.'
                  : 'Plus personne ne répond ensuite ; ce qui est en cours de saisie est gardé en brouillon.'}
              </p>
              <Bouton rang="tertiaire">Fermer maintenant</Bouton>
            </Formulaire>
          )}
        </PanneauDepliant>
      )}
    </>
  );
}
