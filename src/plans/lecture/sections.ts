import { cleDeTexte } from '#socle/valeurs';

/**
 * Follows the section rows of a table: « Axe 1 » then « Objectif 1.1 » nest, a second « Objectif » replaces the first,
 * a second « Axe » closes both. Two titles of the same kind never nest.
 */
export class Sections {
  private pile: readonly Section[] = [];
  private readonly fermeesSansAction: string[] = [];

  ouvrir(titre: string): void {
    const genre = genreDeTitre(titre);
    const rang = this.pile.findIndex((section) => section.genre === genre);
    const gardees = rang === -1 ? this.pile : this.pile.slice(0, rang);
    this.noter(this.pile.slice(gardees.length));
    this.pile = [...gardees, { titre, genre, servie: false }];
  }

  passerUneAction(): void {
    if (this.pile.some(({ servie }) => !servie)) this.pile = this.pile.map((section) => ({ ...section, servie: true }));
  }

  get titres(): readonly string[] {
    return this.pile.map(({ titre }) => titre);
  }

  /** Titles without any action under them: they belong to no action, and are kept outside the table. */
  conclure(): readonly string[] {
    this.noter(this.pile);
    this.pile = [];
    return this.fermeesSansAction;
  }

  private noter(sections: readonly Section[]): void {
    for (const { titre, servie } of sections) if (!servie) this.fermeesSansAction.push(titre);
  }
}

type Section = { readonly titre: string; readonly genre: string; readonly servie: boolean };

function genreDeTitre(titre: string): string {
  const cle = cleDeTexte(titre);
  const mot =
    /^(axe|objectif|theme|thematique|chantier|volet|partie|domaine|orientation|irritant|pilier|priorite)\b/.exec(cle);
  if (mot?.[1]) return mot[1];
  if (/^[ivx]{1,4} ?[.)-]/.test(cle)) return 'romain';
  if (/^[a-h] ?[.)-] /.test(cle)) return 'lettre';
  const numeros = /^(\d+(?:\.\d+)*)\b/.exec(cle)?.[1];
  if (numeros) return `niveau ${numeros.split('.').length}`;
  return titre === titre.toLocaleUpperCase('fr') ? 'capitales' : 'libre';
}
