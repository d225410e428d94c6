import { sql } from 'kysely';
import { type Acteur, selon } from '#acces';
import { inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import { anneeDe, echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { lireLignes, reconnaitreFormat } from '#tableur';
import { peutSaisirCriteres } from '../politique.ts';
import { lireCriteres, type ValeurDeCritere } from '../regles/lire-criteres.ts';

/** A table typed or saved by a spreadsheet: some thousand rows. */
const OCTETS_AU_PLUS = 1_048_576;
const FAUTES_DITES = 20;

/** Writes the criteria of a csv, all or none. Gives how many figures. A figure of the same year is corrected. */
export async function importerCriteres(
  services: Services,
  acteur: Acteur,
  octets: Uint8Array,
): Promise<Resultat<number>> {
  const permis = selon(peutSaisirCriteres(acteur));
  if (!permis.ok) return permis;
  const lus = await lire(octets, anneeDe(aujourdhui(services.horloge)));
  if (!lus.ok) return lus;
  const maintenant = services.horloge.maintenant();
  return enTransaction(services, async (transaction) => {
    await sql`
      insert into critere_de_territoire (critere, territoire_code, valeur, annee, source, saisi_le, saisi_par)
      select critere, territoire, valeur, annee, source, ${maintenant}, ${acteur.compte}
      from json_to_recordset(${JSON.stringify(lus.valeur)}::json)
        as lue (critere text, territoire text, valeur numeric, annee smallint, source text)
      on conflict (critere, territoire_code, annee) do update
        set valeur = excluded.valeur, source = excluded.source,
          saisi_le = excluded.saisi_le, saisi_par = excluded.saisi_par`.execute(transaction);
    await inscrire(
      transaction,
      {
        acte: 'criteres.importer',
        objet: { type: 'territoire', id: 'FR' },
        territoire: 'FR',
        charge: {
          criteres: [...new Set(lus.valeur.map(({ critere }) => critere))],
          valeurs: lus.valeur.length,
        },
      },
      { auteur: acteur.compte, horloge: services.horloge },
    );
    return reussite(lus.valeur.length);
  });
}

async function lire(octets: Uint8Array, annee: number): Promise<Resultat<readonly ValeurDeCritere[]>> {
  if (octets.byteLength === 0) return echec(refuser('Collez le tableau, ou choisissez son fichier.'));
  if (octets.byteLength > OCTETS_AU_PLUS)
    return echec(
      refuser('Ce tableau dépasse 1 Mo : gardez les seules colonnes demandées, ou envoyez-le en plusieurs fois.'),
    );
  const format = reconnaitreFormat(octets, 'criteres.csv');
  if (!format.ok || (format.valeur !== 'csv' && format.valeur !== 'texte'))
    return echec(
      refuser('Ce fichier n’est pas un csv : enregistrez le tableau en csv, puis choisissez-le de nouveau.'),
    );
  const feuilles = await lireLignes(octets, 'criteres.csv');
  if (!feuilles.ok) return feuilles;
  const lus = lireCriteres(feuilles.valeur[0]?.lignes ?? [], annee);
  if (lus.ok) return reussite(lus.valeurs);
  const suite = lus.fautes.length - FAUTES_DITES;
  const dites = lus.fautes.slice(0, FAUTES_DITES).join(' ');
  return echec(refuser(suite > 0 ? `${dites} Et ${suite} autres lignes à corriger.` : dites));
}

function refuser(message: string): Refus {
  return { nature: 'invalide', regle: 'criteres.tableau', message, champs: { texte: message } };
}
