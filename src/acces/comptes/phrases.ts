import { compter, enumerer } from '#interface';
import type { Acte, PhrasesDe } from '#journal';
import { TERRITOIRES } from '#territoires';
import { LIBELLES_DE_PROFIL } from '../regles/profils.ts';

/** How what happens to accounts is said. Names and e-mails are not in the journal: the account's own name is shown. */
export const PHRASES_DES_COMPTES = {
  'compte.ouvrir': {
    nom: 'Compte ouvert',
    dire: ({ charge }) => ({ detail: `${libelleDeProfil(charge.profil)}, ${nomDuTerritoire(charge.territoire)}` }),
  },
  'compte.modifier': {
    nom: 'Compte modifié',
    dire: ({ charge: { avant, apres, nom, courriel } }) => {
      const changes = [
        ...(nom ? ['le nom'] : []),
        ...(courriel ? ['le courriel'] : []),
        ...(avant.profil === apres.profil
          ? []
          : [`le profil (de « ${libelleDeProfil(avant.profil)} » à « ${libelleDeProfil(apres.profil)} »)`]),
        ...(avant.organisation === apres.organisation ? [] : ['le service']),
        ...(avant.territoire === apres.territoire
          ? []
          : [`le territoire (de ${nomDuTerritoire(avant.territoire)} à ${nomDuTerritoire(apres.territoire)})`]),
      ];
      return { detail: changes.length === 0 ? null : `Ce qui change : ${enumerer(changes)}` };
    },
  },
  'compte.fermer': {
    nom: 'Compte fermé',
    dire: ({ charge: { sessions, habilitations, suppleances, jetons } }) => {
      const finis = [
        ...(sessions > 0 ? [compter(sessions, 'session', 'sessions')] : []),
        ...(habilitations > 0 ? [compter(habilitations, 'habilitation', 'habilitations')] : []),
        ...(suppleances > 0 ? [compter(suppleances, 'suppléance', 'suppléances')] : []),
        ...(jetons > 0 ? [compter(jetons, 'jeton', 'jetons')] : []),
      ];
      return { detail: finis.length === 0 ? null : `Ce qui prend fin avec lui : ${enumerer(finis)}` };
    },
  },
  'compte.rouvrir': { nom: 'Compte rouvert' },
} satisfies Partial<PhrasesDe<Acte>>;

/** « Finistère » for `D29`; the code itself when it is no longer one. */
export function nomDuTerritoire(code: string): string {
  return TERRITOIRES.find((territoire) => territoire.code === code)?.nom ?? code;
}

function libelleDeProfil(profil: string): string {
  const libelles: Readonly<Record<string, string>> = LIBELLES_DE_PROFIL;
  return libelles[profil] ?? profil;
}
