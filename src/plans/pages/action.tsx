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
  Avancement,
  compter,
  Definitions,
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
import { noterAction } from '../commandes/noter-action.ts';
import { reporterEcheance } from '../commandes/reporter-echeance.ts';
import { retirerAction } from '../commandes/retirer-action.ts';
import { type ActionDetaillee, trouverAction } from '../lectures/action.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { peutNoterAction } from '../politique.ts';
import { presenterAction } from '../presentation.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import { chargerPlan } from './charger-plan.ts';
import { EtatDAction, PilotesDAction } from './elements.tsx';
import { historiqueDAction } from './historique-d-action.ts';
import { ACCUEIL, PLANS } from './plan-commun.tsx';
import { FormulaireDEcheance, FormulaireDeNote, FormulaireDeRetrait } from './saisies-d-action.tsx';
import { TrajectoireDAction } from './trajectoire.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees?.action.intitule ?? 'Action'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, acteur, regard, vue, parametres } = await chargerPlan(arguments_);
  const action = obtenir(await trouverAction(services.base, plan.id, arguments_.params.action ?? '', regard));
  const axes = await axesDuPlan(services.base, plan.id);
  const pilotes = action.pilotes.flatMap(({ organisation, territoire }) =>
    organisation === null || territoire === null ? [] : { organisation, territoire },
  );
  const present = !regard.passe && action.retrait === null;
  return {
    vue,
    fait: parametres.get('fait'),
    action: presenterAction(action),
    detail: detailler(action),
    axe: axes.find(({ id }) => id === action.axe)?.intitule ?? null,
    silenceJours: plan.silenceJours,
    historique: historiqueDAction(action),
    notable: present && peutNoterAction(acteur, plan, pilotes).permis,
    modifiable: present && vue.modifiable,
  };
}

const VERBES = { noter: noterAction, reporter: reporterEcheance, retirer: retirerAction } as const;
const FAITS: Readonly<Record<string, string>> = {
  noter: 'La note est enregistrée.',
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
  const resultat = await VERBES[verbe](services, acteur, cible, valeurs);
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
    historique,
    notable,
    modifiable,
    silenceJours,
    fait,
  } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const jour = vue.au ?? vue.aujourdhui;
  const adresse = `/plans/${vue.id}/actions/${vueAction.id}`;
  return (
    <Page
      filDAriane={[ACCUEIL, PLANS, { texte: vue.titre, href: `/plans/${vue.id}` }]}
      surtitre={[vueAction.code, axe].filter(Boolean).join(' · ') || undefined}
      titre={vueAction.intitule}
      phrase={phrase(vueAction, jour, silenceJours)}
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
      <div className="jalon-deux-colonnes">
        <div>
          <Section titre="Où en est l’action" id="avancement">
            <Definitions
              enLigne
              elements={[
                { terme: 'Situation', valeur: <EtatDAction etat={vueAction.etat} /> },
                { terme: 'Statut déclaré', valeur: vueAction.statutLibelle },
                {
                  terme: 'Taux de réalisation',
                  valeur: (
                    <Avancement taux={vueAction.taux} libelle="Taux de réalisation déclaré" attendu={detail.attendu} />
                  ),
                },
                {
                  terme: 'Dernière nouvelle',
                  valeur:
                    vueAction.derniereNouvelle === null
                      ? 'aucune'
                      : `${formaterJour(vueAction.derniereNouvelle)}, ${ilYA(joursEntre(vueAction.derniereNouvelle as Jour, jour as Jour))}`,
                },
              ]}
            />
            {notable && <FormulaireDeNote statut={vueAction.statut} refus={refus?.verbe === 'noter' ? refus : null} />}
          </Section>
          {detail.trajectoire.length > 0 && (
            <Section titre="Trajectoire">
              <TrajectoireDAction trajectoire={detail.trajectoire} declares={detail.declares} aujourdhui={jour} />
            </Section>
          )}
          <Section titre="Historique" id="historique">
            <Historique legende="Ce qui s’est passé, du plus récent au plus ancien" faits={historique} />
          </Section>
        </div>
        <div>
          <Section titre="Échéances" id="echeances">
            {vueAction.engagements.length === 0 && <p>Cette action n’a pas d’échéance.</p>}
            <ul className="jalon-liste-nue jalon-engagements">
              {vueAction.engagements.map((engagement) => (
                <li key={engagement.numero}>
                  {engagement.libelle !== null && <p className="jalon-discret">{engagement.libelle}</p>}
                  <p>
                    <strong>{engagement.texte || engagement.sens}</strong>
                    {engagement.texte !== '' && !engagement.evident && (
                      <span className="jalon-discret"> : {engagement.sens}</span>
                    )}
                  </p>
                  {engagement.hypotheses.length > 0 && (
                    <ul className="jalon-hypotheses">
                      {engagement.hypotheses.map((hypothese) => (
                        <li key={hypothese}>{hypothese}</li>
                      ))}
                    </ul>
                  )}
                  {engagement.initial !== null && (
                    <p>
                      Engagement initial : {engagement.initial.texte},{' '}
                      {compter(engagement.reports, 'report', 'reports')} depuis.
                    </p>
                  )}
                </li>
              ))}
            </ul>
            {modifiable && (
              <FormulaireDEcheance
                engagements={vueAction.engagements}
                refus={refus?.verbe === 'reporter' ? refus : null}
              />
            )}
          </Section>
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
      </div>
    </Page>
  );
}

function phrase(action: ReturnType<typeof presenterAction>, jour: string, silenceJours: number): string {
  const debut =
    action.statut === null
      ? 'Aucun statut n’a été déclaré'
      : `Déclarée « ${LIBELLES_DE_STATUT[action.statut].toLowerCase()} »`;
  const taux = action.taux === null ? '' : `, réalisée à ${formaterTaux(action.taux)}`;
  const terme =
    action.terme === null
      ? ''
      : action.retard > 0
        ? ` ; l’échéance du ${formaterJour(action.terme)} est dépassée de ${action.retard} jours`
        : ` ; échéance le ${formaterJour(action.terme)}, ${ilYA(joursEntre(action.terme, jour as Jour))}`;
  const silence =
    action.silence === null
      ? ''
      : ` ; aucune nouvelle depuis ${action.silence} jours (le plan en tolère ${silenceJours})`;
  return `${debut}${taux}${terme}${silence}.`;
}

function lireVerbe(valeur: string | string[] | undefined): keyof typeof VERBES {
  return valeur === 'reporter' || valeur === 'retirer' ? valeur : 'noter';
}

/** What the page shows beyond the list's view; instants leave as texts. */
function detailler(action: ActionDetaillee) {
  return {
    miseEnOeuvre: action.miseEnOeuvre,
    livrables: action.livrables,
    recommandations: action.recommandations,
    pilotes: action.pilotes,
    trajectoire: action.trajectoire,
    declares: action.notes.flatMap(({ taux, enregistreLe }) =>
      taux === null ? [] : [{ instant: enregistreLe.toISOString(), taux }],
    ),
    attendu: null,
    retrait: action.retrait && {
      le: action.retrait.le.toISOString().slice(0, 10),
      par: action.retrait.par,
      motif: action.retrait.motif,
    },
  };
}
