import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { peutRepondreAuPrefet } from '../politique.ts';
import { prevenirDeLaReponse } from './prevenir.ts';
import { surLaFeuille } from './sur-la-feuille.ts';

const SAISIE = z.object({
  evenement: z.coerce.number({ error: 'Dites à quelle proposition vous répondez.' }).int(),
  reponse: z.enum(['acceptation', 'refus'], { error: 'Acceptez la proposition, ou refusez-la.' }),
  motif: texteFacultatif(2_000),
});

/** Accepts or refuses an actualisation or an avenant: accepted, what it changes is in force from then on. */
export async function repondreAuPrefet(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { evenement, reponse, motif } = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutRepondreAuPrefet(acteur, feuille),
    async (atelier) => {
      const { feuille, au, noterEvenement, journaliser } = atelier;
      const proposition = feuille.evenements.find((un) => un.id === evenement);
      if (proposition?.genre !== 'actualisation' && proposition?.genre !== 'avenant') return echec(ABSENTE);
      if (feuille.evenements.some(({ repondA }) => repondA === evenement)) return echec(DEJA);
      if (reponse === 'refus' && motif === null) return echec(SANS_MOTIF);
      const note = await noterEvenement({ genre: reponse, jour: au, motif, repondA: evenement });
      const acceptee = reponse === 'acceptation';
      await prevenirDeLaReponse(atelier, { genre: proposition.genre, acceptee, evenement: note });
      await journaliser({
        acte: acceptee ? 'feuille.accepter' : 'feuille.refuser',
        charge: { genre: proposition.genre, evenement },
      });
      return reussite(null);
    },
  );
}

const ABSENTE = {
  nature: 'introuvable',
  regle: 'feuille.repondre.absente',
  message: 'Cette proposition n’existe pas dans cette feuille de route.',
} as const;

const DEJA = {
  nature: 'conflit',
  regle: 'feuille.repondre.deja',
  message: 'Quelqu’un a déjà répondu à cette proposition. Rechargez la page pour lire la réponse.',
} as const;

const SANS_MOTIF = {
  nature: 'invalide',
  regle: 'feuille.repondre.motif',
  message: 'Dites au préfet pourquoi sa proposition n’est pas retenue.',
  champs: { motif: 'Dites au préfet pourquoi sa proposition n’est pas retenue.' },
} as const;
