import { useId } from 'react';
import { lireJour } from '#socle/valeurs';
import { PanneauDepliant } from '../elements/panneau-depliant.tsx';
import { Lien } from '../lien.tsx';
import { creerEchelle, type Echelle } from './echelle.ts';
import { Fondus, Graduations, TitresDesGraduations } from './frise-graduations.tsx';
import type { LigneDeFrise, SegmentDeFrise } from './frise-ligne.ts';
import { SegmentDessine } from './frise-segment.tsx';
import { TableauDeFrise } from './frise-tableau.tsx';

export type FriseProps = {
  readonly legende: string;
  readonly lignes: readonly LigneDeFrise[];
  /** `AAAA-MM-JJ`, in Paris. */
  readonly aujourdhui: string;
};

/**
 * Commitments drawn as the time they take: a row per action, its earlier deadlines as ghosts behind the current one,
 * today as a line across. One link per row, whose drawing is read as a sentence; the same facts stand in a table below.
 */
export function Frise({ legende, lignes, aujourdhui }: FriseProps) {
  const prefixe = useId().replaceAll(/[^A-Za-z0-9_-]/g, '');
  const bornes = lignes.flatMap(({ segments }) => segments.flatMap(({ debut, fin }) => [debut, fin]));
  const echelle = creerEchelle([...bornes, aujourdhui]);
  if (echelle === null) return null;
  return (
    <figure className="jalon-frise" aria-label={legende}>
      <div className="jalon-frise__tete">
        <svg className="jalon-frise__echelle" aria-hidden="true" focusable="false">
          <Fondus prefixe={prefixe} />
          <Graduations prefixe={prefixe} echelle={echelle} aujourdhui={aujourdhui} />
          <TitresDesGraduations echelle={echelle} aujourdhui={aujourdhui} />
        </svg>
      </div>
      {enGroupes(lignes).map(({ titre, membres }) => (
        <div key={membres[0]?.cle}>
          {titre !== undefined && <p className="jalon-frise__groupe">{titre}</p>}
          <ul>
            {membres.map((ligne) => (
              <li key={ligne.cle}>
                <Ligne ligne={ligne} echelle={echelle} prefixe={prefixe} aujourdhui={aujourdhui} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <figcaption className="jalon-frise__legende">
        <PanneauDepliant titre="Voir en tableau">
          <TableauDeFrise legende={legende} lignes={lignes} />
        </PanneauDepliant>
      </figcaption>
    </figure>
  );
}

type LigneProps = {
  readonly ligne: LigneDeFrise;
  readonly echelle: Echelle;
  readonly prefixe: string;
  readonly aujourdhui: string;
};

function Ligne({ ligne, echelle, prefixe, aujourdhui }: LigneProps) {
  const { code, libelle, href, segments, detail } = ligne;
  const contenu = (
    <>
      <span className="jalon-frise__libelle" title={libelle}>
        {code !== undefined && <span className="jalon-frise__code">{code} </span>}
        {libelle}
      </span>
      <svg className="jalon-frise__piste" role="img" aria-label={enPhrase(segments)}>
        <use href={`#${prefixe}-grille`} />
        {[...segments].sort(fantomesDAbord).map((segment) => (
          <SegmentDessine
            key={`${segment.genre} ${segment.debut} ${segment.fin} ${segment.titre}`}
            segment={segment}
            echelle={echelle}
            prefixe={prefixe}
            aujourdhui={lireJour(aujourdhui)}
          />
        ))}
      </svg>
      {detail !== undefined && <span className="jalon-frise__detail">{detail}</span>}
    </>
  );
  return href === null ? (
    <div className="jalon-frise__ligne">{contenu}</div>
  ) : (
    <Lien className="jalon-frise__ligne" href={href}>
      {contenu}
    </Lien>
  );
}

function enPhrase(segments: readonly SegmentDeFrise[]): string {
  return segments.length === 0 ? 'sans échéance' : segments.map(({ titre }) => titre).join(' ; ');
}

/** The current commitment is drawn over the earlier ones. */
function fantomesDAbord(a: SegmentDeFrise, b: SegmentDeFrise): number {
  return Number(b.genre === 'engagement_initial') - Number(a.genre === 'engagement_initial');
}

type Groupe = { readonly titre: string | undefined; readonly membres: LigneDeFrise[] };

function enGroupes(lignes: readonly LigneDeFrise[]): readonly Groupe[] {
  const groupes: Groupe[] = [];
  for (const ligne of lignes) {
    const dernier = groupes.at(-1);
    if (dernier !== undefined && dernier.titre === ligne.groupe) dernier.membres.push(ligne);
    else groupes.push({ titre: ligne.groupe, membres: [ligne] });
  }
  return groupes;
}
