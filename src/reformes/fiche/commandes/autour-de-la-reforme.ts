import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { type Atelier, surLaReforme } from '../../commandes/sur-la-reforme.ts';
import { estIdentifiant } from '../../lectures/reformes.ts';
import { peutTenirReforme } from '../../politique.ts';

/** Adds something around a reform (a contact, the link of a plan): done by who keeps it. */
export function ajouterAutour(
  services: Services,
  acteur: Acteur,
  reforme: string,
  travail: (atelier: Atelier) => Promise<Resultat<null>>,
): Promise<Resultat<null>> {
  return surLaReforme(services, acteur, reforme, (vue) => peutTenirReforme(acteur, vue), travail);
}

/** Takes something off from around a reform, then tells the journal; what is not there any more changes nothing. */
export function retirerAutour<T>(
  services: Services,
  acteur: Acteur,
  { reforme, objet }: { readonly reforme: string; readonly objet: string },
  retirer: (atelier: Atelier) => Promise<T | undefined>,
  raconter: (retire: T) => Parameters<Atelier['journaliser']>[0],
): Promise<Resultat<null>> {
  return ajouterAutour(services, acteur, reforme, async (atelier) => {
    const retire = estIdentifiant(objet) ? await retirer(atelier) : undefined;
    if (retire !== undefined) await atelier.journaliser(raconter(retire));
    return reussite(null);
  });
}
