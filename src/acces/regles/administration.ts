import type { Acteur, Decision } from './acteur.ts';
import { PERMIS, refus } from './acteur.ts';
import type { Droit, ObjetDHabilitation } from './habilitations.ts';
import { LIBELLES_DE_PROFIL, neFontQueLire, type Profil } from './profils.ts';

/** What a policy needs to know of an account to let someone manage it. */
export type CompteVu = {
  readonly compte: string;
  readonly profil: Profil;
  readonly territoire: string;
  /** The service: where it is, and the ministry at the top of its branch. */
  readonly organisation: { readonly id: string; readonly territoire: string; readonly ministere: string | null };
};

/** A grant as it is asked, before it exists. */
export type HabilitationDemandee = {
  readonly droit: Droit;
  readonly objet: ObjetDHabilitation;
  readonly territoire: string;
};

/** Where this person manages accounts: everywhere (DITP), the territories of own grants, or nowhere (empty). */
export function territoiresAdministres(acteur: Acteur): 'tous' | readonly string[] {
  if (acteur.genre !== 'personne') return [];
  if (acteur.profil === 'ditp') return 'tous';
  return [
    ...new Set(acteur.habilitations.filter(({ droit }) => droit === 'administrer').flatMap((une) => une.territoires)),
  ];
}

/** Who opens the pages of administration at all. */
export function peutAdministrer(acteur: Acteur): Decision {
  if (acteur.genre === 'suppleance')
    return refus(
      'comptes.suppleance',
      'Une suppléance n’ouvre pas l’administration des comptes. Revenez à votre propre compte, ou adressez-vous à un autre administrateur.',
    );
  return territoiresAdministres(acteur).length > 0
    ? PERMIS
    : refus(
        'comptes.administrer',
        'Les comptes sont gérés par l’administrateur de votre territoire et par la DITP. Demandez-leur ce dont vous avez besoin depuis « Mon compte ».',
      );
}

/** Who does what concerns the whole of Jalon: mails sent, tokens of everyone, the whole journal. */
export function peutAdministrerTout(acteur: Acteur): Decision {
  return territoiresAdministres(acteur) === 'tous'
    ? PERMIS
    : refus(
        'comptes.national',
        'Cette page concerne tout Jalon : elle est réservée aux administrateurs nationaux, à la DITP.',
      );
}

/** Who sees this account in the lists of administration. */
export function peutVoirCompte(acteur: Acteur, compte: Pick<CompteVu, 'territoire'>): Decision {
  const portee = territoiresAdministres(acteur);
  return portee === 'tous' || portee.includes(compte.territoire)
    ? PERMIS
    : refus(
        'comptes.territoire',
        'Ce compte est d’un territoire que vous n’administrez pas. Adressez-vous à l’administrateur de ce territoire ou à la DITP.',
      );
}

/**
 * Who opens this account, or gives it this profile at this place: the DITP; the administrator of the territory, for
 * profiles that can do no more than own profile, in a service of the territory, and of own ministry for the services of
 * central administration; for a profile that modifies plans, in own service or below. No one changes own account.
 */
export function peutGererCompte(acteur: Acteur, compte: CompteVu): Decision {
  if (compte.compte === acteur.personne)
    return refus(
      'comptes.soi',
      'Personne ne change ses propres droits. Demandez à un autre administrateur ou à la DITP.',
    );
  const visible = peutVoirCompte(acteur, compte);
  if (!visible.permis) return visible;
  const portee = territoiresAdministres(acteur);
  if (portee === 'tous') return PERMIS;
  if (!PROFILS_DONNES[acteur.profil].includes(compte.profil))
    return refus(
      'comptes.profil',
      `Le profil « ${LIBELLES_DE_PROFIL[compte.profil]} » donne plus de droits que le vôtre : seule la DITP peut gérer ce compte.`,
    );
  if (!portee.includes(compte.organisation.territoire))
    return refus(
      'comptes.service',
      'Ce service n’est pas d’un territoire que vous administrez. Choisissez un service de votre territoire, ou adressez-vous à la DITP.',
    );
  if (ECRIVENT_POUR_LEUR_SERVICE.has(compte.profil) && !acteur.organisations.includes(compte.organisation.id))
    return refus(
      'comptes.ecriture',
      `Le profil « ${LIBELLES_DE_PROFIL[compte.profil]} » modifie les plans de son service : vous le donnez dans votre service et ceux qui en dépendent. Choisissez un profil qui rend compte, ou adressez-vous à la DITP.`,
    );
  const central = compte.organisation.territoire === 'FR' && compte.organisation.ministere !== null;
  return !central || compte.organisation.ministere === acteur.ministere
    ? PERMIS
    : refus(
        'comptes.ministere',
        'Ce service dépend d’un autre ministère : son administrateur ou la DITP gère ce compte.',
      );
}

/**
 * Who gives this grant to this account. `porteur` says whether the giver has this right on this object and territory:
 * asked of the policy of the object by the caller, so that no one gives more than one has.
 */
export function peutHabiliter(
  acteur: Acteur,
  compte: CompteVu,
  { droit, objet, territoire }: HabilitationDemandee,
  porteur: boolean,
): Decision {
  const gere = peutGererCompte(acteur, compte);
  if (!gere.permis) return gere;
  if (droit !== 'lire' && droit !== 'administrer' && neFontQueLire(compte.profil))
    return refus(
      'habilitation.lecteur',
      `Le profil « ${LIBELLES_DE_PROFIL[compte.profil]} » lit sans écrire : aucune habilitation ne lui donne d’écrire. Donnez-lui le droit de lire, ou changez son profil.`,
    );
  const portee = territoiresAdministres(acteur);
  if (portee !== 'tous' && !portee.includes(territoire))
    return refus(
      'habilitation.territoire',
      'Vous habilitez pour les territoires que vous administrez. Choisissez l’un d’eux, ou adressez-vous à la DITP.',
    );
  if (portee === 'tous' || objet === 'comptes') return PERMIS;
  return porteur
    ? PERMIS
    : refus(
        'habilitation.plus_que_soi',
        'Vous ne pouvez pas donner un droit que vous n’avez pas vous-même sur cet objet et ce territoire. Son propriétaire ou la DITP peut le donner.',
      );
}

/** Who names a stand-in for this account: the person, and whoever manages the account. */
export function peutNommerSuppleant(acteur: Acteur, titulaire: CompteVu): Decision {
  return acteur.genre === 'personne' && acteur.compte === titulaire.compte
    ? PERMIS
    : peutGererCompte(acteur, titulaire);
}

/** Profiles that modify the plans of their service: given outside one's own, they would do more than the giver. */
const ECRIVENT_POUR_LEUR_SERVICE: ReadonlySet<Profil> = new Set([
  'responsable_de_plan',
  'chef_de_projet',
  'prefet_region',
  'prefet_departement',
]);

/** Profiles that each profile may give when it administers: none that could do more, in the same service and territory. */
export const PROFILS_DONNES: Readonly<Record<Profil, readonly Profil[]>> = {
  presidence: ['presidence'],
  premier_ministre: ['premier_ministre'],
  cabinet: ['cabinet', 'administration_centrale'],
  administration_centrale: ['administration_centrale'],
  responsable_de_plan: ['responsable_de_plan', 'pilote', 'administration_centrale'],
  pilote: ['pilote'],
  chef_de_projet: ['chef_de_projet', 'responsable_de_plan', 'pilote', 'administration_centrale'],
  ditp: [
    'presidence',
    'premier_ministre',
    'cabinet',
    'administration_centrale',
    'responsable_de_plan',
    'pilote',
    'chef_de_projet',
    'ditp',
    'prefet_region',
    'prefet_departement',
    'service_deconcentre',
  ],
  prefet_region: ['prefet_region', 'prefet_departement', 'service_deconcentre'],
  prefet_departement: ['prefet_departement', 'service_deconcentre'],
  service_deconcentre: ['service_deconcentre'],
};
