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
  compter,
  EtatVide,
  Formulaire,
  Lien,
  LienBouton,
  Liste,
  pluriel,
  Section,
  Tableau,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { suggestions } from '../annuaire.ts';
import { rattacherPilote } from '../commandes/rattacher-pilote.ts';
import { facettesDuPlan } from '../lectures/facettes.ts';
import { annuaireEnOptions } from '../lectures/referentiel.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Pilotes : ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, vue, parametres } = await chargerPlan(arguments_);
  const facettes = await facettesDuPlan(services.base, plan.id);
  const aRattacher = facettes.textes.map((facette) => ({
    ...facette,
    propositions: suggestions(facette.valeur, plan.proprietaire),
  }));
  return {
    vue,
    rattaches: facettes.organisations,
    aRattacher,
    annuaire: vue.modifiable && aRattacher.length > 0 ? await annuaireEnOptions(services.base) : [],
    fait: Number(parametres.get('fait')) || null,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const resultat = await rattacherPilote(context.get(contexteServices), acteur, params.plan ?? '', valeurs);
  if (resultat.ok) return redirect(`/plans/${params.plan}/pilotes?fait=${resultat.valeur}`);
  const { refus } = resultat;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

export default function PageDesPilotes() {
  const { vue, rattaches, aRattacher, annuaire, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <PageDePlan
      plan={vue}
      onglet="/pilotes"
      actions={
        vue.modifiable && (
          <>
            <LienBouton href={`/plans/${vue.id}/relances`} rang="secondaire" taille="petite">
              Relances
            </LienBouton>
            <LienBouton href={`/plans/${vue.id}/liens`} rang="secondaire" taille="petite">
              Liens des pilotes sans compte
            </LienBouton>
          </>
        )
      }
      phrase={`${compter(rattaches.length, 'organisation est nommée', 'organisations sont nommées')} dans ce plan ; ${aRattacher.length === 0 ? 'aucun nom ne reste à rattacher' : `${compter(aRattacher.length, 'nom reste tel qu’il est écrit', 'noms restent tels qu’ils sont écrits')}, à rattacher à l’annuaire`}.`}
    >
      {fait !== null && !refus && <Alerte ton="succes">Nom rattaché dans {compter(fait, 'action', 'actions')}.</Alerte>}
      {aRattacher.length > 0 && (
        <Section titre="Noms à rattacher">
          <p>
            Un nom rattaché vaut pour tout le plan : ses actions se filtrent par organisation, et ses agents les
            retrouvent.
          </p>
          <ul className="jalon-liste-nue jalon-rattachements">
            {aRattacher.map(({ valeur, nombre, propositions }, rang) => (
              <li key={valeur}>
                <p>
                  <strong>« {valeur} »</strong>{' '}
                  <Lien href={`/plans/${vue.id}?pilote=${encodeURIComponent(valeur)}`}>
                    {compter(nombre, 'action', 'actions')}
                  </Lien>
                </p>
                {vue.modifiable && (
                  <Formulaire
                    disposition="ligne"
                    titre={`Rattacher ${valeur}`}
                    erreurs={refus?.valeurs.texte === valeur ? refus.champs : undefined}
                  >
                    <input type="hidden" name="texte" value={valeur} />
                    <Liste
                      nom="organisation"
                      id={`organisation-${rang}`}
                      libelle={`Organisation pour « ${valeur} »`}
                      libelleMasque
                      aucune="choisir une organisation"
                      options={[
                        ...(propositions.length === 0 ? [] : [{ groupe: 'Proches de ce nom', options: propositions }]),
                        { groupe: 'Annuaire', options: annuaire },
                      ]}
                    />
                    <Bouton rang="secondaire" taille="petite">
                      Rattacher<span className="fr-sr-only"> {valeur}</span>
                    </Bouton>
                  </Formulaire>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section titre="Organisations du plan">
        <Tableau
          legende="Organisations nommées dans le plan"
          lignes={rattaches}
          cleDeLigne={({ valeur }) => valeur}
          vide={
            <EtatVide titre="Aucune organisation">Aucune action ne nomme encore de service de l’annuaire.</EtatVide>
          }
          colonnes={[
            {
              cle: 'libelle',
              titre: 'Organisation',
              largeur: 'large',
              cellule: ({ valeur, libelle }) => <Lien href={`/plans/${vue.id}?organisation=${valeur}`}>{libelle}</Lien>,
            },
            {
              cle: 'nombre',
              titre: 'Actions',
              alignement: 'fin',
              cellule: ({ nombre }) => (
                <>
                  {nombre}
                  <span className="fr-sr-only"> {pluriel(nombre, 'action', 'actions')}</span>
                </>
              ),
            },
          ]}
        />
      </Section>
    </PageDePlan>
  );
}
