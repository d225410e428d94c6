import { formaterJourCourt, INSECABLE } from '../formats.ts';
import { Tableau } from '../liste/tableau.tsx';
import { parJour, type Serie } from './serie-donnees.ts';

type Fait = { readonly jour: string; readonly nature: string; readonly valeur: string; readonly attendu: string };

/** Everything that is drawn, day after day. */
export function TableauDeSerie({ serie }: { readonly serie: Serie }) {
  return (
    <Tableau
      legende={`${serie.legende}, en tableau`}
      surTelephone="tableau"
      lignes={faitsDe(serie)}
      cleDeLigne={({ jour, nature, valeur }) => `${jour} ${nature} ${valeur}`}
      colonnes={[
        { cle: 'jour', titre: 'Date', cellule: ({ jour }) => formaterJourCourt(jour) },
        { cle: 'nature', titre: 'Nature', cellule: ({ nature }) => nature },
        { cle: 'valeur', titre: 'Valeur', alignement: 'fin', cellule: ({ valeur }) => valeur },
        { cle: 'attendu', titre: 'Attendu', alignement: 'fin', cellule: ({ attendu }) => attendu },
      ]}
    />
  );
}

function faitsDe({ mesures, initiale, cibles, ruptures, ecrire }: Serie): readonly Fait[] {
  const rien = '–';
  return parJour([
    ...(initiale === null
      ? []
      : [{ jour: initiale.jour, nature: 'valeur initiale', valeur: ecrire(initiale.valeur), attendu: rien }]),
    ...ruptures.map(({ jour, motif }) => ({
      jour,
      nature: `rupture de série${INSECABLE}: ${motif}`,
      valeur: rien,
      attendu: rien,
    })),
    ...mesures.map(({ jour, valeur, attendu, horsLimites, apportee }) => ({
      jour,
      nature:
        horsLimites === true
          ? 'mesure, hors des limites ordinaires'
          : apportee === true
            ? 'mesure, apportée par le fichier'
            : 'mesure',
      valeur: ecrire(valeur),
      attendu: attendu === undefined || attendu === null ? rien : ecrire(attendu),
    })),
    ...cibles.map(({ jour, valeur }) => ({ jour, nature: 'cible', valeur: ecrire(valeur), attendu: rien })),
  ]);
}
