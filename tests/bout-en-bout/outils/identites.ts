import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type Base, ouvrirBase } from '../../../src/socle/base/index.ts';

/** Someone as the provider of the tests knows them. */
export type Agent = {
  readonly sujet: string;
  readonly courriel: string;
  readonly prenom: string;
  readonly nom: string;
  readonly niveau: string;
};

/** An agent of this test only, whom Jalon has never seen. */
export function nouvelAgent(): Agent {
  const sujet = randomUUID();
  return { sujet, courriel: `${sujet}@exemple.gouv.fr`, prenom: 'Camille', nom: 'Exemple', niveau: 'eidas1' };
}

/** From the sign-in page of Jalon to the form of the provider. */
export async function allerChezLeFournisseur(page: Page, adresse = '/connexion'): Promise<void> {
  await page.goto(adresse);
  await page.getByRole('button', { name: 'Se connecter avec ProConnect' }).click();
  await page.getByRole('heading', { name: 'Fournisseur d’essai' }).waitFor();
}

/** Says who one is, and goes on; `renoncer` gives up instead. */
export async function seDire(page: Page, agent: Agent, verbe: 'Continuer' | 'Renoncer' = 'Continuer'): Promise<void> {
  for (const [champ, valeur] of Object.entries(agent)) await page.getByLabel(champ, { exact: true }).fill(valeur);
  await page.getByRole('button', { name: verbe }).click();
  await expect(page).not.toHaveURL(/^http:\/\/localhost/);
}

export async function seConnecterAvec(page: Page, agent: Agent, adresse?: string): Promise<void> {
  await allerChezLeFournisseur(page, adresse);
  await seDire(page, agent);
}

/** The database of the server under test: only what no page does is done there. */
async function dansLaBase<T>(travail: (base: Base) => Promise<T>): Promise<T> {
  const donnees = process.env.JALON_ESSAIS_DONNEES ?? '';
  const base = ouvrirBase(`postgresql://jalon@/jalon?host=${encodeURIComponent(donnees)}`, { connexions: 1 });
  try {
    return await travail(base);
  } finally {
    await base.destroy();
  }
}

/** An administrator opened an account for this e-mail address. Gives its name. */
export async function ouvrirCompte({ courriel, sujet }: Agent): Promise<string> {
  const nom = `Cheffe de service ${sujet.slice(0, 8)}`;
  await dansLaBase((base) =>
    base
      .insertInto('compte')
      .values({
        id: `essai-${sujet}`,
        nom,
        courriel,
        profil: 'service_deconcentre',
        organisation_id: 'd29-sgcd',
        territoire_code: 'D29',
        cree_le: new Date(),
      })
      .execute(),
  );
  return nom;
}

export async function fermerCompte({ sujet }: Agent): Promise<void> {
  await dansLaBase((base) =>
    base.updateTable('compte').set({ ferme_le: new Date() }).where('id', '=', `essai-${sujet}`).execute(),
  );
}

export async function refuserDemande({ sujet }: Agent, reponse: string): Promise<void> {
  await dansLaBase((base) =>
    base
      .updateTable('demande_acces')
      .set({ etat: 'refusee', traitee_le: new Date(), reponse })
      .where('sujet', '=', sujet)
      .execute(),
  );
}
