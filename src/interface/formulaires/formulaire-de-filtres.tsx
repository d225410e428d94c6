import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Icone } from '../elements/icone.tsx';
import { Lien } from '../lien.tsx';
import { Bouton } from './bouton.tsx';

export type FiltreActif = {
  /** As one would say it: « en retard », « pilote : DNUM ». */
  readonly texte: string;
  /** The same list without this filter. */
  readonly href: string;
};

export type FormulaireDeFiltresProps = {
  /** Address of the list; the page itself when not given. */
  readonly action?: string;
  readonly legende: string;
  /** The other parameters of the address, kept as they are (sort, view…). */
  readonly gardes?: readonly (readonly [nom: string, valeur: string])[];
  readonly actifs: readonly FiltreActif[];
  /** The list without any filter. */
  readonly toutEffacer?: string;
  /** What the button says: « Appliquer », or « Chercher » when words alone are asked. */
  readonly geste?: string;
  readonly children: ReactNode;
};

/** The filters of a list: everything is in the address, so that a view can be sent, kept and gone back to. */
export function FormulaireDeFiltres(props: FormulaireDeFiltresProps) {
  const { action, legende, gardes = [], actifs, toutEffacer, geste = 'Appliquer', children } = props;
  return (
    <search className="jalon-filtres" aria-label={legende}>
      <Form
        method="get"
        className="jalon-filtres__champs"
        preventScrollReset
        {...(action === undefined ? {} : { action })}
      >
        {gardes.map(([nom, valeur]) => (
          <input key={`${nom}=${valeur}`} type="hidden" name={nom} value={valeur} />
        ))}
        {children}
        <Bouton rang="secondaire" taille="petite">
          {geste}
        </Bouton>
      </Form>
      {actifs.length > 0 && (
        <ul className="jalon-filtres__actifs" aria-label="Filtres appliqués">
          {actifs.map(({ texte, href }) => (
            <li key={texte}>
              <Lien href={href} sansRemonter className="jalon-filtre">
                <span className="fr-sr-only">Retirer le filtre </span>
                {texte}
                <Icone nom="croix" taille={12} />
              </Lien>
            </li>
          ))}
          {toutEffacer !== undefined && actifs.length > 1 && (
            <li>
              <Lien href={toutEffacer} sansRemonter className="jalon-filtres__effacer">
                tout effacer
              </Lien>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
