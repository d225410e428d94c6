import { ajouterJours, type Jour, lireJour } from '#socle/valeurs';
import type { FichierDeValeurs, RegleDeLigne, ValeurVerifiee } from './modele.ts';

/** What is worth knowing of a file before it is imported: how much it holds, and every defect, counted. */
export type BilanDeFichier = {
  readonly lignes: number;
  readonly valeurs: number;
  readonly pretes: number;
  readonly repetees: number;
  readonly sansValeur: number;
  readonly refusees: number;
  /** By reason, refusals and warnings alike. */
  readonly parRegle: Readonly<Partial<Record<RegleDeLigne, number>>>;
  /** Rows whose key was already given by another row. */
  readonly lignesEnDouble: number;
  /** Of a `synthese`: rows without a target, without a start, with a target already past, with a last value older than a year. */
  readonly sansCible: number;
  readonly sansValeurInitiale: number;
  readonly ciblesEchues: number;
  readonly valeursAnciennes: number;
  /** Identifiers that no indicator has, the most frequent first, and how many values each would bring. */
  readonly inconnus: readonly { readonly identifiant: string; readonly valeurs: number }[];
  /** Identifiers given under several names or units. */
  readonly nomsMultiples: readonly { readonly identifiant: string; readonly noms: readonly string[] }[];
};

export function faireLeBilan(
  fichier: FichierDeValeurs,
  verifiees: readonly ValeurVerifiee[],
  au: Jour,
): BilanDeFichier {
  const compter = (etat: ValeurVerifiee['etat']) => verifiees.filter((valeur) => valeur.etat === etat).length;
  const parRegle: Partial<Record<RegleDeLigne, number>> = {};
  for (const { regle } of verifiees) if (regle !== null) parRegle[regle] = (parRegle[regle] ?? 0) + 1;
  return {
    lignes: fichier.lignes,
    valeurs: verifiees.length,
    pretes: compter('prete'),
    repetees: compter('repetee'),
    sansValeur: compter('sans_valeur'),
    refusees: compter('refusee'),
    parRegle,
    lignesEnDouble: lignesEnDouble(fichier),
    ...defautsDeSynthese(fichier, au),
    inconnus: identifiantsInconnus(fichier, verifiees),
    nomsMultiples: fichier.indicateurs
      .filter(({ appellations }) => appellations.length > 1)
      .map(({ identifiant, appellations }) => ({
        identifiant,
        noms: [...new Set(appellations.map(({ nom }) => nom))],
      })),
  };
}

/** A wrong file may name as many as it has rows: a page says the first of them. */
const INCONNUS_DITS = 100;

function identifiantsInconnus({ valeurs }: FichierDeValeurs, verifiees: readonly ValeurVerifiee[]) {
  const nombres = new Map<string, number>();
  for (const [rang, { regle }] of verifiees.entries()) {
    const identifiant = valeurs[rang]?.identifiant ?? '';
    if (regle === 'indicateur_inconnu' && identifiant !== '') {
      nombres.set(identifiant, (nombres.get(identifiant) ?? 0) + 1);
    }
  }
  return [...nombres]
    .map(([identifiant, nombre]) => ({ identifiant, valeurs: nombre }))
    .sort((a, b) => b.valeurs - a.valeurs || (a.identifiant < b.identifiant ? -1 : 1))
    .slice(0, INCONNUS_DITS);
}

function lignesEnDouble({ format, valeurs }: FichierDeValeurs): number {
  const vues = new Set<string>();
  let lignes = 0;
  for (const { identifiant, zone, type, date } of valeurs) {
    if (format === 'synthese' && type !== 'va') continue;
    lignes += 1;
    vues.add(format === 'synthese' ? `${identifiant}\n${zone}` : `${identifiant}\n${zone}\n${type}\n${date}`);
  }
  return lignes - vues.size;
}

function defautsDeSynthese({ format, lignes, valeurs }: FichierDeValeurs, au: Jour) {
  if (format !== 'synthese') return { sansCible: 0, sansValeurInitiale: 0, ciblesEchues: 0, valeursAnciennes: 0 };
  const unAnAvant = lireJour(`${Number(au.slice(0, 4)) - 1}${au.slice(4)}`) ?? ajouterJours(au, -365);
  const deType = (type: string) => valeurs.filter((valeur) => valeur.type === type && valeur.valeur !== '');
  const avant = (type: string, jour: Jour) =>
    deType(type).filter(({ date }) => {
      const lue = lireJour(date);
      return lue !== null && lue < jour;
    }).length;
  return {
    sansCible: lignes - deType('vc').length,
    sansValeurInitiale: lignes - deType('vi').length,
    ciblesEchues: avant('vc', au),
    valeursAnciennes: avant('va', unAnAvant),
  };
}
