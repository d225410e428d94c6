import { type Acteur, acteursOuverts, LIBELLES_DE_PROFIL, peutVoirCompte } from '#acces';
import { formaterJour, formaterNombre } from '#interface';
import { aujourdhui, type Services } from '#socle';
import { cleDeTexte } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import {
  peutAnalyser,
  peutDeclarerMeteo,
  peutTenirReforme,
  pourquoiLireReforme,
  type RaisonDeLireReforme,
  type ReformeVue,
} from '../politique.ts';
import { POUVOIRS, type Pouvoir } from './pouvoirs.ts';

/** A line of « qui peut voir ceci ? »: someone by name, or how many of a service and profile. */
export type LecteurDeReforme = {
  readonly cle: string;
  /** Null when whoever looks is not told names: the line counts then. */
  readonly nom: string | null;
  readonly nombre: number;
  readonly profil: string;
  readonly service: string;
  readonly pouvoir: Pouvoir;
  /** « partout », « Finistère », « Bretagne et 3 autres ». */
  readonly ou: string;
  readonly raisons: readonly string[];
};

/**
 * Who reads this reform today, and where: the policy itself, asked of every open account. Its team reads every name, an
 * administrator those of the territories administered, anyone else how many there are of each profile and service.
 */
export async function lecteursDeLaReforme(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  acteur: Acteur,
  reforme: ReformeVue,
  equipe: boolean,
): Promise<readonly LecteurDeReforme[]> {
  const lignes = new Map<string, LecteurDeReforme>();
  for await (const paquet of acteursOuverts(base, aujourdhui(horloge), horloge.maintenant()))
    for (const lecteur of paquet) {
      const lus = TERRITOIRES.map(({ code, nom }) => ({
        code,
        nom,
        raisons: pourquoiLireReforme(lecteur, reforme, code),
      }));
      const ouverts = lus.filter(({ raisons }) => raisons.length > 0);
      if (ouverts.length === 0) continue;
      const commun = {
        profil: LIBELLES_DE_PROFIL[lecteur.profil],
        service: lecteur.organisationLibelle,
        pouvoir: pouvoirSur(
          lecteur,
          reforme,
          ouverts.map(({ code }) => code),
        ),
        ou: direOu(ouverts.map(({ nom }) => nom)),
        raisons: [...new Set(ouverts.flatMap(({ raisons }) => raisons.map(direLaRaison)))],
      };
      const nomme = equipe || peutVoirCompte(acteur, lecteur).permis;
      const cle = nomme ? lecteur.compte : JSON.stringify(commun);
      const deja = lignes.get(cle)?.nombre ?? 0;
      lignes.set(cle, { ...commun, cle, nom: nomme ? lecteur.nom : null, nombre: deja + 1 });
    }
  return [...lignes.values()].sort(
    (a, b) =>
      POUVOIRS.indexOf(b.pouvoir) - POUVOIRS.indexOf(a.pouvoir) ||
      (a.nom ?? a.service).localeCompare(b.nom ?? b.service, 'fr'),
  );
}

export function filtrerLesLecteurs(
  lignes: readonly LecteurDeReforme[],
  { q, pouvoir }: { readonly q: string | null; readonly pouvoir: Pouvoir | null },
): readonly LecteurDeReforme[] {
  const cherche = q === null ? '' : cleDeTexte(q);
  return lignes.filter(
    (ligne) =>
      (pouvoir === null || ligne.pouvoir === pouvoir) &&
      cleDeTexte(`${ligne.nom ?? ''} ${ligne.service} ${ligne.profil}`).includes(cherche),
  );
}

/** The most someone can do: keep the reform, declare or analyse somewhere, or read only. */
function pouvoirSur(lecteur: Acteur, reforme: ReformeVue, codes: readonly string[]): Pouvoir {
  if (peutTenirReforme(lecteur, reforme).permis) return 'tenir';
  if (codes.some((code) => peutDeclarerMeteo(lecteur, reforme, code).permis)) return 'declarer';
  return codes.some((code) => peutAnalyser(lecteur, reforme, code).permis) ? 'analyser' : 'lire';
}

function direOu(noms: readonly string[]): string {
  if (noms.length === TERRITOIRES.length) return 'partout';
  const [premier = '', ...autres] = noms;
  if (autres.length === 0) return premier;
  return `${premier} et ${formaterNombre(autres.length)} ${autres.length === 1 ? 'autre' : 'autres'}`;
}

function direLaRaison(raison: RaisonDeLireReforme): string {
  if (raison.genre !== 'habilitation') return RAISONS[raison.genre];
  const { objet, fin } = raison.habilitation;
  const sur = objet === 'champ' ? ' sur les réformes du ministère' : '';
  return fin === undefined ? `habilitation${sur}` : `habilitation${sur}, jusqu’au ${formaterJour(fin)}`;
}

const RAISONS: Readonly<Record<Exclude<RaisonDeLireReforme['genre'], 'habilitation'>, string>> = {
  ditp: 'la DITP suit toutes les réformes',
  equipe: 'équipe de la réforme',
  tout: 'son profil lit toutes les réformes publiées',
  champ: 'réforme de son ministère',
  region: 'réforme suivie dans sa région',
  departement: 'réforme suivie dans son département',
  service: 'réforme du champ de son service',
};
