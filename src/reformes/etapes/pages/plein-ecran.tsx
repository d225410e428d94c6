import { useEffect, useState } from 'react';
import { Bouton } from '#interface';

/**
 * What scripts add to the slides: the whole screen, and the arrows that go from one slide to the next. Without them the
 * links and the page keys do.
 */
export function PleinEcran() {
  const [possible, setPossible] = useState(false);
  useEffect(() => {
    setPossible(document.fullscreenEnabled);
    document.addEventListener('keydown', avancer);
    return () => document.removeEventListener('keydown', avancer);
  }, []);
  if (!possible) return null;
  return (
    <Bouton type="button" rang="tertiaire" taille="petite" onClick={basculer}>
      Plein écran
    </Bouton>
  );
}

function basculer(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen();
  else void document.exitFullscreen();
}

const PAS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function avancer(evenement: KeyboardEvent): void {
  const pas = PAS[evenement.key];
  if (pas === undefined || evenement.altKey || evenement.ctrlKey || evenement.metaKey) return;
  const diapos = [...document.querySelectorAll('.jalon-diapo')];
  const ici = diapos.findIndex((diapo) => diapo.getBoundingClientRect().bottom > window.innerHeight / 2);
  const suivante = diapos[ici + pas];
  if (suivante === undefined) return;
  evenement.preventDefault();
  suivante.scrollIntoView();
}
