import type { Acteur } from '#acces';
import type { Regard } from '#indicateurs';
import { formaterJour } from '#interface';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import type { Territoire } from '#territoires';
import { adresseDeReforme } from '../../adresses.ts';
import type { Reforme } from '../../lectures/reformes.ts';
import { suivisVus } from '../../lectures/suivis-vus.ts';
import { presenterSuivi, type SuiviPresente } from '../../presentation.ts';
import { classeDuTaux } from '../regles/chaleur.ts';

/**
 * A reform on a map: the territories this person reads with their rate, the others closed and without any figure. The date
 * of the map is that of the latest value. Two queries for today.
 */
export async function lireCarte(
  base: Base,
  acteur: Acteur,
  { reforme, territoires }: { readonly reforme: Reforme; readonly territoires: readonly Territoire[] },
  regard: Regard,
) {
  const codes = territoires.map(({ code }) => code);
  const lus = await suivisVus(base, acteur, { reformes: [reforme], territoires: codes }, regard);
  const suivis = new Map(lus.map((suivi) => [suivi.territoire, presenterSuivi(suivi, regard.jour)]));
  const au = regard.passe ? regard.jour : null;
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
    territoires: territoires.map(({ code, nom }) =>
      enTerritoire({ code, nom, href: adresseDeReforme(reforme.id, code, { au }) }, suivis.get(code), date),
    ),
  };
}

type Place = { readonly code: string; readonly nom: string; readonly href: string };

function enTerritoire({ code, nom, href }: Place, suivi: SuiviPresente | undefined, date: Jour | null) {
  if (suivi === undefined)
    return { code, nom, classe: null, valeurTexte: 'non ouvert à votre profil', ferme: true as const };
  const { taux, jour } = suivi;
  return {
    code,
    nom,
    classe: classeDuTaux(suivi),
    valeurTexte: jour === null || taux.valeur === null ? taux.texte : `${taux.texte}, mesuré au ${formaterJour(jour)}`,
    href,
    ancien: taux.valeur !== null && jour !== date,
  };
}
