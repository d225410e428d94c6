import {
  Avancement,
  avec,
  Bouton,
  Definitions,
  Etiquette,
  type FaitHistorique,
  Formulaire,
  formaterJour,
  formaterTaux,
  Historique,
  Lien,
  Section,
} from '#interface';
import { LIBELLES_DE_STATUT } from '../../regles/statuts.ts';
import { definitionsDAppui } from '../appui-en-definitions.tsx';
import type { DonneesDuDeploiement } from '../donnees-du-deploiement.ts';
import { EtatDAction } from '../elements.tsx';
import { ChampsDeNote, FormulaireDeCorrection, LIBELLES_DE_NOTE } from '../formulaire-de-note.tsx';
import { PiecesJointes } from '../pieces-jointes.tsx';
import type { RefusDeSaisie } from '../saisies-d-action.tsx';

type Territoire = NonNullable<DonneesDuDeploiement['territoire']>;
type Props = {
  readonly territoire: Territoire;
  readonly requete: string;
  /** Whether there are others to go back to. */
  readonly parmiDAutres: boolean;
  /** Of the page, without what it is asked. */
  readonly adresse: string;
  /** What was refused, and which form was sent. */
  readonly refus: (NonNullable<RefusDeSaisie> & { readonly verbe: string }) | null;
};

/** What the action is in one territory: where it stands, what was said, and the form of news for whoever may give them. */
export function UnTerritoire({ territoire, requete, parmiDAutres, adresse, refus }: Props) {
  const ici = avec(requete, { territoire: territoire.territoire });
  const aCorriger = territoire.notes.find(({ id, corrigible }) => corrigible && id === territoire.corriger) ?? null;
  return (
    <Section titre={territoire.nom} id="territoire">
      {parmiDAutres && (
        <p>
          <Lien href={avec(requete, { territoire: null })}>Fermer, et revenir à l’ensemble</Lien>
        </p>
      )}
      <div className="jalon-deux-colonnes">
        <div>
          <Definitions
            enLigne
            elements={[
              { terme: 'Situation', valeur: <EtatDAction etat={territoire.etat} /> },
              ...(territoire.etat.mot === territoire.statutLibelle
                ? []
                : [{ terme: 'Statut déclaré', valeur: territoire.statutLibelle }]),
              ...definitionsDAppui(territoire.appui, adresse),
              {
                terme: 'Taux de réalisation',
                valeur: <Avancement taux={territoire.taux} libelle={`Taux de réalisation, ${territoire.nom}`} />,
              },
              {
                terme: 'Dernière nouvelle',
                valeur:
                  territoire.derniereNouvelle === null
                    ? 'aucune'
                    : `${formaterJour(territoire.derniereNouvelle)}, ${territoire.auteur ?? ''}`,
              },
            ]}
          />
          {aCorriger !== null && (
            <FormulaireDeCorrection
              note={aCorriger}
              adresse={`${avec(requete, { territoire: territoire.territoire, corriger: aCorriger.id })}#territoire`}
              refus={refus?.verbe === 'corriger' ? refus : null}
            >
              <input type="hidden" name="declinaison" value={territoire.id} />
              <input type="hidden" name="territoire" value={territoire.territoire} />
            </FormulaireDeCorrection>
          )}
          {aCorriger === null && territoire.notable && (
            <Formulaire
              key={territoire.vue}
              titre={`Donner des nouvelles : ${territoire.nom}`}
              action={`${ici}#territoire`}
              protege
              fichiers
              erreurs={refus?.verbe === 'noter' ? refus.champs : undefined}
              valeurs={refus?.verbe === 'noter' ? refus.valeurs : undefined}
              libelles={LIBELLES_DE_NOTE}
            >
              <input type="hidden" name="verbe" value="noter" />
              <input type="hidden" name="declinaison" value={territoire.id} />
              <input type="hidden" name="territoire" value={territoire.territoire} />
              <input type="hidden" name="vue" value={territoire.vue} />
              <h3 className="jalon-sous-titre">Donner des nouvelles</h3>
              <ChampsDeNote statut={territoire.statut} refus={refus?.verbe === 'noter' ? refus : null} />
              <Bouton taille="petite">Enregistrer la note</Bouton>
            </Formulaire>
          )}
        </div>
        <div>
          <h3 className="jalon-sous-titre">Ce qui a été dit</h3>
          {territoire.notes.length === 0 ? (
            <p>Rien encore.</p>
          ) : (
            <Historique
              legende={`Nouvelles, ${territoire.nom}, de la plus récente à la plus ancienne`}
              faits={territoire.notes.map((note) => faitDeNote(note, ici, adresse))}
            />
          )}
        </div>
      </div>
    </Section>
  );
}

function faitDeNote(note: Territoire['notes'][number], ici: string, adresse: string): FaitHistorique {
  const declare = [
    note.statut === null ? null : `« ${LIBELLES_DE_STATUT[note.statut].toLowerCase()} »`,
    note.taux === null ? null : formaterTaux(note.taux),
  ].filter((part) => part !== null);
  const titre = `${note.corrige === null ? '' : 'Correction : '}${declare.length === 0 ? 'note' : declare.join(', ')}`;
  return {
    cle: note.id,
    quand: note.enregistreLe,
    auteur: note.auteur,
    titre: note.corrigee ? (
      <>
        <del>{titre}</del> <Etiquette>corrigée depuis</Etiquette>
      </>
    ) : (
      titre
    ),
    detail: (
      <>
        {note.texte !== null && <p className="jalon-texte">{note.corrigee ? <del>{note.texte}</del> : note.texte}</p>}
        {note.obstacle !== null && <p className="jalon-texte">Ce qui bloque : {note.obstacle}</p>}
        {note.levee !== null && <p className="jalon-texte">Ce qui lèverait l’obstacle : {note.levee}</p>}
        <PiecesJointes pieces={note.pieces} adresse={adresse} />
        {note.sansPiece !== null && <p className="jalon-texte">Sans pièce : {note.sansPiece}</p>}
        {note.corrigible && (
          <p>
            <Lien href={`${ici}&corriger=${note.id}#territoire`}>
              Corriger<span className="fr-sr-only"> cette note</span>
            </Lien>
          </p>
        )}
      </>
    ),
  };
}
