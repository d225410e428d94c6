import type { LoaderFunctionArgs } from 'react-router';
import { compter, formaterJour } from '#interface';
import type { DocumentAEcrire } from '#tableur';
import { lireTableauDeBord } from '../../territoires/lectures/tableau-de-bord.ts';
import { chargerTerritoire } from '../../territoires/pages/charger-territoire.ts';
import { lesPlusEnDifficulte } from '../../territoires/regles/difficultes.ts';
import { feuilleDuDocument } from '../document.ts';
import { lignesDeLaFiche, SANS_MEDIANE } from '../regles/fiche.ts';
import { direSynthese } from '../regles/resume-de-point.ts';

/** A territory on one page. */
export async function donneesDeFicheDeTerritoire(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, regard } = charge;
  const { ouverts: _, ...vue } = charge.vue;
  const au = regard.jour;
  const suivis = await lireTableauDeBord(services.base, acteur, charge, regard);
  return {
    charge,
    pourLaPage: {
      vue,
      au,
      synthese: direSynthese(suivis),
      difficultes: lesPlusEnDifficulte(suivis),
      ...lignesDeLaFiche(suivis),
    },
  };
}

export type FicheDeTerritoire = Awaited<ReturnType<typeof donneesDeFicheDeTerritoire>>['pourLaPage'];

/** The same page as a document. */
export function documentDeLaFiche(fiche: FicheDeTerritoire): DocumentAEcrire {
  const { vue, au, synthese, difficultes, lignes, restantes } = fiche;
  return {
    titre: titreDeLaFiche(fiche),
    blocs: [
      { type: 'paragraphe', texte: `Situation au ${formaterJour(au)}.${vue.au === null ? '' : ` ${SANS_MEDIANE}`}` },
      { type: 'paragraphe', texte: synthese },
      ...(difficultes.length === 0 ? [] : [{ type: 'titre', niveau: 1, texte: 'À regarder d’abord' } as const]),
      ...difficultes.map(({ nom, raisons }) => ({
        type: 'paragraphe' as const,
        texte: `${nom}\u00a0: ${raisons.join(', ')}.`,
      })),
      { type: 'titre', niveau: 1, texte: `Réformes ${vue.genitif}` },
      { type: 'tableau', feuille: feuilleDuDocument(lignes) },
      ...(restantes === 0 ? [] : [{ type: 'paragraphe' as const, texte: direRestantes(restantes) }]),
    ],
  };
}

function titreDeLaFiche({ vue }: Pick<FicheDeTerritoire, 'vue'>): string {
  return `Fiche ${vue.genitif}`;
}

/** The file it is kept in, with its date. */
export function fichierDeLaFiche(fiche: FicheDeTerritoire): string {
  return `${titreDeLaFiche(fiche)} au ${formaterJour(fiche.au)}.pdf`;
}

function direRestantes(restantes: number): string {
  return `${compter(restantes, 'autre réforme se lit', 'autres réformes se lisent')} sur la page du territoire.`;
}
