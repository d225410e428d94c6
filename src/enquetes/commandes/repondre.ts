import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { type Cible, lireCibles } from '../lectures/remontees.ts';
import { lireEtatDeReponse } from '../lectures/reponses.ts';
import { peutRepondre } from '../politique.ts';
import { lireReponse, TEXTE_AU_PLUS } from '../regles/lire-reponse.ts';
import type { Contenu } from '../regles/questions.ts';
import { type FichiersDeReponse, fichiersRetenus, oublierFichiers, reconnaitreFichiers } from './garder-fichiers.ts';
import { recevoirAnonyme } from './recevoir-anonyme.ts';
import { type Atelier, surLaRemontee } from './sur-la-remontee.ts';

/** What is typed in the form of an answer: `q1`, `q2`…, and `vu`, what the form was drawn from. */
export type SaisieDeReponse = Readonly<Record<string, unknown>>;

/** Whose answer: the service that was asked. */
export type CibleVisee = { readonly remontee: string; readonly organisation: string };

/** Keeps what is typed as it is typed, faults included; not of an anonymous remontée, whose drafts would have an author. */
export function enregistrerBrouillon(
  services: Services,
  acteur: Acteur,
  visee: CibleVisee,
  saisie: SaisieDeReponse,
  fichiers: FichiersDeReponse = {},
): Promise<Resultat<null>> {
  return surLaCible(services, acteur, visee, async (atelier, cible) => {
    if (atelier.remontee.anonyme) return echec(SANS_BROUILLON);
    if ((await lireEtatDeReponse(atelier.transaction, cible.id)).vu !== saisie.vu) return echec(ECRIT_ENTRE_TEMPS);
    const reconnus = reconnaitreFichiers(atelier.remontee.questions, fichiers);
    if (!reconnus.ok) return reconnus;
    await garder(atelier, cible, saisie, reconnus.valeur);
    return reussite(null);
  });
}

/**
 * `envoyee`; or `trop_tard`: the remontée closed while it was typed, and what was typed is kept as a draft (of an
 * anonymous one nothing is kept, and it is refused).
 */
export type IssueDEnvoi = 'envoyee' | 'trop_tard';

/**
 * Sends the answer of a service, or corrects it: named, it is appended; anonymous, it is sent once and for all. A browser
 * forgets the files of a form that is refused: they are kept in the draft.
 */
export async function envoyerReponse(
  services: Services,
  acteur: Acteur,
  visee: CibleVisee,
  saisie: SaisieDeReponse,
  fichiers: FichiersDeReponse = {},
): Promise<Resultat<IssueDEnvoi>> {
  const envoyee = await envoyer(services, acteur, visee, { saisie, fichiers });
  if (!envoyee.ok && envoyee.refus.nature === 'invalide' && Object.keys(fichiers).length > 0)
    await enregistrerBrouillon(services, acteur, visee, saisie, fichiers);
  return envoyee;
}

function envoyer(
  services: Services,
  acteur: Acteur,
  visee: CibleVisee,
  { saisie, fichiers }: { readonly saisie: SaisieDeReponse; readonly fichiers: FichiersDeReponse },
): Promise<Resultat<IssueDEnvoi>> {
  return surLaCible(services, acteur, visee, async (atelier, cible) => {
    const { transaction, remontee } = atelier;
    if (remontee.etat === 'a_venir') return echec(PAS_ENCORE);
    if (remontee.etat === 'fermee' && remontee.anonyme) return echec(FERMEE_SANS_BROUILLON);
    const reconnus = reconnaitreFichiers(remontee.questions, fichiers);
    if (remontee.etat === 'fermee') {
      await garder(atelier, cible, saisie, reconnus.ok ? reconnus.valeur : {});
      return reussite('trop_tard');
    }
    if (remontee.anonyme && cible.repondu) return echec(DEJA_REPONDU);
    if (!reconnus.ok) return reconnus;
    const retenus = await fichiersRetenus(atelier, cible, saisie, reconnus.valeur);
    const lue = lireReponse(remontee.questions, { ...saisie, ...retenus });
    if (!lue.ok) return echec(refusDeReponse(lue.refus));
    if (remontee.anonyme) await recevoirAnonyme(atelier, cible, lue.valeur);
    else {
      if ((await lireEtatDeReponse(transaction, cible.id)).vu !== saisie.vu) return echec(ECRIT_ENTRE_TEMPS);
      await recevoirNommee(atelier, cible, lue.valeur);
    }
    return reussite('envoyee');
  });
}

async function recevoirNommee(atelier: Atelier, cible: Cible, contenu: Contenu): Promise<void> {
  const { transaction, remontee, acteur, maintenant, journaliser } = atelier;
  await transaction
    .insertInto('remontee_reponse')
    .values({ cible_id: cible.id, contenu: JSON.stringify(contenu), enregistre_le: maintenant, auteur: acteur.compte })
    .execute();
  await transaction.deleteFrom('remontee_brouillon').where('cible_id', '=', cible.id).execute();
  await transaction.updateTable('remontee_cible').set({ repondu: true }).where('id', '=', cible.id).execute();
  await oublierFichiers(atelier, cible);
  await journaliser({
    acte: 'remontee.repondre',
    objet: { type: 'remontee', id: remontee.id },
    territoire: cible.territoire,
    charge: { organisation: cible.organisation, correction: cible.repondu },
  });
}

async function garder(atelier: Atelier, cible: Cible, saisie: SaisieDeReponse, fichiers: FichiersDeReponse) {
  const { transaction, remontee, acteur, maintenant } = atelier;
  const contenu: Record<string, string> = {};
  const dites: SaisieDeReponse = { ...saisie, ...(await fichiersRetenus(atelier, cible, saisie, fichiers)) };
  for (const { cle } of remontee.questions) {
    const texte = dites[cle];
    // Twice what an answer holds: a text too long is kept to be shortened.
    if (typeof texte === 'string' && texte.trim() !== '') contenu[cle] = texte.slice(0, 2 * TEXTE_AU_PLUS);
  }
  const valeurs = { contenu: JSON.stringify(contenu), enregistre_le: maintenant, auteur: acteur.compte };
  await transaction
    .insertInto('remontee_brouillon')
    .values({ cible_id: cible.id, ...valeurs })
    .onConflict((conflit) =>
      conflit
        .column('cible_id')
        .doUpdateSet((eb) => ({ ...valeurs, version: eb('remontee_brouillon.version', '+', 1) })),
    )
    .execute();
  await oublierFichiers(atelier, cible);
}

/** The same, on the answer of one service: whoever may answer for it. */
export function surLaCible<T>(
  services: Services,
  acteur: Acteur,
  { remontee: id, organisation }: CibleVisee,
  travail: (atelier: Atelier, cible: Cible) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  // Who may answer is decided on the service, read once the remontée is locked.
  return surLaRemontee(
    services,
    acteur,
    id,
    () => ({ permis: true }),
    async (atelier) => {
      const cibles = await lireCibles(atelier.transaction, id);
      const cible = cibles.find((une) => une.organisation === organisation);
      if (cible === undefined) return echec(HORS_DE_LA_REMONTEE);
      const permis = peutRepondre(acteur, atelier.remontee, cible);
      if (!permis.permis) return echec({ nature: 'interdit', regle: permis.regle, message: permis.message });
      return travail(atelier, cible);
    },
  );
}

function refusDeReponse(champs: Readonly<Record<string, string>>): Refus {
  const nombre = Object.keys(champs).length;
  return {
    nature: 'invalide',
    regle: 'remontee.reponse',
    message: nombre > 1 ? `${nombre} réponses sont à corriger.` : (Object.values(champs)[0] ?? ''),
    champs,
  };
}

const HORS_DE_LA_REMONTEE: Refus = {
  nature: 'interdit',
  regle: 'remontee.repondre.service',
  message: 'Cette remontée n’est pas adressée à ce service.',
};
const SANS_BROUILLON: Refus = {
  nature: 'conflit',
  regle: 'remontee.brouillon.anonyme',
  message: 'Une remontée anonyme ne garde pas de brouillon : il aurait un auteur. Répondez en une fois.',
};
const ECRIT_ENTRE_TEMPS: Refus = {
  nature: 'conflit',
  regle: 'remontee.reponse.version',
  message:
    'Quelqu’un de votre service a enregistré une réponse pendant votre saisie. La vôtre est gardée ci-dessous : comparez, puis enregistrez de nouveau.',
};
const PAS_ENCORE: Refus = {
  nature: 'conflit',
  regle: 'remontee.a_venir',
  message:
    'Cette remontée n’est pas encore ouverte : enregistrez un brouillon, vous l’enverrez le jour de l’ouverture.',
};
const FERMEE_SANS_BROUILLON: Refus = {
  nature: 'conflit',
  regle: 'remontee.fermee',
  message:
    'La remontée s’est fermée pendant votre saisie : rien n’est envoyé. Votre texte est encore ci-dessous ; anonyme, il n’est gardé nulle part ailleurs.',
};
const DEJA_REPONDU: Refus = {
  nature: 'conflit',
  regle: 'remontee.anonyme.une_fois',
  message: 'Votre service a déjà répondu. Une réponse anonyme ne se corrige pas : rien ne dit laquelle est la vôtre.',
};
