import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import {
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  EtatVide,
  Etiquette,
  FormulaireDeFiltres,
  formaterJour,
  Lien,
  LienBouton,
  Liste,
  Page,
  Pagination,
  pluriel,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { listerPlans } from '../lectures/plans.ts';
import { peutCreerDesPlans } from '../politique.ts';
import { LIBELLES_DE_GENRE } from '../regles/genres.ts';

export const meta = () => [{ title: 'Plans - Jalon' }];

const ETATS = { brouillon: 'Brouillon', actif: 'Actif', archive: 'Archivé' } as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const criteres = {
    q: parametres.get('q')?.trim().slice(0, 200) || null,
    etat: lireEtat(parametres.get('etat')),
    territoire: null,
    page: Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000),
  };
  const liste = await listerPlans(base, acteur, criteres, { jour: aujourdhui(horloge), passe: false });
  return {
    ...liste,
    plans: liste.plans.map((plan) => ({
      ...plan,
      genre: LIBELLES_DE_GENRE[plan.genre],
      prochaine: plan.prochaine?.situation.terme ?? null,
    })),
    criteres,
    createur: peutCreerDesPlans(acteur).permis,
    requete: parametres.toString(),
  };
}

type Vue = Awaited<ReturnType<typeof loader>>['plans'][number];

export default function PageDesPlans() {
  const { plans, total, pages, criteres, createur, requete } = useLoaderData<typeof loader>();
  const retards = plans.reduce((somme, { bilan }) => somme + bilan.parMarque.en_retard, 0);
  const actifs = [
    ...(criteres.q ? [{ texte: `contient « ${criteres.q} »`, href: avec(requete, { q: null }) }] : []),
    ...(criteres.etat ? [{ texte: ETATS[criteres.etat].toLowerCase(), href: avec(requete, { etat: null }) }] : []),
  ];
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Plans"
      phrase={
        total === 0
          ? undefined
          : `Vous suivez ${compter(total, 'plan', 'plans')}${pages === 1 ? ` : ${retards === 0 ? 'aucune action en retard' : `${retards} ${pluriel(retards, 'action en retard', 'actions en retard')}`}` : ''}.`
      }
      actions={
        createur && (
          <>
            <LienBouton href="/plans/importer" taille="petite" icone="importer">
              Importer un plan
            </LienBouton>
            <LienBouton href="/plans/nouveau" rang="secondaire" taille="petite" icone="plus">
              Créer un plan vide
            </LienBouton>
          </>
        )
      }
    >
      <FormulaireDeFiltres legende="Filtrer les plans" actifs={actifs} toutEffacer="/plans">
        <ChampTexte nom="q" libelle="Texte" valeur={criteres.q ?? ''} type="search" />
        <Liste
          nom="etat"
          libelle="État"
          valeur={criteres.etat ?? ''}
          aucune="tous"
          options={Object.entries(ETATS).map(([valeur, texte]) => ({ valeur, texte }))}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={total} total={total} nom={['plan', 'plans']} />
      <Tableau
        legende="Plans que vous pouvez lire"
        lignes={plans}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide
            titre={actifs.length > 0 ? 'Aucun plan ne correspond' : 'Aucun plan pour le moment'}
            action={createur && <LienBouton href="/plans/importer">Importer un plan</LienBouton>}
          >
            {actifs.length > 0
              ? 'Retirez un filtre pour en voir davantage.'
              : 'Les plans de votre service, de votre territoire, et ceux où il est nommé apparaîtront ici.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'titre',
            titre: 'Plan',
            largeur: 'large',
            cellule: (plan) => (
              <>
                <Lien href={`/plans/${plan.id}`}>{plan.titre}</Lien>
                <div className="jalon-discret">
                  {plan.genre}
                  {plan.etat !== 'actif' && ` · ${ETATS[plan.etat].toLowerCase()}`}
                </div>
              </>
            ),
          },
          {
            cle: 'proprietaire',
            titre: 'Propriétaire',
            cellule: (plan) => (
              <>
                {plan.proprietaire}
                <div className="jalon-discret">{plan.territoire}</div>
              </>
            ),
          },
          { cle: 'actions', titre: 'Actions', alignement: 'fin', cellule: ({ bilan }) => bilan.total },
          { cle: 'terminees', titre: 'Terminées', alignement: 'fin', cellule: ({ bilan }) => bilan.parStatut.terminee },
          { cle: 'retard', titre: 'En retard', cellule: (plan) => <Retards plan={plan} /> },
          {
            cle: 'prochaine',
            titre: 'Prochaine échéance',
            cellule: ({ prochaine }) =>
              prochaine ? (
                <time dateTime={prochaine}>{formaterJour(prochaine)}</time>
              ) : (
                <span className="jalon-discret">aucune</span>
              ),
          },
        ]}
      />
      <Pagination page={criteres.page} pages={pages} adresse={(page) => `${avec(requete, {})}&page=${page}`} />
    </Page>
  );
}

function Retards({ plan }: { plan: Vue }) {
  const nombre = plan.bilan.parMarque.en_retard;
  if (nombre === 0) return <span className="jalon-discret">aucune</span>;
  return (
    <Lien href={`/plans/${plan.id}?marque=en_retard`}>
      <Etiquette ton="alerte">{compter(nombre, 'action', 'actions')}</Etiquette>
    </Lien>
  );
}

function lireEtat(texte: string | null): keyof typeof ETATS | null {
  return texte === 'brouillon' || texte === 'actif' || texte === 'archive' ? texte : null;
}
