import type { Acteur } from '#acces';
import { remonteesARemplir } from '#enquetes';
import { decisionsAttendues, LIBELLES_DE_SUITE } from '#instances';
import { formaterJour, formaterNombre, INSECABLE } from '#interface';
import { ciblesEnAttente } from '#reformes';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';

/** One thing another room than the plans expects of a person: what, why it is asked, where it is answered. */
export type Attente = {
  readonly cle: string;
  readonly texte: string;
  readonly href: string;
  readonly precision: string;
  /** Last day to answer; null when there is none. */
  readonly pourLe: Jour | null;
  /** What it is about, when that has a page of its own. */
  readonly objet?: { readonly texte: string; readonly href: string };
};

export type GroupeDAttentes = { readonly titre: string; readonly attentes: readonly Attente[] };

type Lecture = {
  readonly titre: string;
  lire(base: Base, acteur: Acteur, jour: Jour): Promise<readonly Attente[]>;
};

/** Each room adds here the reading of what it expects of people, bounded by its own policy; what is empty is not shown. */
const LECTURES: readonly Lecture[] = [
  {
    titre: 'Cibles qui attendent ma réponse',
    async lire(base, acteur) {
      const cibles = await ciblesEnAttente(base, acteur);
      return cibles.map(({ id, reforme, reformeNom, indicateur, territoire, territoireNom, valeur, unite, jour }) => ({
        cle: id,
        texte: indicateur,
        href: `/reformes/${reforme}/cibles?territoire=${territoire}&cible=${id}#discussion`,
        precision: `${reformeNom}, ${territoireNom} : ${formaterNombre(valeur)}${INSECABLE}${unite} proposés pour le ${formaterJour(jour)}`,
        pourLe: null,
      }));
    },
  },
  {
    titre: 'Demandé par un comité',
    async lire(base, acteur, jour) {
      const decisions = await decisionsAttendues(base, acteur, jour);
      return decisions.map(({ id, texte, instance, numero, jour: prise, suite, fin, action }) => ({
        cle: id,
        texte,
        href: `/decisions/${id}`,
        precision: `décision n°${INSECABLE}${numero} de « ${instance} » du ${formaterJour(prise)}, ${LIBELLES_DE_SUITE[suite].toLowerCase()}`,
        pourLe: fin,
        ...(action === null ? {} : { objet: { texte: action.intitule, href: action.href } }),
      }));
    },
  },
  {
    titre: 'Remontées à remplir',
    async lire(base, acteur, jour) {
      const remontees = await remonteesARemplir(base, acteur, jour);
      return remontees.map(({ titre, href, de, service, avancement, fermeLe }) => ({
        cle: href,
        texte: titre,
        href,
        precision: [`demandée par ${de}`, `pour ${service}`, avancement].filter((mot) => mot !== null).join(', '),
        pourLe: fermeLe,
      }));
    },
  },
];

/** What the rooms expect of this person, the groups that have something. */
export async function lireLesAttentes(base: Base, acteur: Acteur, jour: Jour): Promise<GroupeDAttentes[]> {
  const groupes = await Promise.all(
    LECTURES.map(async ({ titre, lire }) => ({ titre, attentes: await lire(base, acteur, jour) })),
  );
  return groupes.filter(({ attentes }) => attentes.length > 0);
}
