import { Bouton, ChampDate, PanneauDepliant } from '#interface';
import type { ImportLu } from './charger-import.ts';
import { FormulaireDImport, type RefusDImport } from './formulaire-d-import.tsx';

/** In an existing plan, its own date serves; another may be given for this file. */
export function RelireALaDate({ vue, refus }: { readonly vue: ImportLu; readonly refus: RefusDImport }) {
  const concerne = refus?.intention === 'relire';
  return (
    <PanneauDepliant titre="Échéances écrites sans année" ouvert={concerne}>
      <FormulaireDImport
        version={vue.version}
        intention="relire"
        disposition="ligne"
        titre="Relire avec une date"
        erreurs={concerne ? refus.erreurs : undefined}
        valeurs={concerne ? refus.valeurs : undefined}
      >
        <ChampDate nom="dateDeReference" libelle="Date à partir de laquelle elles sont lues" valeur={vue.reference} />
        <Bouton rang="secondaire">Relire avec cette date</Bouton>
      </FormulaireDImport>
    </PanneauDepliant>
  );
}
