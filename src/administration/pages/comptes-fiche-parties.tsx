import type { SuppleanceListee } from '#acces/suppleances';
import {
  Alerte,
  Bouton,
  ChampDate,
  ChampTexte,
  compter,
  EtatVide,
  Etiquette,
  Formulaire,
  formaterJour,
  Lien,
  LienBouton,
  PanneauDepliant,
  pluriel,
  Section,
} from '#interface';

type Refus = {
  readonly verbe: string;
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
} | null;

const saisie = (refus: Refus, verbe: string) =>
  refus?.verbe === verbe ? { erreurs: refus.champs, valeurs: refus.valeurs } : {};

/** The account has just been opened: what to send to the person, ready. */
export function MessagePret({ courriel, sujet, texte }: { courriel: string; sujet: string; texte: string }) {
  const lien = `mailto:${courriel}?subject=${encodeURIComponent(sujet)}&body=${encodeURIComponent(texte)}`;
  return (
    <Alerte ton="succes" titre="Le compte est ouvert">
      <p className="jalon-texte">{texte}</p>
      <p>
        <LienBouton href={lien} document rang="secondaire" taille="petite">
          Écrire ce message à {courriel}
        </LienBouton>
      </p>
    </Alerte>
  );
}

type Plans = {
  readonly nommes: number;
  readonly autres: number;
  readonly premiers: readonly {
    readonly id: string;
    readonly titre: string;
    readonly pouvoir: 'lire' | 'contribuer' | 'modifier';
  }[];
} | null;

const POUVOIRS = { lire: 'lit', contribuer: 'donne des nouvelles', modifier: 'modifie' } as const;

/** The first plans this person reads, and the way to all of them with their reasons. */
export function CeQuePeutVoir({ compte, plans }: { readonly compte: string; readonly plans: Plans }) {
  const total = plans === null ? 0 : plans.nommes + plans.autres;
  return (
    <Section titre="Ce que cette personne peut voir">
      {plans === null ? (
        <p>Rien : son compte est fermé.</p>
      ) : total === 0 ? (
        <EtatVide titre="Aucun plan pour le moment">
          Elle verra les plans de son service, de son territoire, et ceux où son service est nommé.
        </EtatVide>
      ) : (
        <>
          <p>
            {compter(total, 'plan', 'plans')}
            {plans.autres > 0 && `, dont ${plans.autres} que vous ne lisez pas vous-même`}.
          </p>
          <ul>
            {plans.premiers.map(({ id, titre, pouvoir }) => (
              <li key={id}>
                <Lien href={`/plans/${id}`}>{titre}</Lien> <span className="jalon-discret">· {POUVOIRS[pouvoir]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {total > 0 && (
        <p>
          <Lien href={`/administration/comptes/${compte}/acces`}>
            {`Voir ${pluriel(total, 'ce plan', `les ${total} plans`)}, et pourquoi`}
          </Lien>
        </p>
      )}
    </Section>
  );
}

export function Suppleances({
  compte,
  suppleances,
  gerable,
  refus,
}: {
  readonly compte: { readonly id: string; readonly ferme: boolean };
  readonly suppleances: readonly SuppleanceListee[];
  readonly gerable: boolean;
  readonly refus: Refus;
}) {
  const vivantes = suppleances.filter(({ etat }) => etat === 'en_cours' || etat === 'a_venir');
  return (
    <Section titre="Suppléances">
      {vivantes.length === 0 && <p className="jalon-discret">Aucune suppléance en cours.</p>}
      <ul className="jalon-liste-nue jalon-rattachements">
        {vivantes.map((une) => (
          <li key={une.id}>
            <p>
              <strong>{une.suppleant.nom}</strong> pour <strong>{une.titulaire.nom}</strong>, du{' '}
              {formaterJour(une.debut)} au {formaterJour(une.fin)}{' '}
              {une.etat === 'a_venir' && <Etiquette icone="horloge">à venir</Etiquette>}
              <span className="jalon-discret"> {une.motif}</span>
            </p>
            {gerable && une.titulaire.compte === compte.id && (
              <Formulaire titre={`Mettre fin à la suppléance de ${une.suppleant.nom}`} disposition="ligne">
                <input type="hidden" name="verbe" value="finir" />
                <input type="hidden" name="suppleance" value={une.id} />
                <Bouton rang="tertiaire" taille="petite">
                  Mettre fin<span className="fr-sr-only"> à la suppléance de {une.suppleant.nom}</span>
                </Bouton>
              </Formulaire>
            )}
          </li>
        ))}
      </ul>
      {gerable && !compte.ferme && (
        <PanneauDepliant titre="Nommer un suppléant" ouvert={refus?.verbe === 'suppleant'}>
          <Formulaire titre="Nommer un suppléant" {...saisie(refus, 'suppleant')}>
            <input type="hidden" name="verbe" value="suppleant" />
            <ChampTexte
              nom="courriel"
              libelle="Courriel professionnel du suppléant"
              aide="Une personne dont vous gérez aussi le compte ; elle signera « X pour Y »."
              type="email"
              autoComplete="off"
              requis
            />
            <div className="jalon-champs-en-ligne">
              <ChampDate nom="debut" libelle="Premier jour" aide="Aujourd’hui si rien n’est dit" />
              <ChampDate nom="fin" libelle="Dernier jour" requis />
            </div>
            <ChampTexte
              nom="motif"
              libelle="Pourquoi"
              aide="Congés, intérim…"
              requis
              {...(refus?.verbe === 'suppleant' ? {} : { id: 'motif-de-suppleance' })}
            />
            <Bouton rang="secondaire">Nommer le suppléant</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
    </Section>
  );
}

export function FermerOuRouvrir({ ferme, refus }: { readonly ferme: boolean; readonly refus: Refus }) {
  if (ferme)
    return (
      <Section titre="Rouvrir le compte">
        <Formulaire titre="Rouvrir le compte" {...saisie(refus, 'rouvrir')}>
          <input type="hidden" name="verbe" value="rouvrir" />
          <p>Le profil et le service reviennent ; les habilitations retirées ne reviennent pas.</p>
          <Bouton rang="secondaire">Rouvrir le compte</Bouton>
        </Formulaire>
      </Section>
    );
  return (
    <Section titre="Fermer le compte">
      <PanneauDepliant titre="Cette personne n’a plus besoin de Jalon" ouvert={refus?.verbe === 'fermer'}>
        <Formulaire titre="Fermer le compte" {...saisie(refus, 'fermer')}>
          <input type="hidden" name="verbe" value="fermer" />
          <p>
            Ses sessions se ferment aussitôt, ses habilitations et ses suppléances prennent fin, ses jetons ne valent
            plus rien. Ce qu’elle a écrit reste, à son nom.
          </p>
          <ChampTexte
            nom="motif"
            libelle="Pourquoi"
            aide="Départ, changement de fonctions…"
            requis
            maxLength={500}
            {...(refus?.verbe === 'suppleant' ? { id: 'motif-de-fermeture' } : {})}
          />
          <Bouton rang="secondaire">Fermer le compte</Bouton>
        </Formulaire>
      </PanneauDepliant>
    </Section>
  );
}
