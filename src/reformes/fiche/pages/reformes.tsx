import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import {
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  ExportCsv,
  FormulaireDeFiltres,
  Lien,
  LienBouton,
  LienDePhrase,
  Liste,
  Page,
  Pagination,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { peutConfigurerReformes } from '../../politique.ts';
import { criteresDeReformes } from '../criteres.ts';
import { type CriteresDeReformes, listerReformes, nomDuTerritoire, POSITIONS_FILTREES } from '../lectures/liste.ts';
import { LIBELLES_D_ETAT, LIBELLES_DE_MAILLE, LIBELLES_DE_POSITION } from '../mots.ts';
import { ACCUEIL } from './cadre.tsx';
import { colonnesDeSuivi } from './colonnes-de-suivi.tsx';
import './reformes.css';

export const meta = () => [{ title: 'Réformes - Jalon' }];

const PAR_PAGE = 100;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const criteres = criteresDeReformes(parametres);
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const { toutes, retenues } = await listerReformes(base, acteur, criteres, aujourdhui(horloge));
  const actives = toutes.filter(({ reforme }) => reforme.etat === 'active');
  return {
    criteres,
    page,
    pages: Math.max(1, Math.ceil(retenues.length / PAR_PAGE)),
    total: toutes.length,
    trouvees: retenues.length,
    parPosition: POSITIONS_FILTREES.map((position) => ({
      position,
      nombre: actives.filter(({ suivi }) => suivi.position === position).length,
    })),
    actives: actives.length,
    lignes: retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE).map(({ reforme, suivi }) => ({
      ...suivi,
      etat: reforme.etat,
      equipe: reforme.equipeNom,
      lieu: nomDuTerritoire(suivi.territoire),
    })),
    themes: uniques(toutes.map(({ reforme: { theme } }) => [theme, theme])),
    ministeres: uniques(
      toutes.flatMap(({ reforme: { ministere, ministereNom } }) =>
        ministere === null || ministereNom === null ? [] : [[ministere, ministereNom]],
      ),
    ),
    configurable: peutConfigurerReformes(acteur).permis,
    requete: parametres.toString(),
  };
}

type Vue = Awaited<ReturnType<typeof loader>>;

export default function PageDesReformes() {
  const donnees = useLoaderData<typeof loader>();
  const { criteres, page, pages, total, trouvees, lignes, themes, ministeres, configurable, requete } = donnees;
  const actifs = filtresActifs(criteres, ministeres, requete);
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Réformes"
      phrase={total === 0 ? undefined : <Phrase {...donnees} />}
      actions={
        configurable && (
          <LienBouton href="/reformes/nouvelle" taille="petite" icone="plus">
            Nouvelle réforme
          </LienBouton>
        )
      }
    >
      <FormulaireDeFiltres
        legende="Filtrer les réformes"
        actifs={actifs}
        toutEffacer="/reformes"
        gardes={criteres.position === null ? [] : [['position', criteres.position]]}
      >
        <ChampTexte nom="q" libelle="Texte" type="search" valeur={criteres.q ?? ''} />
        <Liste nom="theme" libelle="Thème" valeur={criteres.theme ?? ''} aucune="tous" options={themes} />
        <Liste
          nom="ministere"
          libelle="Ministère"
          valeur={criteres.ministere ?? ''}
          aucune="tous"
          options={ministeres}
        />
        <Liste
          nom="etat"
          libelle="État"
          valeur={criteres.etat ?? ''}
          aucune="tous"
          options={options(LIBELLES_D_ETAT)}
        />
        <Liste
          nom="maille"
          libelle="Niveau de suivi"
          valeur={criteres.maille ?? ''}
          aucune="tous"
          options={options(LIBELLES_DE_MAILLE)}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={trouvees} total={total} nom={['réforme', 'réformes']}>
        {trouvees > 0 && <ExportCsv href={`/reformes/export.csv${avec(requete, {})}`} />}
      </EnTeteDeListe>
      <Tableau
        legende="Réformes que vous pouvez lire, par thème"
        lignes={lignes}
        cleDeLigne={({ reforme }) => reforme}
        groupe={({ theme }) => theme}
        vide={
          <EtatVide
            titre={actifs.length > 0 ? 'Aucune réforme ne correspond' : 'Aucune réforme pour le moment'}
            action={configurable && <LienBouton href="/reformes/nouvelle">Nouvelle réforme</LienBouton>}
          >
            {actifs.length > 0
              ? 'Retirez un filtre pour en voir davantage.'
              : 'Les réformes de votre champ, suivies sur votre territoire, apparaîtront ici.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Réforme',
            largeur: 'large',
            cellule: ({ reforme, nom, ministere, equipe, etat, lieu }) => (
              <>
                <Lien href={`/reformes/${reforme}`}>{nom}</Lien>
                <div className="jalon-discret">
                  {[
                    ministere ?? equipe,
                    lieu,
                    ...(etat === 'active' ? [] : [LIBELLES_D_ETAT[etat].toLowerCase()]),
                  ].join(' · ')}
                </div>
              </>
            ),
          },
          ...colonnesDeSuivi<Vue['lignes'][number]>(),
        ]}
      />
      <Pagination page={page} pages={pages} adresse={(numero) => `${avec(requete, {})}&page=${numero}`} />
    </Page>
  );
}

/** « 83 réformes suivies : 6 en recul, 14 en retrait, 51 sur leur trajectoire et 12 non mesurées. » */
function Phrase({ actives, parPosition, requete }: Vue) {
  const dites = parPosition.filter(({ nombre }) => nombre > 0);
  return (
    <>
      {compter(actives, 'réforme suivie', 'réformes suivies')}
      {dites.length > 0 && (
        <>
          {' : '}
          <Enumeration>
            {dites.map(({ position, nombre }) => (
              <LienDePhrase key={position} href={avec(requete, { position })} ton={TONS[position]}>
                {compter(nombre, LIBELLES_DE_POSITION[position][0], LIBELLES_DE_POSITION[position][1])}
              </LienDePhrase>
            ))}
          </Enumeration>
        </>
      )}
      .
    </>
  );
}

const TONS = { recul: 'alerte', en_retrait: 'attention', sur_trajectoire: 'neutre', non_mesuree: 'neutre' } as const;

function filtresActifs(criteres: CriteresDeReformes, ministeres: Vue['ministeres'], requete: string) {
  const { q, theme, ministere, etat, maille, position } = criteres;
  const ministereNom = ministeres.find(({ valeur }) => valeur === ministere)?.texte ?? ministere;
  const sans = (nom: string) => avec(requete, { [nom]: null });
  return [
    ...(q === null ? [] : [{ texte: `contient « ${q} »`, href: sans('q') }]),
    ...(theme === null ? [] : [{ texte: `thème : ${theme}`, href: sans('theme') }]),
    ...(ministereNom === null ? [] : [{ texte: ministereNom, href: sans('ministere') }]),
    ...(etat === null ? [] : [{ texte: LIBELLES_D_ETAT[etat].toLowerCase(), href: sans('etat') }]),
    ...(maille === null ? [] : [{ texte: `niveau ${LIBELLES_DE_MAILLE[maille]}`, href: sans('maille') }]),
    ...(position === null ? [] : [{ texte: LIBELLES_DE_POSITION[position][0], href: sans('position') }]),
  ];
}

function options(libelles: Readonly<Record<string, string>>) {
  return Object.entries(libelles).map(([valeur, texte]) => ({ valeur, texte }));
}

function uniques(paires: readonly (readonly string[])[]) {
  return [...new Map(paires.map(([valeur = '', texte = '']) => [valeur, texte]))]
    .map(([valeur, texte]) => ({ valeur, texte }))
    .sort((a, b) => a.texte.localeCompare(b.texte, 'fr'));
}
