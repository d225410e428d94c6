import type { Acteur } from '#acces';
import { enumerer, formaterJour, pluriel } from '#interface';
import { inscrire } from '#journal';
import type { Services } from '#socle';
import type { Jour } from '#socle/valeurs';
import { type BlocAEcrire, ecrireDocx, ecrireOdt, ecrirePdf } from '#tableur';
import type { Instance } from '../lectures/instances.ts';
import { presenterPoints } from '../lectures/presenter-points.ts';
import { contenuDuReleve, lireReleveValide, nommerPresents } from '../lectures/releve.ts';
import type { Reunion } from '../lectures/reunions.ts';
import { direMoment, direPresidence } from '../presentation.ts';
import { DECISIONS } from '../regles/decisions.ts';
import { type ContenuDeReleve, LIBELLES_DE_PRESENCE } from '../regles/releve.ts';

export const FORMATS = ['docx', 'odt', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];
const ECRIRE = { docx: ecrireDocx, odt: ecrireOdt, pdf: ecrirePdf } as const;

type Demande = {
  readonly instance: Instance;
  readonly reunion: Reunion;
  readonly au: Jour;
  readonly quoi: 'dossier' | 'releve';
  readonly format: Format;
};

/** The supporting file or the relevé of a meeting, as this reader may see it; the journal keeps that it was made. */
export async function exporterReunion(services: Services, acteur: Acteur, demande: Demande): Promise<Uint8Array> {
  const { instance, reunion, quoi, format } = demande;
  const octets = ECRIRE[format](
    quoi === 'dossier' ? await dossier(services, acteur, demande) : await releve(services, demande),
  );
  await services.base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'reunion.exporter',
        objet: { type: 'reunion', id: reunion.id },
        territoire: instance.territoire,
        charge: { quoi, format },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    ),
  );
  return octets;
}

async function dossier({ base }: Services, acteur: Acteur, { instance, reunion, au }: Demande) {
  const points = await presenterPoints(base, acteur, reunion, au);
  const etat = reunion.jour < au ? reunion.jour : au;
  return {
    titre: `Dossier de séance : ${instance.nom}, ${formaterJour(reunion.jour)}`,
    blocs: [
      paragraphe(
        `Réunion du ${direMoment(reunion)}${reunion.lieu === null ? '' : `, ${reunion.lieu}`}. Présidence : ${direPresidence(instance)}. Membres : ${instance.membres.map(({ libelle }) => libelle).join(', ')}. État des actions au ${formaterJour(etat)}.`,
      ),
      titre(1, 'Ordre du jour'),
      ...(points.length === 0 ? [paragraphe('Aucun point.')] : []),
      ...points.flatMap(({ intitule, raison, situation, demandes }, rang) => [
        titre(2, `${rang + 1}. ${intitule}`),
        ...(raison === null ? [] : [paragraphe(`Pourquoi ici : ${raison}`)]),
        ...(situation === null ? [] : [paragraphe(`État : ${situation}`)]),
        ...demandes.map(({ texte, motif }) => paragraphe(`Report demandé à « ${texte} » : ${motif}`)),
      ]),
    ],
  };
}

async function releve({ base }: Services, { instance, reunion }: Demande) {
  const valide = await lireReleveValide(base, reunion.id);
  const contenu = valide?.contenu ?? (await contenuDuReleve(base, instance, reunion, ''));
  const presents = await nommerPresents(base, contenu.presents);
  return {
    titre: `${valide === null ? 'Projet de relevé de décisions' : `Relevé de décisions n° ${contenu.numero}`} : ${contenu.titre}`,
    blocs: [
      paragraphe(
        valide === null
          ? 'Ce projet n’est pas validé par la présidence.'
          : `Validé le ${formaterJour(valide.valideLe.toISOString().slice(0, 10))}. Empreinte ${valide.empreinte}.`,
      ),
      titre(1, 'Présences'),
      tableau(
        'Présences',
        ['Membre', 'Présence'],
        presents.map(({ membre, etat }) => [membre, LIBELLES_DE_PRESENCE[etat]]),
      ),
      titre(1, 'Décisions'),
      contenu.decisions.length === 0
        ? paragraphe('Aucune décision.')
        : tableau(
            'Décisions',
            ['N°', 'Genre', 'Décision', 'Responsable', 'Échéance'],
            contenu.decisions.map(({ numero, genre, texte, responsable, echeance }) => [
              String(numero),
              DECISIONS[genre].libelle,
              texte,
              responsable ?? '',
              echeance ?? '',
            ]),
          ),
      titre(1, 'Points examinés'),
      ...contenu.points.flatMap(({ numero, intitule, notes, tranche }) => [
        titre(2, `${numero}. ${intitule}`),
        ...notes.map(paragraphe),
        ...decidees(contenu.decisions.filter(({ point }) => point === numero)),
        ...(tranche ? [] : [paragraphe('Non tranché : revient à la prochaine réunion.')]),
      ]),
      ...(valide?.rectificatifs ?? []).flatMap(({ numero, texte, motif, empreinte }) => [
        titre(1, `Rectificatif n° ${numero}`),
        paragraphe(texte),
        paragraphe(`Motif : ${motif}. Empreinte ${empreinte}.`),
      ]),
    ],
  };
}

/** Which decisions an item led to, so that one reads the table above. */
function decidees(decisions: ContenuDeReleve['decisions']): readonly BlocAEcrire[] {
  const numeros = decisions.map(({ numero }) => `n° ${numero}`);
  return numeros.length === 0
    ? []
    : [paragraphe(`${pluriel(numeros.length, 'Décision', 'Décisions')} ${enumerer(numeros)}.`)];
}

function titre(niveau: 1 | 2, texte: string): BlocAEcrire {
  return { type: 'titre', niveau, texte };
}

function paragraphe(texte: string): BlocAEcrire {
  return { type: 'paragraphe', texte };
}

function tableau(nom: string, entetes: readonly string[], lignes: readonly (readonly string[])[]): BlocAEcrire {
  return { type: 'tableau', feuille: { nom, entetes, lignes } };
}
