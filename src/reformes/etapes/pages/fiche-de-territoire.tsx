import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  Avancement,
  avec,
  compter,
  formaterJour,
  formaterJourCourt,
  Icone,
  LienBouton,
  Page,
  SituationPassee,
  Tableau,
} from '#interface';
import { suite } from '../../adresses.ts';
import { EnDifficulte } from '../../territoires/pages/phrase.tsx';
import '../../territoires/pages/territoires.css';
import { SANS_MEDIANE } from '../regles/fiche.ts';
import { donneesDeFicheDeTerritoire, type FicheDeTerritoire } from './donnees-de-fiche-de-territoire.ts';
import './points.css';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Fiche ${data?.vue.genitif ?? 'du territoire'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await donneesDeFicheDeTerritoire(arguments_)).pourLaPage;
}

/** A territory on one printed page. */
export default function FicheDuTerritoire() {
  const { vue, au, synthese, difficultes, lignes, restantes } = useLoaderData<typeof loader>();
  return (
    <div className="jalon-fiche">
      <Page
        filDAriane={[
          { texte: 'Accueil', href: '/' },
          { texte: vue.nom, href: `/territoires/${vue.code}${suite({ au: vue.au })}` },
        ]}
        titre={`Fiche ${vue.genitif}`}
        faits={`Situation au ${formaterJour(au)}. Un chiffre absent n’est pas un zéro.`}
        phrase={synthese}
        actions={
          <LienBouton
            href={`/territoires/${vue.code}/fiche.pdf${suite({ au: vue.au })}`}
            document
            rang="secondaire"
            taille="petite"
            icone="telecharger"
          >
            PDF accessible
          </LienBouton>
        }
      >
        <SituationPassee regard={vue} retour={avec(vue.requete, { au: null })}>
          {SANS_MEDIANE}
        </SituationPassee>
        <EnDifficulte difficultes={difficultes} territoire={vue.code} au={vue.au} />
        <Tableau
          legende={`Réformes suivies ${vue.locution} au ${formaterJour(au)}`}
          lignes={lignes}
          cleDeLigne={({ reforme }) => reforme}
          vide={<p>Aucune réforme n’est suivie ici pour le moment.</p>}
          colonnes={[
            { cle: 'nom', titre: 'Réforme', largeur: 'large', cellule: ({ nom }) => nom },
            { cle: 'taux', titre: 'Avancement', cellule: (ligne) => <Taux ligne={ligne} /> },
            { cle: 'ecart', titre: 'Trajectoire', alignement: 'fin', cellule: ({ ecart }) => ecart.texte },
            { cle: 'meteo', titre: 'Météo', cellule: (ligne) => <Ciel ligne={ligne} /> },
            {
              cle: 'jour',
              titre: 'Mesuré le',
              cellule: ({ jour }) => (
                <span className="jalon-ciel">{jour === null ? 'jamais' : formaterJourCourt(jour)}</span>
              ),
            },
          ]}
        />
        {restantes > 0 && (
          <p className="jalon-discret">
            {compter(restantes, 'autre réforme se lit', 'autres réformes se lisent')} sur la page du territoire.
          </p>
        )}
      </Page>
    </div>
  );
}

type Ligne = FicheDeTerritoire['lignes'][number];

function Taux({ ligne: { taux, position } }: { readonly ligne: Ligne }) {
  if (position === 'recul' || taux.valeur === null) return taux.texte;
  return <Avancement taux={taux.valeur} libelle="Taux d’avancement" />;
}

function Ciel({ ligne: { meteo } }: { readonly ligne: Ligne }) {
  if (meteo === null) return <span className="jalon-discret">jamais déclarée</span>;
  return (
    <>
      <span className="jalon-ciel">
        <Icone nom={meteo.code} /> {meteo.nom}
      </span>
      {meteo.divergente ? ', diverge' : meteo.ancienne ? ', à renouveler' : ''}
    </>
  );
}
