import {
  CENT,
  comparerDecimaux,
  type Decimal,
  diviser,
  echec,
  multiplier,
  type Resultat,
  reussite,
  signe,
  sommer,
} from '#socle/valeurs';
import { compter, direNombre, typographier } from './phrases.ts';

/** One indicator of a reform, as far as the rate of the reform in one territory is concerned. */
export type PartDeReforme = {
  readonly indicateur: string;
  /** Any unit: 60 and 40, 30 and 30. An indicator that weighs 0 is shown and does not count. */
  readonly poids: Decimal;
  /** False where the territory has nothing to measure: its weight goes to the others. */
  readonly applicable: boolean;
  readonly taux: Decimal | null;
};

export type TauxDeReforme = {
  /** Null as soon as one indicator that counts has no rate: the others do not stand for it. */
  readonly taux: Decimal | null;
  readonly mesures: number;
  /** Indicators that count here. */
  readonly attendus: number;
  readonly sansTaux: readonly string[];
  readonly nonApplicables: readonly string[];
  /** « 1 indicateur sur 2 mesuré ». */
  readonly phrase: string;
};

/** The weighted mean of the rates of its indicators. Weights are those `verifierPoids` accepts. */
export function tauxDeReforme(parts: readonly PartDeReforme[]): TauxDeReforme {
  const applicables = parts.filter(({ applicable }) => applicable);
  const comptes = applicables.filter(({ poids }) => signe(poids) > 0);
  const mesures = comptes.flatMap(({ poids, taux }) => (taux === null ? [] : [{ poids, taux }]));
  const complet = comptes.length > 0 && mesures.length === comptes.length;
  return {
    taux: complet
      ? diviser(
          sommer(mesures.map(({ poids, taux }) => multiplier(poids, taux))),
          sommer(mesures.map(({ poids }) => poids)),
        )
      : null,
    mesures: mesures.length,
    attendus: comptes.length,
    sansTaux: comptes.filter(({ taux }) => taux === null).map(({ indicateur }) => indicateur),
    nonApplicables: parts.filter(({ applicable }) => !applicable).map(({ indicateur }) => indicateur),
    phrase: direCouverture(mesures.length, comptes.length),
  };
}

/** What was typed, and what is worth a look before it is kept. */
export type PoidsVerifies = { readonly total: Decimal; readonly avertissement: string | null };

/** Refuses weights that cannot make a mean; a total other than 100 is only said: each weight is a share of the total. */
export function verifierPoids(poids: readonly Decimal[]): Resultat<PoidsVerifies> {
  const negatif = poids.find((p) => signe(p) < 0);
  if (negatif) {
    return refuser(
      `Un poids ne peut pas être négatif : « ${direNombre(negatif)} ». Donnez 0 à un indicateur qui ne compte pas.`,
    );
  }
  const total = sommer(poids);
  if (signe(total) === 0) return refuser('Aucun indicateur n’a de poids : donnez-en un à l’un d’eux au moins.');
  const avertissement =
    comparerDecimaux(total, CENT) === 0
      ? null
      : typographier(`La somme des poids est ${direNombre(total)}, non 100 : chacun compte pour sa part du total.`);
  return reussite({ total, avertissement });
}

function direCouverture(mesures: number, attendus: number): string {
  if (attendus === 0) return 'aucun indicateur ne compte ici';
  return `${compter(mesures, 'indicateur', 'indicateurs')} sur ${attendus} ${mesures < 2 ? 'mesuré' : 'mesurés'}`;
}

function refuser(message: string) {
  return echec({ nature: 'invalide' as const, regle: 'reforme.poids', message: typographier(message) });
}
