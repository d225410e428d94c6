import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  BeaucoupDeLiens,
  ChampDeSituation,
  compter,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  Icone,
  Lien,
  LienLeger,
  Liste,
  Tableau,
} from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { avec } from '../adresses.ts';
import { type Cellule, CLASSES_DE_TAUX } from '../regles/chaleur.ts';
import { PageDeTerritoire } from './cadre.tsx';
import { donneesDeChaleur } from './donnees-de-chaleur.ts';
import { Exporter } from './exporter.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.nom ?? 'Territoire'}, côte à côte - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await donneesDeChaleur(arguments_)).pourLaPage;
}

/** The territories below, side by side: one row a reform, one column a territory, each cell a link to what it says. */
export default function PageDeChaleur() {
  const { vue, lignes, territoires, theme, themes, total, titre } = useLoaderData<typeof loader>();
  const nomDesTerritoires = vue.maille === 'national' ? 'régions' : 'départements';
  return (
    <PageDeTerritoire
      vue={vue}
      onglet="departements"
      phrase={
        total === 0
          ? 'Aucune réforme n’est suivie ici.'
          : `${compter(total, 'réforme', 'réformes')} dans ${territoires.length} ${nomDesTerritoires}, en taux d’avancement.`
      }
    >
      <FormulaireDeFiltres
        legende="Filtrer les réformes"
        actifs={theme === null ? [] : [{ texte: `thème : ${theme}`, href: avec(vue.requete, { theme: null }) }]}
      >
        <Liste
          nom="theme"
          libelle="Thème"
          valeur={theme ?? ''}
          aucune="tous"
          options={themes.map((valeur) => ({ valeur, texte: valeur }))}
        />
        <ChampDeSituation regard={vue} />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={lignes.length} total={total} nom={['réforme', 'réformes']}>
        <Exporter base={`/territoires/${vue.code}/departements`} requete={vue.requete} />
      </EnTeteDeListe>
      <Legende />
      <BeaucoupDeLiens className="jalon-chaleur">
        <Tableau
          legende={titre}
          defilant
          lignes={lignes}
          cleDeLigne={({ reforme }) => reforme.id}
          colonnes={[
            {
              cle: 'reforme',
              titre: 'Réforme',
              largeur: 'moyenne',
              cellule: ({ reforme }) => <Lien href={adresseDeReforme(reforme.id, vue.code, vue)}>{reforme.nom}</Lien>,
            },
            ...territoires.map(({ code, nom }, rang) => ({
              cle: code,
              titre: nom,
              classe: 'jalon-chaleur__case',
              cellule: ({ reforme, cellules }: (typeof lignes)[number]) => (
                <CaseDeChaleur cellule={cellules[rang]} reforme={reforme} nom={nom} au={vue.au} />
              ),
            })),
          ]}
          vide={
            <EtatVide titre="Aucune réforme à comparer ici">
              Retirez le filtre, ou choisissez un autre territoire.
            </EtatVide>
          }
        />
      </BeaucoupDeLiens>
    </PageDeTerritoire>
  );
}

function CaseDeChaleur({
  cellule,
  reforme,
  nom,
  au,
}: {
  readonly cellule: Cellule | undefined;
  readonly reforme: { readonly id: string; readonly nom: string };
  readonly nom: string;
  readonly au: string | null;
}) {
  if (cellule === undefined || cellule.classe === 'ferme')
    return <span className="jalon-chaleur__valeur jalon-chaleur__valeur--ferme">non ouvert</span>;
  return (
    <LienLeger
      href={adresseDeReforme(reforme.id, cellule.territoire, { au })}
      className={`jalon-chaleur__valeur jalon-chaleur__valeur--${cellule.classe}`}
    >
      {cellule.classe === 'recul' && <Icone nom="bas" taille={12} />}
      {cellule.texte}
      {cellule.mot !== null && <span className="jalon-chaleur__mot">{cellule.mot}</span>}
      <span className="fr-sr-only">
        {' '}
        : {reforme.nom}, {nom}
      </span>
    </LienLeger>
  );
}

function Legende() {
  return (
    <ul className="jalon-chaleur__legende" aria-label="Légende">
      {[...CLASSES_DE_TAUX, { cle: 'sans_valeur', libelle: 'sans taux : le mot dit pourquoi' }].map(
        ({ cle, libelle }) => (
          <li key={cle}>
            <span className={`jalon-chaleur__valeur jalon-chaleur__valeur--${cle}`} aria-hidden="true" />
            {libelle}
          </li>
        ),
      )}
    </ul>
  );
}
