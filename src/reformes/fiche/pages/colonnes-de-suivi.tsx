import { Avancement, type Colonne, Etiquette, Icone, ilYA } from '#interface';
import type { SuiviPresente } from '../../presentation.ts';
import { ICONES_DE_METEO } from '../mots.ts';

type Ligne = Pick<SuiviPresente, 'position' | 'taux' | 'ecart' | 'mediane' | 'signal' | 'meteo' | 'silence'>;

/** What a table says of a reform in a territory; one accent a row, on what worries first. */
export function colonnesDeSuivi<L extends Ligne>({ mediane = false } = {}): readonly Colonne<L>[] {
  return [
    { cle: 'taux', titre: 'Avancement', largeur: 'moyenne', cellule: (ligne) => <Taux {...ligne} /> },
    {
      cle: 'ecart',
      titre: 'Trajectoire',
      alignement: 'fin',
      cellule: ({ position, ecart }) =>
        position === 'en_retrait' ? <Etiquette ton="attention">{ecart.texte}</Etiquette> : ecart.texte,
    },
    {
      cle: 'signal',
      titre: 'Signal',
      cellule: ({ signal }) => (signal === null ? <span className="jalon-discret">–</span> : signal.texte),
    },
    { cle: 'meteo', titre: 'Météo', largeur: 'moyenne', cellule: ({ meteo }) => <Meteo meteo={meteo} /> },
    ...(mediane
      ? [
          {
            cle: 'mediane',
            titre: 'Médiane',
            alignement: 'fin',
            cellule: ({ mediane: ecart }: L) => ecart.texte,
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

function Taux({ position, taux }: Ligne) {
  if (position === 'recul') return <Etiquette ton="alerte">{taux.texte}</Etiquette>;
  if (taux.valeur === null) return <span className="jalon-discret">{taux.texte}</span>;
  return <Avancement taux={taux.valeur} />;
}

function Meteo({ meteo }: Pick<Ligne, 'meteo'>) {
  if (meteo === null) return <span className="jalon-discret">jamais déclarée</span>;
  return (
    <span className="jalon-meteo-courte">
      <Icone nom={ICONES_DE_METEO[meteo.code]} taille={20} />
      <span>
        {meteo.nom}
        <span className="jalon-discret">
          {', '}
          {ilYA(meteo.age)}
          {meteo.divergente && ', diverge'}
        </span>
      </span>
    </span>
  );
}
