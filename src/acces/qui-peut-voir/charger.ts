import { aujourdhui, type Services } from '#socle';
import type { Acteur } from '../regles/acteur.ts';
import { peutAdministrer } from '../regles/administration.ts';
import { dansAnnees } from '../regles/duree.ts';
import type { Lecteur } from './lecteurs.ts';
import { filtrerLesLignes, type LigneDeLecteur, lignesDeLecteurs } from './lignes.ts';
import { demandesDeLaPage, habilitationsDeLaPage, type ObjetDeLaPage, personnesAHabiliter } from './qui-y-entre.ts';

const PAR_PAGE = 30;

type Objet<Pouvoir extends string> = ObjetDeLaPage & {
  /** What one can do with it, from the least. */
  readonly pouvoirs: readonly Pouvoir[];
  readonly lecteurs: Promise<readonly Lecteur<Pouvoir>[]>;
};

export type AccesEnPage<Pouvoir extends string> = Awaited<ReturnType<typeof chargerQuiPeutVoir<Pouvoir>>>;

/** Everything the page shows: who reads the object, filtered and by pages; grants; requests; the people searched for. */
export async function chargerQuiPeutVoir<Pouvoir extends string>(
  services: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  parametres: URLSearchParams,
  { pouvoirs, lecteurs: attendus, ...objet }: Objet<Pouvoir>,
) {
  const administre = peutAdministrer(acteur).permis;
  const criteres = {
    q: parametres.get('q')?.trim().slice(0, 100) || null,
    pouvoir: pouvoirs.find((pouvoir) => pouvoir === parametres.get('pouvoir')) ?? null,
  };
  const personne = parametres.get('personne')?.trim().slice(0, 100) ?? '';
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const [lecteurs, habilitations, demandes, personnes] = await Promise.all([
    attendus,
    habilitationsDeLaPage(services, acteur, objet),
    demandesDeLaPage(services, acteur, objet),
    administre ? personnesAHabiliter(services, acteur, personne) : [],
  ]);
  const retenues = filtrerLesLignes(lignesDeLecteurs(acteur, objet.equipe, lecteurs, pouvoirs), criteres);
  return {
    objet: `${objet.type}:${objet.id}`,
    adresse: `/${objet.type}s/${objet.id}/acces`,
    criteres,
    page,
    pages: Math.max(1, Math.ceil(retenues.length / PAR_PAGE)),
    total: lecteurs.length,
    retenus: retenues.reduce((somme: number, { nombre }: LigneDeLecteur<Pouvoir>) => somme + nombre, 0),
    parPouvoir: [...pouvoirs].reverse().map((pouvoir) => ({
      pouvoir,
      nombre: lecteurs.filter((lecteur) => lecteur.pouvoir === pouvoir).length,
    })),
    pouvoirs,
    lignes: retenues.slice((page - 1) * PAR_PAGE, page * PAR_PAGE),
    administre,
    equipe: objet.equipe,
    habilitations,
    demandes,
    /** Last day of what is granted in one gesture. */
    fin: dansAnnees(aujourdhui(services.horloge), 1),
    personne,
    personnes,
    fait: parametres.get('fait'),
    requete: parametres.toString(),
  };
}
