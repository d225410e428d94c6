import { lireSaisie, type Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { surLeCompte } from '../comptes/atelier.ts';
import type { Acteur } from '../regles/acteur.ts';
import { ecrireHabilitation, type NouvelleHabilitation, SAISIE_D_HABILITATION } from './ecrire-habilitation.ts';
import { ecrireReference, type Habilitables } from './habilitables.ts';

/** Gives a person a right on an object, for a territory and until a day. Gives the identifier of the grant. */
export async function accorderHabilitation(
  services: Services,
  habilitables: Habilitables,
  acteur: Acteur,
  compte: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const saisie = lireSaisie(SAISIE_D_HABILITATION, valeurs);
  if (!saisie.ok) return saisie;
  return surLeCompte(services, acteur, compte, async (atelier, vise) => {
    const ecrite = await ecrireHabilitation(atelier, habilitables, vise, saisie.valeur);
    if (!ecrite.ok) return ecrite;
    await atelier.journaliser({
      acte: 'habilitation.accorder',
      objet: { type: 'compte', id: compte },
      territoire: vise.territoire,
      charge: chargeDHabilitation(ecrite.valeur),
    });
    return reussite(ecrite.valeur.id);
  });
}

/** A grant as the journal keeps it. */
export function chargeDHabilitation({ id, objet, droit, territoire, debut, fin }: NouvelleHabilitation) {
  return { habilitation: id, droit, objet: ecrireReference(objet), territoire, debut, fin };
}
