import { type Explication, estEnRetrait, type IndicateurDansUnTerritoire, uniteCourte } from '#indicateurs';
import {
  compter,
  formaterEcart,
  formaterInstant,
  formaterJour,
  formaterNombre,
  INSECABLE,
  type SerieDIndicateurProps,
  type Ton,
} from '#interface';
import { type Decimal, ecrireDecimal, type Jour, joursEntre, lireDecimal } from '#socle/valeurs';
import type { IndicateurDeLaReforme } from './lectures/indicateurs.ts';

/** « D’où vient ce chiffre ? », as the page shows it: only texts. */
export type ExplicationPresentee = {
  readonly formule: string;
  readonly calcul: string | null;
  readonly elements: readonly { readonly terme: string; readonly valeur: string }[];
  readonly manques: readonly string[];
  readonly remarques: readonly string[];
};

export type FigurePresentee = {
  readonly titre: string;
  readonly texte: string;
  readonly precision: string | null;
  readonly ton: Ton;
  readonly explication: ExplicationPresentee;
};

/** An indicator of a reform in a territory, ready to be drawn. */
export type IndicateurPresente = {
  readonly id: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: string;
  readonly poids: string;
  readonly compte: boolean;
  /** Null where there is nothing to measure. */
  readonly figures: readonly FigurePresentee[] | null;
  readonly serie: SerieDIndicateurProps | null;
};

export function presenterIndicateur(lu: IndicateurDeLaReforme, lieu: string, au: Jour): IndicateurPresente {
  const { definition, part, situation } = lu;
  return {
    id: definition.id,
    nom: definition.nom,
    mesure: definition.mesure,
    unite: definition.unite,
    sens: lu.sens === 'hausse' ? 'doit monter' : 'doit baisser',
    poids: formaterNombre(part.poids),
    compte: part.poids !== '0',
    figures: situation === null ? null : figuresDe(lu, situation, au),
    serie: situation === null ? null : presenterSerie(lu, lieu, au),
  };
}

type Situation = NonNullable<IndicateurDeLaReforme['situation']>;

function figuresDe(lu: IndicateurDeLaReforme, situation: Situation, au: Jour): readonly FigurePresentee[] {
  const { definition, explications, signal } = lu;
  const points = decimal(situation.ecart_points);
  const retard = situation.attendue_le !== null && situation.attendue_le < au;
  return [
    {
      titre: 'Dernière valeur',
      texte: situation.valeur === null ? 'non mesuré' : ecrireValeur(situation.valeur, definition),
      precision: situation.jour && `au ${formaterJour(situation.jour)}`,
      ton: 'neutre',
      explication: expliquerValeur(lu),
    },
    figure('Taux vers la dernière cible', explications.global, situation.etat_global, situation.date_cible_globale),
    figure('Taux vers la cible de l’année', explications.annuel, situation.etat_annuel, situation.date_cible_annuelle),
    {
      titre: 'Écart à la trajectoire',
      texte: points === null ? '–' : formaterEcart(Number(ecrireDecimal(points, 2))),
      precision: situation.attendu && `attendu${INSECABLE}: ${ecrireValeur(situation.attendu, definition)}`,
      ton: situation.etat_global === 'recul' || estEnRetrait(points) ? 'attention' : 'neutre',
      explication: presenterExplication(explications.trajectoire),
    },
    {
      titre: 'Signal',
      texte: explications.signal.resultat,
      precision: null,
      ton: TONS_DE_SIGNAL[signal.suffisant ? signal.verdict : ''] ?? 'neutre',
      explication: presenterExplication(explications.signal),
    },
    {
      titre: 'Fraîcheur',
      texte:
        situation.jour === null
          ? 'jamais mesuré'
          : `mesuré il y a ${compter(joursEntre(situation.jour, au), 'jour', 'jours')}`,
      precision: explications.fraicheur.resultat,
      ton: retard ? 'attention' : 'neutre',
      explication: presenterExplication(explications.fraicheur),
    },
  ];
}

function figure(titre: string, explication: Explication, etat: string, terme: Jour | null): FigurePresentee {
  return {
    titre,
    texte: explication.resultat,
    precision: terme && `cible au ${formaterJour(terme)}`,
    ton: etat === 'recul' ? 'alerte' : 'neutre',
    explication: presenterExplication(explication),
  };
}

/** Who gave the value, from what; of a whole, the territories it is made of. */
function expliquerValeur({ definition, provenance, explications }: IndicateurDansUnTerritoire): ExplicationPresentee {
  const { agregat } = explications;
  const dite = agregat === null ? null : presenterExplication(agregat);
  return {
    formule: dite?.formule ?? 'valeur saisie pour ce territoire',
    calcul: dite?.calcul ?? null,
    elements: [
      ...(definition.methode === null ? [] : [{ terme: 'Méthode', valeur: definition.methode }]),
      ...[provenance?.source ?? definition.source].flatMap((source) =>
        source === null ? [] : [{ terme: 'Source', valeur: source }],
      ),
      ...(provenance === null
        ? []
        : [
            {
              terme: 'Donnée par',
              valeur: `${provenance.auteur ?? 'Jalon'}, le ${formaterInstant(provenance.enregistreLe)}${ORIGINES[provenance.origine] ?? ''}`,
            },
          ]),
      ...(provenance?.commentaire ? [{ terme: 'Commentaire', valeur: provenance.commentaire }] : []),
      ...(provenance?.rectification ? [{ terme: 'Rectifiée', valeur: provenance.rectification }] : []),
      ...(dite?.elements ?? []),
    ],
    manques: dite?.manques ?? [],
    remarques: dite?.remarques ?? [],
  };
}

const ORIGINES: Readonly<Record<string, string>> = {
  import: ', par un fichier',
  api: ', par une machine',
  proposition: ', sur proposition du territoire',
};

const TONS_DE_SIGNAL: Readonly<Record<string, Ton>> = {
  amelioration_significative: 'succes',
  degradation_significative: 'alerte',
};

export function presenterExplication({
  formule,
  calcul,
  entrees,
  couverture,
  manques,
  remarques,
}: Explication): ExplicationPresentee {
  return {
    formule,
    calcul,
    elements: [
      ...entrees.map(({ nom, valeur, date }) => ({
        terme: nom.charAt(0).toUpperCase() + nom.slice(1),
        valeur: [
          valeur === null && date === null ? 'absente' : '',
          valeur === null ? '' : formaterNombre(ecrireDecimal(valeur, 6)),
          date === null ? '' : `${valeur === null ? 'du' : 'au'} ${formaterJour(date)}`,
        ]
          .filter((mot) => mot !== '')
          .join(' '),
      })),
      ...(couverture === null ? [] : [{ terme: 'Couverture', valeur: couverture.phrase }]),
    ],
    manques,
    remarques,
  };
}

function presenterSerie(lu: IndicateurDeLaReforme, lieu: string, au: Jour): SerieDIndicateurProps | null {
  const { definition, series, attendus, signal, ruptures } = lu;
  const { depart, cibles, valeurs } = series;
  if (valeurs.length === 0 && cibles.length === 0) return null;
  const vus = signal.suffisant ? signal.vus.filter(({ genre }) => genre === 'hors_limite') : [];
  const unite = uniteCourte(definition.unite);
  const enValeur = ({ date, valeur }: { date: Jour; valeur: Decimal }) => ({
    jour: date,
    valeur: ecrireDecimal(valeur, 6),
  });
  const initiale = depart?.date ? enValeur({ date: depart.date, valeur: depart.valeur }) : null;
  return {
    legende: `${definition.nom}, ${lieu}`,
    ...(unite === null ? {} : { unite }),
    decimales: definition.decimales,
    mesures: valeurs.map((point, rang) => {
      const attendu = attendus[rang] ?? null;
      return {
        ...enValeur(point),
        attendu: attendu === null ? null : ecrireDecimal(attendu, 6),
        horsLimites: vus.some(({ debut, fin }) => debut <= point.date && point.date <= fin),
      };
    }),
    initiale,
    cibles: cibles.map(enValeur),
    attendu: [
      ...(initiale === null ? [] : [initiale]),
      ...cibles.filter(({ date }) => initiale === null || date > initiale.jour).map(enValeur),
    ],
    limites:
      signal.suffisant && lu.lu !== null
        ? [
            {
              ...lu.lu,
              basse: ecrireDecimal(signal.limiteBasse, 2),
              moyenne: ecrireDecimal(signal.centre, 2),
              haute: ecrireDecimal(signal.limiteHaute, 2),
            },
          ]
        : [],
    ruptures: ruptures.map((jour) => ({ jour, motif: 'changement de méthode' })),
    aujourdhui: au,
  };
}

function ecrireValeur(
  texte: string,
  { decimales, unite }: Pick<IndicateurDansUnTerritoire['definition'], 'decimales' | 'unite'>,
): string {
  const lue = decimal(texte);
  const courte = uniteCourte(unite);
  if (lue === null) return texte;
  return `${formaterNombre(ecrireDecimal(lue, decimales), decimales)}${courte === null ? '' : `${INSECABLE}${courte}`}`;
}

function decimal(texte: string | null): Decimal | null {
  return texte === null ? null : lireDecimal(texte);
}
