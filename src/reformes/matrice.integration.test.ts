import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acteur, acteurDuCompte, type Profil } from '#acces';
import { creerActeur, type Essai, ouvrirEssai } from '#outils-d-essai';
import { aujourdhui } from '#socle';
import { type Jour, lireJour, type Resultat } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { creerReforme, type SaisieDeReforme } from './commandes/creer-reforme.ts';
import { declarerMeteo } from './commandes/declarer-meteo.ts';
import { ecrireAnalyse } from './commandes/ecrire-analyse.ts';
import { uneMeteo, uneReforme, unSuivi } from './essais/reformes.ts';
import { composerReforme } from './fiche/commandes/composer-reforme.ts';
import { ajouterContact } from './fiche/commandes/contacts.ts';
import { lierPlan } from './fiche/commandes/liens.ts';
import { changerDEtat, modifierReforme } from './fiche/commandes/modifier-reforme.ts';
import { donneesDeLaSituation } from './fiche/donnees-de-la-situation.ts';
import { feuilleDesSuivis } from './fiche/feuille.ts';
import { historiqueDeLaReforme } from './fiche/lectures/historique.ts';
import { listerReformes } from './fiche/lectures/liste.ts';
import { territoiresDeLaReforme } from './fiche/lectures/territoires.ts';
import { nommerReformes } from './lectures/noms.ts';
import { type Reforme, toutesLesReformes, trouverReforme, trouverReformeDans } from './lectures/reformes.ts';
import { lireSuivis } from './lectures/suivis.ts';
import {
  peutAnalyser,
  peutConfigurerReformes,
  peutDeclarerMeteo,
  peutLireReforme,
  peutTenirReforme,
  territoiresLisibles,
} from './politique.ts';

/**
 * The matrix, held in fact: every person × every reform × every territory × every verb, through the very commands and
 * readings that the pages, the files and the API call. Each answers what the policy says, and a refusal leaves no trace in
 * the tables.
 */

const PERSONNES: readonly (readonly [profil: Profil, service: string, territoire: string])[] = [
  ['presidence', 'presidence', 'FR'],
  ['premier_ministre', 'pm', 'FR'],
  ['cabinet', 'mi', 'FR'],
  ['administration_centrale', 'mi-dnum', 'FR'],
  ['responsable_de_plan', 'mi-bcam', 'FR'],
  ['pilote', 'mi-dnum', 'FR'],
  ['chef_de_projet', 'mefsin-dge', 'FR'],
  ['ditp', 'pm-ditp', 'FR'],
  ['prefet_region', 'r53-prefecture', 'R53'],
  ['prefet_departement', 'd29-prefecture', 'D29'],
  ['prefet_departement', 'd44-prefecture', 'D44'],
  ['service_deconcentre', 'd29-sgcd', 'D29'],
  ['service_deconcentre', 'd44-sgcd', 'D44'],
];

const REFORMES: readonly Partial<SaisieDeReforme>[] = [
  { nom: 'De l’équipe', equipe: 'mefsin-dge' },
  { nom: 'Du ministère', ministere: 'mi' },
  { nom: 'Des SGC-D', services: ['collectif-sgcd'] },
  { nom: 'Des régions', mailles: ['national', 'regional'] },
  { nom: 'En préparation', equipe: 'mefsin-dge', etat: 'brouillon' },
  { nom: 'Archivée', ministere: 'mi', etat: 'archivee' },
];

/** Grants given to an agent of Loire-Atlantique, one account each. */
const HABILITATIONS = [
  ['lire', 'reforme', 'De l’équipe', 'D29'],
  ['contribuer', 'reforme', 'Du ministère', 'R53'],
  ['modifier', 'reforme', 'En préparation', 'FR'],
  ['lire', 'champ', 'mi', 'D29'],
] as const;

const CODES = ['D29', 'D44', 'R53', 'FR'] as const;

let essai: Essai;
let acteurs: Acteur[];
let reformes: readonly Reforme[];
let au: Jour;

beforeAll(async () => {
  essai = await ouvrirEssai();
  au = lireJour('2022-02-15') as Jour;
  for (const saisie of REFORMES) {
    const creee = await uneReforme(essai, saisie);
    for (const code of CODES) await unSuivi(essai, creee, code, { va: '50' });
    if (saisie.etat === undefined) await uneMeteo(essai, creee, 'FR', 'soleil');
  }
  reformes = await toutesLesReformes(essai.base);
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  acteurs = [];
  for (const [profil, service, territoire] of PERSONNES)
    acteurs.push(await creerActeur(essai, profil, service, territoire));
  for (const [rang, [droit, type, objet, territoire]] of HABILITATIONS.entries()) {
    const id = `habilite-${rang}`;
    await essai.base
      .insertInto('compte')
      .values({
        id,
        nom: `habilité à ${droit} ${objet} pour ${territoire}`,
        profil: 'service_deconcentre',
        organisation_id: 'd44-ddtm',
        territoire_code: 'D44',
        cree_le: essai.horloge.maintenant(),
      })
      .execute();
    await essai.base
      .insertInto('habilitation')
      .values({
        id: essai.services.ids.nouveau(),
        compte_id: id,
        droit,
        objet_type: type,
        objet_id: type === 'champ' ? objet : (reformes.find(({ nom }) => nom === objet)?.id ?? ''),
        territoire_code: territoire,
        debut: '2022-01-01',
        fin: '2022-12-31',
        motif: 'Essai',
        accordee_le: essai.horloge.maintenant(),
        accordee_par: ditp.compte,
      })
      .execute();
    const lu = await acteurDuCompte(essai.base, id, aujourdhui(essai.horloge));
    if (lu === null) throw new Error(id);
    acteurs.push(lu);
  }
}, 120_000);
afterAll(() => essai.fermer());

const CRITERES = { q: null, theme: null, ministere: null, etat: null, maille: null, position: null } as const;

describe('les lectures ne montrent que ce que la politique ouvre', () => {
  test('listes, comptes, noms et fichiers : les mêmes réformes, et rien d’autre', async () => {
    for (const acteur of acteurs) {
      const ouvertes = reformes.filter((une) => territoiresLisibles(acteur, une).length > 0).map(({ nom }) => nom);
      const { toutes, retenues } = await listerReformes(essai.base, acteur, CRITERES, au);
      expect(toutes.map(({ reforme }) => reforme.nom).sort(), acteur.nom).toEqual([...ouvertes].sort());
      for (const { reforme, suivi } of retenues)
        expect(peutLireReforme(acteur, reforme, suivi.territoire).permis, `${acteur.nom}, ${reforme.nom}`).toBe(true);
      const nommees = await nommerReformes(
        essai.base,
        acteur,
        reformes.map(({ id }) => id),
      );
      expect([...nommees.values()].map(({ libelle }) => libelle).sort(), acteur.nom).toEqual([...ouvertes].sort());
      const fichier = feuilleDesSuivis(
        { nom: 'Réformes', titre: 'Réformes' },
        retenues.map(({ suivi }) => suivi),
        au,
      );
      expect(fichier.lignes.map(([nom]) => nom).sort(), acteur.nom).toEqual([...ouvertes].sort());
    }
  });

  test('une réforme dans un territoire : ouverte ou refusée, suivis et tableaux compris', async () => {
    for (const acteur of acteurs)
      for (const reforme of reformes) {
        const ouverts = TERRITOIRES.filter(({ code }) => peutLireReforme(acteur, reforme, code).permis).map(
          ({ code }) => code as string,
        );
        const titre = `${acteur.nom}, ${reforme.nom}`;
        expect((await trouverReforme(essai.base, acteur, reforme.id)).ok, titre).toBe(ouverts.length > 0);
        for (const code of CODES) {
          const trouvee = await trouverReformeDans(essai.base, acteur, reforme.id, code);
          expect(trouvee.ok, `${titre}, ${code}`).toBe(ouverts.includes(code));
        }
        const suivis = await lireSuivis(essai.base, acteur, [reforme], [...CODES]);
        expect(suivis.map(({ territoire }) => territoire).sort(), titre).toEqual(
          CODES.filter((code) => ouverts.includes(code)).sort(),
        );
        const portee = { maille: 'departemental', lisibles: ouverts } as const;
        const lignes = await territoiresDeLaReforme(essai.base, acteur, reforme, portee, { jour: au, passe: false });
        expect(
          lignes.every(({ territoire }) => ouverts.includes(territoire)),
          titre,
        ).toBe(true);
        const evenements = await historiqueDeLaReforme(essai.base, acteur, reforme.id, {
          limite: 100,
          saut: 0,
          territoires: ouverts,
        });
        expect(
          evenements.every(({ territoire }) => territoire === null || ouverts.includes(territoire)),
          titre,
        ).toBe(true);
      }
  });

  test('la fiche dit à chacun ce qu’il y peut, par la politique', async () => {
    for (const acteur of acteurs)
      for (const reforme of reformes)
        for (const code of CODES) {
          const territoire = TERRITOIRES.find((un) => un.code === code);
          if (territoire === undefined || !peutLireReforme(acteur, reforme, code).permis) continue;
          const demande = {
            acteur,
            reforme,
            territoire,
            lisibles: [code],
            regard: { jour: au, passe: false },
            versions: 1,
          };
          const { meteo, analyse, suivi } = await donneesDeLaSituation(essai.base, demande);
          const titre = `${acteur.nom}, ${reforme.nom}, ${code}`;
          expect(suivi?.territoire, titre).toBe(code);
          expect(meteo.declarable, titre).toBe(peutDeclarerMeteo(acteur, reforme, code).permis);
          expect(analyse.modifiable, titre).toBe(peutAnalyser(acteur, reforme, code).permis);
        }
  });
});

/** Every verb of a reform as a whole, sent what a person of goodwill would; and what the policy says of it. */
const VERBES: Readonly<
  Record<
    string,
    {
      readonly faire: (acteur: Acteur, reforme: Reforme) => Promise<Resultat<unknown>>;
      readonly permis: (acteur: Acteur, reforme: Reforme) => boolean;
    }
  >
> = {
  modifier: {
    faire: (acteur, { id, nom, theme, ministere, equipe, services, mailles, version }) =>
      modifierReforme(essai.services, acteur, id, {
        ...{ nom, theme, equipe, services, mailles, version },
        ministere: ministere ?? '',
      }),
    permis: (acteur) => peutConfigurerReformes(acteur).permis,
  },
  composer: {
    faire: (acteur, { id, version }) => composerReforme(essai.services, acteur, id, { version, lignes: [] }),
    permis: (acteur) => peutConfigurerReformes(acteur).permis,
  },
  publier: {
    faire: (acteur, { id }) => changerDEtat(essai.services, acteur, id, 'publier'),
    permis: (acteur) => peutConfigurerReformes(acteur).permis,
  },
  contacter: {
    faire: (acteur, { id }) =>
      ajouterContact(essai.services, acteur, id, { fonction: 'Référent', courriel: 'referent@exemple.gouv.fr' }),
    permis: (acteur, reforme) => peutTenirReforme(acteur, reforme).permis,
  },
  lier: {
    faire: (acteur, { id }) => lierPlan(essai.services, acteur, id, { plan: '01890000-0000-7000-8000-000000000000' }),
    permis: (acteur, reforme) => peutTenirReforme(acteur, reforme).permis,
  },
};

const TABLES = ['reforme', 'reforme_contact', 'reforme_plan', 'meteo_declaree', 'analyse_de_reforme'] as const;

async function traces(): Promise<string> {
  const lues = [];
  for (const table of TABLES) lues.push(await essai.base.selectFrom(table).selectAll().orderBy('id').execute());
  lues.push(await essai.base.selectFrom('panier_indicateur').selectAll().orderBy('panier').orderBy('rang').execute());
  return JSON.stringify(lues);
}

describe('les commandes n’écrivent que ce que la politique ouvre', () => {
  test('un refus est celui de la politique, et ne laisse aucune trace', async () => {
    const avant = await traces();
    for (const acteur of acteurs)
      for (const reforme of reformes) {
        for (const [verbe, { faire, permis }] of Object.entries(VERBES)) {
          if (permis(acteur, reforme)) continue;
          const rendu = await faire(acteur, reforme);
          expect(rendu.ok ? 'écrit' : rendu.refus.nature, `${acteur.nom} : ${verbe}, ${reforme.nom}`).toBe('interdit');
        }
        for (const code of CODES) {
          const titre = `${acteur.nom}, ${reforme.nom}, ${code}`;
          if (!peutDeclarerMeteo(acteur, reforme, code).permis) {
            const saisie = { territoire: code, meteo: 'orage', phrase: 'Essai' };
            const rendu = await declarerMeteo(essai.services, acteur, reforme.id, saisie);
            expect(rendu.ok ? 'écrit' : rendu.refus.nature, titre).toBe('interdit');
          }
          if (!peutAnalyser(acteur, reforme, code).permis) {
            const rendu = await ecrireAnalyse(essai.services, acteur, reforme.id, {
              territoire: code,
              synthese: 'Non',
            });
            expect(rendu.ok ? 'écrit' : rendu.refus.nature, titre).toBe('interdit');
          }
        }
        if (acteur.profil !== 'ditp') {
          const creee = await creerReforme(essai.services, acteur, {
            ...{ nom: 'À soi', theme: 'Essai', equipe: acteur.organisation, mailles: ['national'], etat: 'brouillon' },
          });
          expect(creee.ok ? 'écrit' : creee.refus.nature, acteur.nom).toBe('interdit');
        }
      }
    expect(await traces()).toBe(avant);
  });

  test('ce que la politique permet se fait : météo et analyse, partout où elle le dit', async () => {
    for (const acteur of acteurs)
      for (const reforme of reformes)
        for (const code of CODES) {
          const titre = `${acteur.nom}, ${reforme.nom}, ${code}`;
          if (peutDeclarerMeteo(acteur, reforme, code).permis) {
            const saisie = { territoire: code, meteo: 'nuageux', phrase: `Par ${acteur.nom}` };
            expect((await declarerMeteo(essai.services, acteur, reforme.id, saisie)).ok, titre).toBe(true);
          }
          if (peutAnalyser(acteur, reforme, code).permis) {
            const derniere = await essai.base
              .selectFrom('analyse_de_reforme')
              .select('id')
              .where('reforme_id', '=', reforme.id)
              .where('territoire_code', '=', code)
              .orderBy('id', 'desc')
              .executeTakeFirst();
            const saisie = { territoire: code, synthese: `Par ${acteur.nom}`, depuis: String(derniere?.id ?? '') };
            expect((await ecrireAnalyse(essai.services, acteur, reforme.id, saisie)).ok, titre).toBe(true);
          }
        }
  });
});
