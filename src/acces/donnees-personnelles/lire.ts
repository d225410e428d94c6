import type { Base } from '#socle/base';
import { LIGNES_AU_PLUS, lireSection, type SectionDeDonnees } from './section.ts';

/** Accounts under which this person signs or signed: own, stand-ins held, and machines' tokens. */
export async function signatairesDeLaPersonne(base: Base, compte: string): Promise<string[]> {
  const lignes = await base
    .selectFrom('compte')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', '=', compte),
        eb('suppleant_id', '=', compte),
        eb.and([eb('titulaire_id', '=', compte), eb('genre', '=', 'machine')]),
      ]),
    )
    .limit(LIGNES_AU_PLUS)
    .execute();
  return lignes.map(({ id }) => id);
}

/** Everything this room knows of a person: account, identities, sessions, grants, stand-ins, tokens, requests. */
export async function donneesDAcces(base: Base, compte: string): Promise<SectionDeDonnees[]> {
  return Promise.all([
    lireSection(
      'compte',
      'Le compte',
      base
        .selectFrom('compte')
        .leftJoin('organisation', 'organisation.id', 'compte.organisation_id')
        .select([
          'compte.id',
          'compte.nom',
          'compte.courriel',
          'compte.profil',
          'organisation.nom as service',
          'compte.territoire_code as territoire',
          'compte.cree_le',
          'compte.derniere_connexion_le',
          'compte.ferme_le',
          'compte.ferme_motif',
        ])
        .where('compte.id', '=', compte),
    ),
    lireSection(
      'identites',
      'Identités professionnelles',
      base
        .selectFrom('identite')
        .select(['emetteur', 'sujet', 'courriel', 'cree_le', 'vue_le'])
        .where('compte_id', '=', compte),
    ),
    lireSection(
      'sessions',
      'Sessions ouvertes',
      base
        .selectFrom('session')
        .select(['appareil', 'moyen', 'ouverte_le', 'vue_le', 'expire_le'])
        .where('compte_id', '=', compte),
    ),
    lireSection(
      'habilitations',
      'Habilitations reçues',
      base
        .selectFrom('habilitation')
        .select(['droit', 'objet_type', 'objet_id', 'territoire_code as territoire', 'debut', 'fin', 'motif'])
        .select(['accordee_le', 'retiree_le', 'retiree_motif'])
        .where('compte_id', '=', compte)
        .orderBy('accordee_le'),
    ),
    lireSection(
      'suppleances',
      'Suppléances, comme titulaire ou comme suppléant',
      base
        .selectFrom('suppleance')
        .innerJoin('compte', 'compte.id', 'suppleance.compte_id')
        .innerJoin('compte as titulaire', 'titulaire.id', 'compte.titulaire_id')
        .innerJoin('compte as suppleant', 'suppleant.id', 'compte.suppleant_id')
        .select(['titulaire.nom as titulaire', 'suppleant.nom as suppleant', 'debut', 'fin', 'motif', 'retiree_le'])
        .where((eb) => eb.or([eb('compte.titulaire_id', '=', compte), eb('compte.suppleant_id', '=', compte)]))
        .orderBy('debut'),
    ),
    lireSection(
      'jetons',
      'Jetons pour les machines',
      base
        .selectFrom('jeton')
        .innerJoin('compte', 'compte.id', 'jeton.compte_id')
        .select(['compte.nom as libelle', 'repere', 'portees', 'jeton.cree_le', 'expire_le', 'revoque_le'])
        .select('dernier_usage_le')
        .where('compte.titulaire_id', '=', compte),
    ),
    lireSection(
      'demandes',
      'Demandes d’accès',
      base
        .selectFrom('demande_acces')
        .leftJoin('identite', (jonction) =>
          jonction
            .onRef('identite.emetteur', '=', 'demande_acces.emetteur')
            .onRef('identite.sujet', '=', 'demande_acces.sujet'),
        )
        .select(['demande_acces.nom', 'demande_acces.courriel', 'objet_type', 'objet_id', 'droit', 'message', 'etat'])
        .select(['creee_le', 'traitee_le', 'reponse'])
        .where((eb) => eb.or([eb('demande_acces.compte_id', '=', compte), eb('identite.compte_id', '=', compte)]))
        .orderBy('creee_le'),
    ),
  ]);
}
