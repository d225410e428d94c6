import { acteurDuCompte } from '#acces';
import { ouvrirCompte } from '#acces/comptes';
import { demanderAcces } from '#acces/demandes';
import { accorderHabilitation } from '#acces/habilitations';
import { nommerSuppleant } from '#acces/suppleances';
import { HABILITABLES } from '#administration';
import { aujourdhui, type Services } from '#socle';
import { ajouterJours, type Resultat } from '#socle/valeurs';
import type { PlanDeDemonstration } from './donnees.ts';
import { COMPTES_29, DITP, PREFET_BRETAGNE, SGAR_BRETAGNE, SGCD_29 } from './personas.ts';
import { BRETAGNE } from './plans/bretagne.ts';
import { FINISTERE } from './plans/finistere.ts';

/** An account nobody enters by: a function of a service, seen in the pages of administration. */
type CompteOrdinaire = {
  readonly courriel: string;
  readonly nom: string;
  readonly profil: string;
  readonly organisation: string;
  readonly territoire: string;
};

const ORDINAIRES: readonly CompteOrdinaire[] = [
  compte('sous-prefete-brest', 'Sous-préfète de Brest', 'prefet_departement', 'd29-prefecture', 'D29'),
  compte('bureau-logement', 'Chef du bureau du logement, DDTM du Finistère', 'service_deconcentre', 'd29-ddtm', 'D29'),
  compte('numerique-29', 'Responsable numérique, SIDSIC du Finistère', 'service_deconcentre', 'd29-sidsic', 'D29'),
  compte('modernisation-bretagne', 'Chargée de modernisation, SGAR de Bretagne', 'prefet_region', 'r53-sgar', 'R53'),
  compte('sgcd-morbihan', 'Directeur du SGC-D du Morbihan', 'service_deconcentre', 'd56-sgcd', 'D56'),
];

/**
 * What an administrator of a département finds on a Monday: accounts, a grant that ends soon, a stand-in for a few weeks, a
 * request that waits. Written by the commands, under the names of those who would have done it.
 */
export async function accorderLesDroits(
  services: Services,
  plans: ReadonlyMap<PlanDeDemonstration, string>,
): Promise<void> {
  const jour = aujourdhui(services.horloge);
  const ditp = await acteur(services, DITP);
  const ouverts: string[] = [];
  for (const ordinaire of ORDINAIRES) ouverts.push(fait(await ouvrirCompte(services, ditp, ordinaire)));
  // Nobody enters by them: they are not characters.
  await services.base.updateTable('compte').set({ demonstration: false }).where('id', 'in', ouverts).execute();
  const habiliter = async (compte: string, valeurs: Record<string, string>) =>
    fait(await accorderHabilitation(services, HABILITABLES, ditp, compte, valeurs));
  await habiliter(COMPTES_29, {
    objet: 'comptes',
    droit: 'administrer',
    territoire: 'D29',
    motif: 'Gère les comptes des services de l’État dans le Finistère',
  });
  const finistere = plans.get(FINISTERE) ?? '';
  await habiliter(ouverts[1] ?? '', {
    objet: `plan:${finistere}`,
    droit: 'contribuer',
    territoire: 'D29',
    fin: ajouterJours(jour, 12),
    motif: 'Remplace le chef de projet de la rénovation pendant six mois',
  });
  await habiliter(ouverts[4] ?? '', {
    objet: `plan:${plans.get(BRETAGNE) ?? ''}`,
    droit: 'modifier',
    territoire: 'R53',
    fin: ajouterJours(jour, 200),
    motif: 'Tient avec le SGAR la partie du plan sur les achats',
  });
  fait(
    await nommerSuppleant(services, await acteur(services, PREFET_BRETAGNE), PREFET_BRETAGNE, {
      suppleant: SGAR_BRETAGNE,
      fin: ajouterJours(jour, 20),
      motif: 'Congés',
    }),
  );
  fait(
    await demanderAcces(services, await acteur(services, SGCD_29), {
      objet: `plan:${finistere}`,
      droit: 'modifier',
      message:
        'Le SGC-D porte la moitié des actions : je voudrais en tenir les échéances sans passer par la préfecture.',
    }),
  );
}

function compte(
  adresse: string,
  nom: string,
  profil: string,
  organisation: string,
  territoire: string,
): CompteOrdinaire {
  return { courriel: `${adresse}@exemple.gouv.fr`, nom, profil, organisation, territoire };
}

async function acteur({ base, horloge }: Services, id: string) {
  const trouve = await acteurDuCompte(base, id, aujourdhui(horloge));
  if (trouve === null) throw new Error(`La démonstration se contredit : ${id} manque.`);
  return trouve;
}

/** A command that the data of the demonstration make fail is a fault of these data. */
function fait<T>(resultat: Resultat<T>): T {
  if (!resultat.ok) throw new Error(`La démonstration se contredit : ${resultat.refus.message}`);
  return resultat.valeur;
}
