import type { Acteur } from '#acces';
import { formaterJour } from '#interface';
import type { Services } from '#socle';
import type { Jour } from '#socle/valeurs';
import { type BlocAEcrire, ecrireDocx, ecrireOdt, ecrirePdf } from '#tableur';
import { journaliserExport } from '../../commandes/journaliser-export.ts';
import { assemblerCompteRendu, type CompteRendu } from '../lectures/compte-rendu.ts';
import type { Feuille } from '../lectures/feuille.ts';
import type { Lecture } from '../politique.ts';
import { direMandat, direPrefet, type ProjetPresente } from '../presentation.ts';
import { LIBELLES_D_ETAT } from '../regles/mandat.ts';

export const FORMATS_DE_COMPTE_RENDU = ['docx', 'odt', 'pdf'] as const;
export type FormatDeCompteRendu = (typeof FORMATS_DE_COMPTE_RENDU)[number];

type Demande = {
  readonly feuille: Feuille;
  readonly lecture: Lecture;
  readonly au: Jour;
  readonly format: FormatDeCompteRendu;
};

/** The progress report as a document, of what this actor reads of the roadmap; the journal keeps that it was made. */
export async function exporterCompteRendu(
  services: Services,
  acteur: Acteur,
  { feuille, lecture, au, format }: Demande,
): Promise<Uint8Array> {
  const rendu = await assemblerCompteRendu(services.base, acteur, feuille, lecture, au);
  const document = {
    titre: `Compte rendu d’avancement : ${feuille.titre}`,
    blocs: blocsDe(feuille, rendu, lecture.part === 'entiere', au),
  };
  const octets = ECRIRE[format](document);
  await journaliserExport(services, acteur, {
    acte: 'feuille.exporter',
    objet: { type: 'feuille_de_route', id: feuille.id },
    territoire: feuille.territoire,
    charge: { format },
  });
  return octets;
}

const ECRIRE = { docx: ecrireDocx, odt: ecrireOdt, pdf: ecrirePdf } as const;

function blocsDe(feuille: Feuille, rendu: CompteRendu, entiere: boolean, au: Jour): readonly BlocAEcrire[] {
  return [
    paragraphe(
      `${direPrefet(feuille.territoire)}. ${direMandat(feuille)}. ${LIBELLES_D_ETAT[feuille.etat]}. Situation au ${formaterJour(au)}.`,
    ),
    ...(rendu.commentaires.length === 0
      ? []
      : [
          titre(1, 'Commentaire du préfet'),
          ...rendu.commentaires.map(({ texte, quand, auteur }) =>
            paragraphe(`${formaterJour(quand.slice(0, 10))}${auteur === null ? '' : `, ${auteur}`} : ${texte}`),
          ),
        ]),
    titre(1, 'Réformes prioritaires'),
    rendu.reformes.length === 0 ? paragraphe('Aucune réforme.') : tableauDesReformes(rendu),
    ...(entiere ? [titre(1, 'Projets structurants locaux'), ...rendu.projets.flatMap(blocsDuProjet)] : []),
    ...(rendu.evenements.length === 0 ? [] : [titre(1, 'Vie de la feuille de route'), tableauDesEvenements(rendu)]),
  ];
}

function tableauDesReformes({ reformes }: CompteRendu): BlocAEcrire {
  return {
    type: 'tableau',
    feuille: {
      nom: 'Réformes',
      entetes: ['Réforme', 'Engagement du préfet', 'Avancement', 'Écart à la trajectoire', 'Météo déclarée'],
      lignes: reformes.map(({ nom, engagement, taux, ecart, meteo }) => [
        nom,
        engagement ?? '',
        taux.texte,
        ecart.texte,
        meteo === null ? 'jamais déclarée' : `${meteo.nom}, le ${formaterJour(meteo.jour)} : ${meteo.phrase}`,
      ]),
    },
  };
}

function blocsDuProjet(projet: ProjetPresente): readonly BlocAEcrire[] {
  const [derniere] = projet.notes;
  const dits = [
    projet.etat === null ? null : `État déclaré : ${projet.etat.mot}.`,
    derniere === undefined ? null : `${formaterJour(derniere.quand.slice(0, 10))} : ${derniere.texte}`,
    projet.description,
    projet.partenaires === null ? null : `Partenaires : ${projet.partenaires}`,
    projet.moyens === null ? null : `Moyens : ${projet.moyens}`,
  ];
  return [
    titre(2, projet.nom),
    ...dits.flatMap((texte) => (texte === null ? [] : [paragraphe(texte)])),
    ...(projet.jalons.length === 0
      ? []
      : [
          {
            type: 'tableau' as const,
            feuille: {
              nom: 'Jalons',
              entetes: ['Jalon', 'Échéance', 'Engagement initial', 'Situation'],
              lignes: projet.jalons.map(({ libelle, echeance, initiale, etat }) => [
                libelle,
                echeance,
                initiale ?? 'le même',
                [etat.mot, etat.complement].filter(Boolean).join(' '),
              ]),
            },
          },
        ]),
  ];
}

function tableauDesEvenements({ evenements }: CompteRendu): BlocAEcrire {
  return {
    type: 'tableau',
    feuille: {
      nom: 'Vie de la feuille de route',
      entetes: ['Date', 'Événement', 'Texte et motif'],
      lignes: evenements.map(({ jour, titre: dit, texte, motif, lignes }) => [
        formaterJour(jour),
        dit,
        [
          texte,
          motif === null ? null : `Motif : ${motif}`,
          ...lignes.map(({ texte: ligne, engagement }) => (engagement === null ? ligne : `${ligne} : ${engagement}`)),
        ]
          .filter((un) => un !== null)
          .join('\n'),
      ]),
    },
  };
}

function titre(niveau: 1 | 2, texte: string): BlocAEcrire {
  return { type: 'titre', niveau, texte };
}

function paragraphe(texte: string): BlocAEcrire {
  return { type: 'paragraphe', texte };
}
