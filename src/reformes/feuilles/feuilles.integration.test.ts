import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import type { Resultat } from '#socle/valeurs';
import { ecrireNouvelleReforme } from '../commandes/creer-reforme.ts';
import { exporterCompteRendu } from './commandes/exporter-compte-rendu.ts';
import {
  ajouterJalon,
  ajouterReforme,
  atteindreJalon,
  changerDePrefet,
  cloreFeuille,
  commenterFeuille,
  creerFeuille,
  creerProjet,
  nommerFeuilles,
  noterProjet,
  proposerEvolution,
  repondreAuPrefet,
  reporterJalon,
  retirerDeLaFeuille,
  signerFeuille,
} from './index.ts';
import { assemblerCompteRendu } from './lectures/compte-rendu.ts';
import { trouverFeuille } from './lectures/feuille.ts';
import { enAttenteDeReponse, listerFeuilles } from './lectures/lister.ts';

let essai: Essai;
let fibre: string;
let mdph: string;
const acteurs: Record<'ditp' | 'equipe' | 'prefet29' | 'prefet44' | 'sgar' | 'elysee' | 'sgcd', Acteur> = {} as never;

beforeAll(async () => {
  essai = await ouvrirEssai();
  acteurs.ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  acteurs.equipe = await creerActeur(essai, 'chef_de_projet', 'mi-dnum');
  acteurs.prefet29 = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
  acteurs.prefet44 = await creerActeur(essai, 'prefet_departement', 'd44-prefecture', 'D44');
  acteurs.sgar = await creerActeur(essai, 'prefet_region', 'r53-sgar', 'R53');
  acteurs.elysee = await creerActeur(essai, 'presidence', 'pm-ditp');
  acteurs.sgcd = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  fibre = await creerReforme('Fibre optique', 'mi-dnum');
  mdph = await creerReforme('Délais des MDPH', 'pm-ditp');
});
afterAll(() => essai.fermer());

const creerReforme = async (nom: string, equipe: string): Promise<string> =>
  essai.base.transaction().execute(async (transaction) =>
    reussi(
      await ecrireNouvelleReforme(transaction, essai.services, acteurs.ditp, {
        nom,
        description: null,
        theme: 'Essai',
        ministere: null,
        equipe,
        services: [],
        mailles: ['national', 'regional', 'departemental'],
        meteoJours: 90,
        etat: 'active',
      }),
    ),
  );

const regle = (resultat: Resultat<unknown>) => (resultat.ok ? 'permis' : resultat.refus.regle);
const titre = { titre: 'Feuille de route 2022-2025' };

/** A roadmap of this territory with the fibre and a local project. */
async function preparee(territoire: string): Promise<{ feuille: string; projet: string }> {
  const feuille = reussi(await creerFeuille(essai.services, acteurs.ditp, { ...titre, territoire }));
  const engagement = 'Raccorder toutes les communes.';
  reussi(await ajouterReforme(essai.services, acteurs.ditp, feuille, { reforme: fibre, engagement }));
  const projet = reussi(await creerProjet(essai.services, acteurs.ditp, feuille, { nom: 'Arsenal' }));
  return { feuille, projet };
}

async function signee(territoire: string, jour = '2022-02-15'): Promise<{ feuille: string; projet: string }> {
  const preparation = await preparee(territoire);
  reussi(await signerFeuille(essai.services, acteurs.ditp, preparation.feuille, { jour }));
  return preparation;
}

const lire = async (acteur: Acteur, id: string) => {
  const au = aujourdhui(essai.horloge);
  const { feuille, lecture } = reussi(await trouverFeuille(essai.base, acteur, id, au));
  return { feuille, lecture, rendu: await assemblerCompteRendu(essai.base, acteur, feuille, lecture, au) };
};
const acces = async (acteur: Acteur, id: string) =>
  regle(await trouverFeuille(essai.base, acteur, id, aujourdhui(essai.horloge)));

describe('ce qui est refusé', () => {
  test('préparer une feuille de route : ni pour un autre département, ni pour la France, ni par qui ne fait que lire', async () => {
    const cree = async (qui: keyof typeof acteurs, territoire: string) =>
      regle(await creerFeuille(essai.services, acteurs[qui], { ...titre, territoire }));
    expect(await cree('prefet44', 'D29')).toBe('feuille.preparer.territoire');
    expect(await cree('sgar', 'D29')).toBe('feuille.preparer.territoire');
    expect(await cree('sgcd', 'D29')).toBe('feuille.preparer.territoire');
    expect(await cree('elysee', 'D29')).toBe('feuille.preparer.profil');
    expect(await cree('ditp', 'FR')).toBe('feuille.preparer.maille');
    expect(await cree('prefet29', '')).toBe('saisie.invalide');
    expect(await essai.base.selectFrom('feuille_de_route').select('id').execute()).toEqual([]);
  });

  test('un brouillon n’est vu que de son préfet et de la DITP, et n’est pas nommé aux autres', async () => {
    const { feuille } = await preparee('D29');
    for (const qui of ['prefet44', 'sgar', 'elysee', 'equipe', 'sgcd'] as const) {
      expect(await acces(acteurs[qui], feuille), qui).toBe('feuille.lire.preparation');
      expect((await nommerFeuilles(essai.base, acteurs[qui], [feuille])).size, qui).toBe(0);
      expect((await listerFeuilles(essai.base, acteurs[qui], aujourdhui(essai.horloge))).length, qui).toBe(0);
    }
    expect(await acces(acteurs.prefet29, feuille)).toBe('permis');
    expect(await acces(acteurs.ditp, 'inconnue')).toBe('feuille.introuvable');
  });

  test('le préfet ne signe pas, ne répond pas à ses avenants, ne clôt pas', async () => {
    const { feuille } = await preparee('D22');
    const prefet = { ...acteurs.prefet29, territoire: 'D22', territoires: ['D22'] };
    expect(regle(await signerFeuille(essai.services, prefet, feuille, { jour: '2022-02-15' }))).toBe('feuille.ditp');
    expect(regle(await cloreFeuille(essai.services, prefet, feuille, { motif: 'Essai' }))).toBe('feuille.ditp');
    const reponse = { evenement: '1', reponse: 'acceptation' };
    expect(regle(await repondreAuPrefet(essai.services, prefet, feuille, reponse))).toBe('feuille.ditp');
  });

  test('une signature à venir, un jour qui n’existe pas, une feuille vide', async () => {
    const { feuille } = await preparee('D35');
    const signe = async (jour: string, laquelle = feuille) =>
      regle(await signerFeuille(essai.services, acteurs.ditp, laquelle, { jour }));
    expect(await signe('2022-02-16')).toBe('feuille.signer.jour');
    expect(await signe('31/02/2022')).toBe('saisie.invalide');
    expect(await signe('')).toBe('feuille.signer.jour');
    const vide = reussi(await creerFeuille(essai.services, acteurs.ditp, { ...titre, territoire: 'D35' }));
    expect(await signe('2022-02-15', vide)).toBe('feuille.signer.vide');
  });

  test('une réforme qui n’est pas suivie sur ce territoire, ou inventée', async () => {
    const { feuille } = await preparee('D56');
    const ajout = async (reforme: string) =>
      regle(await ajouterReforme(essai.services, acteurs.ditp, feuille, { reforme, engagement: 'Essai' }));
    expect(await ajout('01890000-0000-7000-8000-000000000000')).toBe('feuille.reforme');
    expect(await ajout('x')).toBe('feuille.reforme');
    await essai.base
      .updateTable('reforme')
      .set({ mailles: ['regional'] })
      .where('id', '=', mdph)
      .execute();
    expect(await ajout(mdph)).toBe('feuille.reforme');
    await essai.base
      .updateTable('reforme')
      .set({ mailles: ['national', 'regional', 'departemental'] })
      .where('id', '=', mdph)
      .execute();
  });
});

describe('la vie d’un mandat', () => {
  let feuille: string;
  let projet: string;

  test('signée, elle court trois ans ; la Présidence et le préfet de région la lisent, l’équipe sa réforme seule', async () => {
    ({ feuille, projet } = await signee('D29'));
    const entiere = await lire(acteurs.elysee, feuille);
    expect(entiere.feuille).toMatchObject({ etat: 'en_vigueur', fin: '2025-02-15' });
    expect(entiere.rendu.projets).toHaveLength(1);
    expect(await acces(acteurs.sgar, feuille)).toBe('permis');
    expect(await acces(acteurs.prefet44, feuille)).toBe('feuille.lire.territoire');
    expect(await acces(acteurs.sgcd, feuille)).toBe('feuille.lire.territoire');
    reussi(await commenterFeuille(essai.services, acteurs.prefet29, feuille, { texte: 'Tout tient.' }));
    const { lecture, rendu } = await lire(acteurs.equipe, feuille);
    expect(lecture).toEqual({ part: 'reformes', reformes: [fibre] });
    expect(rendu.reformes).toMatchObject([{ nom: 'Fibre optique', engagement: 'Raccorder toutes les communes.' }]);
    expect([rendu.projets, rendu.commentaires, rendu.evenements]).toEqual([[], [], []]);
  });

  test('signée, son contenu ne change plus directement', async () => {
    const retrait = await retirerDeLaFeuille(essai.services, acteurs.ditp, feuille, { objet: `reforme:${fibre}` });
    expect(regle(retrait)).toBe('feuille.composer.signee');
    const ajout = await ajouterReforme(essai.services, acteurs.prefet29, feuille, { reforme: mdph, engagement: 'Non' });
    expect(regle(ajout)).toBe('feuille.composer.signee');
    expect(regle(await creerProjet(essai.services, acteurs.prefet29, feuille, { nom: 'Autre' }))).toBe(
      'feuille.composer.signee',
    );
  });

  test('elle survit à un changement de préfet', async () => {
    essai.horloge.regler('2022-09-05T10:00:00Z');
    reussi(await changerDePrefet(essai.services, acteurs.prefet29, feuille, { jour: '2022-09-01' }));
    const { feuille: lue, rendu } = await lire(acteurs.prefet29, feuille);
    expect(lue.etat).toBe('en_vigueur');
    expect(rendu.evenements[0]?.titre).toContain('la feuille de route reste valable');
    expect(regle(await changerDePrefet(essai.services, acteurs.prefet29, feuille, { jour: '2021-01-01' }))).toBe(
      'feuille.prefet.jour',
    );
  });

  test('un avenant refusé ne change rien ; accepté, il ajoute et retire, et l’histoire reste', async () => {
    const avenant = {
      genre: 'avenant',
      texte: 'La priorité va au handicap.',
      motif: 'Le réseau est achevé.',
      reforme1: mdph,
      engagement1: 'Répondre en quatre mois.',
      retraits: `reforme:${fibre}`,
      projetNom: 'Maison de l’autonomie',
    };
    expect(regle(await proposerEvolution(essai.services, acteurs.prefet44, feuille, avenant))).toBe(
      'feuille.preparer.territoire',
    );
    const refuse = reussi(await proposerEvolution(essai.services, acteurs.prefet29, feuille, avenant));
    const sansMotif = { evenement: refuse, reponse: 'refus' };
    expect(regle(await repondreAuPrefet(essai.services, acteurs.ditp, feuille, sansMotif))).toBe(
      'feuille.repondre.motif',
    );
    reussi(await repondreAuPrefet(essai.services, acteurs.ditp, feuille, { ...sansMotif, motif: 'Trop tôt.' }));
    expect((await lire(acteurs.ditp, feuille)).rendu.reformes.map(({ nom }) => nom)).toEqual(['Fibre optique']);

    const accepte = reussi(await proposerEvolution(essai.services, acteurs.prefet29, feuille, avenant));
    expect(enAttenteDeReponse((await lire(acteurs.ditp, feuille)).feuille)).toMatchObject([{ id: accepte }]);
    reussi(
      await repondreAuPrefet(essai.services, acteurs.ditp, feuille, { evenement: accepte, reponse: 'acceptation' }),
    );
    const { rendu } = await lire(acteurs.ditp, feuille);
    expect(rendu.reformes.map(({ nom }) => nom)).toEqual(['Délais des MDPH']);
    expect(rendu.projets.map(({ nom }) => nom).sort()).toEqual(['Arsenal', 'Maison de l’autonomie']);
    expect(rendu.evenements.map(({ titre: dit }) => dit)).toEqual([
      'Avenant accepté',
      'Avenant proposé',
      'Avenant refusé',
      'Avenant proposé',
      'Nouveau préfet en poste depuis le 1er\u00a0septembre 2022\u00a0: la feuille de route reste valable',
      'Signée par le Premier ministre',
    ]);
    // The team of the reform that left no longer reads the roadmap.
    expect(await acces(acteurs.equipe, feuille)).toBe('feuille.lire.territoire');
  });

  test('deux réponses en même temps à un avenant : une seule compte', async () => {
    const actualisation = { genre: 'actualisation', texte: 'Calendrier.', motif: 'Crue.' };
    const evenement = reussi(await proposerEvolution(essai.services, acteurs.prefet29, feuille, actualisation));
    const reponses = await Promise.all([
      repondreAuPrefet(essai.services, acteurs.ditp, feuille, { evenement, reponse: 'acceptation' }),
      repondreAuPrefet(essai.services, acteurs.ditp, feuille, { evenement, reponse: 'refus', motif: 'Non.' }),
    ]);
    expect(reponses.map(regle).sort()).toEqual(['feuille.repondre.deja', 'permis']);
  });

  test('un jalon se lit comme on l’écrit, se reporte avec son motif, et s’atteint une fois', async () => {
    const cible = { feuille, projet };
    const ajout = (echeance: string) =>
      ajouterJalon(essai.services, acteurs.prefet29, cible, { libelle: 'Dépollution', echeance });
    expect(regle(await ajout('31/02/2023'))).toBe('jalon.echeance');
    expect(regle(await ajouterJalon(essai.services, acteurs.sgar, cible, { libelle: 'x', echeance: 'fin 2023' }))).toBe(
      'feuille.preparer.territoire',
    );
    const jalon = reussi(await ajout('30 juin 2022'));
    const report = { jalon, echeance: 'fin 2023', motif: '' };
    expect(regle(await reporterJalon(essai.services, acteurs.prefet29, cible, report))).toBe('saisie.invalide');
    expect((await lire(acteurs.prefet29, feuille)).rendu.projets[0]?.jalons).toMatchObject([
      { enRetard: true, etat: { mot: 'En retard' } },
    ]);
    reussi(await reporterJalon(essai.services, acteurs.prefet29, cible, { ...report, motif: 'Sol pollué.' }));
    const [projetLu] = (await lire(acteurs.prefet29, feuille)).rendu.projets;
    expect(projetLu?.jalons).toMatchObject([
      { echeance: 'fin 2023', initiale: '30 juin 2022', reports: 1, enRetard: false },
    ]);
    const atteintes = await Promise.all(
      ['', ''].map((jour) => atteindreJalon(essai.services, acteurs.prefet29, cible, { jalon, jour })),
    );
    expect(atteintes.map(regle).sort()).toEqual(['jalon.fini', 'permis']);
  });

  test('l’état d’un projet se déclare par une note, et n’efface pas la précédente', async () => {
    const cible = { feuille, projet };
    reussi(await noterProjet(essai.services, acteurs.prefet29, cible, { etat: 'bloque', texte: 'Recours.' }));
    reussi(await noterProjet(essai.services, acteurs.ditp, cible, { etat: 'en_cours', texte: 'Recours levé.' }));
    const [lu] = (await lire(acteurs.prefet29, feuille)).rendu.projets;
    expect(lu?.etat?.mot).toBe('En cours');
    expect(lu?.notes.map(({ texte }) => texte)).toEqual(['Recours levé.', 'Recours.']);
    const ailleurs = { feuille, projet: (await preparee('D44')).projet };
    expect(regle(await noterProjet(essai.services, acteurs.ditp, ailleurs, { etat: 'bloque', texte: 'x' }))).toBe(
      'projet.introuvable',
    );
  });

  test('le compte rendu s’exporte, et l’export laisse une ligne au journal', async () => {
    const { feuille: lue, lecture } = await lire(acteurs.prefet29, feuille);
    const au = aujourdhui(essai.horloge);
    for (const format of ['docx', 'odt', 'pdf'] as const) {
      const octets = await exporterCompteRendu(essai.services, acteurs.prefet29, { feuille: lue, lecture, au, format });
      expect(octets.byteLength, format).toBeGreaterThan(1_000);
    }
    const actes = await essai.base
      .selectFrom('journal')
      .select('acte')
      .where('objet_id', '=', feuille)
      .orderBy('sequence', 'desc')
      .limit(3)
      .execute();
    expect(actes.map(({ acte }) => acte)).toEqual(['feuille.exporter', 'feuille.exporter', 'feuille.exporter']);
  });

  test('échue puis close : elle se lit, et ne change plus', async () => {
    essai.horloge.regler('2025-02-16T11:00:00Z');
    expect((await lire(acteurs.prefet29, feuille)).feuille.etat).toBe('echue');
    const avenant = { genre: 'avenant', texte: 'Suite.', motif: 'Suite.' };
    expect(regle(await proposerEvolution(essai.services, acteurs.prefet29, feuille, avenant))).toBe('feuille.vigueur');
    reussi(await cloreFeuille(essai.services, acteurs.ditp, feuille, { motif: 'Mandat achevé.' }));
    expect((await lire(acteurs.elysee, feuille)).feuille.etat).toBe('close');
    expect(regle(await commenterFeuille(essai.services, acteurs.prefet29, feuille, { texte: 'Merci.' }))).toBe(
      'feuille.tenir.close',
    );
    expect(regle(await cloreFeuille(essai.services, acteurs.ditp, feuille, { motif: 'Encore.' }))).toBe(
      'feuille.clore.deja',
    );
  });
});

describe('au plus une feuille de route en vigueur par territoire', () => {
  test('deux signatures en même temps : une seule passe ; après une clôture, la suivante passe', async () => {
    essai.horloge.regler('2026-03-01T11:00:00Z');
    const [a, b] = [await preparee('R53'), await preparee('R53')];
    const jour = '2026-02-01';
    const signatures = await Promise.all(
      [a, b].map(({ feuille }) => signerFeuille(essai.services, acteurs.ditp, feuille, { jour })),
    );
    expect(signatures.map(regle).sort()).toEqual(['feuille.signer.jour', 'permis']);
    const [premiere, seconde] = signatures[0]?.ok ? [a, b] : [b, a];
    const motif = 'Nouveau mandat.';
    reussi(await cloreFeuille(essai.services, acteurs.ditp, premiere.feuille, { motif, jour: '2026-02-20' }));
    reussi(await signerFeuille(essai.services, acteurs.ditp, seconde.feuille, { jour: '2026-02-20' }));
  });
});
