import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  FormulaireDeFiltres,
  LienDePhrase,
  Liste,
  Pagination,
  Tableau,
} from '#interface';
import { filtrerLesLecteurs, lecteursDeLaReforme } from '../acces.ts';
import { chargerReforme } from '../charger-reforme.ts';
import { LIBELLES_DE_POUVOIR, POUVOIRS, VERBES_DE_POUVOIR } from '../pouvoirs.ts';
import { PageDeReforme } from './cadre.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Qui peut voir ${donnees?.vue.nom ?? 'cette réforme'} - Jalon` },
];

const PAR_PAGE = 30;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, parametres, vue } = await chargerReforme(arguments_);
  const criteres = {
    q: parametres.get('q')?.trim().slice(0, 100) || null,
    pouvoir: POUVOIRS.find((pouvoir) => pouvoir === parametres.get('pouvoir')) ?? null,
  };
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const toutes = await lecteursDeLaReforme(services, acteur, reforme, vue.tenue);
  const retenues = filtrerLesLecteurs(toutes, criteres);
  const compte = (lignes: typeof toutes) => lignes.reduce((somme, { nombre }) => somme + nombre, 0);
  return {
    vue,
    criteres,
    page,
    pages: Math.max(1, Math.ceil(retenues.length / PAR_PAGE)),
    total: compte(toutes),
    retenus: compte(retenues),
    parPouvoir: [...POUVOIRS].reverse().map((pouvoir) => ({
      pouvoir,
      nombre: compte(toutes.filter((ligne) => ligne.pouvoir === pouvoir)),
    })),
    lignes: retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE),
    requete: parametres.toString(),
  };
}

export default function QuiPeutVoirCetteReforme() {
  const { vue, criteres, page, pages, total, retenus, parPouvoir, lignes, requete } = useLoaderData<typeof loader>();
  const actifs = [
    ...(criteres.q === null ? [] : [{ texte: `contient « ${criteres.q} »`, href: avec(requete, { q: null }) }]),
    ...(criteres.pouvoir === null
      ? []
      : [{ texte: LIBELLES_DE_POUVOIR[criteres.pouvoir], href: avec(requete, { pouvoir: null }) }]),
  ];
  return (
    <PageDeReforme
      reforme={vue}
      onglet="/acces"
      phrase={
        <>
          {compter(total, 'compte peut voir cette réforme', 'comptes peuvent voir cette réforme')}
          {' : '}
          <Enumeration>
            {parPouvoir
              .filter(({ nombre }) => nombre > 0)
              .map(({ pouvoir, nombre }) => (
                <LienDePhrase key={pouvoir} href={`?pouvoir=${pouvoir}`}>
                  {compter(nombre, VERBES_DE_POUVOIR[pouvoir][0], VERBES_DE_POUVOIR[pouvoir][1])}
                </LienDePhrase>
              ))}
          </Enumeration>
          .
        </>
      }
    >
      <FormulaireDeFiltres
        legende="Filtrer qui peut voir cette réforme"
        actifs={actifs}
        toutEffacer={`/reformes/${vue.id}/acces`}
      >
        <ChampTexte nom="q" libelle="Service ou profil" valeur={criteres.q ?? ''} type="search" />
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
        legende={`Qui peut voir la réforme ${vue.nom}`}
        lignes={lignes}
        cleDeLigne={({ cle }) => cle}
        vide={<EtatVide titre="Personne ne correspond">Retirez un filtre pour en voir davantage.</EtatVide>}
        colonnes={[
          {
            cle: 'qui',
            titre: 'Qui',
            largeur: 'large',
            cellule: ({ nom, nombre }) => nom ?? compter(nombre, 'compte', 'comptes'),
          },
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
          { cle: 'ou', titre: 'Où', cellule: ({ ou }) => ou },
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
      <p className="jalon-discret">
        Les noms sont montrés à l’équipe de la réforme et aux administrateurs des comptes. Pour ouvrir cette réforme à
        quelqu’un sur un territoire, demandez une habilitation à l’administrateur de ses comptes.
      </p>
    </PageDeReforme>
  );
}
