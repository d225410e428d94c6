import { type MouseEvent, useEffect, useRef } from 'react';
import { compter } from '../formats.ts';
import { type Erreurs, idDuChamp } from './saisie.ts';

export type ErreursDeFormulaireProps = {
  readonly erreurs: Erreurs;
  /** Labels by field name, put before each message. */
  readonly libelles?: Readonly<Record<string, string>>;
  /** That of the form, when it has one. */
  readonly prefixe?: string | undefined;
};

/** What was refused, at the top of the form, each message leading to its field. It takes the focus when it appears. */
export function ErreursDeFormulaire({ erreurs, libelles = {}, prefixe }: ErreursDeFormulaireProps) {
  const cadre = useRef<HTMLDivElement>(null);
  const messages = Object.entries(erreurs);
  useEffect(() => {
    if (Object.keys(erreurs).length > 0) cadre.current?.focus();
  }, [erreurs]);
  if (messages.length === 0) return null;
  return (
    <div
      ref={cadre}
      className="fr-alert fr-alert--error jalon-alerte jalon-erreurs"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without a script, this is what brings the reader to what was refused
      autoFocus
    >
      <p className="fr-alert__title">
        {compter(messages.length, 'point à corriger', 'points à corriger')}, rien n’a été enregistré
      </p>
      <ul>
        {messages.map(([nom, message]) => {
          const libelle = libelles[nom];
          return (
            <li key={nom}>
              {nom === 'formulaire' ? (
                message
              ) : (
                <a href={`#${idDuChamp(nom, prefixe)}`} onClick={allerAuChamp}>
                  {libelle === undefined ? message : `${libelle}\u00A0: ${message}`}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/**
 * Followed by the router, the link would be a page change, and the errors would go with the page they were on: with a
 * script, it moves the focus by itself.
 */
function allerAuChamp(evenement: MouseEvent<HTMLAnchorElement>) {
  const champ = document.getElementById(decodeURIComponent(evenement.currentTarget.hash.slice(1)));
  if (champ === null || evenement.metaKey || evenement.ctrlKey || evenement.shiftKey) return;
  evenement.preventDefault();
  const panneau = champ.closest('details');
  if (panneau !== null) panneau.open = true;
  const saisie = champ.matches(SAISIES) ? champ : champ.querySelector<HTMLElement>(SAISIES);
  (saisie ?? champ).focus();
  champ.scrollIntoView({ block: 'center' });
}

const SAISIES = 'input, select, textarea, button, [tabindex]';
