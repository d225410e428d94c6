import { creerAxe } from '../axe.ts';
import { PanneauDepliant } from '../elements/panneau-depliant.tsx';
import { compter, formaterJourCourt, formaterNombre, INSECABLE } from '../formats.ts';
import { creerEchelle } from './echelle.ts';
import { parJour, type Serie, type SerieDIndicateurProps } from './serie-donnees.ts';
import { TableauDeSerie } from './serie-tableau.tsx';
import { TraceDeSerie } from './serie-trace.tsx';

/**
 * The history of an indicator: where it started, what was measured, what was expected and aimed at, the limits of its
 * ordinary variation in grey behind, and the breaks of its method. The same facts stand in a table below.
 */
export function SerieDIndicateur(props: SerieDIndicateurProps) {
  const { unite, decimales } = props;
  const serie: Serie = {
    legende: props.legende,
    aujourdhui: props.aujourdhui,
    nomDuJour: props.nomDuJour ?? 'aujourd’hui',
    mesures: parJour(props.mesures),
    anterieures: props.anterieures ?? 0,
    initiale: props.initiale ?? null,
    cibles: parJour(props.cibles ?? []),
    attendu: parJour(props.attendu ?? []),
    limites: props.limites ?? [],
    ruptures: parJour(props.ruptures ?? []),
    ecrire: (valeur) => `${formaterNombre(valeur, decimales)}${unite === undefined ? '' : `${INSECABLE}${unite}`}`,
  };
  const dates = [
    ...serie.mesures,
    ...serie.cibles,
    ...serie.attendu,
    ...(serie.initiale === null ? [] : [serie.initiale]),
  ];
  const echelle = creerEchelle([...dates.map(({ jour }) => jour), serie.aujourdhui]);
  const axe = creerAxe(
    [...dates.map(({ valeur }) => valeur), ...serie.limites.flatMap(({ basse, haute }) => [basse, haute])],
    { unite },
  );
  if (echelle === null || axe === null) return null;
  return (
    <figure className="jalon-serie" aria-label={serie.legende}>
      <TraceDeSerie serie={serie} echelle={echelle} axe={axe} />
      <Cles serie={serie} />
      <PanneauDepliant titre="Voir en tableau">
        <TableauDeSerie serie={serie} />
      </PanneauDepliant>
    </figure>
  );
}

/** What the lines mean, and in words what is only drawn: limits and breaks. */
function Cles({
  serie: { mesures, anterieures, attendu, cibles, limites, ruptures, ecrire },
}: {
  readonly serie: Serie;
}) {
  return (
    <ul className="jalon-serie__cles">
      {mesures.length > 0 && <li className="jalon-serie__cle jalon-serie__cle--mesure">mesuré</li>}
      {mesures.some(({ horsLimites }) => horsLimites === true) && (
        <li className="jalon-serie__cle jalon-serie__cle--hors-limites">hors des limites ordinaires</li>
      )}
      {mesures.some(({ apportee }) => apportee === true) && (
        <li className="jalon-serie__cle jalon-serie__cle--apportee">apporté par le fichier</li>
      )}
      {attendu.length > 0 && <li className="jalon-serie__cle jalon-serie__cle--attendu">attendu</li>}
      {cibles.length > 0 && <li className="jalon-serie__cle jalon-serie__cle--cible">cible</li>}
      {limites.map(({ du, au, basse, moyenne, haute }) => (
        <li key={du} className="jalon-serie__cle jalon-serie__cle--limites">
          variation ordinaire{limites.length > 1 && ` (${formaterJourCourt(du)} – ${formaterJourCourt(au)})`}
          {`${INSECABLE}: de ${ecrire(basse)} à ${ecrire(haute)}, moyenne ${ecrire(moyenne)}`}
        </li>
      ))}
      {anterieures > 0 && (
        <li className="jalon-serie__cle">
          {`les ${mesures.length} dernières mesures${INSECABLE}; ${compter(anterieures, 'autre, plus ancienne', 'autres, plus anciennes')}, dans l’historique des valeurs`}
        </li>
      )}
      {ruptures.map(({ jour, motif }) => (
        <li key={jour} className="jalon-serie__cle jalon-serie__cle--rupture">
          {`rupture de série le ${formaterJourCourt(jour)}${INSECABLE}: ${motif}`}
        </li>
      ))}
    </ul>
  );
}
