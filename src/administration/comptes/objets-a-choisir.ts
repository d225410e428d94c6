import type { Acteur } from '#acces';
import { ecrireReference, lireReference, nommerObjets } from '#acces/habilitations';
import type { Base } from '#socle/base';
import { HABILITABLES } from './habilitables.ts';

type Option = { readonly valeur: string; readonly texte: string };
type Groupe = { readonly groupe: string; readonly options: readonly Option[] };

/** Beyond this, a list is searched before it is chosen from. */
const AU_PLUS = 100;

/**
 * What this administrator may give access to, by kind; with words, those whose name holds them. The object the address
 * asks for comes first, when whoever looks may read it.
 */
export async function objetsAChoisir(
  base: Base,
  acteur: Acteur,
  { q, objet }: { readonly q: string; readonly objet: string | null },
): Promise<{ groupes: Groupe[]; plusQue: number | null }> {
  const groupes: Groupe[] = [];
  let plusQue: number | null = null;
  const reference = objet === null ? null : lireReference(objet);
  if (reference !== null && reference.id !== null) {
    const noms = await nommerObjets(base, HABILITABLES, acteur, [reference]);
    const nom = noms.get(ecrireReference(reference));
    if (nom) groupes.push({ groupe: 'Demandé', options: [{ valeur: ecrireReference(reference), texte: nom.libelle }] });
  }
  for (const genre of HABILITABLES) {
    const trouves = await genre.chercher(base, acteur, q, AU_PLUS + 1);
    if (trouves.length > AU_PLUS) plusQue = AU_PLUS;
    const options = trouves
      .slice(0, AU_PLUS)
      .map(({ id, libelle }) => ({ valeur: `${genre.type}:${id}`, texte: libelle }));
    if (options.length > 0) groupes.push({ groupe: genre.nom, options });
  }
  return { groupes, plusQue };
}
