import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  Alerte,
  Avancement,
  Definitions,
  formaterEcart,
  formaterJour,
  formaterTaux,
  Historique,
  ilYA,
  Lien,
  LienBouton,
  Page,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { type Jour, joursEntre } from '#socle/valeurs';
import { fichiersDuFormulaire } from '#tableur/depot';
import { corrigerNote } from '../commandes/corriger-note.ts';
import { demanderReport, repondreAuReport, retirerDemandeDeReport } from '../commandes/demander-report.ts';
import { noterAction } from '../commandes/noter-action.ts';
import { reporterEcheance } from '../commandes/reporter-echeance.ts';
import { retirerAction } from '../commandes/retirer-action.ts';
import { ecartEnPoints } from '../regles/trajectoire.ts';
import { definitionsDAppui } from './appui-en-definitions.tsx';
import { ResumeDuDeploiement } from './deploiement/resume.tsx';
import { donneesDeLAction } from './donnees-de-l-action.ts';
import { EtatDAction, PilotesDAction } from './elements.tsx';
import { EngagementsDeLAction } from './engagements-de-l-action.tsx';
import { FormulaireDeCorrection, FormulaireDeNote } from './formulaire-de-note.tsx';
import { historiqueDAction } from './historique-d-action.tsx';
import { phraseDeLAction } from './phrase-de-l-action.ts';
import { ACCUEIL, PLANS } from './plan-commun.tsx';
import { FormulaireDEcheance, FormulaireDeRetrait } from './saisies-d-action.tsx';
import { TrajectoireDAction } from './trajectoire.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees?.action.intitule ?? 'Action'} - Jalon` },
];

export const loader = (arguments_: LoaderFunctionArgs) => donneesDeLAction(arguments_);

const VERBES = {
  corriger: corrigerNote,
  demander: demanderReport,
  repondre: repondreAuReport,
  desister: retirerDemandeDeReport,
  reporter: reporterEcheance,
  retirer: retirerAction,
} as const;
const FAITS: Readonly<Record<string, string>> = {
  noter: 'La note est enregistrée.',
  demander: 'La demande de report est enregistrée ; l’échéance ne change qu’une fois acceptée.',
  desister: 'La demande de report est retirée ; l’échéance reste ce qu’elle était.',
  repondre: 'La réponse à la demande de report est enregistrée.',
  corriger: 'La correction est enregistrée ; la note d’origine reste lisible, barrée.',
  reporter: 'L’échéance est enregistrée ; la précédente reste visible dans l’historique.',
  modifier: 'L’action est modifiée.',
  creer: 'L’action est ajoutée au plan.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const formulaire = await lireFormulaire(context, request);
  const valeurs = valeursDeFormulaire(formulaire);
  const verbe = lireVerbe(valeurs.verbe);
  const cible = { plan: params.plan ?? '', action: params.action ?? '' };
  const resultat =
    verbe === 'noter'
      ? await noterAction(services, acteur, cible, valeurs, { fichiers: await fichiersDuFormulaire(formulaire) })
      : await VERBES[verbe](services, acteur, cible, valeurs);
  if (resultat.ok)
    return redirect(
      verbe === 'retirer' ? `/plans/${cible.plan}` : `/plans/${cible.plan}/actions/${cible.action}?fait=${verbe}`,
    );
  const { refus } = resultat;
  return data(
    { verbe, valeurs, message: refus.message, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PageDeLAction() {
  const {
    vue,
    action: vueAction,
    detail,
    axe,
    faits,
    demandes,
    demandable,
    appui,
    deploiement,
    corriger,
    organisations,
    notable,
    modifiable,
    silenceJours,
    fait,
  } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const jour = vue.au ?? vue.aujourdhui;
  const adresse = `/plans/${vue.id}/actions/${vueAction.id}`;
  const aCorriger = faits.notes.find(({ id, corrigible }) => corrigible && id === corriger) ?? null;
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS, { texte: vue.titre, href: `/plans/${vue.id}` }]}
      surtitre={[vueAction.code, axe].filter(Boolean).join(' · ') || undefined}
      titre={vueAction.intitule}
      phrase={phraseDeLAction(vueAction, jour, silenceJours)}
      actions={
        <>
          <LienBouton href={`${adresse}/decisions`} rang="tertiaire" taille="petite">
            Décisions
          </LienBouton>
          <LienBouton href={`/plans/${vue.id}/reformes?action=${vueAction.id}`} rang="tertiaire" taille="petite">
            Réformes servies
          </LienBouton>
          {modifiable && (
            <LienBouton href={`${adresse}/modifier`} rang="secondaire" taille="petite" icone="crayon">
              Modifier l’action
            </LienBouton>
          )}
        </>
      }
    >
      {fait !== null && FAITS[fait] !== undefined && !refus && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      {detail.retrait !== null && (
        <Alerte ton="attention" titre="Action retirée du plan">
          Retirée le {formaterJour(detail.retrait.le)} par {detail.retrait.par} : {detail.retrait.motif}
        </Alerte>
      )}
      {vue.au !== null && (
        <p className="jalon-passe">
          Situation au {formaterJour(vue.au)}. <Lien href={adresse}>Revenir à aujourd’hui</Lien>
        </p>
      )}
      <div className="jalon-deux-colonnes jalon-deux-colonnes--suite">
        <div>
          <Section titre="Où en est l’action" id="avancement">
            <Definitions
              enLigne
              elements={[
                { terme: 'Situation', valeur: <EtatDAction etat={vueAction.etat} /> },
                { terme: 'Statut déclaré', valeur: vueAction.statutLibelle },
                ...definitionsDAppui(appui, adresse),
                {
                  terme: 'Taux de réalisation',
                  valeur: (
                    <Avancement
                      taux={vueAction.taux}
                      libelle="Taux de réalisation déclaré"
                      attendu={detail.attendu === null ? null : Number(detail.attendu.taux)}
                    />
                  ),
                },
                ...(detail.attendu === null
                  ? []
                  : [
                      {
                        terme: 'Attendu à ce jour',
                        valeur: `${formaterTaux(detail.attendu.taux)}, depuis le ${formaterJour(detail.attendu.depuis)}${ecartEnMots(vueAction.taux, detail.attendu.taux)}`,
                      },
                    ]),
                {
                  terme: 'Dernière nouvelle',
                  valeur:
                    vueAction.derniereNouvelle === null
                      ? 'aucune'
                      : `${formaterJour(vueAction.derniereNouvelle)}, ${ilYA(joursEntre(vueAction.derniereNouvelle as Jour, jour as Jour))}`,
                },
              ]}
            />
            {notable && aCorriger === null && (
              <FormulaireDeNote
                statut={vueAction.statut}
                organisations={organisations}
                refus={refus?.verbe === 'noter' ? refus : null}
              />
            )}
          </Section>
          {detail.trajectoire.length > 0 && (
            <Section titre="Trajectoire">
              <TrajectoireDAction trajectoire={detail.trajectoire} declares={detail.declares} aujourdhui={jour} />
            </Section>
          )}
        </div>
        <div>
          <Section titre="Échéances" id="echeances">
            {vueAction.engagements.length === 0 && <p>Cette action n’a pas d’échéance.</p>}
            <EngagementsDeLAction
              engagements={vueAction.engagements}
              demandes={demandes}
              repond={modifiable}
              refus={refus?.verbe === 'repondre' || refus?.verbe === 'desister' ? refus : null}
            />
            {modifiable && (
              <FormulaireDEcheance
                engagements={vueAction.engagements}
                refus={refus?.verbe === 'reporter' ? refus : null}
              />
            )}
            {demandable && (
              <FormulaireDEcheance
                demande
                engagements={vueAction.engagements}
                refus={refus?.verbe === 'demander' ? refus : null}
              />
            )}
          </Section>
          <ResumeDuDeploiement
            deploiement={deploiement}
            declinable={modifiable}
            adresse={`${adresse}/deploiement${vue.au === null ? '' : `?au=${vue.au}`}`}
          />
          <Section titre="Qui">
            <PilotesDAction pilotes={detail.pilotes} />
          </Section>
          {detail.livrables !== null && (
            <Section titre="Livrables">
              <p className="jalon-texte">{detail.livrables}</p>
            </Section>
          )}
          {detail.miseEnOeuvre !== null && (
            <Section titre="Mise en œuvre">
              <p className="jalon-texte">{detail.miseEnOeuvre}</p>
            </Section>
          )}
          {detail.recommandations.length > 0 && (
            <Section titre="Recommandations visées">
              <ul>
                {detail.recommandations.map((recommandation) => (
                  <li key={recommandation} className="jalon-texte">
                    {recommandation}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {modifiable && <FormulaireDeRetrait refus={refus?.verbe === 'retirer' ? refus : null} />}
        </div>
        <Section titre="Historique" id="historique">
          {aCorriger !== null && (
            <FormulaireDeCorrection note={aCorriger} refus={refus?.verbe === 'corriger' ? refus : null} />
          )}
          <Historique
            legende="Ce qui s’est passé, du plus récent au plus ancien"
            faits={historiqueDAction({ ...faits, demandes }, adresse)}
          />
        </Section>
      </div>
    </Page>
  );
}

function ecartEnMots(declare: string | null, attendu: string): string {
  const ecart = ecartEnPoints(declare, attendu);
  return ecart === null ? '' : ` (écart : ${formaterEcart(ecart)})`;
}

function lireVerbe(valeur: string | string[] | undefined): keyof typeof VERBES | 'noter' {
  return typeof valeur === 'string' && valeur in VERBES ? (valeur as keyof typeof VERBES) : 'noter';
}
