import { lireSaisie, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import type { AtelierDAcces } from '../comptes/atelier.ts';
import { COMPTE_ABSENT, lireCompte } from '../comptes/compte.ts';
import { ecrireCompte } from '../comptes/ouvrir-compte.ts';
import { SAISIE_DE_COMPTE, type SaisieDeCompte } from '../comptes/saisie.ts';
import { chargeDHabilitation } from '../habilitations/accorder-habilitation.ts';
import {
  ecrireHabilitation,
  SAISIE_D_HABILITATION,
  type SaisieDHabilitation,
} from '../habilitations/ecrire-habilitation.ts';
import type { Habilitables } from '../habilitations/habilitables.ts';
import type { Acteur } from '../regles/acteur.ts';
import { type Demande, lireDemande } from './demande.ts';
import { clore, surLaDemande } from './traiter.ts';

/**
 * Grants a request, as the administrator adjusted it: the right asked for, or the account of an unknown agent, tied to the
 * identity that asked. Gives the account.
 */
export async function accorderDemande(
  services: Services,
  habilitables: Habilitables,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<string>> {
  const vue = await lireDemande(services.base, id);
  if (vue?.identite) {
    const saisie = lireSaisie(SAISIE_DE_COMPTE, valeurs);
    if (!saisie.ok) return saisie;
    return surLaDemande(services, acteur, id, (atelier, demande) => ouvrirPour(atelier, demande, saisie.valeur));
  }
  const saisie = lireSaisie(SAISIE_D_HABILITATION, valeurs);
  if (!saisie.ok) return saisie;
  return surLaDemande(services, acteur, id, (atelier, demande) =>
    habiliterPour(atelier, habilitables, demande, saisie.valeur),
  );
}

async function habiliterPour(
  atelier: AtelierDAcces,
  habilitables: Habilitables,
  demande: Demande,
  saisie: SaisieDHabilitation,
): Promise<Resultat<string>> {
  const compte = demande.compte === null ? null : await lireCompte(atelier.transaction, demande.compte);
  if (compte === null || demande.acces === null) return echec(COMPTE_ABSENT);
  // The object is that of the request: an administrator adjusts the right, the place and the dates.
  if (saisie.objet.type !== demande.acces.type || saisie.objet.id !== demande.acces.id) return echec(AUTRE_OBJET);
  const ecrite = await ecrireHabilitation(atelier, habilitables, compte, saisie);
  if (!ecrite.ok) return ecrite;
  await clore(atelier, demande, { etat: 'accordee', reponse: null });
  await atelier.journaliser({
    acte: 'habilitation.accorder',
    objet: { type: 'compte', id: compte.compte },
    territoire: compte.territoire,
    charge: chargeDHabilitation(ecrite.valeur),
  });
  await journaliserLAccord(atelier, demande, compte.compte, ecrite.valeur.id);
  return reussite(compte.compte);
}

async function ouvrirPour(atelier: AtelierDAcces, demande: Demande, saisie: SaisieDeCompte): Promise<Resultat<string>> {
  const { transaction, maintenant } = atelier;
  if (demande.identite === null) return echec(COMPTE_ABSENT);
  const ouvert = await ecrireCompte(atelier, saisie);
  if (!ouvert.ok) return ouvert;
  const rattachee = await transaction
    .insertInto('identite')
    .values({
      ...demande.identite,
      compte_id: ouvert.valeur,
      courriel: demande.courriel,
      cree_le: maintenant,
      vue_le: maintenant,
    })
    .onConflict((conflit) => conflit.columns(['emetteur', 'sujet']).doNothing())
    .returning('sujet')
    .executeTakeFirst();
  if (!rattachee) return echec(IDENTITE_PRISE);
  await clore(atelier, demande, { etat: 'accordee', reponse: null, compte: ouvert.valeur });
  await journaliserLAccord(atelier, demande, ouvert.valeur, null);
  return reussite(ouvert.valeur);
}

function journaliserLAccord(
  { journaliser }: AtelierDAcces,
  { id, territoire }: Demande,
  compte: string,
  habilitation: string | null,
): Promise<void> {
  return journaliser({
    acte: 'demande.accorder',
    objet: { type: 'demande', id },
    territoire: territoire?.code ?? null,
    charge: { compte, habilitation },
  });
}

const AUTRE_OBJET: Refus = {
  nature: 'invalide',
  regle: 'demande.objet',
  message: 'La demande concerne un autre objet. Répondez à celle-ci, ou habilitez la personne depuis son compte.',
};

const IDENTITE_PRISE: Refus = {
  nature: 'conflit',
  regle: 'demande.identite',
  message:
    'Cet agent a déjà un compte, ouvert entre-temps et relié à son identité professionnelle. Refusez la demande en le lui disant.',
};
