import { Historique } from '#interface';
import type { EvenementPresente } from '../presentation.ts';
import { Paragraphes } from './feuille-commun.tsx';

/** What happened to a roadmap, the latest first: the life of the mandate, whoever holds it. */
export function Evenements({ evenements }: { readonly evenements: readonly EvenementPresente[] }) {
  return (
    <Historique
      legende="Vie de la feuille de route, du plus récent au plus ancien"
      faits={evenements.map((evenement) => ({
        cle: String(evenement.id),
        quand: evenement.jour,
        titre: evenement.titre,
        ...(evenement.auteur === null ? {} : { auteur: evenement.auteur }),
        ...(aDuDetail(evenement) ? { detail: <DetailDEvenement evenement={evenement} /> } : {}),
      }))}
    />
  );
}

function aDuDetail({ texte, motif, lignes }: EvenementPresente): boolean {
  return texte !== null || motif !== null || lignes.length > 0;
}

/** The text of a change, its reason, what it adds and takes out. */
export function DetailDEvenement({ evenement }: { readonly evenement: EvenementPresente }) {
  const { texte, motif, lignes } = evenement;
  return (
    <>
      {texte !== null && <Paragraphes texte={texte} />}
      {motif !== null && <Paragraphes texte={`Motif\u00a0: ${motif}`} />}
      {lignes.length > 0 && (
        <ul>
          {lignes.map((ligne) => (
            <li key={ligne.texte}>
              {ligne.texte}
              {ligne.engagement !== null && <> : {ligne.engagement}</>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
