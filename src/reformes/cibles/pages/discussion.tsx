import {
  Bouton,
  ChampTexte,
  Formulaire,
  GroupeDeBoutons,
  Historique,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import { direCible, type FaitPresente, type LigneDeCible } from '../presentation.ts';
import { Confirmation, type RefusDeCible } from './formulaire-de-proposition.tsx';

type Props = {
  readonly ligne: LigneDeCible;
  readonly fil: readonly FaitPresente[];
  /** Side of the reader; null: reads only. */
  readonly cote: 'centrale' | 'territoire' | null;
  readonly territoire: string;
  readonly refus: RefusDeCible | undefined;
};

/** The discussion of a target: what one can answer, then all that was said. */
export function Discussion({ ligne, fil, cote, territoire, refus }: Props) {
  const refuse = (verbe: string) => (refus?.verbe === verbe ? { erreurs: refus.champs, valeurs: refus.valeurs } : {});
  const cache = (verbe: string) => (
    <>
      <input type="hidden" name="verbe" value={verbe} />
      <input type="hidden" name="territoire" value={territoire} />
      <input type="hidden" name="cible" value={ligne.id ?? ''} />
      <input type="hidden" name="vue" value={ligne.proposition ?? ''} />
    </>
  );
  return (
    <Section titre={direCible(ligne)} id="discussion">
      {cote !== null && ligne.aVous && (
        <Formulaire titre="Acter la valeur proposée" {...refuse('acter')}>
          {cache('acter')}
          <p>
            Valeur proposée : <strong>{ligne.proposee}</strong>. Actée, elle devient la cible de l’indicateur.
          </p>
          <ZoneDeTexte nom="texte" id="accord" libelle="Un mot avec votre accord" rows={2} maxLength={4_000} />
          <GroupeDeBoutons>
            <Bouton icone="coche">Acter {ligne.proposee}</Bouton>
          </GroupeDeBoutons>
        </Formulaire>
      )}
      {cote !== null && (
        <>
          <PanneauDepliant
            titre={ligne.aVous ? 'Proposer une autre valeur' : 'Changer la valeur proposée'}
            ouvert={refus?.verbe === 'proposer'}
          >
            <Formulaire titre="Proposer une autre valeur" protege {...refuse('proposer')}>
              {cache('proposer')}
              <input type="hidden" name="indicateur" value={ligne.identifiant} />
              <input type="hidden" name="jour" value={ligne.jour ?? ''} />
              <ChampTexte
                nom="valeur"
                id="autre-valeur"
                libelle={ligne.unite === '' ? 'Valeur' : `Valeur, en ${ligne.unite}`}
                requis
                inputMode="decimal"
                maxLength={60}
              />
              <ZoneDeTexte nom="texte" id="justification" libelle="Ce qui la justifie" rows={2} maxLength={4_000} />
              {refus?.verbe === 'proposer' && refus.aConfirmer && <Confirmation />}
              <Bouton rang="secondaire">Proposer cette valeur</Bouton>
            </Formulaire>
          </PanneauDepliant>
          <PanneauDepliant titre="Commenter" ouvert={refus?.verbe === 'commenter'}>
            <Formulaire titre="Commenter" protege {...refuse('commenter')}>
              {cache('commenter')}
              <ZoneDeTexte nom="texte" id="commentaire" libelle="Commentaire" requis rows={3} maxLength={4_000} />
              <Bouton rang="secondaire">Ajouter le commentaire</Bouton>
            </Formulaire>
          </PanneauDepliant>
        </>
      )}
      {cote !== null && ligne.deVous && (
        <PanneauDepliant titre="Retirer notre proposition" ouvert={refus?.verbe === 'retirer'}>
          <Formulaire titre="Retirer la proposition" {...refuse('retirer')}>
            {cache('retirer')}
            <ZoneDeTexte nom="texte" id="retrait" libelle="Raison" rows={2} maxLength={4_000} />
            <Bouton rang="secondaire">Retirer la proposition</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
      <Historique
        legende="Ce qui a été dit, du plus récent au plus ancien"
        faits={fil.map(({ cle, quand, titre, auteur, texte }) => ({
          cle,
          quand,
          titre,
          ...(auteur === null ? {} : { auteur }),
          ...(texte === null ? {} : { detail: <p className="jalon-texte">{texte}</p> }),
        }))}
      />
    </Section>
  );
}
