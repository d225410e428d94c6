import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, refuser, selon } from '#acces';
import {
  Alerte,
  Bouton,
  compter,
  Formulaire,
  formaterJour,
  GroupeDeBoutons,
  Liste,
  Page,
  PanneauDepliant,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { type Depot, fichiersDuFormulaire } from '#tableur/depot';
import { deleguerReponse } from '../commandes/deleguer.ts';
import { enregistrerBrouillon, envoyerReponse } from '../commandes/repondre.ts';
import { delegables } from '../lectures/delegables.ts';
import { fichiersDeLaCible } from '../lectures/fichiers.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';
import { peutRepondre } from '../politique.ts';
import { ChampsDeReponse } from './champs-de-reponse.tsx';
import { chargerRemontee } from './charger.ts';
import { ACCUEIL, REMONTEES, refusDe } from './communs.ts';
import { CeQuiEstEcrit, fichiersEcrits, ReponseLue } from './reponse-ecrite.tsx';
import { rendreRefus } from './traiter.ts';

export const meta = ({ data: lue }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${lue?.titre ?? 'Remontée'}, répondre - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, remontee, cibles } = await chargerRemontee(arguments_);
  const cible = cibles.find(({ organisation }) => organisation === arguments_.params.service);
  if (cible === undefined)
    return refuser({
      nature: 'introuvable',
      regle: 'remontee.service',
      message: 'Cette remontée n’est pas adressée à ce service. Partez de la liste des remontées.',
    });
  obtenir(selon(peutRepondre(acteur, remontee, cible)));
  const etat = await lireEtatDeReponse(services.base, cible.id);
  const joints = await fichiersDeLaCible(services.base, cible.id);
  const confie = acteur.organisations.includes(cible.organisation) && remontee.etat !== 'fermee';
  return {
    id: remontee.id,
    titre: remontee.titre,
    presentation: remontee.presentation,
    questions: remontee.questions,
    anonyme: remontee.anonyme,
    etat: remontee.etat,
    ouvreLe: remontee.ouvreLe,
    fermeLe: remontee.fermeLe,
    de: remontee.organisationLibelle,
    service: cible.libelle,
    repondu: cible.repondu,
    delegueA: cible.delegueA,
    delegueLibelle: cible.delegueLibelle,
    envoyee: dater(etat.envoyee),
    brouillon: dater(etat.brouillon),
    joints: Object.fromEntries(
      [...joints].map(([id, { nom }]) => [id, { nom, href: `/remontees/${remontee.id}/fichiers/${id}` }]),
    ),
    envois: etat.envois,
    vu: etat.vu,
    delegables: confie ? await delegables(services.base, cible) : [],
  };
}

/** A refusal also says what changed meanwhile: the closing, the answer of a colleague. */
export const shouldRevalidate = () => true;

function dater(fait: Awaited<ReturnType<typeof lireEtatDeReponse>>['envoyee']) {
  return fait === null
    ? null
    : { contenu: fait.contenu, le: fait.le.toISOString(), auteur: fait.auteur ?? 'une personne du service' };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const formulaire = await lireFormulaire(context, request);
  const valeurs = valeursDeFormulaire(formulaire);
  const visee = { remontee: params.remontee ?? '', organisation: params.service ?? '' };
  const ici = `/remontees/${visee.remontee}/repondre/${visee.organisation}`;
  if (valeurs.verbe === 'deleguer') {
    const confiee = await deleguerReponse(services, acteur, visee, valeurs);
    return confiee.ok ? redirect(ici) : rendreRefus('deleguer', valeurs, confiee.refus);
  }
  const fichiers = await fichiersParQuestion(formulaire);
  if (valeurs.verbe === 'brouillon') {
    const garde = await enregistrerBrouillon(services, acteur, visee, valeurs, fichiers);
    return garde.ok ? redirect(ici) : rendreRefus('repondre', valeurs, garde.refus);
  }
  const envoyee = await envoyerReponse(services, acteur, visee, valeurs, fichiers);
  if (!envoyee.ok) return rendreRefus('repondre', valeurs, envoyee.refus);
  return envoyee.valeur === 'envoyee'
    ? redirect(ici)
    : data({ verbe: 'trop_tard', valeurs: {}, champs: {} }, { status: 409 });
}

/** The file of each question that asks for one, among those chosen. */
async function fichiersParQuestion(formulaire: FormData): Promise<Record<string, Depot>> {
  const cles = [...new Set(formulaire.keys())].filter((cle) => /^q\d+$/.test(cle));
  const choisis = await Promise.all(cles.map(async (cle) => [cle, (await fichiersDuFormulaire(formulaire, cle))[0]]));
  return Object.fromEntries(choisis.filter(([, depot]) => depot !== undefined));
}

type Vue = ReturnType<typeof useLoaderData<typeof loader>>;

/** What is asked of the reader, and until when. */
function direQuoiFaire({ etat, ouvreLe, fermeLe, questions, repondu, anonyme }: Vue): string {
  const jour = formaterJour(fermeLe);
  if (etat === 'a_venir') return `Elle ouvre le ${formaterJour(ouvreLe)}, jusqu’au ${jour} inclus.`;
  if (etat !== 'ouverte') return `Elle est fermée depuis le ${jour}.`;
  if (repondu)
    return anonyme
      ? 'Votre service a répondu.'
      : `Votre service a répondu\u00a0; sa réponse se corrige jusqu’au ${jour} inclus.`;
  const obligatoires = questions.filter(({ obligatoire }) => obligatoire).length;
  const dont =
    obligatoires === 0 || obligatoires === questions.length
      ? ''
      : `, dont ${compter(obligatoires, 'obligatoire', 'obligatoires')}`;
  return `${compter(questions.length, 'question', 'questions')}${dont}, à remplir jusqu’au ${jour} inclus.`;
}

/** The answer of a service: its form while the remontée is open, what was answered afterwards. */
export default function RepondreAUneRemontee() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const refuse = refusDe(refus, 'repondre');
  const ecrit = (vue.brouillon ?? vue.envoyee)?.contenu ?? {};
  const sansRetour = vue.anonyme && vue.repondu;
  const ouverte = vue.etat === 'ouverte' || vue.etat === 'a_venir';
  return (
    <Page
      filDAriane={[ACCUEIL, REMONTEES]}
      titre={vue.titre}
      surtitre={vue.anonyme ? 'Remontée anonyme' : 'Remontée'}
      faits={`Demandée par ${vue.de} · service interrogé : ${vue.service}`}
      phrase={direQuoiFaire(vue)}
    >
      {refus?.verbe === 'trop_tard' && (
        <Alerte ton="attention" titre="La remontée s’est fermée pendant votre saisie">
          Votre réponse n’est pas envoyée, mais elle est gardée en brouillon ci-dessous. Demandez à {vue.de} de rouvrir
          la remontée : vous n’aurez plus qu’à l’envoyer.
        </Alerte>
      )}
      {vue.presentation !== null && <p className="jalon-texte">{vue.presentation}</p>}
      <CeQuiEstEcrit vue={vue} />
      {(ouverte || refuse !== undefined) && !sansRetour && (
        <Formulaire
          titre="Répondre"
          protege
          fichiers={vue.questions.some(({ genre }) => genre === 'fichier')}
          erreurs={refuse?.champs}
          valeurs={refuse?.valeurs}
          libelles={Object.fromEntries(vue.questions.map(({ cle, intitule }) => [cle, intitule]))}
        >
          <input type="hidden" name="vu" value={vue.vu} />
          <ChampsDeReponse
            // Drawn again from what is written when it changes.
            key={vue.vu}
            questions={vue.questions}
            contenu={ecrit}
            fichiers={fichiersEcrits(vue, ecrit)}
          />
          <GroupeDeBoutons>
            {vue.etat !== 'a_venir' && (
              <Bouton name="verbe" value="envoyer">
                {vue.envoyee === null ? 'Envoyer la réponse' : 'Envoyer la correction'}
              </Bouton>
            )}
            {!vue.anonyme && (
              <Bouton name="verbe" value="brouillon" rang="secondaire" formNoValidate>
                Enregistrer le brouillon
              </Bouton>
            )}
          </GroupeDeBoutons>
        </Formulaire>
      )}
      {!ouverte && refuse === undefined && !vue.anonyme && <ReponseLue vue={vue} />}
      {vue.delegables.length > 0 && !sansRetour && (
        <PanneauDepliant
          titre={
            vue.delegueLibelle === null ? 'Confier cette réponse à un autre service' : `Confiée à ${vue.delegueLibelle}`
          }
          ouvert={refusDe(refus, 'deleguer') !== undefined}
        >
          <Formulaire
            titre="Confier cette réponse"
            erreurs={refusDe(refus, 'deleguer')?.champs}
            valeurs={refusDe(refus, 'deleguer')?.valeurs}
            libelles={{ delegueA: 'Service' }}
          >
            <input type="hidden" name="verbe" value="deleguer" />
            <Liste
              nom="delegueA"
              libelle="Service"
              aide="Ses agents répondront à votre place et recevront les relances ; vous gardez la main."
              aucune="aucun : nous répondons nous-mêmes"
              valeur={vue.delegueA ?? ''}
              options={vue.delegables.map(({ id, nom }) => ({ valeur: id, texte: nom }))}
            />
            <Bouton rang="secondaire">Enregistrer</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
    </Page>
  );
}
