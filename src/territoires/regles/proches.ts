import { motsDe } from './cle.ts';
import { nomsDe, type Organisation } from './organisation.ts';

const NOMBRE_DE_PROCHES = 5;
/** Below this share of common trigrams, a suggestion has nothing to do with what was typed. */
const RESSEMBLANCE_MINIMALE = 0.3;

/** Up to five organisations whose names look like a text, the most alike first (Dice coefficient on trigrams). */
export function indexerProches(organisations: readonly Organisation[]): (texte: string) => readonly Organisation[] {
  const noms: { organisation: Organisation; taille: number }[] = [];
  const parTrigramme = new Map<string, number[]>();
  const vus = new Set<string>();
  for (const organisation of [...organisations].sort(desGroupesAuxServices)) {
    for (const { nom } of nomsDe(organisation)) {
      const cle = cleDeRessemblance(nom);
      // The name shared by 101 services is suggested once, by their collective, which comes first.
      if (vus.has(cle)) continue;
      vus.add(cle);
      const morceaux = trigrammes(cle);
      const rang = noms.push({ organisation, taille: morceaux.size }) - 1;
      for (const trigramme of morceaux) {
        const rangs = parTrigramme.get(trigramme);
        if (rangs) rangs.push(rang);
        else parTrigramme.set(trigramme, [rang]);
      }
    }
  }

  return (texte) => {
    const morceaux = trigrammes(cleDeRessemblance(texte));
    const communs = new Uint16Array(noms.length);
    for (const trigramme of morceaux) {
      for (const rang of parTrigramme.get(trigramme) ?? []) communs[rang] = (communs[rang] ?? 0) + 1;
    }
    const meilleures = new Map<Organisation, number>();
    for (const [rang, nom] of noms.entries()) {
      const nombre = communs[rang] ?? 0;
      const ressemblance = (2 * nombre) / (morceaux.size + nom.taille);
      if (ressemblance < RESSEMBLANCE_MINIMALE) continue;
      if (ressemblance > (meilleures.get(nom.organisation) ?? 0)) meilleures.set(nom.organisation, ressemblance);
    }
    return [...meilleures]
      .sort(([a, x], [b, y]) => y - x || a.id.localeCompare(b.id))
      .slice(0, NOMBRE_DE_PROCHES)
      .map(([organisation]) => organisation);
  };
}

function desGroupesAuxServices(a: Organisation, b: Organisation): number {
  return Number(b.genre === 'collectif') - Number(a.genre === 'collectif');
}

function cleDeRessemblance(texte: string): string {
  return motsDe(texte).join(' ');
}

function trigrammes(cle: string): ReadonlySet<string> {
  const borde = `  ${cle} `;
  const morceaux = new Set<string>();
  for (let debut = 0; debut + 3 <= borde.length; debut++) morceaux.add(borde.slice(debut, debut + 3));
  return morceaux;
}
