import { type Acteur, type Decision, neFontQueLire, PERMIS, refus } from '#acces';
import { TERRITOIRES } from '#territoires';
import { pourquoiLireReforme, type ReformeVue } from '../politique.ts';
import type { EtatDeFeuille } from './regles/mandat.ts';

/** What a policy needs to know of a roadmap. */
export type FeuilleVue = {
  readonly id: string;
  readonly territoire: string;
  readonly etat: EtatDeFeuille;
  /** The reforms it contains now. */
  readonly reformes: readonly ReformeVue[];
};

/** What someone reads of a roadmap: all of it; its heading and these reforms, without the local projects; nothing. */
export type Lecture =
  | { readonly part: 'entiere' }
  | { readonly part: 'reformes'; readonly reformes: readonly string[] }
  | { readonly part: 'fermee' };

/**
 * Who reads a roadmap. In preparation: the prefect it is for and the DITP. Signed: also the prefect of the région of its
 * département, the Presidency and the Prime Minister; a cabinet, a central administration and a chef de projet read the
 * heading and the part of the reforms they read there; anyone else what a grant on one of its reforms opens.
 */
export function lectureDeFeuille(acteur: Acteur, feuille: FeuilleVue): Lecture {
  if (acteur.profil === 'ditp' || estDuTerritoire(acteur, feuille.territoire)) return { part: 'entiere' };
  if (feuille.etat === 'en_preparation') return { part: 'fermee' };
  if (LISENT_TOUT.has(acteur.profil)) return { part: 'entiere' };
  if (acteur.profil === 'prefet_region' && acteur.territoires.includes(feuille.territoire)) return { part: 'entiere' };
  const reformes = feuille.reformes.filter((reforme) =>
    pourquoiLireReforme(acteur, reforme, feuille.territoire).some(
      ({ genre }) => genre === 'habilitation' || PAR_LEURS_REFORMES.has(acteur.profil),
    ),
  );
  return reformes.length === 0 ? { part: 'fermee' } : { part: 'reformes', reformes: reformes.map(({ id }) => id) };
}

export function peutLireFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  if (lectureDeFeuille(acteur, feuille).part !== 'fermee') return PERMIS;
  return feuille.etat === 'en_preparation'
    ? refus(
        'feuille.lire.preparation',
        'Cette feuille de route est en préparation : seuls le préfet concerné et la DITP la voient.',
      )
    : refus(
        'feuille.lire.territoire',
        'Cette feuille de route n’est pas celle de votre territoire, et aucune de ses réformes n’est dans votre champ. Adressez-vous au préfet concerné ou à la DITP.',
      );
}

/** Who prepares a roadmap for this territory: its prefect, and the DITP. */
export function peutPreparerFeuille(acteur: Acteur, territoire: string): Decision {
  if (territoire === 'FR' || !TERRITOIRES.some(({ code }) => code === territoire))
    return refus(
      'feuille.preparer.maille',
      'Une feuille de route est celle d’un préfet : choisissez une région ou un département.',
    );
  if (acteur.profil === 'ditp' || estDuTerritoire(acteur, territoire)) return PERMIS;
  return neFontQueLire(acteur.profil)
    ? refus('feuille.preparer.profil', 'Votre profil lit les feuilles de route sans les modifier.')
    : refus(
        'feuille.preparer.territoire',
        'Seuls le préfet de ce territoire et la DITP préparent sa feuille de route.',
      );
}

/** The territories this person prepares roadmaps for. */
export function territoiresPreparables(acteur: Acteur): readonly string[] {
  return TERRITOIRES.filter(({ code }) => peutPreparerFeuille(acteur, code).permis).map(({ code }) => code);
}

/** Who chooses its title and its reforms directly: those who prepare it, until it is signed. Afterwards, by a change. */
export function peutComposerFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = peutPreparerFeuille(acteur, feuille.territoire);
  if (!permis.permis || feuille.etat === 'en_preparation') return permis;
  return refus(
    'feuille.composer.signee',
    'Cette feuille de route est signée : son contenu ne change plus que par une actualisation ou un avenant. Proposez-en un.',
  );
}

/** Who keeps it alive (local projects, comments, changes proposed, a new prefect): its prefect and the DITP, until it is closed. */
export function peutTenirFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = peutPreparerFeuille(acteur, feuille.territoire);
  if (!permis.permis) return permis;
  return feuille.etat === 'close'
    ? refus('feuille.tenir.close', 'Cette feuille de route est close : elle se lit, et ne change plus.')
    : PERMIS;
}

/** Who proposes an actualisation or an avenant, or says that a new prefect is in post: who keeps it, while it is in force. */
export function peutFaireEvoluerFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = peutTenirFeuille(acteur, feuille);
  return permis.permis ? siEnVigueur(feuille) : permis;
}

/** Who records that the Prime Minister signed it: the DITP. */
export function peutSignerFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = seuleLaDitp(acteur);
  if (!permis.permis || feuille.etat === 'en_preparation') return permis;
  return refus('feuille.signer.deja', 'Cette feuille de route est déjà signée.');
}

/** Who accepts or refuses a change proposed by the prefect: the DITP. */
export function peutRepondreAuPrefet(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = seuleLaDitp(acteur);
  return permis.permis ? siEnVigueur(feuille) : permis;
}

/** Who closes it, before its term or after: the DITP. */
export function peutCloreFeuille(acteur: Acteur, feuille: FeuilleVue): Decision {
  const permis = seuleLaDitp(acteur);
  if (!permis.permis) return permis;
  if (feuille.etat === 'en_preparation')
    return refus('feuille.clore.preparation', 'Cette feuille de route n’est pas signée : il n’y a rien à clore.');
  return feuille.etat === 'close' ? refus('feuille.clore.deja', 'Cette feuille de route est déjà close.') : PERMIS;
}

function siEnVigueur({ etat }: FeuilleVue): Decision {
  return etat === 'en_vigueur'
    ? PERMIS
    : refus('feuille.vigueur', 'Seule une feuille de route en vigueur évolue : celle-ci ne l’est pas.');
}

function seuleLaDitp(acteur: Acteur): Decision {
  return acteur.profil === 'ditp'
    ? PERMIS
    : refus(
        'feuille.ditp',
        'Seule la DITP enregistre la signature du Premier ministre, répond aux avenants et clôt une feuille de route. Adressez-lui votre demande.',
      );
}

/** The prefect it is the mandate of, and the people of the same service: that very territory, not those inside. */
function estDuTerritoire(acteur: Acteur, territoire: string): boolean {
  return (
    (acteur.profil === 'prefet_departement' || acteur.profil === 'prefet_region') && acteur.territoire === territoire
  );
}

const LISENT_TOUT: ReadonlySet<string> = new Set(['presidence', 'premier_ministre']);
const PAR_LEURS_REFORMES: ReadonlySet<string> = new Set(['cabinet', 'administration_centrale', 'chef_de_projet']);
