import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  avec,
  formaterInstant,
  formaterJour,
  Icone,
  LienBouton,
  Page,
  PanneauDepliant,
  Section,
  SerieDIndicateur,
  SituationPassee,
  Tableau,
} from '#interface';
import { suite } from '../../adresses.ts';
import { Chiffre } from '../../pages/indicateurs/chiffre.tsx';
import '../../pages/indicateurs/fiche.css';
import '../../territoires/pages/territoires.css';
import { donneesDeFicheDeReforme, type FicheDeReforme } from './donnees-de-fiche-de-reforme.ts';
import './points.css';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data ? `Fiche : ${data.vue.nom}, ${data.territoire.nom}` : 'Fiche'} - Jalon` },
];

export const loader = (arguments_: LoaderFunctionArgs) => donneesDeFicheDeReforme(arguments_);

/** A reform in a territory on one printed page. */
export default function FicheDeLaReforme() {
  const { vue, territoire, au, suivi, phrase, indicateurs, analyse, contacts } = useLoaderData<typeof loader>();
  const adresse = `/reformes/${vue.id}`;
  const ici = suite({ territoire: territoire.code, au: vue.au });
  const meteo = suivi?.meteo ?? null;
  return (
    <div className="jalon-fiche">
      <Page
        filDAriane={[
          { texte: 'Accueil', href: '/' },
          { texte: 'Réformes', href: '/reformes' },
          { texte: vue.nom, href: `${adresse}${ici}` },
        ]}
        titre={`${vue.nom}, ${territoire.nom}`}
        surtitre={vue.theme}
        faits={[vue.ministere, `Équipe : ${vue.equipe}`, `Situation au ${formaterJour(au)}`]
          .filter((fait) => fait !== null)
          .join(' · ')}
        phrase={phrase ?? 'Cette réforme n’est pas suivie ici.'}
        actions={
          <LienBouton
            href={`${adresse}/fiche.pdf${ici}`}
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
          Les contacts sont ceux d’aujourd’hui.
        </SituationPassee>
        <p className="jalon-fiche__meteo">
          {meteo === null ? (
            'Météo jamais déclarée.'
          ) : (
            <>
              <Icone nom={meteo.code} taille={24} />
              <span>
                <strong>{meteo.nom}</strong>, le {formaterJour(meteo.jour)}
                {'\u00A0: '}
                {meteo.phrase} {meteo.divergence}
              </span>
            </>
          )}
        </p>
        <Indicateurs indicateurs={indicateurs} lieu={territoire.locution} />
        {analyse !== null && (
          <Section titre="Analyse">
            <dl className="jalon-fiche__analyse">
              {analyse.champs.map(({ nom, texte }) => (
                <div key={nom}>
                  <dt>{nom}</dt>
                  <dd className="jalon-texte">{texte}</dd>
                </div>
              ))}
            </dl>
            <p className="jalon-discret">
              {analyse.auteur}, {formaterInstant(analyse.quand)}
            </p>
          </Section>
        )}
        {contacts.length > 0 && (
          <Section titre="À qui s’adresser">
            <ul>
              {contacts.map(({ id, texte }) => (
                <li key={id}>{texte}</li>
              ))}
            </ul>
          </Section>
        )}
      </Page>
    </div>
  );
}

type Indicateur = FicheDeReforme['indicateurs'][number];

/** The figures side by side, and the series of the first indicator only, for the page to stay one page. */
function Indicateurs({ indicateurs, lieu }: { readonly indicateurs: readonly Indicateur[]; readonly lieu: string }) {
  const noms = [...new Set(indicateurs.flatMap(({ suivi }) => suivi?.chiffres.map(({ nom }) => nom) ?? []))];
  const [premier] = indicateurs;
  if (premier === undefined) return null;
  return (
    <Section titre="Indicateurs">
      <Tableau
        legende={`Indicateurs ${lieu}`}
        lignes={indicateurs}
        cleDeLigne={({ id }) => id}
        colonnes={[
          { cle: 'nom', titre: 'Indicateur', cellule: ({ nom }) => nom },
          ...noms.map((nom) => ({
            cle: nom,
            titre: nom,
            cellule: ({ suivi }: Indicateur) => <Cellule chiffre={suivi?.chiffres.find((un) => un.nom === nom)} />,
          })),
        ]}
      />
      <PanneauDepliant titre="D’où viennent ces chiffres ?">
        {indicateurs.map(({ id, nom, suivi }) => (
          <Section key={id} titre={nom} niveau="h3">
            <ul className="jalon-chiffres">
              {suivi?.chiffres.map((chiffre) => (
                <Chiffre key={chiffre.nom} chiffre={chiffre} objet={`${nom} ${lieu}`} />
              ))}
            </ul>
          </Section>
        ))}
      </PanneauDepliant>
      {premier.suivi !== null && premier.suivi.serie.mesures.length > 0 && (
        <SerieDIndicateur {...premier.suivi.serie} />
      )}
    </Section>
  );
}

type Chiffres = NonNullable<Indicateur['suivi']>['chiffres'];

function Cellule({ chiffre }: { readonly chiffre: Chiffres[number] | undefined }) {
  if (chiffre === undefined) return <span className="jalon-discret">sans objet</span>;
  return (
    <>
      {chiffre.texte}
      {chiffre.precision !== null && <div className="jalon-discret jalon-petit">{chiffre.precision}</div>}
    </>
  );
}
