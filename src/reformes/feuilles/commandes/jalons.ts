import { z } from 'zod';
import type { Acteur } from '#acces';
import { type Echeance, lireEcheances } from '#echeances';
import { jourFacultatif, lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Jour, type Resultat, reussite } from '#socle/valeurs';
import type { Atelier } from './sur-la-feuille.ts';
import { type CibleDeProjet, surLeProjet } from './sur-le-projet.ts';

const NOUVEAU = z.object({
  libelle: texteObligatoire('Nommez le jalon.', 300),
  echeance: texteObligatoire('Écrivez l’échéance, par exemple « 30 juin 2026 » ou « fin 2026 ».', 500),
});

/** Adds a milestone to a local project, with its deadline as it is written. Gives its identifier. */
export async function ajouterJalon(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const lue = lireSaisie(NOUVEAU, valeurs);
  if (!lue.ok) return lue;
  const { libelle, echeance } = lue.valeur;
  return surLeProjet(services, acteur, cible, async (atelier, projet) => {
    const comprise = comprendre(atelier, echeance);
    if (!comprise.ok) return comprise;
    const jalon = services.ids.nouveau();
    await atelier.transaction
      .insertInto('jalon_de_projet')
      .values({
        id: jalon,
        projet_id: projet.id,
        libelle,
        ajoute_le: atelier.maintenant,
        ajoute_par: acteur.compte,
      })
      .execute();
    await ecrireEcheance(atelier, jalon, echeance, comprise.valeur, null);
    await atelier.journaliser({
      acte: 'jalon.fixer',
      charge: { projet: projet.id, jalon, avant: null, apres: echeance },
    });
    return reussite(jalon);
  });
}

const REPORT = z.object({
  jalon: texteObligatoire('Choisissez le jalon.', 40),
  echeance: texteObligatoire('Écrivez la nouvelle échéance, par exemple « 30 juin 2026 » ou « fin 2026 ».', 500),
  motif: texteObligatoire('Donnez la raison du report : elle reste visible à côté des deux échéances.', 2_000),
});

/** Puts a milestone off: the new words beside the first ones, with the reason. */
export async function reporterJalon(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(REPORT, valeurs);
  if (!lue.ok) return lue;
  const { jalon, echeance, motif } = lue.valeur;
  return surLeJalon(services, acteur, cible, jalon, async (atelier, avant) => {
    const comprise = comprendre(atelier, echeance);
    if (!comprise.ok) return comprise;
    await ecrireEcheance(atelier, jalon, echeance, comprise.valeur, motif);
    await atelier.journaliser({
      acte: 'jalon.reporter',
      charge: { projet: cible.projet, jalon, avant, apres: echeance },
    });
    return reussite(null);
  });
}

const ATTEINTE = z.object({ jalon: texteObligatoire('Choisissez le jalon.', 40), jour: jourFacultatif });

/** Says that a milestone was reached, and on which day. */
export async function atteindreJalon(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(ATTEINTE, valeurs);
  if (!lue.ok) return lue;
  const { jalon } = lue.valeur;
  return surLeJalon(services, acteur, cible, jalon, async (atelier, avant) => {
    const jour = lue.valeur.jour ?? atelier.au;
    if (jour > atelier.au)
      return echec(faute('jour', 'Un jalon ne peut pas être atteint un jour à venir : reportez plutôt son échéance.'));
    await ecrireFait(atelier, jalon, { genre: 'atteint', jour });
    await atelier.journaliser({ acte: 'jalon.atteindre', charge: { projet: cible.projet, jalon, avant, apres: jour } });
    return reussite(null);
  });
}

const ABANDON = z.object({
  jalon: texteObligatoire('Choisissez le jalon.', 40),
  motif: texteFacultatif(2_000),
});

/** Gives a milestone up, and says why. */
export async function abandonnerJalon(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(ABANDON, valeurs);
  if (!lue.ok) return lue;
  const { jalon, motif } = lue.valeur;
  if (motif === null) return echec(faute('motif', 'Dites pourquoi ce jalon est abandonné.'));
  return surLeJalon(services, acteur, cible, jalon, async (atelier, avant) => {
    await ecrireFait(atelier, jalon, { genre: 'abandon', motif });
    await atelier.journaliser({
      acte: 'jalon.abandonner',
      charge: { projet: cible.projet, jalon, avant, apres: null },
    });
    return reussite(null);
  });
}

/** A milestone of this project that is neither reached nor given up; `avant`: its deadline as it stands. */
async function surLeJalon(
  services: Services,
  acteur: Acteur,
  cible: CibleDeProjet,
  jalon: string,
  travail: (atelier: Atelier, avant: string | null) => Promise<Resultat<null>>,
): Promise<Resultat<null>> {
  return surLeProjet(services, acteur, cible, async (atelier, projet) => {
    const faits = await faitsDuJalon(atelier.transaction, projet.id, jalon);
    if (faits.length === 0)
      return echec(faute('jalon', 'Ce jalon n’est pas dans ce projet : choisissez-le dans la liste.'));
    if (faits.some(({ genre }) => genre !== 'echeance'))
      return echec({
        nature: 'conflit',
        regle: 'jalon.fini',
        message: 'Ce jalon est déjà déclaré atteint ou abandonné : rechargez la page pour lire ce qui en a été dit.',
      });
    return travail(atelier, faits.at(-1)?.texte ?? null);
  });
}

function faitsDuJalon(transaction: Base, projet: string, jalon: string) {
  if (!/^[0-9a-f-]{36}$/.test(jalon)) return Promise.resolve([]);
  return transaction
    .selectFrom('fait_de_jalon')
    .innerJoin('jalon_de_projet', 'jalon_de_projet.id', 'fait_de_jalon.jalon_id')
    .select(['fait_de_jalon.genre', 'fait_de_jalon.texte'])
    .where('jalon_de_projet.id', '=', jalon)
    .where('jalon_de_projet.projet_id', '=', projet)
    .orderBy('fait_de_jalon.id')
    .execute();
}

/** What these words mean; the mandate tells the missing years. */
function comprendre({ feuille, au }: Atelier, texte: string): Resultat<Echeance> {
  const { signeeLe: debut, fin } = feuille;
  const lues = lireEcheances(texte, {
    reference: debut ?? au,
    periode: debut !== null && fin !== null ? { debut, fin } : null,
  }).echeances;
  const [lue] = lues;
  if (lue === undefined || lues.length > 1)
    return echec(
      faute('echeance', 'Écrivez une seule échéance ; pour plusieurs étapes, ajoutez un jalon pour chacune.'),
    );
  if (lue.nature === 'invalide' || lue.nature === 'inconnue')
    return echec(
      faute(
        'echeance',
        `« ${texte} » n’a pas été compris. Écrivez par exemple « 30/06/2026 », « 1er semestre 2026 » ou « à partir de mars 2026 ».`,
      ),
    );
  return reussite(lue);
}

function ecrireEcheance(
  atelier: Atelier,
  jalon: string,
  texte: string,
  { nature, debut, fin, hypotheses }: Echeance,
  motif: string | null,
): Promise<void> {
  return ecrireFait(atelier, jalon, {
    genre: 'echeance',
    texte,
    nature,
    debut,
    fin,
    hypotheses: [...hypotheses],
    motif,
  });
}

async function ecrireFait(
  { transaction, acteur, maintenant }: Atelier,
  jalon: string,
  fait: {
    readonly genre: 'echeance' | 'atteint' | 'abandon';
    readonly texte?: string;
    readonly nature?: string;
    readonly debut?: Jour | null;
    readonly fin?: Jour | null;
    readonly hypotheses?: string[];
    readonly jour?: Jour;
    readonly motif?: string | null;
  },
): Promise<void> {
  await transaction
    .insertInto('fait_de_jalon')
    .values({ jalon_id: jalon, ...fait, enregistre_le: maintenant, auteur: acteur.compte })
    .execute();
}

function faute(champ: string, message: string) {
  return fauteDeSaisie(`jalon.${champ}`, champ, message);
}
