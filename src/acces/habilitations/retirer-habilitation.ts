import { z } from 'zod';
import { lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { type AtelierDAcces, surLeCompte } from '../comptes/atelier.ts';
import { selon } from '../decision.ts';
import type { Acteur } from '../regles/acteur.ts';
import { peutRetirerHabilitation } from '../regles/designations.ts';
import { ecrireReference, type Habilitables } from './habilitables.ts';
import {
  compteDeLHabilitation,
  HABILITATION_ABSENTE,
  type HabilitationAccordee,
  lireHabilitation,
} from './habilitation.ts';

const SAISIE = z.object({ motif: texteObligatoire('Dites pourquoi ce droit est retiré.', 500) });

/** Withdraws a grant: it gives nothing any more, and stays in the history of the account. */
export async function retirerHabilitation(
  services: Services,
  habilitables: Habilitables,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const compte = await compteDeLHabilitation(services.base, id);
  if (compte === null) return echec(HABILITATION_ABSENTE);
  return surLeCompte(services, acteur, compte, async (atelier, vise) => {
    const habilitation = await lireHabilitation(atelier.transaction, id);
    if (habilitation === null) return echec(HABILITATION_ABSENTE);
    const proprietaire = await modifieLObjet(atelier, habilitables, habilitation);
    const permis = selon(peutRetirerHabilitation(atelier.acteur, vise, proprietaire));
    if (!permis.ok) return permis;
    await marquerRetiree(atelier, id, saisie.valeur.motif);
    await atelier.journaliser({
      acte: 'habilitation.retirer',
      objet: { type: 'compte', id: compte },
      territoire: vise.territoire,
      charge: {
        habilitation: id,
        droit: habilitation.droit,
        objet: ecrireReference(habilitation.objet),
        territoire: habilitation.territoire,
      },
    });
    return reussite(null);
  });
}

export async function marquerRetiree(
  { transaction, acteur, maintenant }: AtelierDAcces,
  id: string,
  motif: string,
): Promise<void> {
  await transaction
    .updateTable('habilitation')
    .set({ retiree_le: maintenant, retiree_par: acteur.compte, retiree_motif: motif })
    .where('id', '=', id)
    .execute();
}

/** Is whoever acts of the team of the object this grant is about? */
export async function modifieLObjet(
  { transaction, acteur }: Pick<AtelierDAcces, 'transaction' | 'acteur'>,
  habilitables: Habilitables,
  { objet, territoire }: HabilitationAccordee,
): Promise<boolean> {
  if (objet.id === null) return false;
  const genre = habilitables.find(({ type }) => type === objet.type);
  if (genre?.tient !== undefined) return genre.tient(transaction, acteur, objet.id);
  return (await genre?.porte(transaction, acteur, objet.id, 'modifier', territoire)) === true;
}
