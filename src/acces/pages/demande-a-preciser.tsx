import { Form } from 'react-router';
import {
  Bouton,
  type Erreurs,
  enumerer,
  Formulaire,
  type GroupeDOptions,
  Liste,
  type OptionDeListe,
  Section,
  type Valeurs,
  ZoneDeTexte,
} from '#interface';

export type DemandeAPreciserProps = {
  /** Token of the visit: it stands where the session's stands elsewhere. */
  readonly jeton: string;
  readonly territoires: readonly (OptionDeListe | GroupeDOptions)[];
  /** The one chosen, of which the services are offered. */
  readonly territoire: { readonly code: string; readonly genitif: string } | null;
  readonly decident: readonly string[];
  readonly services: readonly OptionDeListe[];
  readonly demande: { readonly organisation: string | null; readonly message: string | null };
  readonly refus: { readonly champs: Erreurs; readonly valeurs: Valeurs } | null;
};

const LIBELLES = { territoire: 'Territoire', organisation: 'Service', message: 'Ce que vous venez y faire' };

/** First where, then in which service and what for: the second list depends on the first, with or without a script. */
export function DemandeAPreciser(props: DemandeAPreciserProps) {
  const { jeton, territoires, territoire, decident, services, demande, refus } = props;
  return (
    <>
      <Section titre="À qui vous adresser">
        <p>
          {direPour(territoire)}
          {'\u00A0: '}
          <strong>{decident.length === 0 ? 'l’administrateur de Jalon' : enumerer(decident)}</strong>
          {', au titre de l’administration des comptes. Vous pouvez aussi vous y adresser directement.'}
        </p>
        <Form method="get" className="jalon-formulaire jalon-formulaire--ligne" aria-label="Choisir son territoire">
          <Liste
            nom="territoire"
            libelle="Où travaillez-vous ?"
            requis
            aucune="Choisir un territoire"
            options={territoires}
            {...(territoire === null ? {} : { valeur: territoire.code })}
          />
          <Bouton rang={territoire === null ? 'principal' : 'secondaire'}>
            {territoire === null ? 'Continuer' : 'Changer de territoire'}
          </Bouton>
        </Form>
      </Section>
      {territoire !== null && (
        <Section titre="Préciser la demande">
          <Formulaire
            titre="Préciser la demande"
            action={`/connexion/inconnu?territoire=${territoire.code}`}
            libelles={LIBELLES}
            erreurs={refus?.champs}
            valeurs={refus?.valeurs}
          >
            <input type="hidden" name="jeton" value={jeton} />
            <input type="hidden" name="territoire" value={territoire.code} />
            <Liste
              nom="organisation"
              libelle={LIBELLES.organisation}
              aide="S’il n’est pas dans la liste, laissez vide et écrivez-le dessous."
              aucune="Mon service n’est pas dans la liste"
              options={services}
              {...(services.some(({ valeur }) => valeur === demande.organisation) && demande.organisation !== null
                ? { valeur: demande.organisation }
                : {})}
            />
            <ZoneDeTexte
              nom="message"
              libelle={LIBELLES.message}
              aide="Votre fonction, et les plans que vous suivez ou tenez à jour."
              requis
              maxLength={2_000}
              {...(demande.message === null ? {} : { valeur: demande.message })}
            />
            <div>
              <Bouton>Envoyer la demande</Bouton>
            </div>
          </Formulaire>
        </Section>
      )}
    </>
  );
}

function direPour(territoire: DemandeAPreciserProps['territoire']): string {
  if (territoire === null) return 'Tant que vous n’avez pas dit où vous travaillez, votre demande est lue par';
  return territoire.code === 'FR'
    ? 'Pour les services centraux, votre demande est lue par'
    : `Pour les comptes ${territoire.genitif}, votre demande est lue par`;
}
