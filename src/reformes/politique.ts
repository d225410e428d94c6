import {
  type Acteur,
  type Decision,
  type HabilitationEnVigueur,
  habilitationsPour,
  neFontQueLire,
  PERMIS,
  refus,
  territoiresDeContribution,
} from '#acces';
import { type Maille, TERRITOIRES } from '#territoires';

/** What a policy needs to know of a reform. */
export type ReformeVue = {
  readonly id: string;
  readonly ministere: string | null;
  /** Organisation of the chef de projet and the team. */
  readonly equipe: string;
  /** Services, and groups of services, whose field it is. */
  readonly services: readonly string[];
  readonly mailles: readonly Maille[];
  readonly etat: 'brouillon' | 'active' | 'archivee';
};

/** Why someone reads a reform in a territory. */
export type RaisonDeLireReforme =
  | { readonly genre: 'ditp' | 'equipe' | 'tout' | 'champ' | 'region' | 'departement' | 'service' }
  | { readonly genre: 'habilitation'; readonly habilitation: HabilitationEnVigueur };

/**
 * Who reads what is known of a reform in a territory, by the access table (guide du préfet, p. 15 and 16): the Presidency,
 * the Prime Minister and the DITP everything; a minister, a cabinet, a central administration those of their field,
 * everywhere; a chef de projet theirs, everywhere; a region prefect the région and its départements, for reforms followed
 * there; a département prefect the département alone; a local service those of its field, on its territory; anyone else
 * what a grant opens, for its territory. A draft is seen by its team and the DITP.
 */
export function peutLireReforme(acteur: Acteur, reforme: ReformeVue, territoire: string): Decision {
  if (pourquoiLireReforme(acteur, reforme, territoire).length > 0) return PERMIS;
  if (reforme.etat === 'brouillon' && !estDeLEquipe(acteur, reforme))
    return refus(
      'reforme.lire.brouillon',
      'Cette réforme est en préparation : seules son équipe et la DITP la voient.',
    );
  return acteur.territoires.includes(territoire) || !SUR_LEUR_TERRITOIRE.has(acteur.profil)
    ? refus(
        'reforme.lire.champ',
        'Cette réforme n’est pas dans votre champ, ou n’est pas suivie sur ce territoire. Demandez un accès : l’administrateur de vos comptes peut vous l’ouvrir.',
      )
    : refus(
        'reforme.lire.territoire',
        'Vous lisez les réformes de votre territoire. Celles d’un autre territoire s’ouvrent par une habilitation : demandez-la.',
      );
}

/** Everything that lets this person read this reform in this territory; nothing: it is closed to them. */
export function pourquoiLireReforme(
  acteur: Acteur,
  reforme: ReformeVue,
  territoire: string,
): readonly RaisonDeLireReforme[] {
  const maille = mailleDe(territoire);
  if (maille === null) return [];
  const siennes: readonly RaisonDeLireReforme[] = [
    ...si('ditp', acteur.profil === 'ditp'),
    ...si('equipe', estDeLEquipe(acteur, reforme)),
    ...parHabilitation(acteur, 'modifier', reforme, territoire),
  ];
  if (reforme.etat === 'brouillon') return siennes;
  return [
    ...siennes,
    ...parHabilitation(acteur, 'lire', reforme, territoire),
    ...si('tout', LISENT_TOUT.has(acteur.profil)),
    ...si(
      'champ',
      DE_LEUR_CHAMP.has(acteur.profil) && reforme.ministere !== null && reforme.ministere === acteur.ministere,
    ),
    ...si('region', acteur.profil === 'prefet_region' && dansLaRegion(acteur, reforme, territoire)),
    ...si(
      'departement',
      acteur.profil === 'prefet_departement' &&
        acteur.territoire === territoire &&
        reforme.mailles.includes('departemental'),
    ),
    ...si(
      'service',
      acteur.profil === 'service_deconcentre' &&
        acteur.territoires.includes(territoire) &&
        reforme.mailles.includes(maille) &&
        estDeSonChamp(acteur, reforme),
    ),
  ];
}

/** The territories in which this person reads this reform, among all there are. */
export function territoiresLisibles(acteur: Acteur, reforme: ReformeVue): readonly string[] {
  return TERRITOIRES.filter(({ code }) => peutLireReforme(acteur, reforme, code).permis).map(({ code }) => code);
}

/** Who reads the sheet of a reform (what it is, its indicators, its team): whoever reads it somewhere. */
export function peutLireFicheDeReforme(acteur: Acteur, reforme: ReformeVue): Decision {
  if (territoiresLisibles(acteur, reforme).length > 0) return PERMIS;
  return peutLireReforme(acteur, reforme, acteur.territoire);
}

/** Who creates reforms, publishes and archives them, says their field and composes their indicators: the DITP. */
export function peutConfigurerReformes(acteur: Acteur): Decision {
  return acteur.profil === 'ditp'
    ? PERMIS
    : refus(
        'reforme.configurer.profil',
        'Seule la DITP crée des réformes et règle leurs indicateurs. Adressez-lui votre demande.',
      );
}

/**
 * Who keeps a reform up to date (contacts, plans that serve it, values and targets of its indicators): its team and the DITP,
 * and whoever was given to modify it for the whole country. A grant to modify it for one territory gives what the access
 * table gives at that level, the météo and the analysis: a value changes the figures of the levels above, and those of the
 * other reforms of its indicator.
 */
export function peutTenirReforme(acteur: Acteur, reforme: ReformeVue): Decision {
  if (acteur.profil === 'ditp' || estDeLEquipe(acteur, reforme)) return nonArchivee(reforme);
  if (parHabilitation(acteur, 'modifier', reforme, 'FR').length > 0) return nonArchivee(reforme);
  return neFontQueLire(acteur.profil)
    ? refus('reforme.tenir.profil', LECTURE_SEULE)
    : refus(
        'reforme.tenir.equipe',
        'Seuls l’équipe de la réforme et la DITP la tiennent à jour. Adressez-vous à elles.',
      );
}

/** Who declares the météo of a territory: who answers for it at that level; nationally, the team. */
export function peutDeclarerMeteo(acteur: Acteur, reforme: ReformeVue, territoire: string): Decision {
  return declarer(acteur, reforme, territoire, 'meteo');
}

/** Who writes the analysis of a territory: who declares its météo, and the local services on the reforms of their field. */
export function peutAnalyser(acteur: Acteur, reforme: ReformeVue, territoire: string): Decision {
  return declarer(acteur, reforme, territoire, 'analyse');
}

function declarer(acteur: Acteur, reforme: ReformeVue, territoire: string, quoi: 'meteo' | 'analyse'): Decision {
  const maille = mailleDe(territoire);
  if (maille === null || !reforme.mailles.includes(maille))
    return refus(`${quoi}.maille`, 'Cette réforme n’est pas suivie sur ce territoire.');
  if (reforme.etat !== 'active' && acteur.profil !== 'ditp')
    return refus(`${quoi}.etat`, 'Cette réforme n’est pas suivie en ce moment : rien ne s’y déclare.');
  if (reforme.etat === 'archivee') return nonArchivee(reforme);
  if (acteur.profil === 'ditp') return PERMIS;
  if (neFontQueLire(acteur.profil)) return refus(`${quoi}.profil`, LECTURE_SEULE);
  if (territoiresDeContribution(acteur.habilitations, { type: 'reforme', ...reforme }).includes(territoire))
    return PERMIS;
  if (!peutLireReforme(acteur, reforme, territoire).permis)
    return refus(`${quoi}.territoire`, 'Vous ne suivez pas cette réforme sur ce territoire.');
  if (repondDuTerritoire(acteur, reforme, territoire, maille)) return PERMIS;
  // A grant to read elsewhere, or out of its field, lets a local service read and no more.
  if (quoi === 'analyse' && pourquoiLireReforme(acteur, reforme, territoire).some(({ genre }) => genre === 'service'))
    return PERMIS;
  return refus(`${quoi}.niveau`, QUI_DECLARE[maille]);
}

const QUI_DECLARE: Readonly<Record<Maille, string>> = {
  national: 'Au niveau national, seule l’équipe de la réforme le fait.',
  regional: 'Pour une région, seuls le préfet de région et le SGAR le font.',
  departemental: 'Pour un département, seul son préfet le fait.',
};

function repondDuTerritoire(acteur: Acteur, reforme: ReformeVue, territoire: string, maille: Maille): boolean {
  switch (maille) {
    case 'national':
      return estDeLEquipe(acteur, reforme);
    case 'regional':
      return acteur.profil === 'prefet_region' && acteur.territoire === territoire;
    case 'departemental':
      return acteur.profil === 'prefet_departement' && acteur.territoire === territoire;
  }
}

/** Who proposes and discusses a target of a territory: its prefect, and the team of the reform. */
export function peutProposerCible(acteur: Acteur, reforme: ReformeVue, territoire: string): Decision {
  if (peutTenirReforme(acteur, reforme).permis) return PERMIS;
  const permis = peutDeclarerMeteo(acteur, reforme, territoire);
  return permis.permis
    ? PERMIS
    : refus('cible.proposer', 'La cible d’un territoire se discute entre son préfet et l’équipe de la réforme.');
}

/** On which side of the discussion of a target this person stands; null: on none. */
export function coteDe(acteur: Acteur, reforme: ReformeVue, territoire: string): 'centrale' | 'territoire' | null {
  if (peutTenirReforme(acteur, reforme).permis) return 'centrale';
  return peutDeclarerMeteo(acteur, reforme, territoire).permis ? 'territoire' : null;
}

function si(
  genre: Exclude<RaisonDeLireReforme['genre'], 'habilitation'>,
  vrai: boolean,
): readonly RaisonDeLireReforme[] {
  return vrai ? [{ genre }] : [];
}

function parHabilitation(
  acteur: Acteur,
  droit: 'lire' | 'modifier',
  { id, ministere }: ReformeVue,
  territoire: string,
): readonly RaisonDeLireReforme[] {
  if (droit === 'modifier' && neFontQueLire(acteur.profil)) return [];
  return habilitationsPour(acteur.habilitations, droit, { type: 'reforme', id, ministere, territoire })
    .filter(({ territoires }) => territoires.includes(territoire))
    .map((habilitation) => ({ genre: 'habilitation', habilitation }));
}

const PAR_CODE: ReadonlyMap<string, Maille> = new Map(TERRITOIRES.map(({ code, maille }) => [code, maille]));

function mailleDe(code: string): Maille | null {
  return PAR_CODE.get(code) ?? null;
}

/** « Those followed at regional or departmental level »: the région and its départements. */
function dansLaRegion(acteur: Acteur, { mailles }: ReformeVue, territoire: string): boolean {
  return acteur.territoires.includes(territoire) && (mailles.includes('regional') || mailles.includes('departemental'));
}

function estDeSonChamp(acteur: Acteur, { services, ministere }: ReformeVue): boolean {
  return (
    services.some((service) => acteur.organisations.includes(service) || acteur.collectifs.includes(service)) ||
    (ministere !== null && ministere === acteur.ministere)
  );
}

function estDeLEquipe(acteur: Acteur, { equipe }: ReformeVue): boolean {
  return acteur.profil === 'chef_de_projet' && acteur.organisations.includes(equipe);
}

function nonArchivee({ etat }: ReformeVue): Decision {
  return etat === 'archivee'
    ? refus('reforme.archivee', 'Cette réforme est archivée : elle se lit, et ne change plus. La DITP peut la rouvrir.')
    : PERMIS;
}

const LECTURE_SEULE = 'Votre profil lit les réformes sans les modifier. Adressez-vous à l’équipe de la réforme.';
const LISENT_TOUT: ReadonlySet<string> = new Set(['presidence', 'premier_ministre']);
const DE_LEUR_CHAMP: ReadonlySet<string> = new Set(['cabinet', 'administration_centrale']);
const SUR_LEUR_TERRITOIRE: ReadonlySet<string> = new Set([
  'prefet_region',
  'prefet_departement',
  'service_deconcentre',
]);
