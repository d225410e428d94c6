import { compter, Enumeration, formaterDuree, Lien, LienBouton, LienDePhrase, Section, type Ton } from '#interface';
import type { ReformesPourAccueil } from '#reformes';

const POSITIONS = [
  ['sur_trajectoire', 'sur sa trajectoire', 'sur leur trajectoire', 'neutre'],
  ['en_retrait', 'en retrait', 'en retrait', 'attention'],
  ['recul', 'en recul', 'en recul', 'alerte'],
  ['non_mesuree', 'non mesurée', 'non mesurées', 'neutre'],
] as const satisfies readonly (readonly [string, string, string, Ton])[];

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
          {POSITIONS.filter(([cle]) => positions[cle] > 0).map(([cle, une, plusieurs, ton]) => (
            <LienDePhrase key={cle} href={`${adresse}?position=${cle}`} ton={ton}>
              {compter(positions[cle], une, plusieurs)}
            </LienDePhrase>
          ))}
        </Enumeration>
        .
      </p>
      {aDeclarer.length > 0 && (
        <>
          <p>{`${compter(aDeclarer.length, 'météo attend', 'météos attendent')} votre déclaration\u00a0:`}</p>
          <ul>
            {aDeclarer.slice(0, 8).map(({ reforme, nom, meteo }) => (
              <li key={reforme}>
                <Lien href={`/reformes/${reforme}?territoire=${territoire}`}>{nom}</Lien>
                <span className="jalon-discret">
                  {meteo === null
                    ? ', jamais déclarée'
                    : `, ${meteo.nom.toLowerCase()} déclaré il y a ${formaterDuree(meteo.age)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
