import { type Colonne, ilYA } from '#interface';
import type { SuiviPresente } from '../../presentation.ts';
import { MeteoDeReforme, Points, Signal, TauxDeReforme } from '../../suivi/cellules.tsx';
import { accentDe } from '../../territoires/regles/difficultes.ts';

/** What a table says of a reform in a territory; one accent a row, on what worries first. */
export function colonnesDeSuivi<L extends SuiviPresente>({ mediane = false } = {}): readonly Colonne<L>[] {
  return [
    {
      cle: 'taux',
      titre: 'Avancement',
      largeur: 'moyenne',
      cellule: (suivi) => <TauxDeReforme suivi={suivi} accent={accentDe(suivi)} />,
    },
    {
      cle: 'ecart',
      titre: 'Trajectoire',
      alignement: 'fin',
      cellule: (suivi) => <Points chiffre={suivi.ecart.texte} accentue={accentDe(suivi) === 'ecart'} ton="alerte" />,
    },
    {
      cle: 'signal',
      titre: 'Signal',
      cellule: (suivi) => <Signal suivi={suivi} accentue={accentDe(suivi) === 'signal'} />,
    },
    {
      cle: 'meteo',
      titre: 'Météo',
      largeur: 'moyenne',
      cellule: (suivi) => <MeteoDeReforme suivi={suivi} accentue={accentDe(suivi) === 'meteo'} />,
    },
    ...(mediane
      ? [
          {
            cle: 'mediane',
            titre: 'Médiane',
            alignement: 'fin',
            cellule: (suivi: L) => (
              <Points chiffre={suivi.mediane.texte} accentue={accentDe(suivi) === 'mediane'} ton="attention" />
            ),
          } satisfies Colonne<L>,
        ]
      : []),
    {
      cle: 'silence',
      titre: 'Mesuré',
      cellule: ({ silence }) => <span className="jalon-discret">{silence === null ? 'jamais' : ilYA(silence)}</span>,
    },
  ];
}
