import type { Attachment, Email } from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Acteur } from '#acces';
import { creerInstance, planifierReunion } from '#instances';
import { creerActeur, type Essai, ouvrirEssai, reussi } from '#outils-d-essai';
import { lireConfiguration, type Services } from '#socle';
import { envoyerCourriels, ouvrirTransport } from '#socle/courrier';
import { annulerReunion, convoquer, deplacerReunion } from '../instances/commandes/reunions.ts';
import { ouvrirServeurSmtp, type ServeurSmtp } from '../socle/courrier/essais/serveur-smtp.ts';

const SANS_COMPTE = 'camille@exemple.gouv.fr';
const DNUM = 'dnum@exemple.gouv.fr';

let essai: Essai;
let serveur: ServeurSmtp;
let services: Services;
let bcam: Acteur;
let reunion: string;
beforeEach(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
  serveur = await ouvrirServeurSmtp();
  const configuration = lireConfiguration({
    SMTP_URL: serveur.adresse,
    JALON_EXPEDITEUR: 'Jalon <jalon@exemple.gouv.fr>',
    JALON_ORIGINE: 'https://jalon.exemple.gouv.fr',
  });
  services = { ...essai.services, configuration };
  bcam = await creerActeur(essai, 'responsable_de_plan', 'mi-bcam');
  const dnum = await creerActeur(essai, 'pilote', 'mi-dnum');
  await essai.base.updateTable('compte').set({ courriel: DNUM }).where('id', '=', dnum.compte).execute();
  const instance = reussi(
    await creerInstance(services, bcam, {
      nom: 'Comité de suivi ; cartes',
      niveau: 'suivi',
      secretariat: 'mi-bcam',
      presidence: 'BCAM',
      territoire: 'FR',
      cadence: 'trimestrielle',
      membres: 'DNUM',
      sansCompte: `Camille Exemple ; présidente ; ${SANS_COMPTE}`,
      ...le('2022-03-01'),
    }),
  );
  reunion = reussi(await planifierReunion(services, bcam, instance, le('2022-03-01')));
});
afterEach(async () => {
  await serveur.fermer();
  await essai.fermer();
});

const le = (jour: string) => ({ jour, heure: '14:30', duree: '90', lieu: 'Salle Érignac' });

/** What the server received since the last time, to this address. */
async function recevoir(adresse: string): Promise<{ readonly message: Email; readonly agenda: string }> {
  const transport = await ouvrirTransport(services.configuration);
  if (transport === null) throw new Error('transport attendu');
  await envoyerCourriels(services, transport);
  transport.fermer();
  const message = serveur.recus.findLast(({ to }) => to?.some((une) => une.address === adresse));
  if (message === undefined) throw new Error(`rien à ${adresse}`);
  return { message, agenda: texteDe(calendriersDe(message)[0]) };
}

const calendriersDe = ({ attachments }: Email) =>
  attachments.filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics');

const texteDe = (piece: Attachment | undefined): string =>
  (typeof piece?.content === 'string' ? piece.content : new TextDecoder().decode(piece?.content)).replaceAll(
    /\r?\n /g,
    '',
  );

test('convoquée, déplacée, annulée : la même réunion dans l’agenda, chaque fois plus récente', async () => {
  const methodes: (string | undefined)[] = [];
  const agendas: string[] = [];
  const gestes = [
    () => convoquer(services, bcam, reunion),
    () => deplacerReunion(services, bcam, reunion, le('2022-03-09')),
    () => annulerReunion(services, bcam, reunion, { motif: 'Grève des transports' }),
  ];
  for (const geste of gestes) {
    reussi(await geste());
    const { message, agenda } = await recevoir(DNUM);
    methodes.push(calendriersDe(message).find(({ mimeType }) => mimeType === 'text/calendar')?.method);
    agendas.push(agenda);
    expect(message.text, 'le lien reste').toContain(`/reunions/${reunion}`);
    essai.horloge.avancer(60_000);
  }
  expect(methodes).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  const champ = (nom: string) => agendas.map((agenda) => new RegExp(`^${nom}[:;](.*)$`, 'm').exec(agenda)?.[1]?.trim());
  expect(champ('METHOD')).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(champ('UID')).toEqual(Array(3).fill(`${reunion}@jalon`));
  expect(champ('SEQUENCE')).toEqual(['1', '2', '3']);
  expect(champ('DTSTART')).toEqual(['20220301T133000Z', '20220309T133000Z', '20220309T133000Z']);
  expect(champ('DTSTAMP')).toEqual(['20220215T110000Z', '20220215T110100Z', '20220215T110200Z']);
  expect(champ('STATUS')).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(champ('SUMMARY')[0]).toBe('Comité de suivi \\; cartes');
  expect(champ('ORGANIZER')[0], 'celui qui envoie').toContain('mailto:jalon@exemple.gouv.fr');
});

test('chacun n’y lit que soi ; qui n’a pas de compte n’y trouve aucune adresse de Jalon', async () => {
  reussi(await convoquer(services, bcam, reunion));
  const { agenda } = await recevoir(DNUM);
  expect(agenda).toContain(`mailto:${DNUM}`);
  expect(agenda).not.toContain(SANS_COMPTE);
  expect(agenda).toContain(`URL:https://jalon.exemple.gouv.fr/reunions/${reunion}`);
  const dehors = await recevoir(SANS_COMPTE);
  expect(dehors.agenda).toContain(`mailto:${SANS_COMPTE}`);
  expect(dehors.agenda).not.toContain(DNUM);
  expect(dehors.agenda).not.toContain('jalon.exemple.gouv.fr');
  expect(dehors.message.text).toContain('L’invitation à mettre dans votre agenda est jointe');
});

test('repris après un échec, le courriel porte la même invitation ; effacé, elle part avec lui', async () => {
  reussi(await convoquer(services, bcam, reunion));
  const { agenda } = await recevoir(DNUM);
  await essai.base
    .updateTable('courriel')
    .set({ prochain_essai_le: services.horloge.maintenant(), envoye_le: null })
    .where('adresse', '=', DNUM)
    .execute();
  expect((await recevoir(DNUM)).agenda).toBe(agenda);
  await essai.base.deleteFrom('courriel').where('adresse', '=', DNUM).execute();
  const restent = await essai.base.selectFrom('courriel').select(['adresse', 'invitation_methode']).execute();
  expect(restent).toEqual([{ adresse: SANS_COMPTE, invitation_methode: 'REQUEST' }]);
});
