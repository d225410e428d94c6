import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  ChampDate,
  type Colonne,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Etiquette,
  Explication,
  FormulaireDeFiltres,
  formaterJour,
  formaterJourCourt,
  Icone,
  Lien,
  LienBouton,
  LienDePhrase,
  Tableau,
} from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { LIBELLES_DE_METEO, type Meteo } from '../../regles/meteo.ts';
import { avec } from '../../territoires/adresses.ts';
import { PageDeTerritoire } from '../../territoires/pages/cadre.tsx';
import type { TerritoireEnPage } from '../../territoires/pages/charger-territoire.ts';
import { Exporter } from '../../territoires/pages/exporter.tsx';
import {
  direDifference,
  direEvolution,
  LIBELLES_D_EVOLUTION,
  LIBELLES_DE_CHANGEMENT,
  type MorceauDEvolution,
} from '../regles/dire-evolution.ts';
import type { Evolution } from '../regles/evolution.ts';
import './points.css';
import { donneesDEvolution } from './donnees-d-evolution.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Évolution ${data?.vue.genitif ?? 'du territoire'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await donneesDEvolution(arguments_)).pourLaPage;
}

/** What changed between two dates: what fell behind first. */
export default function PageDeLEvolution() {
  const { vue, periode, aujourdhui, filtre, toutes, evolutions } = useLoaderData<typeof loader>();
  const base = `/territoires/${vue.code}/evolution`;
  return (
    <PageDeTerritoire
      vue={vue}
      onglet="evolution"
      phrase={toutes.length > 0 && <Phrase evolutions={toutes} periode={periode} requete={vue.requete} />}
    >
      <FormulaireDeFiltres
        legende="Choisir les deux dates"
        gardes={filtre === null ? [] : [['genre', filtre]]}
        actifs={
          filtre === null
            ? []
            : [
                {
                  texte: filtre === 'meteo' ? 'météo changée' : LIBELLES_D_EVOLUTION[filtre].toLowerCase(),
                  href: avec(vue.requete, { genre: null }),
                },
              ]
        }
      >
        <ChampDate nom="du" libelle="Du" valeur={periode.du} max={aujourdhui} />
        <ChampDate nom="au" libelle="au" valeur={periode.au} max={aujourdhui} />
      </FormulaireDeFiltres>
      <Explication
        formule="différence = avancement à la seconde date − avancement à la première, tels que l’on les connaissait ces jours-là"
        elements={[
          {
            terme: 'Valeurs',
            valeur: 'celles qui étaient enregistrées à chaque date, rectifications ultérieures non comprises',
          },
          { terme: 'Règles', valeur: 'celles d’aujourd’hui, pour les deux dates' },
          { terme: 'En recul', valeur: 'compté sous zéro, pour qu’un recul qui s’aggrave se voie' },
          { terme: 'Écart à la médiane', valeur: 'n’est pas recalculé à une date passée' },
        ]}
      />
      <EnTeteDeListe trouves={evolutions.length} total={toutes.length} nom={['réforme', 'réformes']}>
        {toutes.length > 0 && <Exporter base={base} requete={vue.requete} />}
      </EnTeteDeListe>
      <Tableau
        legende={`Évolution des réformes ${vue.locution} entre le ${formaterJour(periode.du)} et le ${formaterJour(periode.au)}`}
        lignes={evolutions}
        cleDeLigne={({ reforme }) => reforme}
        colonnes={colonnes(vue, periode)}
        vide={<RienAMontrer filtre={filtre} requete={vue.requete} />}
      />
    </PageDeTerritoire>
  );
}

function Phrase({
  evolutions,
  periode,
  requete,
}: {
  readonly evolutions: readonly Evolution[];
  readonly periode: Parameters<typeof direEvolution>[1];
  readonly requete: string;
}) {
  const { debut, morceaux, meteo } = direEvolution(evolutions, periode);
  const lien = ({ filtre, texte, ton }: MorceauDEvolution) => (
    <LienDePhrase key={filtre} href={avec(requete, { genre: filtre })} ton={ton}>
      {texte}
    </LienDePhrase>
  );
  return (
    <>
      {debut}
      <Enumeration>{morceaux.map(lien)}</Enumeration>. {meteo !== null && <>{lien(meteo)}.</>}
    </>
  );
}

function RienAMontrer({ filtre, requete }: { readonly filtre: string | null; readonly requete: string }) {
  return filtre === null ? (
    <EtatVide titre="Rien à comparer">
      Aucune réforme n’était suivie ici à ces deux dates. Choisissez des dates plus récentes.
    </EtatVide>
  ) : (
    <EtatVide
      titre="Aucune réforme ne correspond"
      action={
        <LienBouton href={avec(requete, { genre: null })} rang="secondaire">
          Voir toutes les réformes
        </LienBouton>
      }
    />
  );
}

function colonnes(
  vue: TerritoireEnPage,
  { du, au }: { readonly du: string; readonly au: string },
): Colonne<Evolution>[] {
  return [
    {
      cle: 'nom',
      titre: 'Réforme',
      largeur: 'large',
      cellule: ({ reforme, nom, theme }) => (
        <>
          <Lien href={adresseDeReforme(reforme, vue.code, { au: au < vue.aujourdhui ? au : null })}>{nom}</Lien>
          <div className="jalon-discret jalon-petit">{theme}</div>
        </>
      ),
    },
    { cle: 'avant', titre: formaterJourCourt(du), alignement: 'fin', cellule: ({ avant }) => avant },
    { cle: 'apres', titre: formaterJourCourt(au), alignement: 'fin', cellule: ({ apres }) => apres },
    {
      cle: 'difference',
      titre: 'Différence',
      alignement: 'fin',
      cellule: (evolution) => <Difference evolution={evolution} />,
    },
    { cle: 'meteo', titre: 'Météo', largeur: 'moyenne', cellule: ({ meteo }) => <MeteoChangee meteo={meteo} /> },
  ];
}

function Difference({ evolution: { genre, difference } }: { readonly evolution: Evolution }) {
  if (difference === null)
    return genre === 'plus_mesuree' ? (
      <Etiquette ton="attention">{LIBELLES_D_EVOLUTION[genre]}</Etiquette>
    ) : (
      <span className="jalon-discret">{LIBELLES_D_EVOLUTION[genre].toLowerCase()}</span>
    );
  return genre === 'recule' ? (
    <Etiquette ton="alerte" icone="bas">
      {direDifference(difference)}
    </Etiquette>
  ) : (
    direDifference(difference)
  );
}

function MeteoChangee({ meteo: { avant, apres, changement } }: { readonly meteo: Evolution['meteo'] }) {
  if (changement === null) return apres === null ? <span className="jalon-discret">–</span> : <Ciel meteo={apres} />;
  return (
    <>
      {avant !== null && (
        <>
          <Ciel meteo={avant} /> <span className="fr-sr-only">puis</span>
          <span aria-hidden="true">→ </span>
        </>
      )}
      {apres !== null && <Ciel meteo={apres} />}{' '}
      <span className="jalon-discret jalon-petit">{LIBELLES_DE_CHANGEMENT[changement]}</span>
    </>
  );
}

function Ciel({ meteo }: { readonly meteo: Meteo }) {
  return (
    <span className="jalon-ciel">
      <Icone nom={meteo} /> {LIBELLES_DE_METEO[meteo].nom}
    </span>
  );
}
