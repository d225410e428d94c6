import type { ChangeEvent, ComponentProps } from 'react';
import { classes } from '../classes.ts';
import { CadreDeChamp, type ChampProps } from './champ.tsx';
import { useSaisie } from './saisie.ts';

type AvecValeur = ChampProps & { readonly valeur?: string };

export type ChampTexteProps = AvecValeur &
  Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'spellCheck'> & {
    readonly type?: 'text' | 'search' | 'email' | 'password' | 'url' | 'number';
    /** Offered by the browser while one types; anything else may be typed. */
    readonly propositions?: readonly string[];
  };

/** One line of text. */
export function ChampTexte({ valeur, type = 'text', propositions = [], ...props }: ChampTexteProps) {
  const { cadre, reste } = separer(props);
  const saisie = useSaisie(props.nom, valeur);
  return (
    <CadreDeChamp {...cadre} genre="input" erreur={saisie.erreur}>
      {(liens) => {
        const liste = `${liens.id}-propositions`;
        return (
          <>
            <input
              className={apparence(saisie.erreur)}
              type={type}
              defaultValue={saisie.valeur}
              list={propositions.length === 0 ? undefined : liste}
              {...reste}
              {...liens}
            />
            {propositions.length > 0 && (
              <datalist id={liste}>
                {propositions.map((proposition) => (
                  <option key={proposition} value={proposition} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </CadreDeChamp>
  );
}

export type ZoneDeTexteProps = AvecValeur & Pick<ComponentProps<'textarea'>, 'maxLength' | 'placeholder' | 'rows'>;

/** Several lines; grows with what is written where the browser knows how. */
export function ZoneDeTexte({ valeur, rows = 4, ...props }: ZoneDeTexteProps) {
  const { cadre, reste } = separer(props);
  const saisie = useSaisie(props.nom, valeur);
  return (
    <CadreDeChamp {...cadre} genre="input" erreur={saisie.erreur}>
      {(liens) => (
        <textarea
          className={classes(apparence(saisie.erreur), 'jalon-zone-de-texte')}
          rows={rows}
          defaultValue={saisie.valeur}
          {...reste}
          {...liens}
        />
      )}
    </CadreDeChamp>
  );
}

/** A day, by the browser's own control; the value is `AAAA-MM-JJ`. */
export function ChampDate({ valeur, ...props }: AvecValeur & { readonly min?: string; readonly max?: string }) {
  const { cadre, reste } = separer(props);
  const saisie = useSaisie(props.nom, valeur);
  return (
    <CadreDeChamp {...cadre} genre="input" erreur={saisie.erreur}>
      {(liens) => (
        <input
          className={classes(apparence(saisie.erreur), 'jalon-champ-date')}
          type="date"
          defaultValue={saisie.valeur}
          {...reste}
          {...liens}
        />
      )}
    </CadreDeChamp>
  );
}

export type ChampFichierProps = ChampProps & {
  /** Extensions and media types, as the `accept` attribute takes them. */
  readonly accepte?: string;
  readonly plusieurs?: boolean;
  /** The heaviest file that is taken, and how to make it lighter: said before it travels. */
  readonly limite?: { readonly mo: number; readonly conseil: string };
};

/** A file. After a refusal browsers forget it: the message must say to choose it again. */
export function ChampFichier({ accepte, plusieurs = false, limite, ...cadre }: ChampFichierProps) {
  const { erreur } = useSaisie(cadre.nom, undefined);
  return (
    <CadreDeChamp {...cadre} genre="upload" erreur={erreur}>
      {(liens) => (
        <input
          className="fr-upload"
          type="file"
          accept={accepte}
          multiple={plusieurs}
          onChange={limite === undefined ? undefined : (evenement) => verifierPoids(evenement, limite)}
          {...liens}
        />
      )}
    </CadreDeChamp>
  );
}

/** The browser then keeps the form from being sent. */
function verifierPoids(
  { target }: ChangeEvent<HTMLInputElement>,
  { mo: limite, conseil }: NonNullable<ChampFichierProps['limite']>,
) {
  const fichiers = [...(target.files ?? [])];
  const mo = fichiers.reduce((somme, { size }) => somme + size, 0) / 1024 / 1024;
  target.setCustomValidity(
    mo > limite
      ? `${fichiers.length > 1 ? 'Ces fichiers pèsent' : 'Ce fichier pèse'} ${Math.ceil(mo).toLocaleString('fr-FR')} Mo, la limite est de ${limite} Mo\u00A0: ${conseil}`
      : '',
  );
  target.reportValidity();
}

function apparence(erreur: string | null): string {
  return classes('fr-input', erreur !== null && 'fr-input--error');
}

/** What belongs to the frame, and what goes on the control itself. */
function separer<P extends ChampProps>({ nom, libelle, aide, requis, libelleMasque, id, ...reste }: P) {
  const cadre: ChampProps = {
    nom,
    libelle,
    aide,
    ...(requis === undefined ? {} : { requis }),
    ...(libelleMasque === undefined ? {} : { libelleMasque }),
    ...(id === undefined ? {} : { id }),
  };
  return { cadre, reste };
}
