import { Avancement, Bouton, Etiquette, Formulaire, formaterJour, Lien } from '#interface';
import type { DeclinaisonATenir } from '../deploiement/attendues.ts';
import { ChampsDeNote, LIBELLES_DE_NOTE } from '../pages/formulaire-de-note.tsx';
import { NoteEnregistree, PanneauDeNouvelles } from './nouvelles.tsx';
import type { SaisieRefusee } from './saisie-refusee.tsx';

type Props = {
  readonly declinaisons: readonly DeclinaisonATenir[];
  readonly refus: SaisieRefusee | null;
  /** The declination whose news were just written. */
  readonly fait: string | null;
};

/** The actions declined in one's own territory, each with the form that says how it stands there. */
export function ListeDeDeclinaisons({ declinaisons, refus, fait }: Props) {
  return (
    <ul className="jalon-attendu" aria-label="Actions déclinées par territoire, le plus long silence d’abord">
      {declinaisons.map((une) => (
        <li key={une.id} id={`action-${une.id}`} className="jalon-attendu__action">
          <div className="jalon-attendu__tete">
            <p className="jalon-attendu__intitule">
              {une.code !== null && <span className="jalon-code">{une.code}</span>}{' '}
              <Lien
                href={`/plans/${une.plan}/actions/${une.action}/deploiement?territoire=${une.territoire}#territoire`}
              >
                {une.intitule}
              </Lien>
              <span className="jalon-attendu__plan">
                <Lien href={`/plans/${une.plan}`}>{une.planTitre}</Lien>
              </span>
            </p>
            <p>
              <Etiquette ton={une.etat.ton} icone={une.etat.icone} complement={une.etat.complement ?? undefined}>
                {une.etat.mot}
              </Etiquette>
            </p>
            <p>
              <span className="jalon-discret">Territoire : </span>
              {une.nom}
              {une.habilitee && <span className="jalon-discret"> (par habilitation)</span>}
            </p>
            <p>
              <Avancement taux={une.taux} libelle="Taux de réalisation déclaré" />
            </p>
          </div>
          {une.derniereNouvelle === null ? (
            <p className="jalon-discret">Aucune nouvelle pour le moment.</p>
          ) : (
            <p className="jalon-attendu__nouvelle">
              <span className="jalon-discret">
                Dernière nouvelle, {formaterJour(une.derniereNouvelle)}, {une.auteur} :{' '}
              </span>
              {une.statutLibelle}. {une.texte}
            </p>
          )}
          {fait === une.id && <NoteEnregistree />}
          <Nouvelles une={une} refus={refus?.action === une.id ? refus : null} fait={fait === une.id} />
        </li>
      ))}
    </ul>
  );
}

type NouvellesProps = {
  readonly une: DeclinaisonATenir;
  readonly refus: SaisieRefusee | null;
  readonly fait: boolean;
};

function Nouvelles({ une, refus, fait }: NouvellesProps) {
  return (
    <PanneauDeNouvelles intitule={`${une.intitule}, ${une.nom}`} vue={une.vue} fait={fait} ouvert={refus !== null}>
      <Formulaire
        titre={`Donner des nouvelles de ${une.intitule}, ${une.nom}`}
        prefixe={une.id}
        sansRemonter
        protege
        fichiers
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={LIBELLES_DE_NOTE}
      >
        <input type="hidden" name="plan" value={une.plan} />
        <input type="hidden" name="action" value={une.action} />
        <input type="hidden" name="declinaison" value={une.id} />
        <input type="hidden" name="vue" value={une.vue} />
        <ChampsDeNote statut={une.statut} refus={refus} />
        <Bouton taille="petite">Enregistrer la note</Bouton>
      </Formulaire>
    </PanneauDeNouvelles>
  );
}
