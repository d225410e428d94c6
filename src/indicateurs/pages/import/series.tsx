import {
  Bouton,
  compter,
  EtatVide,
  Etiquette,
  Formulaire,
  formaterJourCourt,
  formaterNombre,
  type MesureDeSerie,
  SerieDIndicateur,
  Tableau,
} from '#interface';
import { uniteCourte } from '../../regles/unite.ts';
import type { SerieEnPage } from './charger-import.ts';

type Props = { readonly series: readonly SerieEnPage[] };

const POINTS_POUR_UN_DESSIN = 3;
const CHANGEMENTS_DITS = 4;

/** Series that do not look like their history: why, in words, then the series as it would be. */
export function SeriesDouteuses({
  series,
  aujourdhui,
  version,
}: Props & { readonly aujourdhui: string; readonly version: number }) {
  return (
    <ul className="jalon-series-douteuses">
      {series.map((serie) => (
        <li key={serie.cle}>
          <h3 className="jalon-series-douteuses__titre">
            {serie.nom}, {serie.territoireNom}
            <span className="jalon-discret">
              {' '}
              {serie.typeNom} · {serie.identifiant}
            </span>
          </h3>
          <ul>
            {serie.soupcons.map((soupcon) => (
              <li key={soupcon}>{soupcon}</li>
            ))}
          </ul>
          <Dessin serie={serie} aujourdhui={aujourdhui} />
          {serie.points !== null && <Ecarter serie={serie} version={version} />}
        </li>
      ))}
    </ul>
  );
}

function Ecarter({ serie, version }: { readonly serie: SerieEnPage; readonly version: number }) {
  return (
    <Formulaire titre={`Écarter ${serie.nom}, ${serie.territoireNom}`} disposition="ligne">
      <input type="hidden" name="intention" value="ecarter" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="numero" value={serie.numero} />
      <input type="hidden" name="territoire" value={serie.territoire} />
      <input type="hidden" name="type" value={serie.type} />
      <Bouton rang="secondaire" taille="petite">
        Écarter cette série
        <span className="fr-sr-only">
          {' '}
          : {serie.nom}, {serie.territoireNom}, {serie.typeNom}
        </span>
      </Bouton>
    </Formulaire>
  );
}

/** What is known, with what the file brings over it. */
function Dessin({ serie, aujourdhui }: { readonly serie: SerieEnPage; readonly aujourdhui: string }) {
  if (serie.points === null) return null;
  const apportes = new Set(serie.points.proposes.map(({ jour }) => jour));
  const mesures: MesureDeSerie[] = [
    ...serie.points.connus.filter(({ jour }) => !apportes.has(jour)).map(({ jour, valeur }) => ({ jour, valeur })),
    ...serie.points.proposes.map(({ jour, valeur }) => ({ jour, valeur, apportee: true })),
  ];
  if (mesures.length < POINTS_POUR_UN_DESSIN) return null;
  const unite = uniteCourte(serie.unite);
  return (
    <SerieDIndicateur
      legende={`${serie.nom}, ${serie.territoireNom}, avec les valeurs du fichier`}
      {...(unite === null ? {} : { unite })}
      mesures={mesures}
      aujourdhui={aujourdhui}
    />
  );
}

/** Series by series: how many values come or change, by how much at most, and the first of the changes. */
export function TableauDesSeries({ series, legende }: Props & { readonly legende: string }) {
  return (
    <Tableau
      legende={legende}
      lignes={series}
      cleDeLigne={({ cle }) => cle}
      vide={<EtatVide titre="Aucune série ici">Rien à signaler sous cet onglet.</EtatVide>}
      colonnes={[
        {
          cle: 'serie',
          titre: 'Série',
          largeur: 'large',
          cellule: (serie) => (
            <>
              {serie.nom}
              <div className="jalon-discret">
                {serie.territoireNom} · {serie.typeNom} · {serie.identifiant}
              </div>
            </>
          ),
        },
        {
          cle: 'nouvelles',
          titre: 'Nouvelles',
          alignement: 'fin',
          cellule: ({ nouvelles }) => formaterNombre(nouvelles),
        },
        {
          cle: 'modifiees',
          titre: 'Changées',
          alignement: 'fin',
          cellule: ({ modifiees }) => formaterNombre(modifiees),
        },
        { cle: 'changements', titre: 'Ce qui change', cellule: (serie) => <Changements serie={serie} /> },
        { cle: 'verdict', titre: 'Vraisemblance', cellule: (serie) => <Verdict serie={serie} /> },
      ]}
    />
  );
}

function Changements({ serie: { points, ecartMaximal, modifiees } }: { readonly serie: SerieEnPage }) {
  const changements = points?.proposes.filter(({ avant }) => avant !== null) ?? [];
  if (modifiees === 0) return <span className="jalon-discret">rien</span>;
  return (
    <>
      {ecartMaximal !== null && <div>Plus grand écart : {formaterNombre(ecartMaximal)}</div>}
      <ul className="jalon-changements">
        {changements.slice(0, CHANGEMENTS_DITS).map(({ jour, avant, valeur }) => (
          <li key={jour}>
            {formaterJourCourt(jour)} : <del>{formaterNombre(avant ?? '')}</del> <ins>{formaterNombre(valeur)}</ins>
          </li>
        ))}
      </ul>
      {changements.length > CHANGEMENTS_DITS && (
        <span className="jalon-discret">
          et {compter(changements.length - CHANGEMENTS_DITS, 'autre valeur', 'autres valeurs')}
        </span>
      )}
    </>
  );
}

function Verdict({ serie: { verdict, soupcons } }: { readonly serie: SerieEnPage }) {
  if (verdict === 'plausible') return <span className="jalon-discret">ressemble à son histoire</span>;
  if (verdict === 'sans_historique') return <span className="jalon-discret">première valeur connue</span>;
  return (
    <>
      <Etiquette ton="attention" icone="triangle">
        À confirmer
      </Etiquette>
      <div className="jalon-discret">{soupcons[0]}</div>
    </>
  );
}
