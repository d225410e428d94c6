import { Bouton, ChampTexte, Etiquette, Formulaire, Lien, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { PointPresente } from '../lectures/presenter-points.ts';
import { TONS_DE_MOTIF } from '../presentation.ts';
import { LIBELLES_DE_MOTIF } from '../regles/ordre-du-jour.ts';
import { type RefusDePage, refusDe } from './commun.tsx';
import { type DemandeEnPage, DemandesDeReport } from './demandes-de-report.tsx';
import './instances.css';

type Props = {
  readonly point: Omit<PointPresente, 'notes' | 'decisions' | 'demandes'> & {
    readonly demandes: readonly DemandeEnPage[];
  };
  readonly premier: boolean;
  readonly dernier: boolean;
  readonly modifiable: boolean;
  readonly refus: RefusDePage | undefined;
};

/** An item: what it is about, why it is here, where it stands, and how to change it. */
export function PointDOrdreDuJour({ point, premier, dernier, modifiable, refus }: Props) {
  const { id, intitule, motif, raison, objet, situation, demandes } = point;
  const verbe = `modifier ${id}`;
  return (
    <li className="instances-point">
      <p className="instances-point__titre">
        {objet === null ? intitule : <Lien href={objet.href}>{intitule}</Lien>}{' '}
        <Etiquette ton={TONS_DE_MOTIF[motif]}>{LIBELLES_DE_MOTIF[motif]}</Etiquette>
      </p>
      {raison !== null && (
        <p>
          <span className="jalon-discret">Pourquoi ici{'\u00a0'}:</span> {raison}
        </p>
      )}
      {situation !== null && <p className="jalon-discret">{situation}</p>}
      <DemandesDeReport demandes={demandes} />
      {modifiable && (
        <div className="instances-point__gestes">
          {!premier && <Geste point={id} intitule={intitule} verbe="monter" texte="Monter" />}
          {!dernier && <Geste point={id} intitule={intitule} verbe="descendre" texte="Descendre" />}
          <Geste point={id} intitule={intitule} verbe="retirer" texte="Retirer" />
          <PanneauDepliant titre="Reformuler" ouvert={refus?.verbe === verbe}>
            <Formulaire titre={`Reformuler ${intitule}`} {...refusDe(refus, verbe)}>
              <input type="hidden" name="verbe" value="modifier" />
              <input type="hidden" name="point" value={id} />
              <ChampTexte nom="intitule" libelle="Intitulé" requis valeur={intitule} id={`intitule-${id}`} />
              <ZoneDeTexte nom="raison" libelle="Raison" rows={2} valeur={raison ?? ''} id={`raison-${id}`} />
              <Bouton rang="secondaire" taille="petite">
                Enregistrer
              </Bouton>
            </Formulaire>
          </PanneauDepliant>
        </div>
      )}
    </li>
  );
}

function Geste({
  point,
  intitule,
  verbe,
  texte,
}: {
  readonly point: string;
  readonly intitule: string;
  readonly verbe: string;
  readonly texte: string;
}) {
  return (
    <Formulaire titre={`${texte} ${intitule}`} disposition="ligne">
      <input type="hidden" name="verbe" value={verbe} />
      <input type="hidden" name="point" value={point} />
      <Bouton rang="tertiaire" taille="petite">
        {texte}
        <span className="fr-sr-only"> {intitule}</span>
      </Bouton>
    </Formulaire>
  );
}
