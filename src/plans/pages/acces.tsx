import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { peutAdministrer } from '#acces';
import {
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  FormulaireDeFiltres,
  Lien,
  LienDePhrase,
  Liste,
  Pagination,
  Tableau,
} from '#interface';
import { lecteursDuPlan } from '../acces/lecteurs.ts';
import { filtrerLesLignes, type LigneDeLecteur, lignesDeLecteurs } from '../acces/lignes-de-lecteurs.ts';
import { demandesSurLePlan, habilitationsSurLePlan, personnesAHabiliter } from '../acces/qui-y-entre.ts';
import { LIBELLES_DE_POUVOIR, POUVOIRS } from '../acces/raisons-en-mots.ts';
import { peutModifierPlan } from '../politique.ts';
import { DemandesDuPlan, DonnerAcces, HabilitationsDuPlan } from './acces-parties.tsx';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Qui peut voir ${donnees?.vue.titre ?? 'ce plan'} - Jalon` },
];

const PAR_PAGE = 30;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, plan, vue, parametres } = await chargerPlan(arguments_);
  const equipe = peutModifierPlan(acteur, plan).permis;
  const administre = peutAdministrer(acteur).permis;
  const criteres = {
    q: parametres.get('q')?.trim().slice(0, 100) || null,
    pouvoir: POUVOIRS.find((pouvoir) => pouvoir === parametres.get('pouvoir')) ?? null,
  };
  const personne = parametres.get('personne')?.trim().slice(0, 100) ?? '';
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const [lecteurs, habilitations, demandes, personnes] = await Promise.all([
    lecteursDuPlan(services, plan),
    habilitationsSurLePlan(services, acteur, plan, equipe),
    demandesSurLePlan(services, acteur, plan, equipe),
    administre ? personnesAHabiliter(services, acteur, personne) : [],
  ]);
  const toutes = lignesDeLecteurs(acteur, equipe, lecteurs);
  const retenues = filtrerLesLignes(toutes, criteres);
  return {
    vue,
    criteres,
    page,
    pages: Math.max(1, Math.ceil(retenues.length / PAR_PAGE)),
    total: lecteurs.length,
    retenus: compterLesLecteurs(retenues),
    parPouvoir: POUVOIRS.map((pouvoir) => ({
      pouvoir,
      nombre: lecteurs.filter((lecteur) => lecteur.pouvoir === pouvoir).length,
    })),
    lignes: retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE),
    noms: equipe || administre,
    administre,
    equipe,
    habilitations,
    demandes,
    personne,
    personnes,
    requete: parametres.toString(),
  };
}

export default function QuiPeutVoirCePlan() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, criteres, page, pages, total, retenus, lignes, requete } = donnees;
  const actifs = [
    ...(criteres.q ? [{ texte: `contient « ${criteres.q} »`, href: avec(requete, { q: null }) }] : []),
    ...(criteres.pouvoir
      ? [{ texte: LIBELLES_DE_POUVOIR[criteres.pouvoir], href: avec(requete, { pouvoir: null }) }]
      : []),
  ];
  return (
    <PageDePlan plan={vue} onglet="/acces" phrase={<Phrase {...donnees} />}>
      <FormulaireDeFiltres
        legende="Filtrer qui peut voir ce plan"
        actifs={actifs}
        toutEffacer={`/plans/${vue.id}/acces`}
      >
        <ChampTexte
          nom="q"
          libelle={donnees.noms ? 'Nom, service ou profil' : 'Service ou profil'}
          valeur={criteres.q ?? ''}
          type="search"
        />
        <Liste
          nom="pouvoir"
          libelle="Qui"
          valeur={criteres.pouvoir ?? ''}
          aucune="tous"
          options={POUVOIRS.map((valeur) => ({ valeur, texte: LIBELLES_DE_POUVOIR[valeur] }))}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={retenus} total={total} nom={['compte', 'comptes']} />
      <Tableau
        legende={`Qui peut voir le plan ${vue.titre}`}
        lignes={lignes}
        cleDeLigne={({ cle }) => cle}
        vide={<EtatVide titre="Personne ne correspond">Retirez un filtre pour en voir davantage.</EtatVide>}
        colonnes={[
          { cle: 'qui', titre: 'Qui', largeur: 'large', cellule: (ligne) => <Qui {...ligne} /> },
          {
            cle: 'service',
            titre: 'Service',
            cellule: ({ service, profil }) => (
              <>
                {service}
                <div className="jalon-discret">{profil}</div>
              </>
            ),
          },
          { cle: 'pouvoir', titre: 'Ce qu’il y fait', cellule: ({ pouvoir }) => LIBELLES_DE_POUVOIR[pouvoir] },
          {
            cle: 'raisons',
            titre: 'Pourquoi',
            largeur: 'moyenne',
            cellule: ({ raisons }) => (
              <ul className="jalon-liste-nue">
                {raisons.map((raison) => (
                  <li key={raison}>{raison}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} adresse={(numero) => `${avec(requete, {})}&page=${numero}`} />
      <HabilitationsDuPlan {...donnees.habilitations} />
      <DemandesDuPlan demandes={donnees.demandes} />
      <DonnerAcces
        plan={vue.id}
        administre={donnees.administre}
        equipe={donnees.equipe}
        personne={donnees.personne}
        personnes={donnees.personnes}
      />
    </PageDePlan>
  );
}

function Phrase({ total, parPouvoir }: Awaited<ReturnType<typeof loader>>) {
  const verbes = {
    lire: ['lit seulement', 'lisent seulement'],
    contribuer: ['donne des nouvelles', 'donnent des nouvelles'],
    modifier: ['le modifie', 'le modifient'],
  } as const;
  return (
    <>
      {compter(total, 'compte peut voir ce plan', 'comptes peuvent voir ce plan')}
      {' : '}
      <Enumeration>
        {[...parPouvoir]
          .reverse()
          .filter(({ nombre }) => nombre > 0)
          .map(({ pouvoir, nombre }) => (
            <LienDePhrase key={pouvoir} href={`?pouvoir=${pouvoir}`}>
              {compter(nombre, verbes[pouvoir][0], verbes[pouvoir][1])}
            </LienDePhrase>
          ))}
      </Enumeration>
      .
    </>
  );
}

function Qui({ nom, adresse, nombre }: LigneDeLecteur) {
  if (nom === null) return <>{compter(nombre, 'compte', 'comptes')}</>;
  return adresse === null ? <strong>{nom}</strong> : <Lien href={adresse}>{nom}</Lien>;
}

function compterLesLecteurs(lignes: readonly LigneDeLecteur[]): number {
  return lignes.reduce((somme, { nombre }) => somme + nombre, 0);
}
