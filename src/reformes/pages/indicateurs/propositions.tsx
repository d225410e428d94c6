import type { PropositionPresentee } from '#indicateurs';
import {
  Bouton,
  compter,
  Etiquette,
  Formulaire,
  formaterInstant,
  formaterJour,
  GroupeDeBoutons,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import type { Fiche } from './charger-fiche.ts';
import type { RefusDeFiche } from './refus.ts';

/** What territories propose: to answer for the team, to follow for the others. */
export function Propositions({ fiche, refus }: { readonly fiche: Fiche; readonly refus: RefusDeFiche }) {
  const { propositions, ecrit } = fiche;
  if (propositions.length === 0) return null;
  const ouvertes = propositions.filter(({ etat }) => etat === 'ouverte').length;
  return (
    <Section titre="Valeurs proposées" id="propositions">
      {ouvertes > 0 && <p>{compter(ouvertes, 'proposition attend', 'propositions attendent')} une réponse.</p>}
      <ul className="jalon-propositions">
        {propositions.map((proposition) => (
          <li key={proposition.id}>
            <Proposition proposition={proposition} />
            {ecrit && proposition.etat === 'ouverte' && <Reponse proposition={proposition} refus={refus} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Proposition({ proposition: p }: { readonly proposition: PropositionPresentee }) {
  return (
    <>
      <h3 className="jalon-propositions__titre">
        {p.territoireNom}, {p.type} du {formaterJour(p.jour)} : {p.valeur}{' '}
        {p.etat === 'acceptee' && <Etiquette ton="succes">Acceptée</Etiquette>}
        {p.etat === 'refusee' && (
          <Etiquette ton="neutre" icone="croix">
            Refusée
          </Etiquette>
        )}
      </h3>
      <p className="jalon-discret">
        {p.auteur ?? 'Compte fermé'}, le {formaterInstant(p.proposeeLe)}
        {p.source !== null && ` · source : ${p.source}`}
        {p.connue !== null && p.etat === 'ouverte' && ` · remplacerait ${p.connue}`}
      </p>
      {p.commentaire !== null && <p>{p.commentaire}</p>}
      {p.reponse !== null && <p>Réponse : {p.reponse}</p>}
    </>
  );
}

function Reponse({ proposition, refus }: { readonly proposition: PropositionPresentee; readonly refus: RefusDeFiche }) {
  const { id, territoireNom, type } = proposition;
  const objet = `${type}, ${territoireNom}`;
  const refusDe = (geste: string) => (refus?.cle === `${geste} ${id}` ? refus : undefined);
  const accepter = refusDe('accepter');
  const refuser = refusDe('refuser');
  const motif = `motif-${id}`;
  return (
    <>
      <Formulaire titre={`Accepter : ${objet}`} erreurs={accepter?.erreurs} valeurs={accepter?.valeurs}>
        <input type="hidden" name="intention" value="accepter" />
        <input type="hidden" name="proposition" value={id} />
        <GroupeDeBoutons>
          <Bouton taille="petite">
            Accepter<span className="fr-sr-only"> : {objet}</span>
          </Bouton>
        </GroupeDeBoutons>
      </Formulaire>
      <PanneauDepliant titre={`Ne pas retenir cette valeur (${territoireNom})`} ouvert={refuser !== undefined}>
        <Formulaire
          titre={`Refuser : ${objet}`}
          erreurs={refuser?.erreurs}
          valeurs={refuser?.valeurs}
          libelles={{ [motif]: 'Motif' }}
        >
          <input type="hidden" name="intention" value="refuser" />
          <input type="hidden" name="proposition" value={id} />
          <ZoneDeTexte
            nom={motif}
            libelle="Pourquoi elle n’est pas retenue"
            requis
            rows={2}
            maxLength={1_000}
            aide="Son auteur lira cette réponse."
          />
          <Bouton rang="secondaire" taille="petite">
            Refuser<span className="fr-sr-only"> : {objet}</span>
          </Bouton>
        </Formulaire>
      </PanneauDepliant>
    </>
  );
}
