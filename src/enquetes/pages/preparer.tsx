import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, selon } from '#acces';
import { Alerte, Bouton, compter, Formulaire, GroupeDeBoutons, Page, PanneauDepliant, Section } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { ajouterServices, retirerServices } from '../commandes/choisir-services.ts';
import { envoyerRemontee } from '../commandes/envoyer-remontee.ts';
import { abandonnerRemontee, modifierRemontee } from '../commandes/modifier-remontee.ts';
import { ajouterQuestion, monterQuestion, retirerQuestion } from '../commandes/questions.ts';
import { quiRepondraA } from '../lectures/destinataires.ts';
import { servicesVises } from '../lectures/services-vises.ts';
import { optionsDeRemontee } from '../options.ts';
import { peutTenirRemontee } from '../politique.ts';
import { direJours } from '../presentation.ts';
import { ANONYMES_AU_MOINS } from '../regles/anonymat.ts';
import { LIBELLES_DE_RESEAU } from '../regles/reseaux.ts';
import { ChampsDeRemontee, LIBELLES_DES_CHAMPS } from './champs-de-remontee.tsx';
import { ChampsDeReponse } from './champs-de-reponse.tsx';
import { chargerRemontee } from './charger.ts';
import { chargerLesDestinataires } from './charger-les-destinataires.ts';
import { ACCUEIL, REMONTEES, refusDe } from './communs.ts';
import { DestinatairesChoisis } from './destinataires-choisis.tsx';
import { AjouterUneQuestion, QuestionsDuBrouillon } from './questions.tsx';
import { rendreRefus } from './traiter.ts';
import './remontees.css';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.remontee.titre ?? 'Remontée'}, préparer - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, au } = await chargerRemontee(arguments_);
  obtenir(selon(peutTenirRemontee(acteur, remontee)));
  if (remontee.etat !== 'brouillon') throw redirect(`/remontees/${remontee.id}`);
  const vises = await servicesVises(services.base, remontee);
  const personnes = await quiRepondraA(
    services.base,
    vises.map(({ id }) => id),
    remontee.profil,
  );
  const destinataires =
    remontee.reseau === 'choisis' ? await chargerLesDestinataires(services.base, remontee, arguments_.request) : null;
  return {
    remontee,
    destinataires,
    au,
    ...optionsDeRemontee(acteur),
    jours: direJours(remontee),
    vises: vises.length,
    personnes,
  };
}

/** A refused form is shown beside the remontée as it is now: someone else may have changed it. */
export const shouldRevalidate = () => true;

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.remontee ?? '';
  const verbe = VERBES.find((un) => un === valeurs.verbe) ?? 'modifier';
  const faire = {
    modifier: () => modifierRemontee(services, acteur, id, valeurs),
    ajouter: () => ajouterQuestion(services, acteur, id, valeurs),
    retirer: () => retirerQuestion(services, acteur, id, valeurs),
    monter: () => monterQuestion(services, acteur, id, valeurs),
    'ajouter-services': () => ajouterServices(services, acteur, id, valeurs),
    'retirer-service': () => retirerServices(services, acteur, id, valeurs),
    envoyer: () => envoyerRemontee(services, acteur, id, valeurs),
    abandonner: () => abandonnerRemontee(services, acteur, id),
  }[verbe];
  const fait = await faire();
  if (!fait.ok) return rendreRefus(verbe, valeurs, fait.refus);
  if (verbe === 'abandonner') return redirect('/remontees');
  return redirect(verbe === 'envoyer' ? `/remontees/${id}` : `/remontees/${id}/preparer`);
}

const VERBES = [
  'modifier',
  'ajouter',
  'retirer',
  'monter',
  'ajouter-services',
  'retirer-service',
  'envoyer',
  'abandonner',
] as const;

/** A draft: its questions, what those who answer will see, then sending it. */
export default function PreparerUneRemontee() {
  const { remontee, destinataires, jours, vises, personnes, ...options } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const version = <input type="hidden" name="version" value={remontee.version} />;
  const modification = refusDe(refus, 'modifier');
  return (
    <Page
      filDAriane={[ACCUEIL, REMONTEES]}
      titre={remontee.titre}
      surtitre={remontee.anonyme ? 'Remontée anonyme · en préparation' : 'Remontée · en préparation'}
      faits={`${vises === 0 ? 'Aucun destinataire pour le moment' : `Adressée à ${compter(vises, 'service', 'services')} (${LIBELLES_DE_RESEAU[remontee.reseau]})`}, ouverte ${jours}`}
      phrase={
        remontee.questions.length === 0
          ? 'Aucune question pour le moment : ajoutez la première.'
          : vises === 0
            ? `${compter(remontee.questions.length, 'question', 'questions')}, aucun destinataire : choisissez d’abord à qui elle s’adresse.`
            : `${compter(remontee.questions.length, 'question', 'questions')} : relisez ce que verront ceux qui répondent, puis envoyez.`
      }
    >
      <PanneauDepliant titre="Modifier le titre, les destinataires, les jours" ouvert={modification !== undefined}>
        <Formulaire
          titre="Modifier la remontée"
          erreurs={modification?.champs}
          valeurs={modification?.valeurs}
          libelles={LIBELLES_DES_CHAMPS}
        >
          <input type="hidden" name="verbe" value="modifier" />
          {version}
          <ChampsDeRemontee {...options} remontee={remontee} />
          <Bouton rang="secondaire">Enregistrer</Bouton>
        </Formulaire>
      </PanneauDepliant>
      {destinataires !== null && (
        <DestinatairesChoisis
          {...destinataires}
          version={remontee.version}
          refus={refusDe(refus, 'ajouter-services') ?? refusDe(refus, 'retirer-service')}
        />
      )}
      <Section titre="Questions">
        <QuestionsDuBrouillon
          questions={remontee.questions}
          version={remontee.version}
          refus={refusDe(refus, 'retirer') ?? refusDe(refus, 'monter')}
        />
        <AjouterUneQuestion
          questions={remontee.questions}
          version={remontee.version}
          refus={refusDe(refus, 'ajouter')}
        />
      </Section>
      {remontee.questions.length > 0 && (
        <Section titre="Ce que verront ceux qui répondent" id="apercu">
          {remontee.presentation !== null && <p className="jalon-texte">{remontee.presentation}</p>}
          <fieldset disabled className="jalon-apercu">
            <legend className="fr-sr-only">Aperçu du questionnaire</legend>
            <ChampsDeReponse questions={remontee.questions} />
          </fieldset>
        </Section>
      )}
      <Section titre="Envoyer">
        {remontee.anonyme && vises < ANONYMES_AU_MOINS && (
          <Alerte ton="attention">
            {`Une remontée anonyme ne publie rien de moins de ${ANONYMES_AU_MOINS} réponses : adressée à ${compter(vises, 'service', 'services')}, celle-ci ne donnera aucun résultat.`}
          </Alerte>
        )}
        {personnes === 0 && vises > 0 && (
          <Alerte ton="info">
            Aucun de ces services n’a encore de compte avec une adresse de courriel : la remontée leur apparaîtra dans
            Jalon, sans courriel.
          </Alerte>
        )}
        <Formulaire
          titre="Envoyer ou abandonner"
          erreurs={refusDe(refus, 'envoyer')?.champs ?? refusDe(refus, 'abandonner')?.champs}
        >
          {version}
          <p>
            {vises === 0
              ? 'Elle ne s’adresse encore à personne : choisissez ses destinataires avant de l’envoyer. '
              : `Elle s’adressera à ${compter(vises, 'service', 'services')}, et ${personnes === 0 ? 'personne ne recevra de courriel' : `${compter(personnes, 'personne recevra', 'personnes recevront')} un courriel`}. `}
            Une fois envoyée, ses questions ne changent plus.
          </p>
          <GroupeDeBoutons>
            <Bouton name="verbe" value="envoyer">
              Envoyer la remontée
            </Bouton>
            <Bouton name="verbe" value="abandonner" rang="tertiaire">
              Abandonner le brouillon
            </Bouton>
          </GroupeDeBoutons>
        </Formulaire>
      </Section>
    </Page>
  );
}
