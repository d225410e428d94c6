import { Bouton, ChampDate, ChampTexte, compter, Formulaire, PanneauDepliant, ZoneDeTexte } from '#interface';
import type { JalonPresente } from '../presentation.ts';
import { EtatDit, type RefusDePage } from './feuille-commun.tsx';

type Props = {
  readonly jalons: readonly JalonPresente[];
  readonly tenable: boolean;
  readonly refus: RefusDePage | undefined;
};

/** The milestones of a project, with what was promised first and how often it was put off. */
export function JalonsDuProjet({ jalons, tenable, refus }: Props) {
  return (
    <ul className="jalon-liste-nue jalon-engagements">
      {jalons.map((jalon) => (
        <li key={jalon.id}>
          <p>
            <strong>{jalon.libelle}</strong> : {jalon.echeance}
            {jalon.sens !== null && <span className="jalon-discret"> ({jalon.sens})</span>}{' '}
            <EtatDit etat={jalon.etat} />
          </p>
          {jalon.initiale !== null && (
            <p className="jalon-discret">
              Engagement initial : {jalon.initiale}, {compter(jalon.reports, 'report', 'reports')} depuis.
            </p>
          )}
          {jalon.abandon !== null && <p>Motif de l’abandon : {jalon.abandon}</p>}
          {tenable && !jalon.fini && <GestesDuJalon jalon={jalon} refus={refus} />}
        </li>
      ))}
    </ul>
  );
}

function GestesDuJalon({ jalon, refus }: { readonly jalon: JalonPresente; readonly refus: Props['refus'] }) {
  const sien = refus?.valeurs.jalon === jalon.id ? refus : undefined;
  const refuse = (verbe: string) => (sien?.verbe === verbe ? { erreurs: sien.champs, valeurs: sien.valeurs } : {});
  const cache = (verbe: string) => (
    <>
      <input type="hidden" name="verbe" value={verbe} />
      <input type="hidden" name="jalon" value={jalon.id} />
    </>
  );
  return (
    <PanneauDepliant titre={`Mettre à jour « ${jalon.libelle} »`} ouvert={sien !== undefined}>
      <Formulaire titre={`Atteint : ${jalon.libelle}`} {...refuse('atteindre')}>
        {cache('atteindre')}
        <ChampDate nom="jour" id={`jour-${jalon.id}`} libelle="Atteint le" aide="Aujourd’hui si vous ne dites rien" />
        <Bouton rang="secondaire" taille="petite" icone="coche">
          Déclarer atteint
        </Bouton>
      </Formulaire>
      <Formulaire titre={`Reporter : ${jalon.libelle}`} {...refuse('reporter')}>
        {cache('reporter')}
        <ChampTexte nom="echeance" id={`echeance-${jalon.id}`} libelle="Nouvelle échéance" requis maxLength={500} />
        <ZoneDeTexte
          nom="motif"
          id={`motif-${jalon.id}`}
          libelle="Raison du report"
          requis
          rows={2}
          maxLength={2_000}
        />
        <Bouton rang="secondaire" taille="petite" icone="horloge">
          Reporter
        </Bouton>
      </Formulaire>
      <Formulaire titre={`Abandonner : ${jalon.libelle}`} {...refuse('abandonner')}>
        {cache('abandonner')}
        <ZoneDeTexte
          nom="motif"
          id={`abandon-${jalon.id}`}
          libelle="Raison de l’abandon"
          requis
          rows={2}
          maxLength={2_000}
        />
        <Bouton rang="tertiaire" taille="petite" icone="barre">
          Abandonner ce jalon
        </Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
