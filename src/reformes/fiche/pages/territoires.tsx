import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  avec,
  Carte,
  ChampDeSituation,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  FormulaireDeFiltres,
  Lien,
  LienDePhrase,
  Liste,
  Tableau,
} from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { direFraicheur } from '../../presentation.ts';
import { Exporter } from '../../territoires/pages/exporter.tsx';
import { carteDesTaux } from '../carte-des-taux.ts';
import { estEnRetardDeValeur, estSansMeteo } from '../lectures/territoires.ts';
import { LIBELLES_DE_FILTRE, LIBELLES_DE_MAILLE } from '../mots.ts';
import { PageDeReforme } from './cadre.tsx';
import { colonnesDeSuivi } from './colonnes-de-suivi.tsx';
import { donneesDesTerritoires } from './donnees-des-territoires.ts';
import './reformes.css';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Territoires : ${donnees?.vue.nom ?? 'réforme'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { vue, mailles, maille, filtre, tri, toutes, lignes } = await donneesDesTerritoires(arguments_);
  return {
    vue,
    mailles,
    maille,
    filtre,
    tri,
    total: toutes.length,
    lignes: lignes.map((ligne) => ({ ...ligne, fraicheur: direFraicheur(ligne) })),
    carte: maille === 'national' || toutes.length === 0 ? null : carteDesTaux(vue, maille, toutes, vue.au),
    comptes: {
      valeur_en_retard: toutes.filter(estEnRetardDeValeur).length,
      sans_meteo: toutes.filter(estSansMeteo).length,
      recul: toutes.filter(({ position }) => position === 'recul').length,
      en_retrait: toutes.filter(({ position }) => position === 'en_retrait').length,
      non_mesuree: toutes.filter(({ position }) => position === 'non_mesuree').length,
    },
    requete: vue.requete,
  };
}

type Vue = Awaited<ReturnType<typeof loader>>;

const TRIS = {
  lieu: 'par nom',
  taux: 'du taux le plus bas au plus haut',
  ecart: 'du plus en retrait au plus en avance',
};

export default function TerritoiresDeLaReforme() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, mailles, maille, filtre, tri, total, lignes, carte, requete } = donnees;
  const actifs = filtre === null ? [] : [{ texte: LIBELLES_DE_FILTRE[filtre], href: avec(requete, { filtre: null }) }];
  return (
    <PageDeReforme reforme={vue} onglet="/territoires" phrase={<Phrase {...donnees} />}>
      <FormulaireDeFiltres
        legende="Choisir les territoires"
        actifs={actifs}
        gardes={filtre === null ? [] : [['filtre', filtre]]}
      >
        <Liste
          nom="maille"
          libelle="Niveau"
          valeur={maille}
          options={mailles.map((une) => ({ valeur: une, texte: LIBELLES_DE_MAILLE[une] }))}
        />
        <Liste
          nom="tri"
          libelle="Ordre"
          valeur={tri}
          options={Object.entries(TRIS).map(([valeur, texte]) => ({ valeur, texte }))}
        />
        <ChampDeSituation regard={vue} />
      </FormulaireDeFiltres>
      {carte !== null && <Carte {...carte} />}
      <EnTeteDeListe trouves={lignes.length} total={total} nom={['territoire', 'territoires']}>
        {lignes.length > 0 && <Exporter base={`/reformes/${vue.id}/territoires/export`} requete={requete} />}
      </EnTeteDeListe>
      <Tableau
        legende={`${vue.nom} dans chaque territoire`}
        lignes={lignes}
        cleDeLigne={({ territoire }) => territoire}
        vide={
          <EtatVide titre={total === 0 ? 'Aucun territoire lisible à ce niveau' : 'Aucun territoire ne correspond'}>
            {total === 0
              ? 'Vous ne lisez pas cette réforme à ce niveau. Choisissez-en un autre.'
              : 'Retirez le filtre pour en voir davantage.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'lieu',
            titre: 'Territoire',
            largeur: 'moyenne',
            cellule: ({ territoire, lieu, region }) => (
              <>
                <Lien href={adresseDeReforme(vue.id, territoire, vue)}>{lieu}</Lien>
                {region !== null && <div className="jalon-discret">{region}</div>}
              </>
            ),
          },
          ...colonnesDeSuivi<Vue['lignes'][number]>({ mediane: maille !== 'national' }),
        ]}
      />
    </PageDeReforme>
  );
}

/** « 101 départements : 14 sans valeur à jour, 9 sans météo à jour, 6 en recul et 12 en retrait. » */
function Phrase({ total, maille, comptes, requete }: Vue) {
  const noms = {
    national: ['territoire', 'territoires'],
    regional: ['région', 'régions'],
    departemental: ['département', 'départements'],
  } as const;
  const dits = Object.entries(comptes) as [keyof typeof comptes, number][];
  const aDire = dits.filter(([, nombre]) => nombre > 0);
  return (
    <>
      {compter(total, noms[maille][0], noms[maille][1])}
      {aDire.length > 0 && (
        <>
          {' : '}
          <Enumeration>
            {aDire.map(([filtre, nombre]) => (
              <LienDePhrase key={filtre} href={avec(requete, { filtre })} ton={TONS[filtre]}>
                {nombre} {LIBELLES_DE_FILTRE[filtre]}
              </LienDePhrase>
            ))}
          </Enumeration>
        </>
      )}
      .
    </>
  );
}

const TONS = {
  recul: 'alerte',
  en_retrait: 'attention',
  valeur_en_retard: 'neutre',
  sans_meteo: 'neutre',
  non_mesuree: 'neutre',
} as const;
