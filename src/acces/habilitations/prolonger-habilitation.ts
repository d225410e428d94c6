import { z } from 'zod';
import { jourFacultatif, lireSaisie, type Services, texteObligatoire } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import { surLeCompte } from '../comptes/atelier.ts';
import type { Acteur } from '../regles/acteur.ts';
import { chargeDHabilitation } from './accorder-habilitation.ts';
import { ecrireHabilitation } from './ecrire-habilitation.ts';
import type { Habilitables } from './habilitables.ts';
import { compteDeLHabilitation, HABILITATION_ABSENTE, lireHabilitation } from './habilitation.ts';
import { marquerRetiree } from './retirer-habilitation.ts';

const SAISIE = z.object({
  fin: jourFacultatif,
  motif: texteObligatoire('Dites pourquoi cet accès continue.', 500),
});

/**
 * Gives the same right from today to another day: a new grant, decided as a new one, in place of the former. Gives the
 * identifier of the new grant.
 */
export async function prolongerHabilitation(
  services: Services,
  habilitables: Habilitables,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  const compte = await compteDeLHabilitation(services.base, id);
  if (compte === null) return echec(HABILITATION_ABSENTE);
  return surLeCompte(services, acteur, compte, async (atelier, vise) => {
    const ancienne = await lireHabilitation(atelier.transaction, id);
    if (ancienne === null) return echec(HABILITATION_ABSENTE);
    const { droit, objet, territoire, debut } = ancienne;
    await marquerRetiree(atelier, id, 'Prolongée');
    const { fin, motif } = saisie.valeur;
    const nouvelle = await ecrireHabilitation(atelier, habilitables, vise, {
      droit,
      objet,
      territoire,
      debut: debut > atelier.jour ? debut : null,
      fin,
      motif,
    });
    if (!nouvelle.ok) return nouvelle;
    await atelier.journaliser({
      acte: 'habilitation.prolonger',
      objet: { type: 'compte', id: compte },
      territoire: vise.territoire,
      charge: { ...chargeDHabilitation(nouvelle.valeur), remplace: id },
    });
    return reussite(nouvelle.valeur.id);
  });
}
