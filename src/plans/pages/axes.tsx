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
  Bouton,
  ChampTexte,
  compter,
  EtatVide,
  Formulaire,
  Lien,
  LienBouton,
  Liste,
  PanneauDepliant,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { creerAxe, deplacerAxe, modifierAxe, supprimerAxe } from '../commandes/axes.ts';
import { deplacerAction } from '../commandes/deplacer-action.ts';
import { arbreDuPlan, type NoeudDePlan } from '../lectures/arbre.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Axes : ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

/** Beyond, an axe shows its first actions and leads to the list. */
const ACTIONS_MONTREES = 60;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, vue } = await chargerPlan(arguments_);
  return { vue, ...(await arbreDuPlan(services.base, plan.id, ACTIONS_MONTREES)) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const plan = params.plan ?? '';
  const axe = String(valeurs.axe ?? '');
  const sens = valeurs.sens === 'monter' ? 'monter' : 'descendre';
  const verbe = String(valeurs.verbe ?? '');
  const verbes = {
    creer: () => creerAxe(services, acteur, plan, valeurs),
    modifier: () => modifierAxe(services, acteur, { plan, axe }, valeurs),
    supprimer: () => supprimerAxe(services, acteur, { plan, axe }),
    deplacerAxe: () => deplacerAxe(services, acteur, { plan, axe }, sens),
    deplacerAction: () => deplacerAction(services, acteur, { plan, action: String(valeurs.action ?? '') }, sens),
  };
  const resultat = await (verbe in verbes ? verbes[verbe as keyof typeof verbes]() : verbes.creer());
  if (resultat.ok) return redirect(`/plans/${plan}/axes${axe === '' ? '' : `#axe-${axe}`}`);
  const { refus } = resultat;
  return data(
    { verbe, axe, valeurs, message: refus.message, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PageDesAxes() {
  const { vue, racines, sansAxe, axes } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <PageDePlan
      plan={vue}
      onglet="/axes"
      phrase={
        axes.length === 0
          ? 'Ce plan n’est pas découpé en axes.'
          : `${compter(axes.length, 'axe', 'axes')}, dans l’ordre où le plan se lit.${vue.modifiable ? ' Les flèches changent cet ordre.' : ''}`
      }
    >
      {refus && refus.verbe !== 'creer' && refus.verbe !== 'modifier' && <Alerte ton="erreur">{refus.message}</Alerte>}
      {axes.length === 0 && sansAxe.nombre === 0 && (
        <EtatVide titre="Rien à ranger pour le moment">
          Ajoutez des axes (objectifs, thèmes, irritants, missions), puis des actions.
        </EtatVide>
      )}
      {racines.map((noeud, rang) => (
        <Noeud
          key={noeud.id}
          noeud={noeud}
          vue={vue}
          premier={rang === 0}
          dernier={rang === racines.length - 1}
          refus={refus ?? null}
        />
      ))}
      {sansAxe.nombre > 0 && (
        <Section titre={axes.length === 0 ? 'Actions' : 'Actions sans axe'}>
          <Actions noeud={{ id: '', ...sansAxe }} vue={vue} />
        </Section>
      )}
      {vue.modifiable && (
        <PanneauDepliant titre="Ajouter un axe" ouvert={refus?.verbe === 'creer' || axes.length === 0}>
          <Formulaire
            titre="Ajouter un axe"
            erreurs={refus?.verbe === 'creer' ? refus.champs : undefined}
            valeurs={refus?.verbe === 'creer' ? refus.valeurs : undefined}
            libelles={{ intitule: 'Intitulé' }}
          >
            <input type="hidden" name="verbe" value="creer" />
            <ChampTexte nom="intitule" libelle="Intitulé" requis maxLength={1_000} />
            <ChampTexte nom="code" libelle="Code" maxLength={30} />
            {axes.length > 0 && (
              <Liste
                nom="parent"
                libelle="À l’intérieur de"
                aucune="aucun, au premier niveau"
                options={axes.map(({ id, intitule }) => ({ valeur: id, texte: intitule }))}
              />
            )}
            <Bouton taille="petite">Ajouter l’axe</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
    </PageDePlan>
  );
}

type Vue = Awaited<ReturnType<typeof loader>>['vue'];
type RefusDAxe = ReturnType<typeof useActionData<typeof action>> | null;
type ProprietesDeNoeud = {
  noeud: NoeudDePlan;
  vue: Vue;
  premier: boolean;
  dernier: boolean;
  refus: RefusDAxe;
  niveau?: 'h2' | 'h3';
};

function Noeud({ noeud, vue, premier, dernier, refus, niveau = 'h2' }: ProprietesDeNoeud) {
  const enFaute = refus?.verbe === 'modifier' && refus.axe === noeud.id ? refus : null;
  return (
    <Section
      titre={noeud.code ? `${noeud.code} ${noeud.intitule}` : noeud.intitule}
      id={`axe-${noeud.id}`}
      niveau={niveau}
      actions={
        vue.modifiable && (
          <Fleches
            verbe="deplacerAxe"
            nom={noeud.intitule}
            cible={{ axe: noeud.id }}
            premier={premier}
            dernier={dernier}
          />
        )
      }
    >
      <Actions noeud={noeud} vue={vue} />
      {noeud.enfants.map((enfant, rang) => (
        <Noeud
          key={enfant.id}
          noeud={enfant}
          vue={vue}
          premier={rang === 0}
          dernier={rang === noeud.enfants.length - 1}
          refus={refus}
          niveau="h3"
        />
      ))}
      {vue.modifiable && (
        <PanneauDepliant
          titre={
            <>
              Modifier cet axe<span className="fr-sr-only"> : {noeud.intitule}</span>
            </>
          }
          ouvert={enFaute !== null}
        >
          <Formulaire
            titre={`Modifier l’axe ${noeud.intitule}`}
            erreurs={enFaute?.champs}
            valeurs={enFaute?.valeurs}
            libelles={{ intitule: 'Intitulé' }}
          >
            <input type="hidden" name="axe" value={noeud.id} />
            <ChampTexte
              nom="intitule"
              id={`intitule-${noeud.id}`}
              libelle="Intitulé"
              requis
              maxLength={1_000}
              valeur={noeud.intitule}
            />
            <ChampTexte nom="code" id={`code-${noeud.id}`} libelle="Code" maxLength={30} valeur={noeud.code ?? ''} />
            <div className="jalon-boutons">
              <Bouton rang="secondaire" taille="petite" name="verbe" value="modifier">
                Enregistrer
              </Bouton>
              <Bouton rang="tertiaire" taille="petite" name="verbe" value="supprimer" formNoValidate>
                Supprimer cet axe
              </Bouton>
              <LienBouton rang="tertiaire" taille="petite" href={`/plans/${vue.id}/actions/nouvelle?axe=${noeud.id}`}>
                Ajouter une action
              </LienBouton>
            </div>
          </Formulaire>
        </PanneauDepliant>
      )}
    </Section>
  );
}

function Actions({ noeud, vue }: { noeud: Pick<NoeudDePlan, 'id' | 'actions' | 'nombre'>; vue: Vue }) {
  if (noeud.actions.length === 0) return null;
  return (
    <>
      <ol className="jalon-arbre">
        {noeud.actions.map((action, rang) => (
          <li key={action.id}>
            <span>
              {action.code !== null && <span className="jalon-code">{action.code}</span>}{' '}
              <Lien href={`/plans/${vue.id}/actions/${action.id}`}>{action.intitule}</Lien>
            </span>
            {vue.modifiable && (
              <Fleches
                verbe="deplacerAction"
                nom={action.intitule}
                cible={{ action: action.id, axe: noeud.id }}
                premier={rang === 0}
                dernier={rang === noeud.nombre - 1}
              />
            )}
          </li>
        ))}
      </ol>
      {noeud.nombre > noeud.actions.length && (
        <p>
          <Lien href={`/plans/${vue.id}${noeud.id === '' ? '' : `?axe=${noeud.id}`}`}>
            Voir les {noeud.nombre} actions dans la liste
          </Lien>
        </p>
      )}
    </>
  );
}

type ProprietesDeFleches = {
  verbe: string;
  nom: string;
  cible: Readonly<Record<string, string>>;
  premier: boolean;
  dernier: boolean;
};

/** Two buttons that move one place up or down; they are forms, so they work without a script. */
function Fleches({ verbe, nom, cible, premier, dernier }: ProprietesDeFleches) {
  return (
    <div className="jalon-fleches">
      <Formulaire disposition="ligne" titre={`Déplacer ${nom}`}>
        <input type="hidden" name="verbe" value={verbe} />
        {Object.entries(cible).map(([cle, valeur]) => (
          <input key={cle} type="hidden" name={cle} value={valeur} />
        ))}
        <Bouton rang="discret" taille="petite" icone="haut" name="sens" value="monter" disabled={premier}>
          <span className="fr-sr-only">Monter {nom}</span>
        </Bouton>
        <Bouton rang="discret" taille="petite" icone="bas" name="sens" value="descendre" disabled={dernier}>
          <span className="fr-sr-only">Descendre {nom}</span>
        </Bouton>
      </Formulaire>
    </div>
  );
}
