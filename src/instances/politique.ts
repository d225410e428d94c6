import { type Acteur, type Decision, neFontQueLire, PERMIS, refus } from '#acces';

/** What a policy needs to know of a committee. */
export type InstanceVue = {
  readonly id: string;
  /** Organisation that prepares and minutes it. */
  readonly secretariat: string;
  /** Organisation that chairs it. */
  readonly presidence: string;
  readonly territoire: string;
  /** Organisations, or groups of them, that are members. */
  readonly organisations: readonly string[];
  /** Accounts of the people who are members. */
  readonly comptes: readonly string[];
};

/**
 * Who reads a committee, its agendas and its relevés: its secretariat, its chair, its members, and the DITP. A committee on
 * a territory counts « les SGC-D » as those of that territory.
 */
export function peutLireInstance(acteur: Acteur, instance: InstanceVue): Decision {
  const { secretariat, presidence, organisations, comptes, territoire } = instance;
  const sienne = acteur.organisations.some(
    (une) => une === secretariat || une === presidence || organisations.includes(une),
  );
  const duReseau = touche(acteur, territoire) && acteur.collectifs.some((un) => organisations.includes(un));
  return acteur.profil === 'ditp' ||
    sienne ||
    duReseau ||
    comptes.includes(acteur.personne) ||
    comptes.includes(acteur.compte)
    ? PERMIS
    : refus(
        'instance.lire.membre',
        'Vous n’êtes pas membre de cette instance. Son secrétariat peut y ajouter votre service.',
      );
}

function touche(acteur: Acteur, territoire: string): boolean {
  return acteur.territoires.includes(territoire) || acteur.territoiresEnglobants.includes(territoire);
}

/**
 * Whether a decision asks something of this person's services. Named as a group, « les SGC-D » are those of the territory
 * of the committee.
 */
export function estDemandeeA(
  acteur: Acteur,
  { territoire }: Pick<InstanceVue, 'territoire'>,
  responsables: readonly string[],
): boolean {
  const nomme = (une: string) => responsables.includes(une);
  return acteur.organisations.some(nomme) || (touche(acteur, territoire) && acteur.collectifs.some(nomme));
}

/**
 * Who reads a decision, alone: whoever reads its committee, and the services it asks, member or not. Those read neither the
 * agenda, nor the relevé, nor the other decisions.
 */
export function peutLireDecision(acteur: Acteur, instance: InstanceVue, responsables: readonly string[]): Decision {
  return estDemandeeA(acteur, instance, responsables) ? PERMIS : peutLireInstance(acteur, instance);
}

/** Who prepares its meetings and minutes them: the people of its secretariat who write, and the DITP. */
export function peutTenirInstance(acteur: Acteur, instance: InstanceVue): Decision {
  if (acteur.profil === 'ditp') return PERMIS;
  if (neFontQueLire(acteur.profil))
    return refus('instance.tenir.profil', 'Votre profil lit les instances sans les tenir.');
  return acteur.organisations.includes(instance.secretariat)
    ? PERMIS
    : refus(
        'instance.tenir.secretariat',
        'Seul le secrétariat de cette instance prépare ses réunions et tient son relevé. Adressez-lui votre demande.',
      );
}

/**
 * Who validates a relevé: the people of the organisation that chairs, and those above it who write (the director for the
 * deputy director). Nobody below: a secretariat prepares, it does not sign.
 */
export function peutValiderReleve(acteur: Acteur, instance: InstanceVue): Decision {
  return acteur.organisation === instance.presidence ||
    (!neFontQueLire(acteur.profil) && acteur.organisations.includes(instance.presidence))
    ? PERMIS
    : refus(
        'instance.valider.presidence',
        'Seule la présidence de l’instance valide le relevé de décisions : elle le fige. Prévenez-la qu’il est prêt.',
      );
}

/** Who says what was done of a decision: the people of the services it asks, who write, and who minutes the committee. */
export function peutDireLaSuite(acteur: Acteur, instance: InstanceVue, responsables: readonly string[]): Decision {
  if (peutTenirInstance(acteur, instance).permis) return PERMIS;
  if (neFontQueLire(acteur.profil))
    return refus('instance.suite.profil', 'Votre profil lit les décisions sans dire la suite donnée.');
  return estDemandeeA(acteur, instance, responsables)
    ? PERMIS
    : refus(
        'instance.suite.responsable',
        'Le service responsable de cette décision, ou le secrétariat de l’instance, dit la suite donnée.',
      );
}

/** For whom one says what was done of a decision: the whole of it, or one's own service. */
export type PorteeDeSuite = 'decision' | 'service';

/**
 * The secretariat, and a service named by its own name, say it of the whole decision; one of « les SGC-D » answers for
 * itself alone. Null for whoever may not say it.
 */
export function porteeDeLaSuite(
  acteur: Acteur,
  instance: InstanceVue,
  responsables: readonly string[],
): PorteeDeSuite | null {
  if (!peutDireLaSuite(acteur, instance, responsables).permis) return null;
  const nomme = acteur.organisations.some((une) => responsables.includes(une));
  return nomme || peutTenirInstance(acteur, instance).permis ? 'decision' : 'service';
}

/** Who starts a committee, whose secretariat this organisation is: its people who write, and the DITP. */
export function peutCreerInstance(acteur: Acteur, secretariat: string, territoire: string): Decision {
  if (acteur.profil === 'ditp') return PERMIS;
  if (!CREENT.has(acteur.profil))
    return refus(
      'instance.creer.profil',
      'Votre profil ne crée pas d’instance. Un responsable de plan de votre administration peut le faire.',
    );
  if (!acteur.organisations.includes(secretariat))
    return refus(
      'instance.creer.secretariat',
      'Vous créez des instances dont votre service tient le secrétariat. Choisissez-le.',
    );
  return acteur.territoires.includes(territoire)
    ? PERMIS
    : refus('instance.creer.territoire', 'Vous créez des instances pour votre territoire. Choisissez-le.');
}

export function peutCreerDesInstances(acteur: Acteur): Decision {
  return peutCreerInstance(acteur, acteur.organisation, acteur.territoire);
}

const CREENT: ReadonlySet<string> = new Set([
  'responsable_de_plan',
  'chef_de_projet',
  'prefet_region',
  'prefet_departement',
]);
