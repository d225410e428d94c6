import { cleDeTexte } from '#socle/valeurs';

/**
 * Follows the section rows of a table: « Axe 1 » then « Objectif 1.1 » nest, a second « Objectif » replaces the first,
 * a second « Axe » closes both. Titles of no known kind replace one another, or nest when they follow directly.
 */
export class Sections {
  private pile: { readonly titre: string; readonly genre: string }[] = [];
  private vientDUnTitre = false;

  ouvrir(titre: string): void {
    const genre = genreDeTitre(titre);
    const rang = this.pile.findIndex((autre) => autre.genre === genre);
    if (rang !== -1) this.pile = this.pile.slice(0, rang);
    else if (!this.vientDUnTitre && genre === LIBRE) this.pile = this.pile.slice(0, -1);
    this.pile.push({ titre, genre });
    this.vientDUnTitre = true;
  }

  passerUneAction(): void {
    this.vientDUnTitre = false;
  }

  get titres(): readonly string[] {
    return this.pile.map(({ titre }) => titre);
  }
}

const LIBRE = 'libre';

function genreDeTitre(titre: string): string {
  const cle = cleDeTexte(titre);
  const mot =
    /^(axe|objectif|theme|thematique|chantier|volet|partie|domaine|orientation|irritant|pilier|priorite)\b/.exec(cle);
  if (mot?.[1]) return mot[1];
  if (/^[ivx]{1,4} ?[.)-]/.test(cle)) return 'romain';
  if (/^[a-h] ?[.)-] /.test(cle)) return 'lettre';
  const numeros = /^(\d+(?:\.\d+)*)\b/.exec(cle)?.[1];
  return numeros ? `niveau ${numeros.split('.').length}` : LIBRE;
}
