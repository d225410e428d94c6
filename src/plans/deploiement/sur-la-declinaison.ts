import { sql } from 'kysely';
import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { echec, type Refus, type Resultat } from '#socle/valeurs';
import { type CibleDAction, surLAction } from '../commandes/sur-l-action.ts';
import type { Atelier } from '../commandes/sur-le-plan.ts';
import { estIdentifiant } from '../lectures/plan.ts';
import { peutLirePlan } from '../politique.ts';

/** Which declination of which action, as the form names them. */
export type CibleDeDeclinaison = CibleDAction & { readonly declinaison: string };

export type DeclinaisonVisee = {
  readonly id: string;
  readonly territoire: string;
  readonly statut: string | null;
  /** Rank of the last thing written of it, empty when there is none. */
  readonly vue: string;
};

const ABSENTE: Refus = {
  nature: 'introuvable',
  regle: 'declinaison.introuvable',
  message: 'L’action n’est pas, ou n’est plus, déclinée dans ce territoire. Rechargez la page du déploiement.',
};

/** As `surLAction`, then the declination is found, with what it says at present. */
export function surLaDeclinaison(
  services: Services,
  acteur: Acteur,
  cible: CibleDeDeclinaison,
  travail: (atelier: Atelier, declinaison: DeclinaisonVisee, action: string) => Promise<Resultat<null>>,
): Promise<Resultat<null>> {
  return surLAction(
    services,
    acteur,
    cible,
    (plan) => peutLirePlan(acteur, plan),
    async (atelier, action) => {
      if (!estIdentifiant(cible.declinaison)) return echec(ABSENTE);
      const { rows } = await sql<DeclinaisonVisee>`
        select d.id, d.territoire_code as territoire,
          (select statut from note_de_declinaison n
            where n.declinaison_id = d.id and statut is not null and corrigee_le is null
            order by vaut_le desc, ordre desc limit 1) as statut,
          coalesce((select max(ordre)::text from note_de_declinaison n where n.declinaison_id = d.id), '') as vue
        from declinaison d
        where d.id = ${cible.declinaison} and d.action_id = ${action.id} and d.retiree_le is null`.execute(
        atelier.transaction,
      );
      const visee = rows[0];
      return visee === undefined ? echec(ABSENTE) : travail(atelier, visee, action.id);
    },
  );
}
