import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Essai, ouvrirEssai } from '../../tests/outils/index.ts';
import { amorcerReferentiel } from './amorcer-referentiel.ts';
import { lireOrganisations } from './lectures.ts';
import { creerAnnuaire, nomsDe, ORGANISATIONS } from './regles/index.ts';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai();
});
afterAll(async () => {
  await essai.fermer();
});

async function compter(table: string): Promise<number> {
  const { rows } = await sql<{ nombre: number }>`select count(*)::int as nombre from ${sql.table(table)}`.execute(
    essai.base,
  );
  return rows[0]?.nombre ?? 0;
}

const noms = ORGANISATIONS.reduce((somme, organisation) => somme + nomsDe(organisation).length, 0);

test('le référentiel est écrit en entier, et l’écrire de nouveau ne change rien', async () => {
  const versions = () =>
    sql<{ xmin: string }>`select xmin::text from organisation order by id`.execute(essai.base).then(({ rows }) => rows);
  const avant = await versions();
  await amorcerReferentiel(essai.base);
  expect(await versions()).toEqual(avant);
  expect(await compter('territoire')).toBe(120);
  expect(await compter('organisation')).toBe(ORGANISATIONS.length);
  expect(await compter('organisation_nom')).toBe(noms);
});

test('l’annuaire lu dans la base est celui du référentiel', async () => {
  const trier = (textes: readonly string[]) => [...textes].sort();
  const normal = (organisations: typeof ORGANISATIONS) =>
    new Map(
      organisations.map((o) => [
        o.id,
        { ...o, anciensNoms: trier(o.anciensNoms), autresNoms: trier(o.autresNoms), membres: trier(o.membres) },
      ]),
    );
  const lues = await lireOrganisations(essai.base);
  const livrees = ORGANISATIONS.map((o) => {
    const noms = nomsDe(o);
    const deNature = (nature: string) => noms.filter((n) => n.nature === nature).map((n) => n.nom);
    return { ...o, anciensNoms: deNature('ancien_nom'), autresNoms: deNature('autre_nom') };
  });
  expect(normal(lues)).toEqual(normal(livrees));
  expect(creerAnnuaire(lues).trouver('les SGC-D')).toMatchObject({ type: 'collectif', libelle: 'SGC-D (101)' });
});

test('ce qu’un administrateur a corrigé reste ; un nom ajouté à la main sur un service non corrigé est repris du référentiel', async () => {
  await sql`update organisation set nom = 'DDTM du Finistère et de Brest', corrigee_le = now() where id = 'd29-ddtm'`.execute(
    essai.base,
  );
  await sql`update organisation set nom = 'Autre nom' where id = 'd22-ddtm'`.execute(essai.base);
  await sql`insert into organisation_nom (organisation_id, nom, nature, cle)
    values ('d29-ddtm', 'DDTM de Brest', 'autre_nom', 'ddtmbrest'), ('d22-ddtm', 'Erreur', 'autre_nom', 'erreur')`.execute(
    essai.base,
  );
  await amorcerReferentiel(essai.base);
  const annuaire = creerAnnuaire(await lireOrganisations(essai.base));
  expect(annuaire.lire('d29-ddtm')?.nom).toBe('DDTM du Finistère et de Brest');
  expect(annuaire.trouver('DDTM de Brest')).toMatchObject({ type: 'une', organisation: { id: 'd29-ddtm' } });
  expect(annuaire.lire('d22-ddtm')?.nom).toBe(
    'Direction départementale des territoires et de la mer des Côtes-d’Armor',
  );
  expect(await compter('organisation_nom')).toBe(noms + 1);
});
