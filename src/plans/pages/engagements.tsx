import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  avec,
  ChampDate,
  compter,
  EnTeteDeListe,
  EtatVide,
  Explication,
  FormulaireDeFiltres,
  formaterDuree,
  formaterJour,
  formaterJourCourt,
  Lien,
  LienBouton,
  Pagination,
  Tableau,
} from '#interface';
import { LIBELLES_DE_CONSTAT } from '../regles/integrite.ts';
import { donneesDesEngagements, type EngagementDeListe, type TriDEngagements } from './donnees-des-engagements.ts';
import { PhraseDesEngagements } from './phrase-des-engagements.tsx';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Engagements : ${data?.vue.titre ?? 'plan'} - Jalon` },
];

export const loader = async (arguments_: LoaderFunctionArgs) => (await donneesDesEngagements(arguments_)).vue;

export default function PageDesEngagements() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, bilan, constat, tri, requete, actions } = donnees;
  return (
    <PageDePlan plan={vue} onglet="/engagements" phrase={<PhraseDesEngagements donnees={donnees} />}>
      {bilan.total > 0 && (
        <>
          <Explication question="comment sont comptés ces engagements ?" elements={DEFINITIONS} />
          <FormulaireDeFiltres
            legende="Filtrer les engagements"
            actifs={
              constat === null
                ? []
                : [{ texte: LIBELLES_DE_CONSTAT[constat], href: avec(requete, { constat: null }) || '?' }]
            }
            gardes={[...new URLSearchParams(requete)].filter(([nom]) => nom === 'constat' || nom === 'tri')}
          >
            <ChampDate key={vue.au ?? ''} nom="au" libelle="Situation au" valeur={vue.au ?? ''} />
          </FormulaireDeFiltres>
        </>
      )}
      <EnTeteDeListe trouves={donnees.nombre} total={bilan.total} nom={['action', 'actions']}>
        {bilan.total > 0 && (
          <details className="jalon-menu">
            <summary>Exporter</summary>
            <ul>
              {EXPORTS.map(([format, libelle]) => (
                <li key={format}>
                  <Lien href={`/plans/${vue.id}/engagements.${format}?${requete}`} document>
                    {libelle}
                  </Lien>
                </li>
              ))}
            </ul>
          </details>
        )}
      </EnTeteDeListe>
      <Tableau
        legende={`Engagements du plan ${vue.titre}`}
        lignes={actions}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide
            titre={bilan.total === 0 ? 'Ce plan n’a pas encore d’action' : 'Aucune action n’est dans ce cas'}
            action={
              <LienBouton
                href={bilan.total === 0 ? `/plans/${vue.id}` : `/plans/${vue.id}/engagements`}
                rang="secondaire"
              >
                {bilan.total === 0 ? 'Revenir aux actions' : 'Voir tous les engagements'}
              </LienBouton>
            }
          >
            Les engagements se lisent dans les échéances des actions et dans leurs reports.
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'intitule',
            titre: 'Action',
            largeur: 'large',
            cellule: ({ id, code, intitule }) => (
              <>
                {code !== null && <span className="jalon-code">{code}</span>}
                <Lien href={`/plans/${vue.id}/actions/${id}${vue.au === null ? '' : `?au=${vue.au}`}`}>{intitule}</Lien>
              </>
            ),
          },
          {
            cle: 'initiale',
            titre: 'Échéance initiale',
            cellule: ({ engagements }) => (
              <Mots mots={engagements.map(({ initial, texte, sens }) => initial?.texte ?? (texte || sens))} />
            ),
          },
          {
            cle: 'actuelle',
            titre: 'Échéance actuelle',
            cellule: ({ engagements, reports }) =>
              engagements.length === 0 ? (
                <Rien />
              ) : reports === 0 ? (
                <Rien mot="la même" />
              ) : (
                <Mots mots={engagements.map(({ texte, sens }) => texte || sens)} />
              ),
          },
          {
            cle: 'reports',
            titre: 'Reports',
            alignement: 'fin',
            largeur: 'etroite',
            tri: enTri(requete, tri, 'reports'),
            cellule: ({ reports }) => (reports === 0 ? <Rien mot="0" /> : reports),
          },
          {
            cle: 'glissement',
            titre: 'Glissement',
            alignement: 'fin',
            largeur: 'etroite',
            tri: enTri(requete, tri, 'glissement'),
            cellule: ({ glissement }) => (glissement === 0 ? <Rien /> : ecrireGlissement(glissement)),
          },
          { cle: 'statut', titre: 'Statut', largeur: 'etroite', cellule: ({ statut }) => statut },
          { cle: 'constat', titre: 'Constat', largeur: 'moyenne', cellule: (action) => <Constats action={action} /> },
          {
            cle: 'nouvelle',
            titre: 'Dernière nouvelle',
            largeur: 'etroite',
            cellule: ({ derniereNouvelle }) =>
              derniereNouvelle === null ? (
                <span className="jalon-discret">aucune</span>
              ) : (
                formaterJourCourt(derniereNouvelle)
              ),
          },
        ]}
      />
      <Pagination
        page={donnees.page}
        pages={donnees.pages}
        adresse={(numero) => `${avec(requete, { page: String(numero) })}`}
      />
      {donnees.debut !== null && bilan.parConstat.ajoutee > 0 && (
        <p className="jalon-discret">
          Ajoutées en chemin : {compter(bilan.parConstat.ajoutee, 'action entrée', 'actions entrées')} dans le plan
          après le {formaterJour(donnees.debut)}, jour de sa première action.
        </p>
      )}
    </PageDePlan>
  );
}

const EXPORTS = [
  ['xlsx', 'Excel (xlsx)'],
  ['ods', 'OpenDocument (ods)'],
  ['csv', 'CSV'],
] as const;

const DEFINITIONS = [
  { terme: 'Tenue', valeur: 'déclarée terminée au plus tard le dernier jour de l’échéance promise en premier' },
  { terme: 'Après l’échéance', valeur: 'déclarée terminée plus tard, qu’il y ait eu un report ou non' },
  {
    terme: 'Selon un import',
    valeur: 'le fichier la disait terminée sans dire quel jour : elle n’est comptée ni tenue ni en retard',
  },
  {
    terme: 'Glissement',
    valeur: 'jours entre le dernier jour promis en premier et celui d’aujourd’hui ; médiane des actions reportées',
  },
  { terme: 'Ajoutée en chemin', valeur: 'entrée dans le plan après le jour de sa première action' },
];

function Mots({ mots }: { readonly mots: readonly string[] }) {
  if (mots.length === 0) return <span className="jalon-discret">sans échéance</span>;
  return (
    <ul className="jalon-liste-nue">
      {mots.map((texte, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two commitments may have the same words
        <li key={rang}>{texte}</li>
      ))}
    </ul>
  );
}

/** Nothing to say: the column keeps its line, a card on a phone goes without. */
function Rien({ mot = '–' }: { readonly mot?: string }) {
  return <span className="jalon-discret jalon-rien">{mot}</span>;
}

function Constats({ action: { constats } }: { readonly action: EngagementDeListe }) {
  if (constats.length === 0) return <Rien />;
  return <>{constats.map((constat) => LIBELLES_DE_CONSTAT[constat]).join(' ; ')}</>;
}

function ecrireGlissement(jours: number): string {
  return jours > 0 ? formaterDuree(jours) : `avancée de ${formaterDuree(-jours)}`;
}

/** The most put off first, then the plan's own order. */
function enTri(requete: string, tri: TriDEngagements | null, colonne: TriDEngagements) {
  const etat = tri === colonne ? ('decroissant' as const) : null;
  return { etat, href: avec(requete, { tri: etat === null ? colonne : null, page: null }) };
}
