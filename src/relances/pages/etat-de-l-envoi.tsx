import { Etiquette } from '#interface';
import type { EtatDeLEnvoi as Etat } from '../regles/envoi.ts';

const ETATS = {
  en_attente: { mot: 'En attente', ton: 'neutre', icone: 'horloge' },
  a_reprendre: { mot: 'À reprendre', ton: 'attention', icone: 'horloge' },
  remis: { mot: 'Remis', ton: 'neutre', icone: 'coche' },
  revenu: { mot: 'Pas arrivé', ton: 'alerte', icone: 'triangle' },
  oublie: { mot: 'Il y a plus de 90 jours', ton: 'neutre', icone: 'coche' },
} as const;

/** What became of a mail, in a word. */
export function EtatDeLEnvoi({ etat }: { readonly etat: Etat }) {
  const { mot, ton, icone } = ETATS[etat];
  return (
    <Etiquette ton={ton} icone={icone}>
      {mot}
    </Etiquette>
  );
}
