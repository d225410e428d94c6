import type { Acteur } from '#acces';
import { formaterJour } from '#interface';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Territoire } from '#territoires';
import type { Reforme } from '../../lectures/reformes.ts';
import { lireSuivis } from '../../lectures/suivis.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';
import { classeDuTaux } from '../regles/chaleur.ts';

/**
 * A reform on a map: the territories this person reads with their rate, the others closed and without any figure. The date
 * of the map is that of the latest value. Two queries.
 */
export async function lireCarte(
  base: Base,
  acteur: Acteur,
  { reforme, territoires }: { readonly reforme: Reforme; readonly territoires: readonly Territoire[] },
  au: Jour,
) {
  const lus = await lireSuivis(
    base,
    acteur,
    [reforme],
    territoires.map(({ code }) => code),
  );
  const suivis = new Map(lus.map((suivi) => [suivi.territoire, presenterSuivi(suivi, au)]));
  const mesures = [...suivis.values()].filter(({ taux }) => taux.valeur !== null);
  const date =
    mesures
      .flatMap(({ jour }) => jour ?? [])
      .sort()
      .at(-1) ?? null;
  const plusAnciens = mesures.filter(({ jour }) => jour !== date).length;
  return {
    reforme: { id: reforme.id, nom: reforme.nom },
    date,
    legende: {
      aLaDate: mesures.length - plusAnciens,
      plusAnciens,
      sansValeur: suivis.size - mesures.length,
    },
    fermes: territoires.length - suivis.size,
    territoires: territoires.map(({ code, nom }) => enTerritoire(code, nom, reforme.id, suivis.get(code), date)),
  };
}

function enTerritoire(code: string, nom: string, reforme: string, suivi: SuiviPresente | undefined, date: Jour | null) {
  if (suivi === undefined)
    return { code, nom, classe: null, valeurTexte: 'non ouvert à votre profil', ferme: true as const };
  const { taux, jour } = suivi;
  return {
    code,
    nom,
    classe: classeDuTaux(suivi),
    valeurTexte: jour === null || taux.valeur === null ? taux.texte : `${taux.texte}, mesuré au ${formaterJour(jour)}`,
    href: `/reformes/${reforme}?territoire=${code}`,
    ancien: taux.valeur !== null && jour !== date,
  };
}
