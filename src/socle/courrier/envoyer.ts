import type { Base } from '../base/index.ts';
import type { Services } from '../services.ts';
import { AGE_MAXIMAL_MS, prochainEssai } from './reprise.ts';
import { type Invitation, lireEchec, type Transport } from './transport.ts';

export type BilanDEnvoi = { readonly envoyes: number; readonly echoues: number; readonly abandonnes: number };

/** What became of one mail; `attendre`: the server takes none at present. */
type Sort = 'envoye' | 'echoue' | 'abandonne' | 'attendre';

/**
 * Sends the mails that are due, one at a time, until there is none, the server takes no more, or `arret` is asked. Several
 * programs may send at once: each mail is held by one of them.
 */
export async function envoyerCourriels(
  { base, horloge }: Pick<Services, 'base' | 'horloge'>,
  transport: Transport,
  arret?: AbortSignal,
): Promise<BilanDEnvoi> {
  const bilan = { envoyes: 0, echoues: 0, abandonnes: 0 };
  while (!arret?.aborted) {
    const sort = await base.transaction().execute((transaction) => traiterLeSuivant(transaction, horloge, transport));
    if (sort === null) break;
    if (sort === 'envoye') bilan.envoyes += 1;
    else if (sort === 'abandonne') bilan.abandonnes += 1;
    else bilan.echoues += 1;
    if (sort === 'attendre') break;
  }
  return bilan;
}

/** The row stays locked until what became of the mail is written: if we die in between, it is free and due again. */
async function traiterLeSuivant(
  transaction: Base,
  horloge: Services['horloge'],
  transport: Transport,
): Promise<Sort | null> {
  const courriel = await transaction
    .selectFrom('courriel')
    .select(['id', 'adresse', 'sujet', 'texte', 'html', 'essais', 'prochain_essai_le', 'cree_le'])
    .select(['invitation', 'invitation_methode'])
    .where('prochain_essai_le', '<=', horloge.maintenant())
    .orderBy('prochain_essai_le')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!courriel?.prochain_essai_le) return null;
  const ranger = (suite: Partial<Suite>) =>
    transaction
      .updateTable('courriel')
      .set({ prochain_essai_le: null, envoye_le: null, abandonne_le: null, erreur: null, ...suite })
      .where('id', '=', courriel.id)
      .execute();

  if (horloge.maintenant().getTime() - courriel.prochain_essai_le.getTime() > AGE_MAXIMAL_MS) {
    await ranger({ abandonne_le: horloge.maintenant(), erreur: TROP_TARD });
    return 'abandonne';
  }
  const essais = courriel.essais + 1;
  try {
    await transport.remettre({ ...courriel, date: courriel.cree_le, invitation: invitationDe(courriel) });
  } catch (erreur) {
    const echec = lireEchec(erreur);
    const maintenant = horloge.maintenant();
    const suivant = echec.definitif ? null : prochainEssai(essais, maintenant);
    await ranger({
      essais,
      erreur: echec.raison,
      ...(suivant === null ? { abandonne_le: maintenant } : { prochain_essai_le: suivant }),
    });
    return echec.general ? 'attendre' : suivant === null ? 'abandonne' : 'echoue';
  }
  await ranger({ essais, envoye_le: horloge.maintenant() });
  return 'envoye';
}

type Jointe = { readonly invitation: string | null; readonly invitation_methode: string | null };

function invitationDe({ invitation: texte, invitation_methode: methode }: Jointe): Invitation | null {
  return texte !== null && (methode === 'REQUEST' || methode === 'CANCEL') ? { methode, texte } : null;
}

type Suite = {
  readonly essais: number;
  readonly prochain_essai_le: Date;
  readonly envoye_le: Date;
  readonly abandonne_le: Date;
  readonly erreur: string;
};

const TROP_TARD = 'Il attendait depuis plus de trois jours : il n’est pas parti, pour ne pas arriver hors de propos.';
