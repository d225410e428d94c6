import { echec, type Resultat, reduireBlancs, reussite } from '#socle/valeurs';
import type { FeuilleDeTextes, LigneDeTextes } from '#tableur';
import { type Colonnes, trouverColonnes } from './colonnes.ts';
import type { FichierDeValeurs, IndicateurCite, ValeurBrute } from './modele.ts';

/** Reads the first sheet that has the headings of values. Nothing is checked yet, nothing is left out. */
export function lireFichierDeValeurs(feuilles: readonly FeuilleDeTextes[]): Resultat<FichierDeValeurs> {
  const lues = feuilles.map(({ lignes }) => ({ lignes, colonnes: trouverColonnes(lignes) }));
  const trouvee = lues.find(({ colonnes }) => colonnes.ok) ?? lues[0];
  if (trouvee === undefined) return echec(VIDE);
  const { colonnes, lignes } = trouvee;
  if (!colonnes.ok) return colonnes;
  const corps = lignes.slice(colonnes.valeur.entete + 1);
  if (corps.length === 0) return echec(VIDE);
  const parNumero = new Map(corps.map((ligne) => [ligne.numero, ligne]));
  return reussite({
    format: colonnes.valeur.format,
    lignes: corps.length,
    valeurs: corps.flatMap((ligne) => valeursDe(ligne, colonnes.valeur)),
    indicateurs: colonnes.valeur.format === 'valeurs' ? [] : indicateursCites(corps, colonnes.valeur),
    texteDe: (numero) => (parNumero.get(numero)?.cellules ?? []).join(' ; ').slice(0, 500),
  });
}

const VIDE = {
  nature: 'invalide',
  regle: 'indicateur.import.vide',
  message: 'Ce fichier n’a aucune ligne de valeur. Vérifiez que vous avez choisi le bon.',
} as const;

function valeursDe({ numero, cellules }: LigneDeTextes, { format, de, prefixe }: Colonnes): readonly ValeurBrute[] {
  const cellule = (nom: string) => (cellules[de(nom)] ?? '').trim();
  if (format === 'valeurs') {
    return [
      {
        ligne: numero,
        identifiant: cellule('identifiant_indic'),
        zone: cellule('zone_id'),
        date: cellule('date_valeur'),
        type: cellule('type_valeur'),
        valeur: cellule('valeur'),
      },
    ];
  }
  const commun = { ligne: numero, identifiant: cellule('id_indicateur'), zone: zoneDuBarometre(cellule, prefixe) };
  if (format === 'detail') return [{ ...commun, date: cellule('date'), type: 'va', valeur: cellule('valeur') }];
  const trois: readonly ValeurBrute[] = [
    { ...commun, type: 'vi', date: cellule('date_valeur_initiale'), valeur: cellule('valeur_initiale') },
    { ...commun, type: 'va', date: cellule('date_valeur_actuelle'), valeur: cellule('valeur_actuelle') },
    { ...commun, type: 'vc', date: cellule('date_cible'), valeur: cellule('cible') },
  ];
  // Where the barometer knows no start or no target, it has neither figure nor date: there is nothing to read.
  return trois.filter(({ date, valeur, type }) => type === 'va' || date !== '' || valeur !== '');
}

/** « 1 » for the Ain: spreadsheets drop the zeros in front. */
function zoneDuBarometre(cellule: (nom: string) => string, prefixe: Colonnes['prefixe']): string {
  if (prefixe === '') return cellule('maille_geographique');
  return `${prefixe}${cellule(prefixe === 'R' ? 'code_region' : 'code_departement').padStart(2, '0')}`;
}

function indicateursCites(lignes: readonly LigneDeTextes[], { de }: Colonnes): readonly IndicateurCite[] {
  const [identifiants, noms, unites, mesures] = ['id_indicateur', 'indicateur', 'unite', 'mesure'].map(de);
  const cites = new Map<string, { mesure: string | null; appellations: { nom: string; unite: string }[] }>();
  const vues = new Set<string>();
  for (const { cellules } of lignes) {
    const lire = (colonne = -1) => cellules[colonne] ?? '';
    // Names repeat on every row: they are put in form once.
    const cle = `${lire(identifiants)}\n${lire(noms)}\n${lire(unites)}`;
    if (vues.has(cle)) continue;
    vues.add(cle);
    const identifiant = lire(identifiants).trim();
    const nom = reduireBlancs(lire(noms));
    if (identifiant === '' || nom === '') continue;
    const cite = cites.get(identifiant) ?? { mesure: reduireBlancs(lire(mesures)) || null, appellations: [] };
    cite.appellations.push({ nom, unite: reduireBlancs(lire(unites)) });
    cites.set(identifiant, cite);
  }
  return [...cites].map(([identifiant, cite]) => ({ identifiant, ...cite }));
}
