import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inscrire, verifierJournal } from '#journal';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import type { Acteur } from '../regles/acteur.ts';
import { CONSERVATIONS_D_ACCES } from './conservations.ts';
import { effacerPersonne, PERSONNE_EFFACEE } from './effacer.ts';
import { donneesDAcces, signatairesDeLaPersonne } from './lire.ts';

let essai: Essai;
let ditp: Acteur;
let agent: Acteur;

const NOM = 'Camille Exemple';
const COURRIEL = 'camille.exemple@exemple.gouv.fr';

beforeEach(async () => {
  essai = await ouvrirEssai();
  ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  agent = await creerActeur(essai, 'service_deconcentre', 'd29-sgcd', 'D29');
  const { base, horloge } = essai;
  const maintenant = horloge.maintenant();
  await base.updateTable('compte').set({ nom: NOM, courriel: COURRIEL }).where('id', '=', agent.compte).execute();
  await base
    .insertInto('identite')
    .values({
      emetteur: 'https://fournisseur.exemple.gouv.fr',
      sujet: 'sujet-1',
      compte_id: agent.compte,
      courriel: COURRIEL,
      cree_le: maintenant,
      vue_le: maintenant,
    })
    .execute();
  await base
    .insertInto('demande_acces')
    .values({
      id: essai.services.ids.nouveau(),
      emetteur: 'https://fournisseur.exemple.gouv.fr',
      sujet: 'sujet-1',
      nom: NOM,
      courriel: COURRIEL,
      message: `${NOM} demande un accès`,
      etat: 'accordee',
      creee_le: maintenant,
      traitee_le: maintenant,
    })
    .execute();
  await base
    .insertInto('courriel')
    .values({
      id: essai.services.ids.nouveau(),
      cle: 'essai',
      genre: 'essai',
      compte_id: agent.compte,
      adresse: COURRIEL,
      sujet: 'Votre accès',
      texte: `Bonjour ${NOM}`,
      html: `<p>Bonjour ${NOM}</p>`,
      cree_le: maintenant,
      prochain_essai_le: maintenant,
    })
    .execute();
  await base.transaction().execute((transaction) =>
    inscrire(
      transaction,
      {
        acte: 'journal.exporter',
        objet: { type: 'journal', id: 'journal' },
        territoire: null,
        charge: { format: 'csv', evenements: 1, criteres: {} },
        personnel: { concerne: agent.compte, contenu: { personne: NOM } },
      },
      { auteur: ditp.compte, horloge, alea: essai.services.alea },
    ),
  );
});
afterEach(() => essai.fermer());

const fermer = () =>
  essai.base
    .updateTable('compte')
    .set({ ferme_le: essai.horloge.maintenant() })
    .where('id', '=', agent.compte)
    .execute();

/** Every text of every table where the name or the e-mail still stands. */
async function traces(): Promise<string[]> {
  const { base } = essai;
  const tables = await base.introspection.getTables();
  const trouvees: string[] = [];
  for (const { name, isView } of tables) {
    if (isView) continue;
    const lignes = await base
      .selectFrom(name as 'compte')
      .selectAll()
      .execute();
    if (JSON.stringify(lignes).match(new RegExp(`${NOM}|${COURRIEL}`))) trouvees.push(name);
  }
  return trouvees;
}

const effacer = (acteur: Acteur, valeurs: unknown = { confirmation: 'oui' }) =>
  effacerPersonne(essai.services, acteur, agent.compte, valeurs);

describe('refus', () => {
  test('un compte ouvert, un autre que l’administration nationale, soi-même, sans confirmer : rien n’est effacé', async () => {
    expect(await effacer(ditp)).toMatchObject({ ok: false, refus: { regle: 'effacement.ouvert' } });
    await fermer();
    const prefet = await creerActeur(essai, 'prefet_departement', 'd29-prefecture', 'D29');
    expect(await effacer(prefet)).toMatchObject({ ok: false, refus: { regle: 'comptes.national' } });
    expect(await effacer(ditp, {})).toMatchObject({ ok: false, refus: { nature: 'invalide' } });
    expect(await effacerPersonne(essai.services, ditp, ditp.compte, { confirmation: 'oui' })).toMatchObject({
      ok: false,
      refus: { regle: 'effacement.soi' },
    });
    expect(await traces()).toEqual(expect.arrayContaining(['compte', 'identite', 'courriel', 'journal_personnel']));
  });
});

describe('effacement', () => {
  test('il ne reste nulle part le nom ni le courriel, le journal le dit et reste intact', async () => {
    await fermer();
    expect((await traces()).sort()).toEqual(['compte', 'courriel', 'demande_acces', 'identite', 'journal_personnel']);
    reussi(await effacer(ditp));
    expect(await traces()).toEqual([]);
    const { nom } = await essai.base
      .selectFrom('signataire')
      .select('nom')
      .where('id', '=', agent.compte)
      .executeTakeFirstOrThrow();
    expect(nom).toBe(PERSONNE_EFFACEE);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
    const actes = await essai.base.selectFrom('journal').select('acte').orderBy('sequence', 'desc').limit(2).execute();
    expect(actes.map(({ acte }) => acte)).toEqual(['donnees.effacer', 'compte.effacer']);
    expect(await effacer(ditp)).toMatchObject({ ok: false, refus: { regle: 'effacement.deja' } });
  });

  test('deux administrateurs effacent en même temps : une fois', async () => {
    await fermer();
    const autre = await creerActeur(essai, 'ditp', 'pm-ditp', 'R53');
    const resultats = await Promise.all([effacer(ditp), effacer(autre)]);
    expect(resultats.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('durées de conservation', () => {
  const purger = async () => {
    for (const { purger } of CONSERVATIONS_D_ACCES) await purger(essai.services);
  };

  test('trois ans après sa fermeture, un compte est effacé ; la veille, il ne l’est pas', async () => {
    await fermer();
    essai.horloge.avancer((3 * 365 - 1) * 86_400_000);
    await purger();
    expect(await traces()).toContain('compte');
    essai.horloge.avancer(2 * 86_400_000);
    await purger();
    expect(await traces()).toEqual([]);
    expect(await verifierJournal(essai.base)).toMatchObject({ intact: true });
  });

  test('une demande traitée perd son nom au bout de six mois, un compte ouvert garde tout', async () => {
    essai.horloge.avancer(200 * 86_400_000);
    await purger();
    expect((await traces()).sort()).toEqual(['compte', 'courriel', 'identite', 'journal_personnel']);
  });
});

describe('export de ce qui concerne une personne', () => {
  test('le compte, ses identités, ses habilitations, ses jetons… et rien de ceux des autres', async () => {
    const sections = await donneesDAcces(essai.base, agent.compte);
    const parCle = Object.fromEntries(sections.map(({ cle, lignes }) => [cle, lignes]));
    expect(parCle.compte).toHaveLength(1);
    expect(parCle.compte?.[0]).toMatchObject({ nom: NOM, courriel: COURRIEL, territoire: 'D29' });
    expect(parCle.identites).toHaveLength(1);
    expect(parCle.demandes).toHaveLength(1);
    const autres = await donneesDAcces(essai.base, ditp.compte);
    expect(JSON.stringify(autres)).not.toContain(NOM);
    expect(await signatairesDeLaPersonne(essai.base, agent.compte)).toEqual([agent.compte]);
  });
});
