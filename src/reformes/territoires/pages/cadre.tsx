import type { ReactNode } from 'react';
import { AutreSituation, Bouton, Lien, LienBouton, Liste, Onglets, Page, SituationPassee } from '#interface';
import { suite as enSuite } from '../../adresses.ts';
import { avec, gardes } from '../adresses.ts';
import type { TerritoireEnPage } from './charger-territoire.ts';
import './territoires.css';

export type OngletDeTerritoire = '' | 'indicateurs' | 'departements' | 'carte' | 'comparaison' | 'evolution' | 'points';

export type PageDeTerritoireProps = {
  readonly vue: TerritoireEnPage;
  readonly onglet: OngletDeTerritoire;
  readonly phrase?: ReactNode;
  /** What the page does not show of a past day. */
  readonly reserve?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of the pages of a territory: where it is, how to go to another one, its views. */
export function PageDeTerritoire({ vue, onglet, phrase, reserve, children }: PageDeTerritoireProps) {
  const base = `/territoires/${vue.code}`;
  const suite = gardes(vue.requete);
  const onglets: readonly (readonly [OngletDeTerritoire, string])[] = [
    ['', 'Réformes'],
    ['indicateurs', 'Indicateurs'],
    ...(vue.maille === 'departemental'
      ? []
      : [
          ['departements', vue.maille === 'national' ? 'Régions côte à côte' : 'Départements côte à côte'] as const,
          ['carte', 'Carte'] as const,
        ]),
    ...(vue.maille === 'departemental' ? [['comparaison', 'Comparer'] as const] : []),
    ['evolution', 'Évolution'],
    ['points', 'Points d’étape'],
  ];
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Territoires', href: '/territoires?choisir' },
      ]}
      titre={TITRES[vue.maille](vue)}
      faits={<Autour vue={vue} suite={suite} />}
      actions={
        <>
          <ChangerDeTerritoire vue={vue} />
          <LienBouton href={`${base}/fiche${enSuite({ au: vue.au })}`} rang="tertiaire" taille="petite" icone="fichier">
            Fiche
          </LienBouton>
        </>
      }
      phrase={phrase}
    >
      <Onglets
        legende={`Vues ${vue.genitif}`}
        onglets={onglets.map(([cle, texte]) => ({
          texte,
          href: cle === '' ? `${base}${suite}` : `${base}/${cle}${suite}`,
          actif: cle === onglet,
        }))}
      />
      <Passe vue={vue} onglet={onglet} reserve={reserve} />
      {children}
    </Page>
  );
}

/** Views that are not those of the day chosen. */
const AUTRES: Readonly<Partial<Record<OngletDeTerritoire, string>>> = {
  evolution: 'L’évolution va d’une date à l’autre.',
  points: 'Les points d’étape sont ceux d’aujourd’hui.',
};

/** Which day the page is looked at from. */
function Passe({ vue, onglet, reserve }: Pick<PageDeTerritoireProps, 'vue' | 'onglet' | 'reserve'>) {
  const retour = avec(vue.requete, { au: null });
  const Bandeau = Object.hasOwn(AUTRES, onglet) ? AutreSituation : SituationPassee;
  return (
    <Bandeau regard={vue} retour={retour}>
      {AUTRES[onglet] ?? reserve}
    </Bandeau>
  );
}

const TITRES = {
  national: ({ nom }: TerritoireEnPage) => nom,
  regional: ({ nom }: TerritoireEnPage) => nom,
  departemental: ({ nom, code }: TerritoireEnPage) => `${nom} (${code.slice(1)})`,
};

function Autour({ vue: { maille, region, code }, suite }: { readonly vue: TerritoireEnPage; readonly suite: string }) {
  if (maille === 'national') return <>Situation nationale des réformes prioritaires</>;
  if (region === null) return <>Région · code {code}</>;
  return region.ouverte ? (
    <Lien href={`/territoires/${region.code}${suite}`}>← région {region.nom}</Lien>
  ) : (
    <>Région {region.nom}</>
  );
}

/** To another territory, with the same filters: a form that needs no script. */
function ChangerDeTerritoire({ vue }: { readonly vue: TerritoireEnPage }) {
  if (vue.ouverts.length < 2) return null;
  return (
    <form method="get" action="/territoires" className="jalon-territoire__changer">
      {[...new URLSearchParams(gardes(vue.requete))].map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      <Liste nom="vers" libelle="Changer de territoire" valeur={vue.code} options={enGroupes(vue.ouverts)} />
      <Bouton rang="secondaire" taille="petite">
        Y aller
      </Bouton>
    </form>
  );
}

const GROUPES = [
  ['national', 'National'],
  ['regional', 'Régions'],
  ['departemental', 'Départements'],
] as const;

export function enGroupes(territoires: TerritoireEnPage['ouverts']) {
  return GROUPES.flatMap(([maille, groupe]) => {
    const options = territoires
      .filter((territoire) => territoire.maille === maille)
      .map(({ code, nom }) => ({
        valeur: code,
        texte: maille === 'departemental' ? `${nom} (${code.slice(1)})` : nom,
      }));
    return options.length === 0 ? [] : [{ groupe, options }];
  });
}
