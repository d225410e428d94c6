import { z } from 'zod';
import { type Acteur, selon } from '#acces';
import { aujourdhui, lireSaisie, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { calculer } from '../calcul/calculer.ts';
import { enParametres } from '../calcul/lire-parametres.ts';
import { lireLesPoints } from '../calcul/lire-points.ts';
import type { LigneDeSituation, Parametres } from '../calcul/modele.ts';
import { lireSituations } from '../calcul/ranger.ts';
import { porteesDe } from '../calcul/recalculer.ts';
import { recalculerLIndicateur } from '../calcul/tout-recalculer.ts';
import { colonnesDIndicateur, type ReglagesDIndicateur } from '../ecriture/inserer-indicateur.ts';
import { peutConfigurerIndicateurs } from '../politique.ts';
import { IDENTIFIANT_PRIS, identifiantPris } from './creer-indicateur.ts';
import { enReglages, SAISIE_D_INDICATEUR } from './saisie-d-indicateur.ts';
import { estIdentifiant, INDICATEUR_ABSENT, surLIndicateur } from './sur-l-indicateur.ts';

const SAISIE = SAISIE_D_INDICATEUR.and(z.object({ version: z.coerce.number().int() }));

/** Changes the parameters of an indicator and everything that follows from them. Gives how many situations changed. */
export async function modifierIndicateur(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const permis = selon(peutConfigurerIndicateurs(acteur));
  if (!permis.ok) return permis;
  const saisie = lireSaisie(SAISIE, valeurs);
  if (!saisie.ok) return saisie;
  return surLIndicateur(
    services,
    acteur,
    id,
    () => peutConfigurerIndicateurs(acteur),
    async ({ transaction, indicateur, au, journaliser }) => {
      if (indicateur.version !== saisie.valeur.version) return echec(CHANGE);
      const { version, ...typee } = saisie.valeur;
      const reglages = await enReglages(transaction, typee);
      if (!reglages.ok) return reglages;
      if (await identifiantPris(transaction, reglages.valeur.identifiant, id)) return echec(IDENTIFIANT_PRIS);
      const avant = await colonnesActuelles(transaction, id);
      await transaction
        .updateTable('indicateur')
        .set({ ...colonnesDIndicateur(reglages.valeur), version: version + 1 })
        .where('id', '=', id)
        .execute();
      const apres = await colonnesActuelles(transaction, id);
      const situations = await recalculerLIndicateur(transaction, indicateur.numero, au);
      const changees = Object.keys(apres).filter((nom) => JSON.stringify(avant[nom]) !== JSON.stringify(apres[nom]));
      await journaliser({
        acte: 'indicateur.modifier',
        objet: { type: 'indicateur', id },
        territoire: null,
        charge: { avant: parties(avant, changees), apres: parties(apres, changees), situations },
      });
      return reussite(situations);
    },
  );
}

const CHANGE: Refus = {
  nature: 'conflit',
  regle: 'indicateur.modifier.version',
  message:
    'Quelqu’un a modifié cet indicateur pendant que vous le lisiez\u00a0: rien n’est enregistré. Rechargez la page pour voir ses réglages, puis refaites votre modification.',
};

/** What a change of parameters would do, before it is made. */
export type EffetDeReglage = {
  readonly territoires: number;
  /** Territories whose annual or global rate would be another one, or appear, or disappear. */
  readonly tauxChanges: number;
  /** Territories that would have a rate where they have none, and the reverse. */
  readonly gagnes: readonly string[];
  readonly perdus: readonly string[];
  /** Territories whose target would not be on the good side of the start: their rate is all or nothing. */
  readonly degenerees: readonly string[];
  /** The first of the changes, those that gain or lose a rate first. */
  readonly exemples: readonly {
    readonly territoire: string;
    readonly avant: TauxGarde;
    readonly apres: TauxGarde;
  }[];
};

/** A global rate as it is kept; of a territory that is not followed, nothing. */
export type TauxGarde = Pick<LigneDeSituation, 'taux_global' | 'brut_global' | 'etat_global'> | null;

const EXEMPLES = 10;

/** With a version, what is shown is the effect on what was read: someone's change meanwhile is said. */
const SAISIE_D_APERCU = SAISIE_D_INDICATEUR.and(z.object({ version: z.coerce.number().int().optional() }));

/** Computes what these parameters would give, without writing anything. */
export async function apercevoirModification(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<EffetDeReglage>> {
  const permis = selon(peutConfigurerIndicateurs(acteur));
  if (!permis.ok) return permis;
  const saisie = lireSaisie(SAISIE_D_APERCU, valeurs);
  if (!saisie.ok) return saisie;
  const { base, horloge } = services;
  const { version, ...typee } = saisie.valeur;
  const reglages = await enReglages(base, typee);
  if (!reglages.ok) return reglages;
  if (!estIdentifiant(id)) return echec(INDICATEUR_ABSENT);
  const trouve = await base
    .selectFrom('indicateur')
    .select(['numero', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!trouve) return echec(INDICATEUR_ABSENT);
  if (version !== undefined && version !== trouve.version) return echec(CHANGE);
  const { numero } = trouve;
  const parametres = parametresDe(numero, reglages.valeur);
  const [connues, lire] = await Promise.all([
    lireSituations(base, [numero]),
    lireLesPoints(base, porteesDe(parametres, null)),
  ]);
  const avant = connues.get(numero) ?? new Map<string, LigneDeSituation>();
  const { situations } = calculer(parametres, lire, avant, null, aujourdhui(horloge));
  const apres = new Map(situations.map((ligne) => [ligne.territoire, ligne]));
  const territoires = [...new Set([...avant.keys(), ...apres.keys()])];
  const changes = territoires.filter((code) => {
    const [a, b] = [avant.get(code), apres.get(code)];
    const change = (taux: 'taux_global' | 'taux_annuel') => (a?.[taux] ?? null) !== (b?.[taux] ?? null);
    return change('taux_global') || change('taux_annuel');
  });
  const aUnTaux = (lignes: ReadonlyMap<string, LigneDeSituation>, code: string) =>
    (lignes.get(code)?.taux_global ?? null) !== null;
  const gagnes = changes.filter((code) => !aUnTaux(avant, code) && aUnTaux(apres, code));
  const perdus = changes.filter((code) => aUnTaux(avant, code) && !aUnTaux(apres, code));
  const dAbord = [...new Set([...perdus, ...gagnes, ...changes])];
  return reussite({
    territoires: situations.length,
    tauxChanges: changes.length,
    gagnes,
    perdus,
    degenerees: situations.filter(({ degeneree }) => degeneree).map(({ territoire }) => territoire),
    exemples: dAbord.slice(0, EXEMPLES).map((territoire) => ({
      territoire,
      avant: tauxGarde(avant.get(territoire)),
      apres: tauxGarde(apres.get(territoire)),
    })),
  });
}

function tauxGarde(ligne: LigneDeSituation | undefined): TauxGarde {
  if (ligne === undefined) return null;
  const { taux_global, brut_global, etat_global } = ligne;
  return { taux_global, brut_global, etat_global };
}

function parametresDe(numero: number, reglages: ReglagesDIndicateur): Parametres {
  return enParametres({ numero, ...colonnesDIndicateur(reglages), ruptures: reglages.ruptures });
}

type Colonnes = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The settings as they are kept, for the journal to say what changed. */
async function colonnesActuelles(transaction: Base, id: string): Promise<Colonnes> {
  const {
    recherche: _recherche,
    cree_le: _le,
    version: _version,
    ...colonnes
  } = await transaction.selectFrom('indicateur').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return colonnes;
}

function parties(colonnes: Colonnes, noms: readonly string[]) {
  return Object.fromEntries(noms.map((nom) => [nom, colonnes[nom] ?? null]));
}
