import { EtatVide, Lien, Section, SerieDIndicateur } from '#interface';
import { adresseDIndicateur } from '../../../adresses.ts';
import { Chiffre } from '../../../pages/indicateurs/chiffre.tsx';
import type { SituationPresentee } from '../../donnees-de-la-situation.ts';

type Indicateur = SituationPresentee['indicateurs'][number];

type Props = {
  readonly indicateurs: readonly Indicateur[];
  /** « dans le Finistère ». */
  readonly lieu: string;
  readonly territoire: string;
  /** The day looked at when it is past. */
  readonly au: string | null;
};

/** Each indicator of the reform here: its figures, each with its source, and its series. */
export function Indicateurs({ indicateurs, lieu, territoire, au }: Props) {
  return (
    <Section titre="Indicateurs" id="indicateurs">
      {indicateurs.length === 0 ? (
        <EtatVide titre="Aucun indicateur à ce niveau">
          Cette réforme n’a pas d’indicateur suivi {lieu}. Choisissez un autre territoire.
        </EtatVide>
      ) : (
        indicateurs.map((indicateur) => (
          <UnIndicateur key={indicateur.id} indicateur={indicateur} lieu={lieu} territoire={territoire} au={au} />
        ))
      )}
    </Section>
  );
}

function UnIndicateur({ indicateur, lieu, territoire, au }: Omit<Props, 'indicateurs'> & { indicateur: Indicateur }) {
  const { id, nom, mesure, unite, sens, poids, compte, suivi } = indicateur;
  const faits = [
    ...(unite === '' ? [] : [`en ${unite}`]),
    ...(sens === null ? [] : [sens]),
    compte ? `poids ${poids}` : 'montré, ne compte pas dans le taux',
  ];
  return (
    <Section
      titre={nom}
      niveau="h3"
      actions={
        <Lien href={adresseDIndicateur(id, territoire, { au })}>
          Voir la fiche<span className="fr-sr-only"> de l’indicateur {nom}</span>
        </Lien>
      }
    >
      <p className="jalon-discret">
        {mesure !== null && mesure !== nom && `${mesure} · `}
        {faits.join(' · ')}
      </p>
      {suivi === null ? (
        <EtatVide titre="Sans objet ici">Il n’y a rien à mesurer sur ce territoire : son poids va aux autres.</EtatVide>
      ) : (
        <>
          <ul className="jalon-chiffres">
            {suivi.chiffres.map((chiffre) => (
              <Chiffre key={chiffre.nom} chiffre={chiffre} objet={`${nom} ${lieu}`} />
            ))}
          </ul>
          {(suivi.serie.mesures.length > 0 || (suivi.serie.cibles ?? []).length > 0) && (
            <SerieDIndicateur {...suivi.serie} />
          )}
        </>
      )}
    </Section>
  );
}
