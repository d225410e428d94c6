import { Etiquette, formaterInstant } from '#interface';
import type { EtatDeCourriel as Etat } from '../courriels/lectures.ts';

type Props = { readonly etat: Etat; readonly essais: number };

/** Where a mail stands, in a word. */
export function EtatDeCourriel({ etat, essais }: Props) {
  if (etat === 'envoye')
    return (
      <Etiquette ton="neutre" icone="coche">
        Envoyé
      </Etiquette>
    );
  if (etat === 'abandonne') return <Etiquette ton="alerte">Abandonné</Etiquette>;
  return essais === 0 ? (
    <Etiquette ton="neutre" icone="horloge">
      En attente
    </Etiquette>
  ) : (
    <Etiquette ton="attention">À reprendre</Etiquette>
  );
}

/** Since when it is so, or until when: « le 22 novembre 2026 à 4 h 55 »; null when it has only just been put in the outbox. */
export function dateDeLEtat({ etat, essais, date }: Props & { readonly date: string }): string | null {
  if (etat === 'attente') return essais === 0 ? null : `nouvel essai le ${formaterInstant(date)}`;
  return `le ${formaterInstant(date)}`;
}
