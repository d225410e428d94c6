import { annuaireDeReference } from './annuaire-de-reference.ts';
import type { IdOrganisation } from './organisation.ts';
import { type PiloteEcrit, separerPilotes } from './separer-pilotes.ts';
import type { Annuaire, Contexte, Trouvaille } from './trouver.ts';

export type PiloteRattache = PiloteEcrit & {
  /** The organisation or collective found; null when the name is unknown or ambiguous. */
  readonly organisation: IdOrganisation | null;
  readonly trouvaille: Trouvaille;
};

/**
 * All the pilote cells of a plan, each split and attached. A name several ministries share (« DNUM », « DRH ») is read
 * as that of the ministry whose services the plan names elsewhere, when there is only one, or of the owner given in the
 * context; `trouvaille.hypothese` then says so.
 */
export function rattacherPilotes(
  cellules: readonly string[],
  contexte: Contexte = {},
  annuaire: Annuaire = annuaireDeReference(),
): readonly (readonly PiloteRattache[])[] {
  const ecrits = cellules.map((cellule) => separerPilotes(cellule, annuaire));
  const organisation =
    contexte.organisation ?? annuaire.ministereCommun(ecrits.flat().map(({ texte }) => texte)) ?? undefined;
  const complet: Contexte = organisation === undefined ? contexte : { ...contexte, organisation };
  return ecrits.map((pilotes) =>
    pilotes.map((pilote) => {
      const trouvaille = annuaire.trouver(pilote.texte, complet);
      return { ...pilote, organisation: idDe(trouvaille), trouvaille };
    }),
  );
}

function idDe(trouvaille: Trouvaille): IdOrganisation | null {
  switch (trouvaille.type) {
    case 'une':
      return trouvaille.organisation.id;
    case 'collectif':
      return trouvaille.collectif.id;
    case 'ambigue':
    case 'inconnue':
      return null;
  }
}
