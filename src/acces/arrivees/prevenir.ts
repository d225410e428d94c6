import { aujourdhui, type Services } from '#socle';
import type { Base } from '#socle/base';
import { deposerCourriel, type Message } from '#socle/courrier';
import { type CodeTerritoire, TERRITOIRES } from '#territoires';
import {
  type Administrateur,
  administrateursDuTerritoire,
  administrateursNationaux,
} from '../comptes/administrateurs.ts';

/**
 * Who answers for this territory: its administrators and those around it; the national ones when there is none, or when it is
 * not known. `pour`: where a right is asked, which they must administer as well, since nobody gives it elsewhere.
 */
export async function quiDecide(
  base: Base,
  horloge: Services['horloge'],
  territoire: string | null,
  pour: string | null = territoire,
): Promise<Administrateur[]> {
  const jour = aujourdhui(horloge);
  const proches = territoire === null ? [] : await administrateursDuTerritoire(base, territoire, jour);
  const ailleurs = pour === null || pour === territoire ? proches : await administrateursDuTerritoire(base, pour, jour);
  const decident = proches.filter(({ compte }) => ailleurs.some((un) => un.compte === compte));
  return decident.length > 0 ? decident : administrateursNationaux(base);
}

/** Tells those who decide that a request waits for them, once each; who asks is said in Jalon only. */
export async function prevenirDeLaDemande(
  transaction: Base,
  services: Services,
  { id, territoire }: { readonly id: string; readonly territoire: CodeTerritoire | null },
): Promise<void> {
  const lieu = TERRITOIRES.find(({ code }) => code === territoire);
  const message: Message = {
    sujet: lieu ? `Demande d’accès à Jalon, comptes ${lieu.genitif}` : 'Demande d’accès à Jalon',
    paragraphes: [
      'Un agent dont l’identité professionnelle est vérifiée s’est présenté et n’a pas de compte.',
      lieu
        ? `Il a indiqué le territoire, son service et ce qu’il vient faire\u00A0: sa demande concerne les comptes ${lieu.genitif}.`
        : 'Il n’a pas encore dit où il travaille\u00A0: sa demande est lue par les administrateurs nationaux.',
    ],
    action: { texte: 'Lire la demande et y répondre', chemin: '/administration/demandes' },
    raison: `Vous recevez ce message parce que vous administrez les comptes ${lieu?.genitif ?? 'de tout Jalon'}.`,
  };
  for (const { compte, courriel } of await quiDecide(transaction, services.horloge, territoire)) {
    if (courriel === null) continue;
    await deposerCourriel(transaction, services, {
      cle: `demande:${id}:${territoire ?? 'sans'}:${compte}`,
      genre: 'demande.deposer',
      compte,
      adresse: courriel,
      message,
    });
  }
}
