import { type ChiffreExplique, presenterSuivi, type Regard, uniteCourte } from '#indicateurs';
import { formaterInstant, formaterJourCourt, formaterNombre, type SerieDIndicateurProps } from '#interface';
import type { IndicateurDeLaReforme } from './lectures/indicateurs.ts';

/** An indicator of a reform in a territory, ready to be drawn: its figures are those of its own page. */
export type IndicateurPresente = {
  readonly id: string;
  readonly nom: string;
  readonly mesure: string | null;
  readonly unite: string;
  readonly sens: string | null;
  readonly poids: string;
  /** A weight of 0 is shown and does not count. */
  readonly compte: boolean;
  /** Null where there is nothing to measure. */
  readonly suivi: { readonly chiffres: readonly ChiffreExplique[]; readonly serie: SerieDIndicateurProps } | null;
};

type Lieu = { readonly code: string; readonly nom: string };

export function presenterIndicateur(lu: IndicateurDeLaReforme, territoire: Lieu, regard: Regard): IndicateurPresente {
  const { definition, part, suivi } = lu;
  return {
    id: definition.id,
    nom: definition.nom,
    mesure: definition.mesure,
    unite: definition.unite,
    sens: suivi && (suivi.parametres.sens === 'hausse' ? 'doit monter' : 'doit baisser'),
    poids: formaterNombre(part.poids),
    compte: part.poids !== '0',
    suivi: suivi && dessiner(lu, suivi, territoire, regard),
  };
}

type Suivi = NonNullable<IndicateurDeLaReforme['suivi']>;

function dessiner(
  lu: IndicateurDeLaReforme,
  suivi: Suivi,
  { code, nom }: Lieu,
  regard: Regard,
): IndicateurPresente['suivi'] {
  const { chiffres, serie } = presenterSuivi(suivi, code, lu.definition.unite, regard.jour);
  const unite = uniteCourte(lu.definition.unite);
  return {
    chiffres: chiffres.map((chiffre) => (chiffre.nom === 'Dernière valeur' ? avecProvenance(chiffre, lu) : chiffre)),
    serie: {
      ...serie,
      legende: `${lu.definition.nom}, ${nom}`,
      ...(regard.passe ? { nomDuJour: formaterJourCourt(regard.jour) } : {}),
      ...(unite === null || unite === '' ? {} : { unite }),
    },
  };
}

/** Who gave the value, when, from what. */
function avecProvenance(chiffre: ChiffreExplique, { provenance }: IndicateurDeLaReforme): ChiffreExplique {
  if (provenance === null) return chiffre;
  const { auteur, enregistreLe, origine, source, commentaire, rectification } = provenance;
  const { explication } = chiffre;
  return {
    ...chiffre,
    explication: {
      ...explication,
      entrees: [
        ...explication.entrees,
        {
          terme: 'donnée par',
          valeur: `${auteur ?? 'Jalon'}, le ${formaterInstant(enregistreLe)}${ORIGINES[origine] ?? ''}`,
        },
        ...(source === null ? [] : [{ terme: 'source', valeur: source }]),
        ...(commentaire === null ? [] : [{ terme: 'commentaire', valeur: commentaire }]),
        ...(rectification === null ? [] : [{ terme: 'rectifiée', valeur: rectification }]),
      ],
    },
  };
}

const ORIGINES: Readonly<Record<string, string>> = {
  import: ', par un fichier',
  api: ', par une machine',
  proposition: ', sur proposition du territoire',
};
