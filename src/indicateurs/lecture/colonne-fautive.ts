import type { FormatDeValeurs, RegleDeLigne } from './modele.ts';

type Chose = 'indicateur' | 'zone' | 'date' | 'type' | 'valeur';

const CHOSES: Readonly<Partial<Record<RegleDeLigne, Chose>>> = {
  indicateur_inconnu: 'indicateur',
  indicateur_ferme: 'indicateur',
  zone_inconnue: 'zone',
  maille_non_suivie: 'zone',
  sans_objet: 'zone',
  valeur_calculee: 'zone',
  type_inconnu: 'type',
  date_illisible: 'date',
  date_future: 'date',
  nombre_illisible: 'valeur',
  sans_valeur: 'valeur',
  doublon: 'valeur',
  doublon_contradictoire: 'valeur',
  valeur_cumulee: 'valeur',
  cible_du_mauvais_cote: 'valeur',
};

const COLONNES: Readonly<Record<'valeurs' | 'barometre', Readonly<Record<Chose, string>>>> = {
  valeurs: {
    indicateur: 'identifiant_indic',
    zone: 'zone_id',
    date: 'date_valeur',
    type: 'type_valeur',
    valeur: 'valeur',
  },
  barometre: {
    indicateur: 'id_indicateur',
    zone: 'code du territoire',
    date: 'date',
    type: 'valeur',
    valeur: 'valeur',
  },
};

/** The column of the file where to look for what a rule refuses; null when it is not in one column. */
export function colonneFautive(regle: string, format: FormatDeValeurs | null): string | null {
  const chose = CHOSES[regle as RegleDeLigne];
  return chose === undefined ? null : COLONNES[format === 'valeurs' ? 'valeurs' : 'barometre'][chose];
}
