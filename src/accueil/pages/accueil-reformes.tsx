import { compter, Enumeration, formaterDuree, Lien, LienBouton, LienDePhrase, Section, type Ton } from '#interface';
import type { ReformesPourAccueil } from '#reformes';

const POSITIONS = [
  ['sur_trajectoire', 'sur leur trajectoire', 'neutre'],
  ['en_retrait', 'en retrait', 'attention'],
  ['recul', 'en recul', 'alerte'],
  ['non_mesuree', 'non mesurées', 'neutre'],
] as const satisfies readonly (readonly [string, string, Ton])[];

/** Reforms on one's own territory: where they stand, and the météos that wait for one's word. */
export function AccueilReformes({ territoire, lieu, total, positions, aDeclarer }: ReformesPourAccueil) {
  const adresse = `/territoires/${territoire}`;
  return (
    <Section
      titre={`Les réformes ${lieu}`}
      actions={
        <LienBouton href={adresse} rang="tertiaire" taille="petite">
          Voir le tableau de bord
        </LienBouton>
      }
    >
      <p>
        {`${compter(total, 'réforme suivie', 'réformes suivies')}\u00a0: `}
        <Enumeration>
          {POSITIONS.filter(([cle]) => positions[cle] > 0).map(([cle, mot, ton]) => (
            <LienDePhrase key={cle} href={`${adresse}?position=${cle}`} ton={ton}>
              {`${positions[cle]} ${mot}`}
            </LienDePhrase>
          ))}
        </Enumeration>
        .
      </p>
      {aDeclarer.length > 0 && (
        <>
          <p>{`${compter(aDeclarer.length, 'météo attend', 'météos attendent')} votre déclaration\u00a0:`}</p>
          <ul className="jalon-resultats">
            {aDeclarer.slice(0, 8).map(({ reforme, nom, meteo }) => (
              <li key={reforme}>
                <Lien href={`/reformes/${reforme}?territoire=${territoire}`}>{nom}</Lien>
                <p className="jalon-discret">
                  {meteo === null
                    ? 'jamais déclarée'
                    : `${meteo.nom.toLowerCase()}, déclarée il y a ${formaterDuree(meteo.age)}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
