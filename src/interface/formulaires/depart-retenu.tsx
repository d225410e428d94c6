import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

const QUESTION = 'Votre saisie n’est pas enregistrée. Quitter cette page sans l’enregistrer\u202F?';

/** While it is there, leaving the page by a link, the address bar or the tab asks first. */
export function DepartRetenu() {
  const blocage = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname);

  const demandee = useRef<unknown>(null);

  useEffect(() => {
    if (blocage.state !== 'blocked') {
      demandee.current = null;
      return;
    }
    // The answer takes a moment to be known here: the same departure is asked about once.
    if (demandee.current === blocage.location) return;
    demandee.current = blocage.location;
    if (window.confirm(QUESTION)) blocage.proceed();
    else blocage.reset();
  }, [blocage]);

  useEffect(() => {
    const retenir = (evenement: BeforeUnloadEvent) => evenement.preventDefault();
    window.addEventListener('beforeunload', retenir);
    return () => window.removeEventListener('beforeunload', retenir);
  }, []);

  return null;
}
