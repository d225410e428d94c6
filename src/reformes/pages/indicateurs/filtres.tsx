import { avec, ChampDeSituation, FormulaireDeFiltres, Liste } from '#interface';
import type { Fiche } from './charger-fiche.ts';
import { NOMS_DE_VUE } from './vues.ts';

/** Which maille, which territory, seen from which day. */
export function FiltresDeFiche({ fiche }: { readonly fiche: Fiche }) {
  const { maille, mailles, territoires, ouvert, requete, voir, ordre } = fiche;
  const actifs = voir === null ? [] : [{ texte: NOMS_DE_VUE[voir][0], href: avec(requete, { voir: null }) }];
  return (
    <FormulaireDeFiltres
      legende="Choisir le territoire et la date"
      actifs={actifs}
      gardes={[
        ...(voir === null ? [] : [['voir', voir] as const]),
        ...(ordre.tri === 'nom' ? [] : [['tri', ordre.tri] as const]),
        ...(ordre.decroissant ? [['sens', 'decroissant'] as const] : []),
      ]}
    >
      <Liste
        nom="territoire"
        libelle="Territoire"
        valeur={ouvert?.code ?? ''}
        aucune="aucun en particulier"
        options={territoires}
        key={`territoire ${ouvert?.code}`}
      />
      {mailles.length > 1 && (
        <Liste nom="maille" libelle="Maille" valeur={maille ?? ''} options={mailles} key={`maille ${maille}`} />
      )}
      <ChampDeSituation regard={fiche} />
    </FormulaireDeFiltres>
  );
}
