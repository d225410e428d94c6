import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { ajouterQuestion, creerRemontee, envoyerRemontee } from '../../src/enquetes/commandes/index.ts';
import { jalon, toutRanger } from '../pannes/programme.ts';
import { seConnecter } from '../pannes/visiteur.ts';
import { mesurer, tableau } from './mesurer.ts';

const CIBLES = 1_000;
const BUDGET = 100;

const QUESTIONS = [
  { genre: 'nombre', intitule: 'Agents', obligatoire: 'oui' },
  { genre: 'nombre', intitule: 'Sans carte' },
  { genre: 'pourcentage', intitule: 'Équipés', poids: 'q1' },
  { genre: 'oui_non', intitule: 'Point de retrait' },
  { genre: 'texte', intitule: 'Ce qui retarde' },
];

test(`une remontée à ${CIBLES} services : suivi, résultats`, async () => {
  // Today: the program that is asked for pages has its own clock.
  const essai = await ouvrirEssai(new Date().toISOString());
  const ditp = await creerActeur(essai, 'ditp', 'pm-ditp');
  const nommee = await remplir(essai, ditp, false);
  const anonyme = await remplir(essai, ditp, true);
  await sql`update remontee set ferme_le = ferme_le - 20, ouvre_le = ouvre_le - 20 where id = ${anonyme}`.execute(
    essai.base,
  );
  await sql`vacuum analyze`.execute(essai.base);
  const DATABASE_URL = essai.adresse.replace('@/', '@localhost/');
  const serveur = jalon(['servir'], { DATABASE_URL, JALON_DEMO: '1', JALON_LIMITE_CONNEXIONS: '1000' });
  try {
    const personne = await seConnecter(await serveur.pret(), ditp.compte);
    const page = (nom: string, chemin: string) =>
      mesurer(nom, BUDGET, async () => {
        const { statut, page: texte } = await personne.lire(chemin);
        if (statut !== 200) throw new Error(`${chemin} : ${statut} ${texte.slice(0, 300)}`);
      });
    const lignes = [
      await mesurer('SQL nu : les services et leurs réponses', null, () =>
        sql`select c.*, o.nom, r.contenu from remontee_cible c join organisation o on o.id = c.organisation_id
          left join remontee_reponse r on r.cible_id = c.id where c.remontee_id = ${nommee}`.execute(essai.base),
      ),
      await page('liste des remontées', '/remontees'),
      await page('suivi', `/remontees/${nommee}`),
      await page('suivi, sans réponse', `/remontees/${nommee}?reponse=attendue`),
      await page('résultats', `/remontees/${nommee}/resultats`),
      await page('résultats, anonyme', `/remontees/${anonyme}/resultats`),
      await page('reprendre un résultat', `/remontees/${nommee}/resultats/q1/reprendre`),
      await page('recherche', '/recherche?q=cartes'),
    ];
    process.stdout.write(`\n${tableau(lignes)}\n`);
    expect(lignes).toHaveLength(8);
    serveur.signaler('SIGTERM');
    await serveur.fin();
  } finally {
    await toutRanger();
    await essai.fermer();
  }
}, 600_000);

/** A remontée sent to the préfectures, then to as many more services as it takes; two in three answered. */
async function remplir({ services, base }: Essai, par: Awaited<ReturnType<typeof creerActeur>>, anonyme: boolean) {
  const id = reussi(
    await creerRemontee(services, par, {
      titre: anonyme ? 'Climat de travail' : 'Cartes agent',
      reseau: 'prefectures',
      territoire: 'FR',
      fermeLe: new Date(services.horloge.maintenant().getTime() + 10 * 86_400_000).toISOString().slice(0, 10),
      ...(anonyme ? { anonyme: 'oui' } : {}),
    }),
  );
  for (const [rang, question] of QUESTIONS.entries())
    reussi(await ajouterQuestion(services, par, id, { version: String(rang + 1), ...question }));
  reussi(await envoyerRemontee(services, par, id, { version: String(QUESTIONS.length + 1) }));
  await sql`
    insert into organisation (id, nom, genre, territoire_code)
    select 'banc-' || n, 'Service de charge ' || n, 'service', t.code
    from generate_series(1, ${CIBLES}) n
    join lateral (select code from territoire where code like 'D%' order by code offset n % 101 limit 1) t on true
    on conflict do nothing`.execute(base);
  await sql`
    insert into remontee_cible (remontee_id, organisation_id, territoire_code)
    select ${id}, id, territoire_code from organisation where id like 'banc-%'
    limit ${CIBLES} - (select count(*) from remontee_cible where remontee_id = ${id})`.execute(base);
  const contenu = sql`jsonb_build_object('q1', (900 + n % 100)::text, 'q2', (n % 90)::text, 'q3', (90 + n % 10)::text,
    'q4', case when n % 3 = 0 then 'non' else 'oui' end, 'q5', 'Ce qui retarde, service ' || n)`;
  if (anonyme)
    await sql`
      insert into remontee_reponse_anonyme (remontee_id, place, region_code, contenu)
      select ${id}, n, coalesce(t.parent_code, 'FR'), ${contenu}
      from (select territoire_code, row_number() over (order by id) as n from remontee_cible
        where remontee_id = ${id}) c join territoire t on t.code = c.territoire_code where n % 3 <> 0`.execute(base);
  else
    await sql`
      insert into remontee_reponse (cible_id, contenu, enregistre_le, auteur)
      select id, ${contenu}, ${services.horloge.maintenant()}, ${par.compte}
      from (select id, row_number() over (order by id) as n from remontee_cible where remontee_id = ${id}) c
      where n % 3 <> 0`.execute(base);
  await sql`update remontee_cible c set repondu = true
    from (select id, row_number() over (order by id) as n from remontee_cible where remontee_id = ${id}) r
    where r.id = c.id and n % 3 <> 0`.execute(base);
  return id;
}
