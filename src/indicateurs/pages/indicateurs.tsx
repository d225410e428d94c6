import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerActeur } from '#acces';
import {
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Etiquette,
  ExportCsv,
  FormulaireDeFiltres,
  formaterJour,
  Lien,
  LienBouton,
  LienDePhrase,
  Liste,
  Page,
  Pagination,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { compterFraicheurs, INDICATEURS_PAR_PAGE, listerIndicateurs } from '../lectures/catalogue.ts';
import { ETATS, enOptions, FRAICHEURS, MAILLES, PERIODICITES, SENS } from '../mots.ts';
import { peutConfigurerIndicateurs, peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, servicesDImport } from '../responsabilites.ts';
import { ACCUEIL, pageDeLAdresse } from './communs.ts';
import { criteresDeLAdresse } from './criteres.ts';

export const meta = () => [{ title: 'Indicateurs - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  const { base, horloge } = services;
  const parametres = new URL(request.url).searchParams;
  const criteres = criteresDeLAdresse(parametres);
  const page = pageDeLAdresse(parametres);
  const au = aujourdhui(horloge);
  const responsabilites = await responsabilitesDImport(services, base, acteur);
  const [{ indicateurs, total }, fraicheurs] = await Promise.all([
    listerIndicateurs(base, acteur, criteres, au, { page, responsabilites }),
    compterFraicheurs(base, acteur, au),
  ]);
  return {
    indicateurs: indicateurs.map(({ methode: _methode, source: _source, ...indicateur }) => indicateur),
    total,
    fraicheurs,
    page,
    pages: Math.ceil(total / INDICATEURS_PAR_PAGE),
    criteres,
    configure: peutConfigurerIndicateurs(acteur).permis,
    importe: peutImporterDesValeurs(acteur, responsabilites).permis,
    requete: parametres.toString(),
  };
}

type Vue = Awaited<ReturnType<typeof loader>>;
type Indicateur = Vue['indicateurs'][number];

export default function CatalogueDesIndicateurs() {
  const vue = useLoaderData<typeof loader>();
  const { indicateurs, total, criteres, requete, configure, importe } = vue;
  const actifs = filtresActifs(vue);
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Indicateurs"
      phrase={<PhraseDuCatalogue vue={vue} />}
      actions={
        (importe || configure) && (
          <>
            {importe && (
              <LienBouton href="/indicateurs/importer" taille="petite" icone="importer">
                Importer des valeurs
              </LienBouton>
            )}
            {configure && (
              <LienBouton href="/indicateurs/nouveau" rang="secondaire" taille="petite" icone="plus">
                Créer un indicateur
              </LienBouton>
            )}
            {importe && (
              <LienBouton href="/indicateurs/imports" rang="discret" taille="petite">
                Imports précédents
              </LienBouton>
            )}
          </>
        )
      }
    >
      <FormulaireDeFiltres legende="Filtrer les indicateurs" actifs={actifs} toutEffacer="/indicateurs">
        <ChampTexte nom="q" libelle="Texte" valeur={criteres.q ?? ''} type="search" />
        <Liste nom="etat" libelle="État" valeur={criteres.etat ?? ''} aucune="tous" options={enOptions(ETATS)} />
        <Liste
          nom="maille"
          libelle="Maille"
          valeur={criteres.maille ?? ''}
          aucune="toutes"
          options={enOptions(MAILLES)}
        />
        <Liste
          nom="fraicheur"
          libelle="Fraîcheur"
          valeur={criteres.fraicheur ?? ''}
          aucune="toutes"
          options={enOptions(FRAICHEURS)}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={total} total={total} nom={['indicateur', 'indicateurs']}>
        {total > 0 && <ExportCsv href={`/indicateurs/export.csv${avec(requete, {})}`} />}
      </EnTeteDeListe>
      <Tableau
        legende="Indicateurs"
        lignes={indicateurs}
        cleDeLigne={({ id }) => id}
        vide={<Vide filtre={actifs.length > 0} vue={vue} />}
        colonnes={[
          {
            cle: 'nom',
            titre: 'Indicateur',
            largeur: 'large',
            cellule: ({ id, nom, identifiant, mesure, etat }) => (
              <>
                <Lien href={`/indicateurs/${id}`}>{nom}</Lien>
                <div className="jalon-discret">
                  {identifiant}
                  {mesure !== null && ` · ${mesure.trim()}`}
                  {etat !== 'actif' && ` · ${ETATS[etat].toLowerCase()}`}
                </div>
              </>
            ),
          },
          {
            cle: 'unite',
            titre: 'Unité et sens',
            cellule: ({ unite, sens }) => (
              <>
                {unite === '' ? 'sans unité' : unite}
                <div className="jalon-discret">{SENS[sens].toLowerCase()}</div>
              </>
            ),
          },
          {
            cle: 'mailles',
            titre: 'Mailles',
            cellule: ({ mailles }) => mailles.map((maille) => MAILLES[maille].toLowerCase()).join(', '),
          },
          {
            cle: 'periodicite',
            titre: 'Périodicité',
            cellule: ({ periodicite, responsable }) => (
              <>
                {PERIODICITES[periodicite].toLowerCase()}
                {responsable !== null && <div className="jalon-discret">{responsable}</div>}
              </>
            ),
          },
          {
            cle: 'fraicheur',
            titre: 'Fraîcheur',
            cellule: (indicateur) => <Fraicheur indicateur={indicateur} />,
          },
        ]}
      />
      <Pagination page={vue.page} pages={vue.pages} adresse={(page) => `${avec(requete, {})}&page=${page}`} />
    </Page>
  );
}

function PhraseDuCatalogue({ vue: { fraicheurs, requete } }: { readonly vue: Vue }) {
  const total = fraicheurs.a_jour + fraicheurs.en_retard + fraicheurs.jamais;
  if (total === 0) return null;
  const mots = [
    ['a_jour', 'neutre', `${fraicheurs.a_jour} à jour`],
    ['en_retard', 'attention', `${fraicheurs.en_retard} où des valeurs sont en retard`],
    ['jamais', 'neutre', compter(fraicheurs.jamais, 'jamais mesuré', 'jamais mesurés')],
  ] as const;
  return (
    <>
      {compter(total, 'indicateur suivi', 'indicateurs suivis')} :{' '}
      <Enumeration>
        {mots
          .filter(([fraicheur]) => fraicheurs[fraicheur] > 0)
          .map(([fraicheur, ton, texte]) => (
            <LienDePhrase key={fraicheur} href={avec(requete, { fraicheur, etat: 'actif' })} ton={ton}>
              {texte}
            </LienDePhrase>
          ))}
      </Enumeration>
      .
    </>
  );
}

function Fraicheur({ indicateur: { mesures, retards, jour } }: { readonly indicateur: Indicateur }) {
  if (jour === null) return <span className="jalon-discret">jamais mesuré</span>;
  return (
    <>
      {retards > 0 ? (
        <Etiquette ton="attention">
          {retards === mesures
            ? 'en retard partout'
            : `en retard dans ${compter(retards, 'territoire', 'territoires')}`}
        </Etiquette>
      ) : (
        'à jour'
      )}
      <div className="jalon-discret">
        dernière mesure : <time dateTime={jour}>{formaterJour(jour)}</time>
      </div>
    </>
  );
}

function Vide({ filtre, vue }: { readonly filtre: boolean; readonly vue: Vue }) {
  return (
    <EtatVide
      titre={filtre ? 'Aucun indicateur ne correspond' : 'Aucun indicateur pour le moment'}
      action={!filtre && vue.configure && <LienBouton href="/indicateurs/nouveau">Créer un indicateur</LienBouton>}
    >
      {filtre
        ? 'Retirez un filtre pour en voir davantage.'
        : 'La DITP crée les indicateurs ; leurs valeurs se saisissent ou s’importent ensuite.'}
    </EtatVide>
  );
}

function filtresActifs({ criteres: { q, etat, maille, fraicheur }, requete }: Vue) {
  return [
    ...(q === null ? [] : [{ texte: `contient « ${q} »`, href: avec(requete, { q: null }) }]),
    ...(etat === null ? [] : [{ texte: ETATS[etat].toLowerCase(), href: avec(requete, { etat: null }) }]),
    ...(maille === null
      ? []
      : [{ texte: `maille ${MAILLES[maille].toLowerCase()}`, href: avec(requete, { maille: null }) }]),
    ...(fraicheur === null
      ? []
      : [{ texte: FRAICHEURS[fraicheur].toLowerCase(), href: avec(requete, { fraicheur: null }) }]),
  ];
}
