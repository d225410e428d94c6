import { Bouton, ChampTexte, Formulaire, Liste, ZoneDeTexte } from '#interface';

type Props = {
  readonly titre: string;
  readonly bouton: string;
  readonly axes: readonly { readonly id: string; readonly texte: string }[];
  readonly valeurs: Readonly<Record<string, string>>;
  /** The deadlines are written at the creation only; afterwards they are put off on the action's page. */
  readonly avecEcheances: boolean;
  readonly refus: {
    readonly champs: Readonly<Record<string, string>>;
    readonly valeurs: Readonly<Record<string, string | string[]>>;
  } | null;
};

const LIBELLES = {
  code: 'Code',
  intitule: 'Intitulé',
  axe: 'Axe',
  echeances: 'Échéances',
  pilotes: 'Pilotes',
  enLienAvec: 'En lien avec',
  concours: 'Avec le concours de',
  livrables: 'Livrables',
  miseEnOeuvre: 'Mise en œuvre',
  recommandations: 'Recommandations visées',
};

export function FormulaireDAction({ titre, bouton, axes, valeurs, avecEcheances, refus }: Props) {
  return (
    <Formulaire titre={titre} protege erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
      {valeurs.version !== undefined && <input type="hidden" name="version" value={valeurs.version} />}
      <ZoneDeTexte
        nom="intitule"
        libelle={LIBELLES.intitule}
        requis
        rows={2}
        maxLength={4_000}
        valeur={valeurs.intitule ?? ''}
      />
      <div className="jalon-champs-en-ligne">
        <ChampTexte
          nom="code"
          libelle={LIBELLES.code}
          aide="Tel qu’il est écrit : « 1-2 »"
          maxLength={30}
          valeur={valeurs.code ?? ''}
        />
        {axes.length > 0 && (
          <Liste
            nom="axe"
            libelle={LIBELLES.axe}
            aucune="aucun"
            valeur={valeurs.axe ?? ''}
            options={axes.map(({ id, texte }) => ({ valeur: id, texte }))}
          />
        )}
      </div>
      {avecEcheances && (
        <ChampTexte
          nom="echeances"
          libelle={LIBELLES.echeances}
          aide="Comme on la dirait : « 1er semestre 2027 », « au plus tard fin 2026 », « à partir de mars 2027 »"
          maxLength={2_000}
          valeur={valeurs.echeances ?? ''}
        />
      )}
      <ZoneDeTexte
        nom="pilotes"
        libelle={LIBELLES.pilotes}
        aide="Un service par ligne, sous le nom qu’on lui donne : « DNUM », « DMAT/SDAT », « les SGC-D »"
        rows={2}
        valeur={valeurs.pilotes ?? ''}
      />
      <div className="jalon-champs-en-ligne">
        <ZoneDeTexte nom="enLienAvec" libelle={LIBELLES.enLienAvec} rows={2} valeur={valeurs.enLienAvec ?? ''} />
        <ZoneDeTexte nom="concours" libelle={LIBELLES.concours} rows={2} valeur={valeurs.concours ?? ''} />
      </div>
      <ZoneDeTexte nom="livrables" libelle={LIBELLES.livrables} rows={2} valeur={valeurs.livrables ?? ''} />
      <ZoneDeTexte nom="miseEnOeuvre" libelle={LIBELLES.miseEnOeuvre} rows={4} valeur={valeurs.miseEnOeuvre ?? ''} />
      <ZoneDeTexte
        nom="recommandations"
        libelle={LIBELLES.recommandations}
        aide="Séparées par une ligne vide"
        rows={2}
        valeur={valeurs.recommandations ?? ''}
      />
      <Bouton>{bouton}</Bouton>
    </Formulaire>
  );
}
