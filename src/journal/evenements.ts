import type { Valeur } from './regles/canonique.ts';
import type { Effacement } from './regles/personnel.ts';

/*
 * Everything that can happen in Jalon. A new command adds its act here, and its sentence in the `phrases.ts` of its room:
 * without it the composition of the administration (`src/administration/journal/phrases.ts`) does not compile.
 *
 * `charge` is chained for ever: identifiers, titles, figures, never the name or the e-mail of a person. What is personal
 * goes in the fourth parameter of `Fait`: the event then has a `personnel` (null when there is nothing this time), whose
 * content is kept beside the chain, which holds only a commitment to it. It can be erased (`effacerDonneesPersonnelles`)
 * and the chain still verifies. `concerne` names whose data it is, so that one person's can be found.
 *
 *   | Fait<'compte.renommer', 'compte', { readonly motif: string }, { readonly nom: string }>
 *
 * An event that erases carries `effacement` in its `charge`: how many parts, and which.
 */

type Objet<T extends string> = { readonly type: T; readonly id: string };

type Fait<A extends string, T extends string, C extends Valeur, P extends Valeur = never> = A extends string
  ? {
      readonly acte: A;
      readonly objet: Objet<T>;
      readonly territoire: string | null;
      readonly charge: C;
    } & ([P] extends [never] ? unknown : { readonly personnel: PartPersonnelle<P> | null })
  : never;

export type PartPersonnelle<P extends Valeur = Valeur> = {
  /** Account whose data it is; null when nobody in particular. */
  readonly concerne: string | null;
  readonly contenu: P;
};

/** Kinds of objects that an address names. */
type ObjetRefuse =
  | 'plan'
  | 'import'
  | 'indicateur'
  | 'import_de_valeurs'
  | 'reforme'
  | 'point_d_etape'
  | 'territoire'
  | 'feuille_de_route'
  | 'compte'
  | 'habilitation'
  | 'demande'
  | 'courriel'
  | 'instance'
  | 'reunion'
  | 'decision'
  | 'remontee';

/** One member per business act. */
export type Evenement =
  | Fait<'session.ouvrir', 'compte', { readonly moyen: 'demonstration' | 'oidc' }>
  | Fait<'session.fermer', 'compte', Record<string, never>>
  /** Everything Jalon knows of a person was downloaded. */
  | Fait<'donnees.exporter', 'compte', { readonly lignes: number }>
  /** A person's name, e-mail and identities were erased; `donnees.effacer` says which parts of the journal were. */
  | Fait<'compte.effacer', 'compte', { readonly motif: 'demande' | 'conservation' }>
  /** Someone asked for an object, or a page, that is not open to them. `adresse` is the pattern of the address. */
  | Fait<'acces.refuser', ObjetRefuse | 'page', { readonly adresse: string; readonly methode: string }>
  | Fait<'session.revoquer', 'compte', { readonly sessions: number }>
  | Fait<'identite.rattacher', 'compte', { readonly par: 'courriel' | 'demande' }>
  | Fait<'identite.changer_de_courriel', 'compte', Record<string, never>>
  | Fait<'demande.deposer', 'demande', Record<string, never>>
  | Fait<'demande.preciser', 'demande', { readonly territoire: string | null; readonly organisation: string | null }>
  | Fait<'compte.ouvrir', 'compte', PlaceDeCompte, IdentiteDeCompte>
  | Fait<
      'compte.modifier',
      'compte',
      {
        readonly avant: PlaceDeCompte;
        readonly apres: PlaceDeCompte;
        readonly nom: boolean;
        readonly courriel: boolean;
      },
      { readonly avant: IdentiteDeCompte; readonly apres: IdentiteDeCompte }
    >
  | Fait<
      'compte.fermer',
      'compte',
      {
        readonly sessions: number;
        readonly habilitations: number;
        readonly suppleances: number;
        readonly jetons: number;
      }
    >
  | Fait<'compte.rouvrir', 'compte', Record<string, never>>
  | Fait<'habilitation.accorder', 'compte', ChargeDHabilitation>
  | Fait<'habilitation.prolonger', 'compte', ChargeDHabilitation & { readonly remplace: string }>
  | Fait<'habilitation.retirer', 'compte', Omit<ChargeDHabilitation, 'debut' | 'fin'>>
  | Fait<
      'suppleance.nommer',
      'compte',
      { readonly suppleance: string; readonly suppleant: string; readonly debut: string; readonly fin: string }
    >
  | Fait<'suppleance.finir', 'compte', { readonly suppleance: string; readonly suppleant: string }>
  | Fait<'suppleance.agir' | 'suppleance.reprendre', 'compte', { readonly suppleance: string }>
  | Fait<'acces.demander', 'demande', { readonly objet: string; readonly droit: string; readonly pour?: string }>
  | Fait<'demande.accorder', 'demande', { readonly compte: string; readonly habilitation: string | null }>
  | Fait<'demande.refuser', 'demande', { readonly compte: string | null }>
  | Fait<
      'acces.refuser',
      'plan' | 'import' | 'courriel' | 'page',
      { readonly adresse: string; readonly methode: string }
    >
  | Fait<'demonstration.charger', 'demonstration', { readonly plans: number }>
  | Fait<'plan.creer', 'plan', { readonly titre: string; readonly genre: string }>
  | Fait<'plan.modifier', 'plan', { readonly avant: Valeur; readonly apres: Valeur }>
  | Fait<
      'import.deposer',
      'import',
      { readonly fichier: string; readonly empreinte: string; readonly plan: string | null }
    >
  | Fait<'import.abandonner', 'import', { readonly fichier: string }>
  | Fait<'plan.importer', 'plan', ChargeDImport>
  | Fait<'plan.ordonner', 'plan', { readonly axes: number; readonly actions: number }>
  | Fait<'plan.exporter', 'plan', { readonly format: string; readonly actions: number }>
  | Fait<'axe.creer' | 'axe.modifier' | 'axe.supprimer', 'axe', { readonly plan: string; readonly intitule: string }>
  | Fait<'action.creer', 'action', { readonly plan: string; readonly intitule: string }>
  | Fait<'action.modifier', 'action', { readonly plan: string; readonly avant: Valeur; readonly apres: Valeur }>
  | Fait<'action.deplacer', 'action', { readonly plan: string; readonly rang: number; readonly axe: string | null }>
  | Fait<'action.retirer', 'action', { readonly plan: string; readonly motif: string }>
  | Fait<
      'action.noter',
      'action',
      {
        readonly plan: string;
        readonly statut: string;
        readonly taux: string | null;
        /** SHA-256 of the files joined. */
        readonly pieces?: readonly string[];
      }
    >
  | Fait<
      'note.corriger',
      'action',
      { readonly plan: string; readonly note: string; readonly statut: string; readonly taux: string | null }
    >
  | Fait<
      'action.decliner',
      'action',
      { readonly plan: string; readonly maille: string; readonly territoires: readonly string[] }
    >
  | Fait<
      'declinaison.retirer',
      'action',
      { readonly plan: string; readonly territoires: readonly string[]; readonly motif: string }
    >
  /** `territoire` is that of the declination. */
  | Fait<
      'declinaison.noter',
      'action',
      {
        readonly plan: string;
        readonly declinaison: string;
        readonly statut: string;
        readonly taux: string | null;
        /** SHA-256 of the files joined. */
        readonly pieces?: readonly string[];
      }
    >
  | Fait<
      'declinaison.corriger',
      'action',
      {
        readonly plan: string;
        readonly declinaison: string;
        readonly note: string;
        readonly statut: string;
        readonly taux: string | null;
      }
    >
  | Fait<'echeance.fixer', 'action', { readonly plan: string; readonly texte: string }>
  | Fait<
      'echeance.reporter',
      'action',
      { readonly plan: string; readonly avant: string; readonly apres: string; readonly motif: string }
    >
  | Fait<
      'report.demander' | 'report.accepter' | 'report.refuser' | 'report.retirer',
      'action',
      { readonly plan: string; readonly avant: string; readonly apres: string; readonly motif: string }
    >
  | Fait<
      'pilote.rattacher',
      'plan',
      { readonly texte: string; readonly organisation: string; readonly actions: number }
    >
  | Fait<'lien.donner', 'plan', { readonly lien: string; readonly expiration: string }>
  | Fait<'lien.revoquer', 'plan', { readonly lien: string }>
  /** Days before, after, then every so many, silent, before a committee; null: no reminder of this kind. */
  | Fait<'relances.regler', 'plan', Readonly<Record<'avant' | 'apres' | 'puis' | 'silence' | 'comite', number | null>>>
  | Fait<'indicateur.creer', 'indicateur', { readonly identifiant: string; readonly nom: string }>
  | Fait<
      'indicateur.modifier',
      'indicateur',
      { readonly avant: Valeur; readonly apres: Valeur; readonly situations: number }
    >
  | Fait<
      'valeur.saisir',
      'indicateur',
      ChargeDeValeur & { readonly avant: string | null; readonly motif: string | null }
    >
  | Fait<'valeur.proposer' | 'proposition.accepter', 'proposition', ChargeDeValeur & { readonly indicateur: string }>
  | Fait<'proposition.refuser', 'proposition', ChargeDeValeur & { readonly indicateur: string; readonly motif: string }>
  | Fait<
      'valeurs.deposer' | 'valeurs.abandonner',
      'import_de_valeurs',
      { readonly fichier: string; readonly empreinte: string }
    >
  | Fait<'valeurs.importer', 'import_de_valeurs', ChargeDeValeurs & { readonly motif: string | null }>
  | Fait<'valeurs.annuler', 'import_de_valeurs', ChargeDeValeurs & { readonly motif: string }>
  | Fait<'reforme.creer', 'reforme', { readonly nom: string }>
  | Fait<'reforme.modifier', 'reforme', { readonly champs: readonly string[]; readonly etat: string }>
  | Fait<
      'reforme.composer',
      'reforme',
      { readonly indicateurs: number; readonly avant: Valeur; readonly apres: Valeur }
    >
  | Fait<'reforme.contacter', 'reforme', Record<string, never>>
  | Fait<'reforme.lier' | 'reforme.delier', 'reforme', { readonly plan: string; readonly action: string | null }>
  | Fait<'meteo.declarer', 'reforme', { readonly meteo: 'soleil' | 'partiellement_nuageux' | 'nuageux' | 'orage' }>
  | Fait<'analyse.ecrire', 'reforme', { readonly champs: readonly string[] }>
  | Fait<'point.creer' | 'point.modifier', 'point_d_etape', ChargeDePoint>
  | Fait<'point.arreter' | 'point.abandonner', 'point_d_etape', { readonly titre: string }>
  | Fait<'point.commenter', 'point_d_etape', { readonly reforme: string | null }>
  | Fait<'point.exporter', 'point_d_etape', { readonly format: string; readonly reformes: number }>
  | Fait<'territoire.exporter', 'territoire', { readonly format: string; readonly lignes: number }>
  | Fait<'reforme.exporter', 'reforme', { readonly format: string; readonly lignes: number }>
  | Fait<'comparaison.choisir', 'territoire', { readonly territoires: readonly string[] }>
  | Fait<'criteres.importer', 'territoire', { readonly criteres: readonly string[]; readonly valeurs: number }>
  | Fait<'cible.proposer' | 'cible.commenter' | 'cible.acter' | 'cible.retirer', 'reforme', ChargeDeCible>
  | Fait<'feuille.creer' | 'feuille.modifier', 'feuille_de_route', { readonly titre: string }>
  | Fait<
      'feuille.composer',
      'feuille_de_route',
      { readonly geste: 'ajout' | 'retrait'; readonly reforme: string | null; readonly projet: string | null }
    >
  | Fait<'feuille.signer', 'feuille_de_route', { readonly jour: string; readonly fin: string }>
  | Fait<'feuille.changer_de_prefet' | 'feuille.clore', 'feuille_de_route', { readonly jour: string }>
  | Fait<
      'feuille.proposer' | 'feuille.accepter' | 'feuille.refuser',
      'feuille_de_route',
      { readonly genre: 'actualisation' | 'avenant'; readonly evenement: number }
    >
  | Fait<'feuille.commenter', 'feuille_de_route', Record<string, never>>
  | Fait<'feuille.exporter', 'feuille_de_route', { readonly format: string }>
  | Fait<'projet.creer' | 'projet.modifier', 'feuille_de_route', { readonly projet: string; readonly nom: string }>
  | Fait<'projet.noter', 'feuille_de_route', { readonly projet: string; readonly etat: string }>
  | Fait<
      'jalon.fixer' | 'jalon.reporter' | 'jalon.atteindre' | 'jalon.abandonner',
      'feuille_de_route',
      { readonly projet: string; readonly jalon: string; readonly avant: string | null; readonly apres: string | null }
    >
  | Fait<'instance.creer' | 'instance.modifier', 'instance', { readonly nom: string; readonly niveau: string }>
  | Fait<'instance.effacer_membre', 'instance', { readonly membre: string }>
  | Fait<'reunion.planifier', 'instance', { readonly reunion: string; readonly jour: string }>
  | Fait<'reunion.deplacer', 'reunion', { readonly avant: string; readonly apres: string }>
  | Fait<'reunion.annuler' | 'seance.ouvrir', 'reunion', { readonly jour: string }>
  | Fait<'reunion.convoquer', 'reunion', { readonly jour: string; readonly destinataires: number }>
  | Fait<'reunion.ordonner', 'reunion', { readonly geste: string }>
  | Fait<'seance.presences', 'reunion', { readonly presents: number; readonly membres: number }>
  | Fait<'seance.noter' | 'seance.clore' | 'seance.rouvrir', 'reunion', { readonly point: string }>
  | Fait<
      'decision.prendre',
      'reunion',
      {
        readonly numero: number;
        readonly genre: string;
        readonly plan: string | null;
        readonly action: string | null;
      }
    >
  | Fait<'decision.annuler', 'reunion', { readonly numero: number; readonly motif: string }>
  | Fait<'decision.appliquer', 'reunion', { readonly numero: number }>
  /** One service of a network a decision asks said what it did. */
  | Fait<'decision.repondre', 'reunion', { readonly numero: number; readonly organisation: string }>
  /** `empreinte`: of the text of the relevé, or of its rectification. */
  | Fait<
      'releve.valider',
      'reunion',
      { readonly numero: string; readonly empreinte: string; readonly decisions: number }
    >
  | Fait<
      'releve.rectifier',
      'reunion',
      { readonly numero: string; readonly rectificatif: number; readonly empreinte: string }
    >
  | Fait<'reunion.exporter', 'reunion', { readonly quoi: 'dossier' | 'releve'; readonly format: string }>
  | Fait<'remontee.creer' | 'remontee.abandonner', 'remontee', { readonly titre: string }>
  | Fait<'remontee.modifier', 'remontee', { readonly titre: string; readonly questions: number }>
  | Fait<
      'remontee.envoyer',
      'remontee',
      { readonly titre: string; readonly cibles: number; readonly courriels: number }
    >
  | Fait<'remontee.deplacer', 'remontee', { readonly avant: string; readonly apres: string }>
  | Fait<'remontee.publier', 'remontee', { readonly attendues: number; readonly recues: number }>
  | Fait<'remontee.relancer', 'remontee', { readonly cibles: number; readonly courriels: number }>
  /** Of a named remontée only: what is answered to an anonymous one leaves no trace here. */
  | Fait<'remontee.repondre', 'remontee', { readonly organisation: string; readonly correction: boolean }>
  | Fait<'remontee.deleguer', 'remontee', { readonly organisation: string; readonly delegue: string | null }>
  /** A result became a note of an action or a value of an indicator. */
  | Fait<
      'remontee.reprendre',
      'remontee',
      { readonly question: string; readonly action: string | null; readonly indicateur: string | null }
    >
  | Fait<'remontee.exporter', 'remontee', { readonly format: string; readonly lignes: number }>
  | Fait<'jeton.creer', 'jeton', { readonly portees: readonly string[]; readonly expiration: string }>
  | Fait<'jeton.revoquer', 'jeton', Record<string, never>>
  | Fait<'courriel.essayer' | 'courriel.renvoyer', 'courriel', Record<string, never>>
  | Fait<
      'journal.exporter',
      'journal',
      { readonly format: string; readonly evenements: number; readonly criteres: Valeur },
      { readonly personne: string }
    >
  | Fait<
      'donnees.effacer',
      'compte' | 'journal',
      { readonly motif: 'demande' | 'conservation'; readonly effacement: Effacement }
    >;

type IdentiteDeCompte = { readonly nom: string; readonly courriel: string | null };

type PlaceDeCompte = { readonly profil: string; readonly organisation: string; readonly territoire: string };

/** `objet`: `plan:<id>`, `champ:<ministère>`, `comptes`. */
type ChargeDHabilitation = {
  readonly habilitation: string;
  readonly droit: string;
  readonly objet: string;
  readonly territoire: string;
  readonly debut: string;
  readonly fin: string;
};

type ChargeDePoint = { readonly titre: string; readonly jour: string; readonly reformes: number };

type ChargeDImport = {
  readonly fichier: string;
  readonly empreinte: string;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
};

/** `valeur` null: withdrawn. */
type ChargeDeValeur = {
  readonly type: string;
  readonly jour: string;
  readonly valeur: string | null;
};

/** A target under discussion: of which indicator, for which day; `valeur`: the one proposed or agreed. */
type ChargeDeCible = {
  readonly cible: string;
  readonly indicateur: string;
  readonly jour: string;
  readonly valeur: string | null;
};

type ChargeDeValeurs = {
  readonly fichier: string;
  readonly empreinte: string;
  readonly nouvelles: number;
  readonly modifiees: number;
  readonly retirees: number;
};

export type Acte = Evenement['acte'];
export type TypeDObjet = Evenement['objet']['type'];

/** Acts on objects of these kinds. */
export type ActeSur<T extends TypeDObjet> = Extract<Evenement, { readonly objet: { readonly type: T } }>['acte'];

type EvenementDe<A extends Acte> = Extract<Evenement, { readonly acte: A }>;
export type EvenementAvecPersonnel = Extract<Evenement, { readonly personnel: unknown }>;
export type EvenementSansPersonnel = Exclude<Evenement, EvenementAvecPersonnel>;

/** An event read back: what was written, with its place in the journal. Its personal part is null once erased. */
export type EvenementLu<A extends Acte = Acte> = {
  [K in A]: {
    readonly sequence: number;
    readonly instant: Date;
    readonly auteur: string | null;
    readonly acte: K;
    readonly objet: EvenementDe<K>['objet'];
    readonly territoire: string | null;
    readonly charge: EvenementDe<K>['charge'];
    readonly personnel: EvenementDe<K> extends { readonly personnel: PartPersonnelle<infer P> | null }
      ? P | null
      : null;
  };
}[A];
