import type { ReactNode } from 'react';
import { ChampTexte, FormulaireDeFiltres, Lien, Section } from '#interface';
import type { AccesEnPage } from './charger.ts';

type Props = {
  readonly acces: Pick<AccesEnPage<string>, 'adresse' | 'objet' | 'administre' | 'equipe' | 'personne' | 'personnes'>;
  readonly mots: { readonly ce: string; readonly du: string };
  readonly ouvrirATous: ReactNode;
};

/** For an administrator: find the person, then say which right and until when, on the page of the account. */
export function DonnerAcces({ acces, mots, ouvrirATous }: Props) {
  const { adresse, objet, personne, personnes } = acces;
  if (!acces.administre)
    return acces.equipe ? (
      <p className="jalon-discret">
        {`Pour ouvrir ${mots.ce} à quelqu’un, adressez-vous à l’administrateur des comptes de son territoire`}
        {ouvrirATous}.
      </p>
    ) : (
      <p className="jalon-discret">
        {`Les noms sont montrés à l’équipe ${mots.du} et aux administrateurs des comptes.`}
      </p>
    );
  return (
    <Section titre="Donner accès à quelqu’un" id="donner-acces">
      <FormulaireDeFiltres
        legende="Chercher une personne"
        actifs={personne === '' ? [] : [{ texte: `« ${personne} »`, href: `${adresse}#donner-acces` }]}
      >
        <ChampTexte nom="personne" libelle="Nom, courriel ou service" type="search" valeur={personne} />
      </FormulaireDeFiltres>
      {personne !== '' && (
        <ul className="jalon-liste-nue jalon-rattachements">
          {personnes.map(({ id, nom, service }) => (
            <li key={id}>
              <p>
                <strong>{nom}</strong> <span className="jalon-discret">{service}</span>
              </p>
              <p>
                <Lien href={`/administration/comptes/${id}/habiliter?objet=${objet}&retour=${adresse}`}>
                  Donner accès à {mots.ce}
                  <span className="fr-sr-only"> à {nom}</span>
                </Lien>
              </p>
            </li>
          ))}
          {personnes.length === 0 && (
            <li>
              <p>
                Personne de ce nom dans vos territoires.{' '}
                <Lien href="/administration/comptes/nouveau">Ouvrir un compte</Lien>
              </p>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
