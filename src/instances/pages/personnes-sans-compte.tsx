import { Bouton, Cases, Formulaire, formaterInstant, LienBouton, PanneauDepliant, Section } from '#interface';
import './instances.css';

type Props = {
  readonly instance: string;
  readonly personnes: readonly {
    readonly id: string;
    readonly nom: string;
    readonly fonction: string;
    readonly retireLe: Date | string | null;
    readonly presences: number;
  }[];
  readonly refus: { readonly membre: string; readonly champs: Readonly<Record<string, string>> } | null;
};

/** What the committee holds of people who have no account: handed to them, or erased, when they ask. */
export function PersonnesSansCompte({ instance, personnes, refus }: Props) {
  if (personnes.length === 0) return null;
  return (
    <Section titre="Données des personnes sans compte" id="donnees">
      <p>
        L’instance garde leur nom, leur fonction, leur adresse et leurs présences ; trois ans après leur départ, tout
        s’efface sauf la présence. Une personne peut demander à les recevoir, ou à les faire effacer avant.
      </p>
      {personnes.map(({ id, nom, fonction, retireLe, presences }) => (
        <div key={id} className="instances-personne">
          <p>
            <strong>{nom}</strong>, {fonction}
            {retireLe !== null && `, a quitté l’instance le ${formaterInstant(retireLe)}`}
          </p>
          <LienBouton
            href={`/instances/${instance}/membres/${id}/donnees.json`}
            document
            rang="tertiaire"
            taille="petite"
          >
            Télécharger ses données
          </LienBouton>
          <PanneauDepliant titre={`Effacer les données de ${nom}`} ouvert={refus?.membre === id}>
            <Formulaire
              titre={`Effacer les données de ${nom}`}
              erreurs={refus?.membre === id ? refus.champs : undefined}
            >
              <input type="hidden" name="verbe" value="effacer" />
              <input type="hidden" name="membre" value={id} />
              <p>
                La personne quitte l’instance.{' '}
                {presences > 0 && 'Sa présence aux réunions reste, sous « Personne effacée ».'}
              </p>
              <Cases
                nom="confirmation"
                legende="Confirmation"
                options={[{ valeur: 'oui', texte: 'Effacer définitivement' }]}
                valeurs={[]}
              />
              <Bouton rang="secondaire">Effacer</Bouton>
            </Formulaire>
          </PanneauDepliant>
        </div>
      ))}
    </Section>
  );
}
