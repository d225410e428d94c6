import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  avec,
  ChampDate,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  FormulaireDeFiltres,
  formaterJour,
  formaterTaux,
  Lien,
  LienBouton,
  LienDePhrase,
  Pagination,
  Tableau,
} from '#interface';
import { LIBELLES_DE_CHANGEMENT } from '../regles/changements.ts';
import { donneesDesChangements } from './donnees-des-changements.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Ce qui a changé : ${data?.vue.titre ?? 'plan'} - Jalon` },
];

export const loader = async (arguments_: LoaderFunctionArgs) => (await donneesDesChangements(arguments_)).vue;

type Changee = Awaited<ReturnType<typeof loader>>['actions'][number];

export default function PageDesChangements() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, du, jusquau, genre, actions, requete, comptes, total } = donnees;
  return (
    <PageDePlan
      plan={{ ...vue, au: null }}
      onglet="/changements"
      phrase={
        <>
          Du {formaterJour(du)} au {formaterJour(jusquau)} :{' '}
          {total === 0 ? (
            'rien n’a changé'
          ) : (
            <Enumeration>
              {DITS.filter(([cle]) => comptes[cle] > 0).map(([cle, un, plusieurs]) => (
                <LienDePhrase key={cle} href={avec(requete, { genre: cle })}>
                  {compter(comptes[cle], un, plusieurs)}
                </LienDePhrase>
              ))}
            </Enumeration>
          )}
          .
        </>
      }
    >
      <FormulaireDeFiltres
        legende="Choisir les deux jours"
        actifs={genre === null ? [] : [{ texte: LIBELLES_DE_CHANGEMENT[genre], href: avec(requete, { genre: null }) }]}
        gardes={genre === null ? [] : [['genre', genre]]}
      >
        <ChampDate key={`du-${du}`} nom="du" libelle="Du" valeur={du} max={vue.aujourdhui} />
        <ChampDate key={`au-${jusquau}`} nom="au" libelle="Au" valeur={jusquau} max={vue.aujourdhui} />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={donnees.nombre} total={total} nom={['action changée', 'actions changées']}>
        {total > 0 && (
          <details className="jalon-menu">
            <summary>Exporter</summary>
            <ul>
              {EXPORTS.map(([format, libelle]) => (
                <li key={format}>
                  <Lien href={`/plans/${vue.id}/changements.${format}?${requete}`} document>
                    {libelle}
                  </Lien>
                </li>
              ))}
            </ul>
          </details>
        )}
      </EnTeteDeListe>
      <Tableau
        legende={`Ce qui a changé dans ${vue.titre}`}
        lignes={actions}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide
            titre="Rien n’a changé entre ces deux jours"
            action={
              <LienBouton href={`/plans/${vue.id}`} rang="secondaire">
                Revenir aux actions
              </LienBouton>
            }
          >
            Choisissez un premier jour plus ancien, par exemple celui du comité précédent.
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'intitule',
            titre: 'Action',
            largeur: 'large',
            cellule: ({ id, code, intitule, retiree }) => (
              <>
                {code !== null && <span className="jalon-code">{code}</span>}
                <Lien href={`/plans/${vue.id}/actions/${id}${retiree ? `?au=${du}` : ''}`}>{intitule}</Lien>
              </>
            ),
          },
          {
            cle: 'changements',
            titre: 'Ce qui a changé',
            largeur: 'moyenne',
            cellule: ({ changements }) => enMots(changements),
          },
          { cle: 'statut', titre: 'Statut', largeur: 'etroite', cellule: ({ statut }) => <AvantApres {...statut} /> },
          {
            cle: 'taux',
            titre: 'Taux',
            largeur: 'etroite',
            cellule: ({ taux }) => <AvantApres avant={ecrire(taux.avant)} apres={ecrire(taux.apres)} />,
          },
          {
            cle: 'echeance',
            titre: 'Échéances',
            largeur: 'moyenne',
            cellule: ({ echeances }) => <AvantApres {...echeances} />,
          },
          {
            cle: 'note',
            titre: 'Dernière note',
            largeur: 'large',
            cellule: ({ note }) =>
              note === null ? (
                <span className="jalon-discret jalon-rien">–</span>
              ) : (
                <span className="jalon-texte">{note}</span>
              ),
          },
        ]}
      />
      <Pagination
        page={donnees.page}
        pages={donnees.pages}
        adresse={(numero) => avec(requete, { page: String(numero) })}
      />
    </PageDePlan>
  );
}

const EXPORTS = [
  ['docx', 'Word (docx)'],
  ['xlsx', 'Excel (xlsx)'],
  ['ods', 'OpenDocument (ods)'],
  ['csv', 'CSV'],
] as const;

const DITS = [
  ['terminee', 'action terminée', 'actions terminées'],
  ['bloquee', 'action bloquée', 'actions bloquées'],
  ['statut', 'changement de statut', 'changements de statut'],
  ['reportee', 'échéance changée', 'échéances changées'],
  ['depassee', 'échéance dépassée', 'échéances dépassées'],
  ['taux', 'taux changé', 'taux changés'],
  ['ajoutee', 'action ajoutée', 'actions ajoutées'],
  ['retiree', 'action retirée', 'actions retirées'],
  ['nouvelle', 'action qui a donné des nouvelles', 'actions qui ont donné des nouvelles'],
] as const;

/** News that came with something else need not be said twice. */
function enMots(changements: Changee['changements']): string {
  const dits = changements.filter((cle) => cle !== 'nouvelle' || changements.length === 1);
  return dits.map((cle) => LIBELLES_DE_CHANGEMENT[cle]).join(' ; ');
}

/** The former words struck through before the new ones; the same words once. */
function AvantApres({ avant, apres }: Changee['statut']) {
  if (avant === apres) return <span className={`jalon-discret${apres ? '' : ' jalon-rien'}`}>{apres || '–'}</span>;
  return (
    <>
      {avant !== null && <del>{avant}</del>} {apres !== null && <ins>{apres}</ins>}
    </>
  );
}

function ecrire(taux: string | null): string | null {
  return taux === null ? null : formaterTaux(taux);
}
