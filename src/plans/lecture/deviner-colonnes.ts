import type { Anomalie, ChampDePlan } from '../regles/lecture.ts';
import { aVerifier } from './anomalies.ts';
import { CHAMPS_DIRECTS, type Colonne, nomDeColonne, place } from './colonne-observee.ts';
import { devinerEntete } from './entetes.ts';

/** When no heading names the action: the column of the longest texts, said as a guess. */
export function devinerIntitule(
  colonnes: readonly Colonne[],
  champs: Map<number, ChampDePlan>,
  anomalies: Anomalie[],
): void {
  const longueur = ({ valeurs }: Colonne): number =>
    valeurs.reduce((total, { texte }) => total + texte.length, 0) / Math.max(valeurs.length, 1);
  const [plusLongue] = colonnes
    .filter(({ position, valeurs }) => !champs.has(position) && valeurs.length > 0)
    .sort((a, b) => longueur(b) - longueur(a));
  if (!plusLongue || longueur(plusLongue) < 10) return;
  champs.set(plusLongue.position, 'intitule');
  const nom = nomDeColonne({ entete: plusLongue.entete || null, position: plusLongue.position });
  anomalies.push(
    aVerifier(
      `Aucune colonne ne s’appelle « Action », « Mesure » ou « Intitulé » : la colonne « ${nom} » est prise comme l’intitulé des actions. Vérifiez la correspondance des colonnes.`,
      place(plusLongue),
    ),
  );
}

/** A field nobody feeds yet may be fed by a heading that only holds a word of it. */
export function devinerParUnMot(
  colonnes: readonly Colonne[],
  champs: Map<number, ChampDePlan>,
  anomalies: Anomalie[],
): void {
  for (const colonne of colonnes.filter(({ position, entete }) => !champs.has(position) && entete !== '')) {
    const sens = devinerEntete(colonne.entete);
    const champ = sens === 'axe' || sens === 'avancement' ? sens : sens && CHAMPS_DIRECTS[sens];
    if (!champ || [...champs.values()].includes(champ)) continue;
    champs.set(colonne.position, champ);
    anomalies.push(
      aVerifier(
        `« ${nomDeColonne({ entete: colonne.entete, position: colonne.position })} » n’est pas un en-tête connu : la colonne est lue comme « ${LIBELLES[champ] ?? champ} » d’après un mot. Vérifiez la correspondance.`,
        place(colonne),
      ),
    );
  }
}

const LIBELLES: Partial<Record<ChampDePlan, string>> = {
  pilotes: 'Pilote',
  echeance: 'Échéance',
  livrables: 'Livrables',
  avancement: 'État d’avancement',
  en_lien_avec: 'En lien avec',
  axe: 'Axe',
};
