import { type Acteur, selon } from '#acces';
import { type EvenementSansPersonnel, inscrire } from '#journal';
import { aujourdhui, enTransaction, type Services } from '#socle';
import type { Base } from '#socle/base';
import { echec, type Jour, type Refus, type Resultat } from '#socle/valeurs';
import { estIdentifiant } from '../../lectures/reformes.ts';
import { lirePointSansPolitique, POINT_ABSENT, type PointSansPolitique } from '../lectures/points.ts';
import { peutTenirPoint } from '../politique.ts';

type Atelier = {
  readonly transaction: Base;
  readonly point: PointSansPolitique;
  readonly maintenant: Date;
  readonly au: Jour;
  /** Writes the event in the journal, in the same transaction. Called last. */
  journaliser(evenement: EvenementSansPersonnel): Promise<void>;
};

/** Runs a command on a point d'étape: one transaction, its row locked, the policy asked, then the work. */
export async function surLePoint<T>(
  services: Services,
  acteur: Acteur,
  id: string,
  travail: (atelier: Atelier) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  if (!estIdentifiant(id)) return echec(POINT_ABSENT);
  return enTransaction(services, async (transaction) => {
    await transaction.selectFrom('point_d_etape').select('id').where('id', '=', id).forNoKeyUpdate().execute();
    const point = await lirePointSansPolitique(transaction, id);
    if (point === null) return echec(POINT_ABSENT);
    const permis = selon(peutTenirPoint(acteur, point));
    if (!permis.ok) return permis;
    return travail({
      transaction,
      point,
      maintenant: services.horloge.maintenant(),
      au: aujourdhui(services.horloge),
      journaliser: (evenement) =>
        inscrire(transaction, evenement, { auteur: acteur.compte, horloge: services.horloge }),
    });
  });
}

/** A draft, still the one that was looked at; otherwise why not. */
export function refusDeChanger(point: PointSansPolitique, version: number): Refus | null {
  if (point.etat === 'arrete')
    return {
      nature: 'conflit',
      regle: 'point.arrete',
      message: 'Ce point d’étape est arrêté : il ne change plus. Vous pouvez encore y ajouter des commentaires.',
    };
  if (point.version !== version)
    return {
      nature: 'conflit',
      regle: 'point.version',
      message:
        'Quelqu’un a modifié ce point d’étape pendant votre saisie. Votre texte est gardé ci-dessous : comparez-le au point tel qu’il est, puis enregistrez de nouveau.',
    };
  return null;
}
