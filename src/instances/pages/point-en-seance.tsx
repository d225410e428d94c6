import {
  Bouton,
  ChampTexte,
  Etiquette,
  Formulaire,
  formaterInstant,
  Lien,
  Liste,
  type OptionDeListe,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import type { PointPresente } from '../lectures/presenter-points.ts';
import { TONS_DE_MOTIF } from '../presentation.ts';
import { DECISIONS, type GenreDeDecision, genresProposes } from '../regles/decisions.ts';
import { LIBELLES_DE_MOTIF } from '../regles/ordre-du-jour.ts';
import { type RefusDePage, refusDe } from './commun.tsx';
import { type DemandeEnPage, DemandesDeReport } from './demandes-de-report.tsx';
import './instances.css';

type Props = {
  readonly numero: number;
  readonly point: Omit<PointPresente, 'notes' | 'decisions' | 'demandes'> & {
    readonly tranche: boolean;
    readonly demandes: readonly DemandeEnPage[];
    readonly notes: readonly {
      readonly id: string;
      readonly texte: string;
      readonly auteur: string | null;
      readonly enregistreLe: Date | string;
    }[];
    readonly decisions: readonly {
      readonly id: string;
      readonly numero: number;
      readonly genre: GenreDeDecision;
      readonly texte: string;
      readonly responsable: string | null;
      readonly echeance: string | null;
      readonly annulee: boolean;
      readonly annulation: string | null;
      readonly plan: string | null;
      readonly action: string | null;
    }[];
  };
  /** Plans followed that this person writes in. */
  readonly plans: readonly OptionDeListe[];
  readonly refus: RefusDePage | undefined;
};

/** An item in session: where it stands, notes, decisions, and a form for each. */
export function PointEnSeance({ numero, point, plans, refus }: Props) {
  const { id, intitule, motif, raison, objet, situation, demandes, notes, decisions, tranche, clos } = point;
  const noter = `noter ${id}`;
  const decider = `decider ${id}`;
  return (
    <Section
      titre={`${numero}. ${intitule}`}
      id={`point-${id}`}
      actions={
        tranche ? (
          <Etiquette ton="succes">{clos ? 'Vu' : 'Tranché'}</Etiquette>
        ) : (
          <Etiquette ton={TONS_DE_MOTIF[motif]}>{LIBELLES_DE_MOTIF[motif]}</Etiquette>
        )
      }
    >
      {raison !== null && (
        <p>
          <span className="jalon-discret">Pourquoi ici{'\u00a0'}:</span> {raison}
        </p>
      )}
      {situation !== null && (
        <p className="jalon-discret">
          {situation} {objet !== null && <Lien href={objet.href}>Ouvrir l’action</Lien>}
        </p>
      )}
      <DemandesDeReport demandes={demandes} />
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note.id}>
              <span className="jalon-texte">{note.texte}</span>{' '}
              <span className="jalon-discret">
                {note.auteur ?? 'compte effacé'}, {formaterInstant(note.enregistreLe)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {decisions.map((decision) => (
        <div key={decision.id} className="instances-decision">
          <p>
            <strong>
              Décision n°{'\u00a0'}
              {decision.numero}, {DECISIONS[decision.genre].libelle.toLowerCase()}
              {decision.annulee && ' (annulée)'}
            </strong>
            {'\u00a0'}: {decision.annulee ? <del>{decision.texte}</del> : decision.texte}
            {decision.responsable !== null && ` → ${decision.responsable}`}
            {decision.echeance !== null && `, ${decision.echeance}`}{' '}
            {decision.action !== null &&
              decision.plan !== null &&
              objet?.href !== `/plans/${decision.plan}/actions/${decision.action}` && (
                <Lien href={`/plans/${decision.plan}/actions/${decision.action}`}>Ouvrir l’action</Lien>
              )}
          </p>
          {decision.annulee ? (
            <p className="jalon-discret">
              Motif{'\u00a0'}: {decision.annulation}
            </p>
          ) : (
            <PanneauDepliant
              titre={`Annuler la décision n° ${decision.numero}`}
              ouvert={refus?.verbe === `annuler ${decision.id}`}
            >
              <Formulaire
                titre={`Annuler la décision n° ${decision.numero}`}
                {...refusDe(refus, `annuler ${decision.id}`)}
              >
                <input type="hidden" name="verbe" value="annuler" />
                <input type="hidden" name="decision" value={decision.id} />
                <ChampTexte
                  nom="motif"
                  libelle="Pourquoi"
                  requis
                  maxLength={1_000}
                  id={`motif-${decision.id}`}
                  aide="Ce qu’elle a changé dans le plan reste fait : corrigez-le dans le plan."
                />
                <Bouton rang="tertiaire" taille="petite">
                  Annuler la décision
                </Bouton>
              </Formulaire>
            </PanneauDepliant>
          )}
        </div>
      ))}
      <Formulaire titre={`Noter le point ${numero}`} {...refusDe(refus, noter)}>
        <input type="hidden" name="verbe" value="noter" />
        <input type="hidden" name="point" value={id} />
        <ZoneDeTexte nom="texte" libelle={`Note sur le point ${numero}`} requis rows={2} id={`note-${id}`} />
        <Bouton rang="secondaire" taille="petite">
          Ajouter la note
        </Bouton>
      </Formulaire>
      <PanneauDepliant
        titre={`Décider sur le point ${numero}`}
        ouvert={refus?.verbe === decider || decisions.length === 0}
      >
        <Formulaire titre={`Décider sur le point ${numero}`} {...refusDe(refus, decider)}>
          <input type="hidden" name="verbe" value="decider" />
          <input type="hidden" name="point" value={id} />
          <Liste
            nom="genre"
            libelle="Genre"
            requis
            id={`genre-${id}`}
            valeur={demandes.length > 0 ? 'report_accepte' : 'arbitrage'}
            options={genresProposes({ action: point.action, demandes: demandes.length }).map((genre) => ({
              valeur: genre,
              texte: `${DECISIONS[genre].libelle} : ${DECISIONS[genre].dit}`,
            }))}
          />
          <ZoneDeTexte nom="texte" libelle="Décision" requis rows={2} id={`decision-${id}`} />
          <div className="instances-decider">
            <ChampTexte nom="responsable" libelle="Responsable" maxLength={500} id={`responsable-${id}`} />
            <ChampTexte
              nom="echeance"
              libelle="Échéance"
              maxLength={500}
              id={`echeance-${id}`}
              aide={
                demandes.length > 0
                  ? 'Vide, l’échéance demandée est celle retenue ; sinon, écrivez celle que le comité retient.'
                  : 'Comme on la dit : « 30 juin 2026 », « fin 2026 ».'
              }
            />
            {plans.length > 0 && (
              <Liste
                nom="plan"
                libelle="Plan, pour une action nouvelle"
                id={`plan-${id}`}
                aucune="Choisir un plan"
                valeur={plans.length === 1 ? (plans[0]?.valeur ?? '') : ''}
                options={plans}
              />
            )}
          </div>
          <Bouton>Prendre la décision</Bouton>
        </Formulaire>
      </PanneauDepliant>
      {(clos || !tranche) && (
        <Formulaire titre={`${clos ? 'Rouvrir' : 'Passer'} le point ${numero}`} disposition="ligne">
          <input type="hidden" name="verbe" value={clos ? 'rouvrir' : 'clore'} />
          <input type="hidden" name="point" value={id} />
          <Bouton rang="tertiaire" taille="petite">
            {clos ? 'Rouvrir le point' : 'Vu, rien à décider'}
          </Bouton>
        </Formulaire>
      )}
    </Section>
  );
}
