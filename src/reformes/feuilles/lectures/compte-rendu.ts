import type { Acteur } from '#acces';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { lireSuivis } from '../../lectures/suivis.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';
import type { Lecture } from '../politique.ts';
import { type EvenementPresente, type ProjetPresente, presenterEvenements, presenterProjet } from '../presentation.ts';
import { lireCommentaires } from './commentaires.ts';
import type { Feuille } from './feuille.ts';
import { lireProjets } from './projets.ts';

export type ReformeDeFeuille = SuiviPresente & {
  /** What the prefect commits to, in a sentence. */
  readonly engagement: string | null;
};

export type CompteRendu = {
  readonly reformes: readonly ReformeDeFeuille[];
  /** Empty, like what follows, for whoever reads the part of some reforms only. */
  readonly projets: readonly ProjetPresente[];
  readonly evenements: readonly EvenementPresente[];
  readonly commentaires: readonly { readonly texte: string; readonly quand: string; readonly auteur: string | null }[];
};

/** All that a roadmap says on this day, for what this actor reads of it: the page, the report and its files are made of it. */
export async function assemblerCompteRendu(
  base: Base,
  acteur: Acteur,
  feuille: Feuille,
  lecture: Lecture,
  au: Jour,
): Promise<CompteRendu> {
  const lues = lecture.part === 'reformes' ? new Set(lecture.reformes) : null;
  const entiere = lecture.part === 'entiere';
  const [suivis, projets, commentaires, toutes] = await Promise.all([
    lireSuivis(
      base,
      acteur,
      feuille.reformes.filter(({ id }) => lues?.has(id) ?? entiere),
      [feuille.territoire],
    ),
    entiere ? lireProjets(base, feuille.id, au) : [],
    entiere ? lireCommentaires(base, feuille.id) : [],
    entiere ? toutesLesReformes(base) : [],
  ]);
  const noms = new Map([...toutes, ...projets].map(({ id, nom }) => [id, nom]));
  return {
    reformes: suivis.map((suivi) => ({
      ...presenterSuivi(suivi, au),
      engagement: feuille.contenu.reformes.get(suivi.reforme.id) ?? null,
    })),
    projets: projets.filter(({ id }) => feuille.contenu.projets.has(id)).map(presenterProjet),
    evenements: entiere ? presenterEvenements(feuille, (_, id) => noms.get(id) ?? 'retirée') : [],
    commentaires: commentaires.map(({ texte, enregistreLe, auteur }) => ({
      texte,
      quand: enregistreLe.toISOString(),
      auteur,
    })),
  };
}
