import { Avancement, Etiquette, formaterJourCourt, formaterTaux, PanneauDepliant } from '#interface';
import type { EcheancePresentee, LignePresentee, PilotePresente } from '../../importer/presentation.ts';
import { Gravite } from './anomalies.tsx';

/** Code, wording, and what goes with them folded. */
export function IntituleDeLigne({ ligne }: { readonly ligne: LignePresentee }) {
  const details = [
    { terme: 'Mise en œuvre', texte: ligne.miseEnOeuvre },
    { terme: 'Livrables', texte: ligne.livrables },
    { terme: 'Recommandations visées', texte: ligne.recommandations.join('\n') || null },
    { terme: 'État d’avancement', texte: ligne.avancement },
  ].filter(({ texte }) => texte !== null);
  return (
    <div className={ligne.ecartee ? 'jalon-import__ecartee' : undefined}>
      <span className="jalon-import__rang">
        Ligne {ligne.ligne}
        {ligne.code !== null && ` · code ${ligne.code}`}
      </span>
      <span className="jalon-import__intitule">{ligne.intitule}</span>
      {ligne.ecartee && <Etiquette icone="barre">laissée de côté</Etiquette>}
      <RemarquesDeLigne anomalies={ligne.anomalies} />
      {details.length > 0 && (
        <PanneauDepliant titre={details.map(({ terme }) => terme).join(', ')}>
          <dl className="jalon-import__details">
            {details.map(({ terme, texte }) => (
              <div key={terme}>
                <dt>{terme}</dt>
                <dd>{texte}</dd>
              </div>
            ))}
          </dl>
        </PanneauDepliant>
      )}
    </div>
  );
}

const LIENS = { pilote: '', en_lien_avec: 'en lien avec ', concours: 'avec le concours de ' } as const;

/** Each name as written, and the organisation it was found to be. */
export function PilotesDeLigne({ pilotes }: { readonly pilotes: readonly PilotePresente[] }) {
  if (pilotes.length === 0) return <span className="jalon-import__vide">aucun</span>;
  return (
    <ul className="jalon-import__liste">
      {pilotes.map(({ texte, role, organisation }, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be written twice
        <li key={rang}>
          {LIENS[role]}
          {texte}
          <span className="jalon-import__sens">
            {organisation === null
              ? 'texte gardé, à rattacher'
              : organisation === texte
                ? 'reconnu'
                : `→ ${organisation}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The words of each deadline, what they mean, and what was assumed. */
export function EcheancesDeLigne({ echeances }: { readonly echeances: readonly EcheancePresentee[] }) {
  if (echeances.length === 0) return <span className="jalon-import__vide">aucune</span>;
  return (
    <ul className="jalon-import__liste">
      {echeances.map(({ libelle, texte, sens, ambigu, hypotheses }, rang) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come back
        <li key={rang}>
          {libelle !== null && <strong>{libelle} : </strong>}« {texte} »
          <span className="jalon-import__sens">→ {sens}</span>
          {hypotheses.map((hypothese) => (
            <span key={hypothese} className="jalon-import__sens">
              {hypothese}
            </span>
          ))}
          {ambigu && <Etiquette ton="attention">ambigu</Etiquette>}
        </li>
      ))}
    </ul>
  );
}

export function AvancementDeLigne({
  ligne: { statut, taux, avancement, trajectoire },
}: {
  readonly ligne: LignePresentee;
}) {
  const rien = statut === null && taux === null && avancement === null && trajectoire.length === 0;
  if (rien) return <span className="jalon-import__vide">rien de déclaré</span>;
  return (
    <div className="jalon-import__avancement">
      {statut !== null && <span>{statut}</span>}
      {taux !== null && <Avancement taux={taux} />}
      {avancement !== null && statut === null && <span className="jalon-import__sens">{couper(avancement)}</span>}
      {trajectoire.length > 0 && (
        <ul className="jalon-import__liste">
          {trajectoire.map((jalon) => (
            <li key={jalon.texte}>
              {formaterTaux(jalon.taux)} attendus{' '}
              {jalon.date === null ? `« ${jalon.texte} »` : `au ${formaterJourCourt(jalon.date)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RemarquesDeLigne({ anomalies }: Pick<LignePresentee, 'anomalies'>) {
  const utiles = anomalies.filter(({ gravite }) => gravite !== 'information');
  if (utiles.length === 0) return null;
  return (
    <ul className="jalon-import__liste jalon-import__remarques">
      {utiles.map(({ gravite, message, colonne }) => (
        <li key={`${colonne} ${message}`}>
          <Gravite gravite={gravite} /> {message}
        </li>
      ))}
    </ul>
  );
}

function couper(texte: string): string {
  return texte.length <= 140 ? texte : `${texte.slice(0, 139)}…`;
}
