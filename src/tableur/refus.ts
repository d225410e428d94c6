import type { Refus } from '#socle/valeurs';

export type RegleDeRefus =
  | 'tableur.vide'
  | 'tableur.trop_gros'
  | 'tableur.trop_de_cellules'
  | 'tableur.bombe'
  | 'tableur.chiffre'
  | 'tableur.ancien_format'
  | 'tableur.format_inconnu'
  | 'tableur.corrompu'
  | 'tableur.xml_interdit'
  | 'tableur.sans_texte'
  | 'tableur.delai'
  | 'tableur.memoire'
  | 'tableur.indisponible';

export function refus(regle: RegleDeRefus, message: string): Refus {
  return { nature: 'invalide', regle, message };
}

/** Carries a refusal out of the depth of a reader; `lireDocument` turns it into a `Resultat`. */
export class LectureRefusee extends Error {
  readonly refus: Refus;

  constructor(regle: RegleDeRefus, message: string) {
    super(message);
    this.name = 'LectureRefusee';
    this.refus = refus(regle, message);
  }
}

export function corrompu(precision: string): LectureRefusee {
  return new LectureRefusee(
    'tableur.corrompu',
    `Le fichier est abîmé ou incomplet : ${precision}. Ouvrez-le dans le logiciel qui l’a produit, enregistrez-le de nouveau et recommencez.`,
  );
}
