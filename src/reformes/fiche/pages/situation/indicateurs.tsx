import { EtatVide, Section, SerieDIndicateur } from '#interface';
import type { SituationPresentee } from '../../donnees-de-la-situation.ts';
import { ExplicationDeChiffre, Texte } from './chiffres.tsx';

type Indicateur = SituationPresentee['indicateurs'][number];

/** Each indicator of the reform here: its figures, each with its source, and its series. */
export function Indicateurs({
  indicateurs,
  lieu,
}: {
  readonly indicateurs: readonly Indicateur[];
  readonly lieu: string;
}) {
  return (
    <Section titre="Indicateurs" id="indicateurs">
      {indicateurs.length === 0 ? (
        <EtatVide titre="Aucun indicateur à ce niveau">
          Cette réforme n’a pas d’indicateur suivi {lieu}. Choisissez un autre territoire.
        </EtatVide>
      ) : (
        indicateurs.map((indicateur) => <Indicateur key={indicateur.id} indicateur={indicateur} />)
      )}
    </Section>
  );
}

function Indicateur({ indicateur }: { readonly indicateur: Indicateur }) {
  const { nom, mesure, unite, sens, poids, compte, figures, serie } = indicateur;
  return (
    <Section titre={nom} niveau="h3">
      <p className="jalon-discret">
        {mesure !== null && mesure !== nom && `${mesure}. `}
        {unite !== '' && `En ${unite}, `}
        {sens} · {compte ? `poids ${poids}` : 'montré, ne compte pas dans le taux'}
      </p>
      {figures === null ? (
        <EtatVide titre="Sans objet ici">Il n’y a rien à mesurer sur ce territoire : son poids va aux autres.</EtatVide>
      ) : (
        <dl className="jalon-chiffres">
          {figures.map(({ titre, texte, precision, ton, explication }) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>
                <span className="jalon-chiffres__valeur">
                  <Texte texte={texte} ton={ton} />
                </span>
                {precision !== null && <span className="jalon-discret">{precision}</span>}
                <ExplicationDeChiffre objet={`${titre.toLowerCase()}, ${nom}`} explication={explication} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {serie !== null && <SerieDIndicateur {...serie} />}
    </Section>
  );
}
