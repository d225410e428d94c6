import type { Acteur } from '#acces';
import { POSITIONS, type Position } from '#indicateurs/regles';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { peutDeclarerMeteo } from '../politique.ts';
import { presenterSuivi, type SuiviPresente } from '../presentation.ts';
import { estSuivie, reformesLisibles } from './reformes.ts';
import { lireSuivis } from './suivis.ts';

/** What the home page says of reforms to someone, on their own territory. */
export type ReformesPourAccueil = {
  readonly territoire: string;
  /** « dans le Finistère ». */
  readonly lieu: string;
  readonly total: number;
  readonly positions: Readonly<Record<Position, number>>;
  /** Météos this person declares that are missing or too old, the oldest first. */
  readonly aDeclarer: readonly Pick<SuiviPresente, 'reforme' | 'nom' | 'theme' | 'meteo'>[];
};

/** Null for whoever reads no reform on their own territory. */
export async function reformesPourAccueil(base: Base, acteur: Acteur, au: Jour): Promise<ReformesPourAccueil | null> {
  const { territoire } = acteur;
  const ici = TERRITOIRES.find(({ code }) => code === territoire);
  if (ici === undefined) return null;
  const { locution: lieu, maille } = ici;
  const reformes = (await reformesLisibles(base, acteur, territoire)).filter((reforme) => estSuivie(reforme, maille));
  if (reformes.length === 0) return null;
  const suivis = await lireSuivis(base, acteur, reformes, [territoire]);
  const presentes = suivis.map((suivi) => ({ suivi, vu: presenterSuivi(suivi, au) }));
  const positions = Object.fromEntries(
    POSITIONS.map((position) => [position, presentes.filter(({ vu }) => vu.position === position).length]),
  ) as Record<Position, number>;
  // The DITP declares where nobody else would: it is not asked to.
  const aDeclarer =
    acteur.profil === 'ditp'
      ? []
      : presentes
          .filter(({ suivi: { reforme }, vu }) => {
            const due = vu.meteo === null || vu.meteo.ancienne;
            return due && peutDeclarerMeteo(acteur, reforme, territoire).permis;
          })
          .map(({ vu: { reforme, nom, theme, meteo } }) => ({ reforme, nom, theme, meteo }))
          .sort((a, b) => (b.meteo?.age ?? Number.POSITIVE_INFINITY) - (a.meteo?.age ?? Number.POSITIVE_INFINITY));
  return { territoire, lieu, total: presentes.length, positions, aDeclarer };
}
