import { ChampDate, ChampTexte, Choix, Liste } from '#interface';

type Option = { readonly valeur: string; readonly texte: string };

export const LIBELLES_D_HABILITATION = {
  objet: 'Sur quoi',
  droit: 'Droit',
  territoire: 'Pour quel territoire',
  debut: 'Premier jour',
  fin: 'Dernier jour',
  motif: 'Pourquoi',
} as const;

/** What a right on an object allows, in one sentence each. */
export function ChoixDuDroit({ valeur }: { readonly valeur?: string }) {
  return (
    <Choix
      nom="droit"
      legende={LIBELLES_D_HABILITATION.droit}
      requis
      {...(valeur === undefined ? {} : { valeur })}
      options={[
        {
          valeur: 'lire',
          texte: 'Lire',
          aide: 'Le plan publié, ses actions, ses fichiers ; la réforme et ses chiffres dans ce territoire.',
        },
        {
          valeur: 'contribuer',
          texte: 'Donner des nouvelles',
          aide: 'Lire, et noter l’avancement des actions que portent les services du territoire ; déclarer la météo de la réforme et en écrire l’analyse.',
        },
        {
          valeur: 'modifier',
          texte: 'Modifier',
          aide: 'Comme l’équipe du plan, si tout le plan est dans le territoire ; comme l’équipe de la réforme, valeurs et cibles comprises, pour la France entière ; sinon, donner des nouvelles.',
        },
      ]}
    />
  );
}

type PorteeProps = {
  readonly territoires: readonly Option[];
  readonly territoire: string;
  readonly fin: string;
  readonly finAuPlus: string;
  readonly motif?: string;
  /** When the page has another form with the same fields. */
  readonly prefixe?: string;
};

/** For which territory, until when, why. */
export function ChampsDePortee({ territoires, territoire, fin, finAuPlus, motif, prefixe }: PorteeProps) {
  const id = (nom: string) => (prefixe === undefined ? {} : { id: `${prefixe}-${nom}` });
  return (
    <>
      {territoires.length === 1 ? (
        <input type="hidden" name="territoire" value={territoires[0]?.valeur} />
      ) : (
        <Liste
          nom="territoire"
          libelle={LIBELLES_D_HABILITATION.territoire}
          options={territoires}
          valeur={territoire}
          {...id('territoire')}
        />
      )}
      <div className="jalon-champs-en-ligne">
        <ChampDate
          nom="debut"
          libelle={LIBELLES_D_HABILITATION.debut}
          aide="Aujourd’hui si rien n’est dit"
          {...id('debut')}
        />
        <ChampDate
          nom="fin"
          libelle={LIBELLES_D_HABILITATION.fin}
          aide="Trois ans au plus"
          requis
          valeur={fin}
          max={finAuPlus}
          {...id('fin')}
        />
      </div>
      <ChampTexte
        nom="motif"
        libelle={LIBELLES_D_HABILITATION.motif}
        aide="Se lit sur cette page et dans la liste des habilitations."
        requis
        maxLength={500}
        {...(motif === undefined ? {} : { valeur: motif })}
        {...id('motif')}
      />
    </>
  );
}
