import { Enumeration, Icone, INSECABLE, ilYA, Lien, LienDePhrase } from '#interface';
import { adresseDeReforme, suite } from '../../adresses.ts';
import { avec } from '../adresses.ts';
import type { Difficulte } from '../regles/difficultes.ts';
import {
  direAlerte,
  type Filtre,
  type Morceau,
  phraseDuTerritoire,
  type ResumeDeTerritoire,
} from '../regles/resume.ts';

/** The territory in one sentence, whose words filter the table below. */
export function PhraseDuTerritoire({
  resume,
  requete,
}: {
  readonly resume: ResumeDeTerritoire;
  readonly requete: string;
}) {
  const { debut, positions, divergences } = phraseDuTerritoire(resume);
  if (positions.length === 0) return <>{debut}</>;
  return (
    <>
      {debut}
      {positions.map((morceau, rang) => (
        <span key={morceau.texte}>
          {rang > 0 && ', '}
          <LienDeMorceau morceau={morceau} requete={requete} />
        </span>
      ))}
      .
      {divergences !== null && (
        <>
          {' '}
          <LienDeMorceau morceau={divergences} requete={requete} />.
        </>
      )}
    </>
  );
}

function LienDeMorceau({ morceau: { texte, ton, filtre }, requete }: { morceau: Morceau; requete: string }) {
  return (
    <LienDePhrase href={adresseDe(requete, filtre)} ton={ton}>
      {texte}
    </LienDePhrase>
  );
}

/** The list this filter alone keeps: what the figure counts is what one then sees. */
function adresseDe(requete: string, filtre: Filtre | null): string {
  const aucun = { q: null, theme: null, ministere: null, position: null, alerte: null, meteo: null, signal: null };
  return avec(requete, { ...aucun, ...filtre });
}

/** Each alert with its count: one gesture shows the reforms that raise it. */
export function AlertesDuTerritoire({
  resume,
  requete,
  active,
}: {
  readonly resume: ResumeDeTerritoire;
  readonly requete: string;
  readonly active: string | null;
}) {
  if (resume.alertes.length === 0) return null;
  return (
    <nav className="jalon-alertes" aria-label="Alertes">
      <ul>
        {resume.alertes.map(({ code, nombre }) => (
          <li key={code}>
            <Lien
              href={adresseDe(requete, code === active ? null : { alerte: code })}
              sansRemonter
              className="jalon-alertes__lien"
              aria-current={code === active ? 'true' : undefined}
            >
              <strong>{nombre}</strong> {direAlerte(code, nombre)}
              {code === active && <Icone nom="croix" taille={12} />}
            </Lien>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The few reforms to look at first, and why. */
export function EnDifficulte({
  difficultes,
  territoire,
  au,
  enCarte = false,
}: {
  readonly difficultes: readonly Difficulte[];
  readonly territoire: string;
  readonly au: string | null;
  /** Each leads to its map as well. */
  readonly enCarte?: boolean;
}) {
  if (difficultes.length === 0) return null;
  return (
    <section className="jalon-difficultes" aria-labelledby="difficultes">
      <h2 id="difficultes">À regarder d’abord</h2>
      <ol>
        {difficultes.map(({ reforme, nom, raisons, parole }) => (
          <li key={reforme}>
            <Lien href={adresseDeReforme(reforme, territoire, { au })}>{nom}</Lien>
            <span className="jalon-difficultes__raisons">
              <Enumeration>
                {raisons.map((raison) => (
                  <span key={raison}>{raison}</span>
                ))}
              </Enumeration>
              {enCarte && (
                <>
                  {' · '}
                  <Lien
                    href={`/territoires/${territoire}/carte${suite({ reforme, au })}`}
                    className="jalon-difficultes__carte"
                  >
                    sur la carte<span className="fr-sr-only"> : {nom}</span>
                  </Lien>
                </>
              )}
            </span>
            {parole !== null && (
              <span className="jalon-difficultes__parole">
                {`«${INSECABLE}${parole.phrase}${INSECABLE}» (météo ${parole.meteo.toLowerCase()}, ${ilYA(parole.age)})`}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
