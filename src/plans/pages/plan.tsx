import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  Avancement,
  ChampDate,
  ChampTexte,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  formaterJour,
  ilYA,
  Lien,
  LienBouton,
  Liste,
  Pagination,
  Tableau,
} from '#interface';
import { type Jour, joursEntre } from '#socle/valeurs';
import { avec, criteresDeLAdresse } from '../adresses.ts';
import { facettesDuPlan, listerActions, type TriDActions } from '../lectures/actions.ts';
import { axesDuPlan } from '../lectures/plan.ts';
import { prochaineEcheance } from '../lectures/plans.ts';
import { type ActionDeListe, presenterAction, presenterListe } from '../presentation.ts';
import { LIBELLES_DE_MARQUE } from '../regles/situation.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import { chargerPlan } from './charger-plan.ts';
import { EcheancesDAction, EtatDAction, PilotesDAction } from './elements.tsx';
import { filtresActifs } from './filtres-actifs.ts';
import { PhraseDuPlan } from './phrase-du-plan.tsx';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.titre ?? 'Plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, plan, parametres, regard, vue } = await chargerPlan(arguments_);
  const criteres = criteresDeLAdresse(parametres);
  const [liste, axes, facettes] = await Promise.all([
    listerActions(services.base, plan.id, criteres, regard),
    axesDuPlan(services.base, plan.id),
    facettesDuPlan(services.base, plan.id),
  ]);
  const prochaine = prochaineEcheance(liste.toutes);
  return {
    vue,
    silenceJours: plan.silenceJours,
    criteres,
    actions: presenterListe(liste.actions),
    nombre: liste.nombre,
    pages: liste.pages,
    bilan: liste.bilan,
    prochaine: prochaine && presenterAction(prochaine),
    axes: axes.map(({ id, intitule, code, parent }) => ({
      id,
      parent,
      texte: code ? `${code} ${intitule}` : intitule,
    })),
    facettes,
    filtres: filtresActifs(parametres, criteres, axes, facettes),
    requete: parametres.toString(),
  };
}

export default function PageDuPlan() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, actions, bilan, criteres, requete, filtres } = donnees;
  const aucune = bilan.total === 0;
  return (
    <PageDePlan
      plan={vue}
      onglet=""
      phrase={
        <PhraseDuPlan
          bilan={bilan}
          prochaine={donnees.prochaine}
          silenceJours={donnees.silenceJours}
          requete={requete}
        />
      }
      actions={
        vue.modifiable && (
          <LienBouton href={`/plans/${vue.id}/actions/nouvelle`} taille="petite" icone="plus">
            Ajouter une action
          </LienBouton>
        )
      }
    >
      {!aucune && <Filtres {...donnees} />}
      <EnTeteDeListe trouves={donnees.nombre} total={bilan.total} nom={['action', 'actions']}>
        {!aucune && <Exports plan={vue.id} requete={requete} />}
        {vue.modifiable && (
          <LienBouton href={`/plans/${vue.id}/importer`} rang="tertiaire" taille="petite" icone="importer">
            Importer
          </LienBouton>
        )}
      </EnTeteDeListe>
      <Tableau
        legende={`Actions du plan ${vue.titre}`}
        lignes={actions}
        cleDeLigne={({ id }) => id}
        {...(criteres.tri === 'rang'
          ? { groupe: (action: ActionDeListe) => cheminDAxe(donnees.axes, action.axe) }
          : {})}
        vide={
          aucune ? (
            <EtatVide
              titre="Ce plan n’a pas encore d’action"
              action={
                vue.modifiable && (
                  <LienBouton href={`/plans/${vue.id}/importer`}>Importer le tableau du plan</LienBouton>
                )
              }
            >
              Importez le tableau tel qu’il existe (Excel, Word, PDF, ou collé), ou ajoutez les actions une à une.
            </EtatVide>
          ) : (
            <EtatVide
              titre="Aucune action ne correspond"
              action={
                <LienBouton href={`/plans/${vue.id}`} rang="secondaire">
                  Voir toutes les actions
                </LienBouton>
              }
            >
              {filtres.length > 1 ? 'Retirez un des filtres ci-dessus.' : 'Retirez le filtre ci-dessus.'}
            </EtatVide>
          )
        }
        colonnes={[
          {
            cle: 'intitule',
            titre: 'Action',
            largeur: 'large',
            tri: tri(requete, criteres, 'intitule'),
            cellule: (action) => (
              <>
                {action.code !== null && <span className="jalon-code">{action.code}</span>}
                <Lien href={adresseDAction(vue, action)}>{action.intitule}</Lien>
              </>
            ),
          },
          { cle: 'pilotes', titre: 'Pilotes', cellule: (action) => <PilotesDAction pilotes={action.pilotes} /> },
          {
            cle: 'echeance',
            titre: 'Échéance',
            largeur: 'moyenne',
            tri: tri(requete, criteres, 'echeance'),
            cellule: (action) => <EcheancesDAction action={action} />,
          },
          {
            cle: 'etat',
            titre: 'Situation',
            tri: tri(requete, criteres, 'retard'),
            largeur: 'etroite',
            cellule: ({ etat }) => <EtatDAction etat={etat} />,
          },
          {
            cle: 'taux',
            titre: 'Avancement',
            largeur: 'etroite',
            tri: tri(requete, criteres, 'taux'),
            cellule: (action) => <Avancement taux={action.taux} libelle="Taux de réalisation déclaré" />,
          },
          {
            cle: 'nouvelle',
            titre: 'Dernière nouvelle',
            largeur: 'etroite',
            tri: tri(requete, criteres, 'nouvelle'),
            cellule: ({ derniereNouvelle }) =>
              derniereNouvelle === null ? (
                <span className="jalon-discret">aucune</span>
              ) : (
                <time dateTime={derniereNouvelle} title={formaterJour(derniereNouvelle)}>
                  {ilYA(joursEntre(derniereNouvelle as Jour, (vue.au ?? vue.aujourdhui) as Jour))}
                </time>
              ),
          },
        ]}
      />
      <Pagination page={criteres.page} pages={donnees.pages} adresse={(page) => `${avec(requete, {})}&page=${page}`} />
    </PageDePlan>
  );
}

type Donnees = Awaited<ReturnType<typeof loader>>;

function Filtres({ vue, criteres, axes, facettes, filtres, bilan }: Donnees) {
  return (
    <FormulaireDeFiltres
      legende="Filtrer les actions"
      actifs={filtres}
      toutEffacer={vue.au === null ? `/plans/${vue.id}` : `/plans/${vue.id}?au=${vue.au}`}
      gardes={
        criteres.tri === 'rang'
          ? []
          : [
              ['tri', criteres.tri],
              ['sens', criteres.sens],
            ]
      }
    >
      <ChampTexte nom="q" libelle="Texte" valeur={criteres.q ?? ''} type="search" />
      <Liste
        nom="marque"
        libelle="Alerte"
        valeur={criteres.marque ?? ''}
        aucune="toutes"
        options={Object.entries(LIBELLES_DE_MARQUE).map(([valeur, libelle]) => ({
          valeur,
          texte: `${libelle} (${bilan.parMarque[valeur as keyof typeof bilan.parMarque]})`,
        }))}
      />
      <Liste
        nom="statut"
        libelle="Statut"
        valeur={criteres.statut ?? ''}
        aucune="tous"
        options={[...Object.entries(LIBELLES_DE_STATUT), ['non_declare', 'Non déclaré']].map(
          ([valeur = '', libelle]) => ({
            valeur,
            texte: `${libelle} (${bilan.parStatut[valeur as keyof typeof bilan.parStatut]})`,
          }),
        )}
      />
      {axes.length > 0 && (
        <Liste
          nom="axe"
          libelle="Axe"
          valeur={criteres.axe ?? ''}
          aucune="tous"
          options={axes.map(({ id, texte, parent }) => ({
            valeur: id,
            texte: `${parent === null ? '' : '– '}${texte}`,
          }))}
        />
      )}
      <Liste
        nom="organisation"
        libelle="Organisation"
        valeur={criteres.organisation ?? ''}
        aucune="toutes"
        options={facettes.organisations.map(enOption)}
      />
      {facettes.textes.length > 0 && (
        <Liste
          nom="pilote"
          libelle="Nom non rattaché"
          valeur={criteres.piloteTexte ?? ''}
          aucune="tous"
          options={facettes.textes.map(enOption)}
        />
      )}
      {facettes.territoires.length > 0 && (
        <Liste
          nom="territoire"
          libelle="Territoire"
          valeur={criteres.territoire ?? ''}
          aucune="tous"
          options={facettes.territoires.map(enOption)}
        />
      )}
      <ChampDate nom="au" libelle="Situation au" valeur={vue.au ?? ''} max={vue.aujourdhui} />
    </FormulaireDeFiltres>
  );
}

function Exports({ plan, requete }: { plan: string; requete: string }) {
  return (
    <details className="jalon-menu">
      <summary>Exporter</summary>
      <ul>
        {[
          ['xlsx', 'Excel (xlsx)'],
          ['ods', 'OpenDocument (ods)'],
          ['csv', 'CSV'],
          ['docx', 'Word (docx)'],
        ].map(([format, libelle]) => (
          <li key={format}>
            <Lien href={`/plans/${plan}/export.${format}?${requete}`} document>
              {libelle}
            </Lien>
          </li>
        ))}
      </ul>
    </details>
  );
}

function enOption({ valeur, libelle, nombre }: { valeur: string; libelle: string; nombre: number }) {
  return { valeur, texte: `${libelle} (${nombre})` };
}

function adresseDAction(vue: Donnees['vue'], action: ActionDeListe): string {
  return `/plans/${vue.id}/actions/${action.id}${vue.au === null ? '' : `?au=${vue.au}`}`;
}

function cheminDAxe(axes: Donnees['axes'], id: string | null): string | null {
  const axe = axes.find((connu) => connu.id === id);
  if (!axe) return null;
  const dessus = cheminDAxe(axes, axe.parent);
  return dessus === null ? axe.texte : `${dessus} › ${axe.texte}`;
}

/** Sorting link of a column: growing, then decreasing, then the plan's own order. */
function tri(requete: string, criteres: Donnees['criteres'], colonne: TriDActions) {
  const etat = criteres.tri === colonne ? criteres.sens : null;
  const premier = colonne === 'retard' || colonne === 'taux' ? 'decroissant' : 'croissant';
  const suivant =
    etat === null ? premier : etat === premier ? (premier === 'croissant' ? 'decroissant' : 'croissant') : null;
  return { etat, href: avec(requete, suivant === null ? { tri: null, sens: null } : { tri: colonne, sens: suivant }) };
}
