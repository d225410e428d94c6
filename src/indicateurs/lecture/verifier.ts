import {
  comparerDecimaux,
  type Decimal,
  ecrireDecimal,
  type Jour,
  lireDecimal,
  lireJour,
  lireNombreEcrit,
} from '#socle/valeurs';
import { lireCodeTerritoire, type Maille, TERRITOIRES } from '#territoires';
import { TYPES_DE_VALEUR, type TypeDeValeur } from '../calcul/modele.ts';
import { avertissements } from '../regles/expliquer-avancement.ts';
import { finDeMois, lireMois } from '../regles/mois.ts';
import { direJour, typographier } from '../regles/phrases.ts';
import type {
  ContexteDeLecture,
  FichierDeValeurs,
  IndicateurConnu,
  RegleDeLigne,
  ValeurBrute,
  ValeurVerifiee,
} from './modele.ts';

type Lue = {
  readonly brute: ValeurBrute;
  readonly indicateur: IndicateurConnu;
  readonly territoire: string;
  readonly type: TypeDeValeur;
  readonly jour: Jour;
  readonly valeur: Decimal;
};

type Ecartee = {
  readonly brute: ValeurBrute;
  readonly etat: 'refusee' | 'sans_valeur' | 'repetee';
  readonly regle: RegleDeLigne;
  readonly message: string;
};

/** Checks every value of a file: each comes out once, in its order, ready or with what is wrong and where. */
export function verifierValeurs(fichier: FichierDeValeurs, contexte: ContexteDeLecture): readonly ValeurVerifiee[] {
  const lues = fichier.valeurs.map((brute) => comprendre(brute, contexte, fichier.format));
  const doublons = chercherDoublons(lues);
  const initiales = new Map(
    lues.flatMap((lue) => ('valeur' in lue && lue.type === 'vi' ? [[cleDeSerie(lue), lue.valeur] as const] : [])),
  );
  return lues.map((lue): ValeurVerifiee => {
    if (!('valeur' in lue)) return ecarter(lue.brute, lue.etat, lue.regle, lue.message, fichier);
    const { brute, indicateur, territoire, type, jour, valeur } = lue;
    const doublon = doublons.get(lue);
    if (doublon?.contradictoire) {
      return ecarter(brute, 'refusee', 'doublon_contradictoire', doublon.message, fichier);
    }
    const initiale = initiales.get(cleDeSerie(lue)) ?? contexte.initiale(indicateur.numero, territoire);
    const [avertissement = null] =
      type === 'vc' && initiale !== null && doublon === undefined
        ? avertissements(indicateur.sens, initiale, valeur)
        : [];
    return {
      ligne: brute.ligne,
      etat: doublon === undefined ? 'prete' : 'repetee',
      indicateur: indicateur.numero,
      territoire,
      type,
      jour,
      valeur: ecrireDecimal(valeur),
      regle: doublon === undefined ? (avertissement === null ? null : 'cible_du_mauvais_cote') : 'doublon',
      message: doublon?.message ?? avertissement,
      brut: null,
    };
  });
}

function ecarter(
  { ligne }: ValeurBrute,
  etat: Ecartee['etat'],
  regle: RegleDeLigne,
  message: string,
  { texteDe }: FichierDeValeurs,
): ValeurVerifiee {
  return {
    ligne,
    etat,
    indicateur: null,
    territoire: null,
    type: null,
    jour: null,
    valeur: null,
    regle,
    message: typographier(message),
    brut: texteDe(ligne),
  };
}

const PAR_CODE: ReadonlyMap<string, Maille> = new Map(TERRITOIRES.map(({ code, maille }) => [code, maille]));
const NOMS_DE_MAILLE: Readonly<Record<Maille, string>> = {
  national: 'au niveau national',
  regional: 'par région',
  departemental: 'par département',
};
const NOMS_DE_TYPE: Readonly<Record<TypeDeValeur, string>> = {
  vi: 'la valeur initiale',
  va: 'la valeur',
  vc: 'la cible',
};

function comprendre(
  brute: ValeurBrute,
  { indicateurs, au, ferme }: ContexteDeLecture,
  format: FichierDeValeurs['format'],
): Lue | Ecartee {
  const refuser = (regle: RegleDeLigne, message: string): Ecartee => ({ brute, etat: 'refusee', regle, message });
  const { identifiant, zone } = brute;
  const indicateur = indicateurs.get(identifiant);
  if (indicateur === undefined) {
    return refuser(
      'indicateur_inconnu',
      identifiant === ''
        ? 'La ligne ne dit pas de quel indicateur elle parle.'
        : `L’indicateur « ${identifiant} » n’existe pas : vérifiez son identifiant, ou créez-le d’abord.`,
    );
  }
  const refus = ferme(indicateur);
  if (refus !== null) return refuser('indicateur_ferme', `« ${identifiant} » : ${refus}`);
  const territoire = lireZone(zone);
  const maille = territoire === null ? undefined : PAR_CODE.get(territoire);
  if (territoire === null || maille === undefined) {
    return refuser('zone_inconnue', `La zone « ${zone} » n’existe pas : écrivez FRANCE, R53 ou D29.`);
  }
  if (!indicateur.mailles.includes(maille)) {
    return refuser(
      'maille_non_suivie',
      `« ${identifiant} » n’est pas suivi ${NOMS_DE_MAILLE[maille]} : ajoutez cette maille à l’indicateur, ou retirez la ligne.`,
    );
  }
  if (indicateur.sansObjet.has(territoire)) {
    return refuser('sans_objet', `« ${identifiant} » est déclaré sans objet dans ce territoire (${territoire}).`);
  }
  const type = lireType(brute.type);
  if (type === null) {
    return refuser(
      'type_inconnu',
      `Le type « ${brute.type} » n’existe pas : écrivez vi (valeur initiale), va (valeur) ou vc (cible).`,
    );
  }
  if (indicateur.estCalculee(territoire, type)) {
    return refuser(
      'valeur_calculee',
      `Dans ce territoire (${territoire}), ${NOMS_DE_TYPE[type]} est calculée à partir des territoires qu’il contient : donnez les leurs.`,
    );
  }
  const jour = lireDate(brute.date);
  if (jour === null) {
    return refuser('date_illisible', `« ${brute.date} » n’est pas une date : écrivez 2026-03-31 ou 31/03/2026.`);
  }
  if (type !== 'vc' && jour > au) {
    return refuser(
      'date_future',
      `Le ${direJour(jour)} n’est pas encore passé : une valeur mesurée ne peut être à venir.`,
    );
  }
  if (brute.valeur === '') {
    const message = 'La ligne n’a pas de valeur : rien n’est écrit, ni 0 ni retrait.';
    return { brute, etat: 'sans_valeur', regle: 'sans_valeur', message };
  }
  const valeur = lireValeur(brute.valeur, indicateur.unite);
  if (valeur === null) {
    return refuser('nombre_illisible', `« ${brute.valeur} » n’est pas un nombre : écrivez 1 234,5 ou 1234.5.`);
  }
  if (format === 'synthese' && type === 'va' && indicateur.cumule) {
    const message = `« ${identifiant} » est suivi en cumul : cette valeur se calcule de celles du détail, elle n’est pas écrite.`;
    return { brute, etat: 'repetee', regle: 'valeur_cumulee', message };
  }
  return { brute, indicateur, territoire, type, jour, valeur };
}

/** « FRANCE », « R53 », « d29 », and « national » as the barometer says. */
function lireZone(texte: string): string | null {
  return /^(france|national)$/i.test(texte) ? 'FR' : lireCodeTerritoire(texte);
}

function lireType(texte: string): TypeDeValeur | null {
  return TYPES_DE_VALEUR.find((type) => type === texte.toLowerCase()) ?? null;
}

/** A day, with or without the hour programs add; a month stands for its last day. */
function lireDate(texte: string): Jour | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(texte)?.[1];
  if (iso !== undefined) return lireJour(iso);
  const francais = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(texte);
  if (francais) {
    const [, quantieme = '', mois = '', annee = ''] = francais;
    return lireJour(`${annee}-${mois.padStart(2, '0')}-${quantieme.padStart(2, '0')}`);
  }
  const mois = lireMois(texte);
  return mois && finDeMois(mois);
}

/** A percentage is a number of percents: it is read only where the indicator is in percents. */
function lireValeur(texte: string, unite: string): Decimal | null {
  const programme = lireDecimal(texte);
  if (programme !== null) return programme;
  const ecrit = lireNombreEcrit(texte);
  return ecrit === null || (ecrit.enPourcent && !unite.includes('%')) ? null : ecrit.valeur;
}

type Doublon = { readonly contradictoire: boolean; readonly message: string };

/** Rows that say the same key twice: the same figure is kept once, two figures are both refused. */
function chercherDoublons(lues: readonly (Lue | Ecartee)[]): ReadonlyMap<Lue, Doublon> {
  const parCle = new Map<string, Lue[]>();
  for (const lue of lues) {
    if (!('valeur' in lue)) continue;
    const cle = `${cleDeSerie(lue)} ${lue.type} ${lue.jour}`;
    const memes = parCle.get(cle);
    if (memes === undefined) parCle.set(cle, [lue]);
    else memes.push(lue);
  }
  const doublons = new Map<Lue, Doublon>();
  for (const memes of parCle.values()) {
    const [premiere, ...suivantes] = memes;
    if (premiere === undefined || suivantes.length === 0) continue;
    const contradictoire = suivantes.some(({ valeur }) => comparerDecimaux(valeur, premiere.valeur) !== 0);
    if (contradictoire) {
      const lignes = memes.map(({ brute }) => `ligne ${brute.ligne} : ${brute.valeur}`).join(', ');
      const message = `Deux valeurs pour le même jour (${lignes}) : gardez la bonne, aucune n’est prise.`;
      for (const lue of memes) doublons.set(lue, { contradictoire, message });
    } else {
      const message = typographier(`Répète la ligne ${premiere.brute.ligne} : prise une seule fois.`);
      for (const lue of suivantes) doublons.set(lue, { contradictoire, message });
    }
  }
  return doublons;
}

function cleDeSerie({ indicateur, territoire }: Lue): string {
  return `${indicateur.numero} ${territoire}`;
}
