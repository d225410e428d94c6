import { EtatVide, Lien, LienBouton, Section } from '#interface';
import type { SituationPresentee } from '../../donnees-de-la-situation.ts';

type Props = {
  readonly reforme: string;
  readonly contacts: SituationPresentee['contacts'];
  readonly liens: SituationPresentee['liens'];
  readonly tenue: boolean;
};

/** Whom to contact, and the plans and actions that serve the reform. */
export function Autour({ reforme, contacts, liens, tenue }: Props) {
  const tenir = tenue && (
    <LienBouton href={`/reformes/${reforme}/liens`} rang="tertiaire" taille="petite" icone="crayon">
      Tenir à jour
    </LienBouton>
  );
  return (
    <div className="jalon-cote-a-cote">
      <Section titre="À qui s’adresser" id="contacts" actions={tenir}>
        <Contacts contacts={contacts} />
      </Section>
      <Section titre="Plans et actions qui la servent" id="plans">
        <LiensVersLesPlans liens={liens} />
      </Section>
    </div>
  );
}

export function Contacts({ contacts }: { readonly contacts: Props['contacts'] }) {
  if (contacts.length === 0)
    return <EtatVide titre="Aucun contact">L’équipe de la réforme dit ici à qui écrire, par fonction.</EtatVide>;
  return (
    <ul className="jalon-liste-nue jalon-rattachements">
      {contacts.map(({ id, fonction, service, courriel, telephone }) => (
        <li key={id}>
          <p>
            <strong>{fonction}</strong>
            {service !== null && <span className="jalon-discret">, {service}</span>}
            <br />
            {courriel !== null && <a href={`mailto:${courriel}`}>{courriel}</a>}
            {courriel !== null && telephone !== null && ' · '}
            {telephone !== null && <a href={`tel:${telephone.replaceAll(/[^+\d]/g, '')}`}>{telephone}</a>}
          </p>
        </li>
      ))}
    </ul>
  );
}

function LiensVersLesPlans({ liens }: { readonly liens: Props['liens'] }) {
  if (liens.length === 0)
    return (
      <EtatVide titre="Aucun plan lié">
        Parmi les plans que vous pouvez lire, aucun n’est dit servir cette réforme.
      </EtatVide>
    );
  return (
    <ul className="jalon-liste-nue jalon-rattachements">
      {liens.map(({ id, plan, action }) => (
        <li key={id}>
          <p>
            {action === null ? (
              <Lien href={`/plans/${plan.id}`}>{plan.titre}</Lien>
            ) : (
              <>
                <Lien href={`/plans/${plan.id}/actions/${action.id}`}>{action.intitule}</Lien>
                <br />
                <span className="jalon-discret">
                  Action du plan <Lien href={`/plans/${plan.id}`}>{plan.titre}</Lien>
                </span>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
