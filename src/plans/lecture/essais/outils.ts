import type { Echeance, Reperes } from '#echeances';
import { jour } from '#socle/valeurs';
import type { Outils } from '../outils.ts';

/** Simple tools for the tests of the reading alone: years, « fin 2023 », « 11 mai », organisations in capitals. */
export const outilsDEssai: Outils = {
  lireEcheances: (texte, reperes) => ({
    texte,
    echeances: texte.split('\n').map((part) => lire(part.trim(), reperes)),
  }),
  separerLivrables: (cellule) => {
    const parties = /^(.*?)\s*((?:début|fin|En|1er semestre)? ?\d{4})$/s.exec(cellule);
    return parties?.[2]
      ? { livrables: parties[1] === '' ? null : (parties[1] ?? null), echeance: parties[2].trim() }
      : { livrables: cellule, echeance: null };
  },
  separerPilotes: (texte) => {
    const [pilotes = '', ...liens] = texte.split(/,? (?:en lien avec|avec) (?:la |les |le )?/);
    const couper = (partie: string): string[] => partie.split(/\n| et (?:la |les )?|, (?:la |les )?/).filter(Boolean);
    return [
      ...couper(pilotes).map((nom) => ({ texte: nom.trim(), role: 'pilote' as const })),
      ...liens.flatMap(couper).map((nom) => ({ texte: nom.trim(), role: 'en_lien_avec' as const })),
    ];
  },
  trouverOrganisation: (texte) => (/^[A-Z]{3,6}$/.test(texte) ? texte.toLowerCase() : null),
};

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre'];

function lire(texte: string, reperes: Reperes): Echeance {
  const base = { libelle: null, texte, debut: null, fin: null, ambigu: false, hypotheses: [] };
  const annee = /^(?:fin )?(\d{4})$/.exec(texte)?.[1];
  if (annee) return { ...base, nature: 'periode', debut: jour(Number(annee), 1, 1), fin: jour(Number(annee), 12, 31) };
  if (texte === '') return { ...base, nature: 'a_definir' };
  if (texte === '31/02/2024') return { ...base, nature: 'invalide' };
  const [, j, m, a] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(texte) ?? [];
  const chiffree = jour(Number(a), Number(m), Number(j));
  if (chiffree) return { ...base, nature: 'date', debut: chiffree, fin: chiffree };
  const [, quantieme, mois, an] = /^(\d{1,2})(?:er)? (\p{L}+)(?: (\d{4}))?$/u.exec(texte) ?? [];
  const rang = MOIS.indexOf(mois ?? '');
  if (!quantieme || rang === -1) return { ...base, nature: 'inconnue' };
  const connue = an ?? reperes.periode?.debut.slice(0, 4) ?? reperes.reference?.slice(0, 4);
  const date = connue ? jour(Number(connue), rang + 1, Number(quantieme)) : null;
  return { ...base, nature: 'date', debut: date, fin: date, ambigu: date === null };
}
