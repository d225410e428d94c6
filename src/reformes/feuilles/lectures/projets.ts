import { sql } from 'kysely';
import type { Base } from '#socle/base';
import type { Jour } from '#socle/valeurs';
import { type EtatDeProjet, type FaitDeJalon, type SituationDeJalon, situerJalon } from '../regles/projets.ts';

export type NoteDeProjet = {
  readonly etat: EtatDeProjet;
  readonly texte: string;
  readonly enregistreLe: Date;
  readonly auteur: string | null;
};

export type Jalon = {
  readonly id: string;
  readonly libelle: string;
  readonly situation: SituationDeJalon;
};

export type Projet = {
  readonly id: string;
  readonly nom: string;
  readonly description: string | null;
  readonly partenaires: string | null;
  readonly moyens: string | null;
  readonly version: number;
  readonly creeLe: Date;
  /** In the order of their deadlines. */
  readonly jalons: readonly Jalon[];
  /** The latest first. */
  readonly notes: readonly NoteDeProjet[];
};

const NOTES_AU_PLUS = 500;

/** Every local project written for a roadmap, in force or not, with its milestones and its notes: three queries. */
export async function lireProjets(base: Base, feuille: string, au: Jour): Promise<readonly Projet[]> {
  const [projets, faits, notes] = await Promise.all([
    base
      .selectFrom('projet_local')
      .select(['id', 'nom', 'description', 'partenaires', 'moyens', 'version', 'cree_le as creeLe'])
      .where('feuille_id', '=', feuille)
      .orderBy('cree_le')
      .orderBy('id')
      .limit(200)
      .execute(),
    lireFaits(base, feuille),
    lireNotes(base, feuille),
  ]);
  return projets.map((projet) => ({
    ...projet,
    jalons: enJalons(
      faits.filter(({ projet: sien }) => sien === projet.id),
      au,
    ),
    notes: notes.filter(({ projet: sien }) => sien === projet.id),
  }));
}

type FaitLu = {
  readonly projet: string;
  readonly jalon: string;
  readonly libelle: string;
  readonly fait: FaitDeJalon;
};

async function lireFaits(base: Base, feuille: string): Promise<readonly FaitLu[]> {
  const { rows } = await sql<{
    projet: string;
    jalon: string;
    libelle: string;
    fait: FaitDeJalon;
  }>`
    select j.projet_id as projet, j.id as jalon, j.libelle, json_build_object('genre', f.genre, 'texte', f.texte,
      'nature', f.nature, 'debut', f.debut, 'fin', f.fin, 'jour', f.jour, 'motif', f.motif) as fait
    from jalon_de_projet j
    join projet_local p on p.id = j.projet_id
    join fait_de_jalon f on f.jalon_id = j.id
    where p.feuille_id = ${feuille} order by j.ajoute_le, j.id, f.id limit 5000`.execute(base);
  return rows;
}

async function lireNotes(base: Base, feuille: string) {
  const { rows } = await sql<NoteDeProjet & { readonly projet: string }>`
    select n.projet_id as projet, n.etat, n.texte, n.enregistre_le as "enregistreLe", s.nom as auteur
    from note_de_projet n
    join projet_local p on p.id = n.projet_id
    left join signataire s on s.id = n.auteur
    where p.feuille_id = ${feuille} order by n.id desc limit ${NOTES_AU_PLUS}`.execute(base);
  return rows;
}

function enJalons(faits: readonly FaitLu[], au: Jour): readonly Jalon[] {
  const parJalon = new Map<string, { libelle: string; faits: FaitDeJalon[] }>();
  for (const { jalon, libelle, fait } of faits) {
    const deja = parJalon.get(jalon);
    if (deja === undefined) parJalon.set(jalon, { libelle, faits: [fait] });
    else deja.faits.push(fait);
  }
  return [...parJalon]
    .map(([id, jalon]) => ({ id, libelle: jalon.libelle, situation: situerJalon(jalon.faits, au) }))
    .sort((a, b) => terme(a).localeCompare(terme(b)));
}

function terme({ situation: { echeance } }: Jalon): string {
  return echeance?.fin ?? echeance?.debut ?? '9999';
}
