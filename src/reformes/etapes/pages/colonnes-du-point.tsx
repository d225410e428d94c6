import { type Colonne, Lien } from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { MeteoDeReforme, Points, Signal, Source, TauxDeReforme } from '../../suivi/cellules.tsx';
import { accentDe } from '../../territoires/regles/difficultes.ts';
import type { PointPresente } from '../presentation.ts';

type Ligne = PointPresente['lignes'][number];

/** The columns of the dashboard, with what they showed that day. */
export function colonnesDuPoint({ territoire, lignes, jour }: PointPresente): Colonne<Ligne>[] {
  const avecMediane = lignes.some(({ mediane }) => mediane.valeur !== null);
  return [
    {
      cle: 'nom',
      titre: 'Réforme',
      largeur: 'large',
      cellule: ({ reforme, nom, theme }) => (
        <>
          <Lien href={adresseDeReforme(reforme, territoire.code, { au: jour })}>{nom}</Lien>
          <div className="jalon-discret jalon-petit">{theme}</div>
        </>
      ),
    },
    {
      cle: 'taux',
      titre: 'Avancement',
      largeur: 'moyenne',
      cellule: (suivi) => (
        <>
          <TauxDeReforme suivi={suivi} accent={accentDe(suivi)} />
          <Source suivi={suivi} />
        </>
      ),
    },
    {
      cle: 'ecart',
      titre: 'Trajectoire',
      largeur: 'etroite',
      alignement: 'fin',
      cellule: (suivi) => <Points chiffre={suivi.ecart.texte} accentue={accentDe(suivi) === 'ecart'} ton="alerte" />,
    },
    {
      cle: 'signal',
      titre: 'Signal',
      largeur: 'etroite',
      cellule: (suivi) => <Signal suivi={suivi} accentue={accentDe(suivi) === 'signal'} />,
    },
    {
      cle: 'meteo',
      titre: 'Météo',
      largeur: 'moyenne',
      cellule: (suivi) => (
        <>
          <MeteoDeReforme suivi={suivi} accentue={accentDe(suivi) === 'meteo'} />
          {suivi.meteo !== null && <div className="jalon-petit">{suivi.meteo.phrase}</div>}
        </>
      ),
    },
    ...(avecMediane
      ? [
          {
            cle: 'mediane',
            titre: 'Médiane',
            largeur: 'etroite' as const,
            alignement: 'fin' as const,
            cellule: (suivi: Ligne) => (
              <Points chiffre={suivi.mediane.texte} accentue={accentDe(suivi) === 'mediane'} ton="attention" />
            ),
          },
        ]
      : []),
  ];
}
