import { type Acteur, type Decision, neFontQueLire, PERMIS, refus } from '#acces';
import type { Etat } from './regles/etat.ts';

/** What a policy needs to know of a remontée. */
export type RemonteeVue = {
  /** Who asks. */
  readonly organisation: string;
  readonly anonyme: boolean;
  readonly etat: Etat;
  readonly publiee: boolean;
  /** Only people of this profile answer; null: anyone of the service. */
  readonly profil: string | null;
};

/** A service that is asked, and the one it passed its answer on to. */
export type CibleVue = { readonly organisation: string; readonly delegueA: string | null };

/** Who sends remontées to the services of a territory: those who steer, and prefects within their own territory. */
export function peutCreerRemontee(acteur: Acteur, territoire: string): Decision {
  if (neFontQueLire(acteur.profil))
    return refus('remontee.creer.profil', 'Votre profil lit sans écrire : il n’envoie pas de remontée.');
  if (NATIONAUX.has(acteur.profil)) return PERMIS;
  if (!PREFETS.has(acteur.profil))
    return refus(
      'remontee.creer.profil',
      'Une remontée est envoyée par un responsable de plan, une équipe de réforme, un préfet ou la DITP. Demandez-la-leur.',
    );
  return acteur.territoires.includes(territoire)
    ? PERMIS
    : refus('remontee.creer.territoire', 'Un préfet n’interroge que les services de son territoire.');
}

/** Who prepares this one, sends it, reminds, closes it: the service that asks, and the DITP. */
export function peutTenirRemontee(acteur: Acteur, remontee: RemonteeVue): Decision {
  if (acteur.profil === 'ditp') return PERMIS;
  if (!neFontQueLire(acteur.profil) && ENVOIENT.has(acteur.profil) && acteur.organisation === remontee.organisation)
    return PERMIS;
  return refus('remontee.tenir', 'Seul le service qui envoie cette remontée peut faire cela.');
}

/** Who answers for a service: its people, those of the services above it, and those it passed the answer on to. */
export function peutRepondre(acteur: Acteur, remontee: RemonteeVue, cible: CibleVue): Decision {
  if (remontee.etat === 'brouillon' || remontee.etat === 'abandonnee')
    return refus('remontee.repondre.etat', 'Cette remontée n’est pas ouverte.');
  if (neFontQueLire(acteur.profil))
    return refus('remontee.repondre.profil', 'Votre profil lit sans écrire : il ne répond pas aux remontées.');
  if (cible.delegueA !== null && acteur.organisations.includes(cible.delegueA)) return PERMIS;
  if (!acteur.organisations.includes(cible.organisation))
    return refus('remontee.repondre.service', 'Cette remontée n’est pas adressée à votre service.');
  return remontee.profil === null || remontee.profil === acteur.profil
    ? PERMIS
    : refus('remontee.repondre.profil', 'Dans votre service, un autre profil répond à cette remontée.');
}

/** Who sees that it exists, and its questions: who keeps it, and who answers it. */
export function peutLireRemontee(acteur: Acteur, remontee: RemonteeVue, cibles: readonly CibleVue[]): Decision {
  if (peutTenirRemontee(acteur, remontee).permis) return PERMIS;
  return cibles.some((cible) => peutRepondre(acteur, remontee, cible).permis)
    ? PERMIS
    : refus(
        'remontee.lire',
        'Cette remontée n’est adressée ni à votre service, ni à un service qui vous l’a confiée. Adressez-vous à qui l’envoie.',
      );
}

/**
 * Who reads what was answered, together: who keeps it; those who were asked once it is published. Of an anonymous one,
 * nobody before it is closed: what changes from one answer to the next would say who answered what.
 */
export function peutLireResultats(acteur: Acteur, remontee: RemonteeVue, cibles: readonly CibleVue[]): Decision {
  const lecture = peutLireRemontee(acteur, remontee, cibles);
  if (!lecture.permis) return lecture;
  if (remontee.anonyme && remontee.etat !== 'fermee')
    return refus(
      'remontee.resultats.anonyme',
      'Les résultats d’une remontée anonyme ne se lisent qu’après sa fermeture : avant, leur progression dirait qui a répondu quoi.',
    );
  if (peutTenirRemontee(acteur, remontee).permis || remontee.publiee) return PERMIS;
  return refus('remontee.resultats.publication', 'Les résultats ne sont pas encore publiés à ceux qui ont répondu.');
}

/**
 * Who makes a note or a value of a result: who keeps the remontée, once they may read it. Those who were asked read the
 * results for themselves; where they are quoted is for who asked.
 */
export function peutReprendreResultat(acteur: Acteur, remontee: RemonteeVue, cibles: readonly CibleVue[]): Decision {
  const lecture = peutLireResultats(acteur, remontee, cibles);
  if (!lecture.permis) return lecture;
  return peutTenirRemontee(acteur, remontee).permis
    ? PERMIS
    : refus(
        'remontee.reprendre',
        'Seul le service qui envoie cette remontée en reprend les résultats dans une action ou un indicateur.',
      );
}

/** Who opens a file of an answer: who answers for the service, drafts included; who keeps the remontée, once it is sent. */
export function peutLireFichier(
  acteur: Acteur,
  remontee: RemonteeVue,
  { cible, envoye }: { readonly cible: CibleVue; readonly envoye: boolean },
): Decision {
  if (peutRepondre(acteur, remontee, cible).permis) return PERMIS;
  const tient = peutTenirRemontee(acteur, remontee);
  if (!tient.permis) return tient;
  return envoye
    ? PERMIS
    : refus(
        'remontee.fichier.brouillon',
        'Ce fichier est dans un brouillon : il s’ouvrira une fois la réponse envoyée.',
      );
}

const NATIONAUX: ReadonlySet<Acteur['profil']> = new Set(['ditp', 'responsable_de_plan', 'chef_de_projet']);
const PREFETS: ReadonlySet<Acteur['profil']> = new Set(['prefet_region', 'prefet_departement']);
const ENVOIENT: ReadonlySet<Acteur['profil']> = new Set([...NATIONAUX, ...PREFETS]);
