import { formaterJour } from '../formats.ts';
import { Lien } from '../lien.tsx';
import { Tableau } from '../liste/tableau.tsx';
import type { LigneDeFrise, SegmentDeFrise } from './frise-ligne.ts';

type Rang = { readonly cle: string; readonly ligne: LigneDeFrise; readonly segment: SegmentDeFrise | null };

/** The drawing as a table: a row per commitment, with its words and both dates. */
export function TableauDeFrise({
  legende,
  lignes,
}: {
  readonly legende: string;
  readonly lignes: readonly LigneDeFrise[];
}) {
  return (
    <Tableau<Rang>
      legende={`${legende}, en tableau`}
      lignes={lignes.flatMap(enRangs)}
      cleDeLigne={({ cle }) => cle}
      groupe={({ ligne }) => ligne.groupe ?? null}
      colonnes={[
        { cle: 'libelle', titre: 'Intitulé', largeur: 'large', cellule: ({ ligne }) => intitule(ligne) },
        { cle: 'titre', titre: 'Échéance', cellule: ({ segment }) => segment?.titre ?? 'sans échéance' },
        { cle: 'debut', titre: 'Début', cellule: ({ segment }) => ecrire(segment?.debut) },
        { cle: 'fin', titre: 'Fin', cellule: ({ segment }) => ecrire(segment?.fin) },
        { cle: 'detail', titre: 'Situation', cellule: ({ ligne }) => ligne.detail },
      ]}
    />
  );
}

function enRangs(ligne: LigneDeFrise): readonly Rang[] {
  if (ligne.segments.length === 0) return [{ cle: ligne.cle, ligne, segment: null }];
  return ligne.segments.map((segment, rang) => ({ cle: `${ligne.cle} ${rang}`, ligne, segment }));
}

function intitule({ code, libelle, href }: LigneDeFrise) {
  const texte = code === undefined ? libelle : `${code} ${libelle}`;
  return href === null ? texte : <Lien href={href}>{texte}</Lien>;
}

function ecrire(jour: string | null | undefined): string {
  return jour === null || jour === undefined ? '–' : formaterJour(jour);
}
