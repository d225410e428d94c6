import { avec, compter, Enumeration, formaterJour, formaterNombre, Lien, LienDePhrase, pluriel } from '#interface';
import type { Jour } from '#socle/valeurs';
import type { Bilan } from '../regles/situation.ts';

type Props = {
  readonly bilan: Bilan;
  readonly plan: string;
  readonly prochaine: { readonly id: string; readonly intitule: string; readonly terme: Jour | null } | null;
  readonly silenceJours: number;
  readonly requete: string;
};

/** The plan in one sentence made from its data; its words filter the list below. */
export function PhraseDuPlan({ plan, bilan, prochaine, silenceJours, requete }: Props) {
  const { total, parStatut, parMarque } = bilan;
  if (total === 0) return null;
  const vers = (changement: Record<string, string>) =>
    avec(requete, { statut: null, marque: null, q: null, ...changement });
  const { en_retard, silencieuse, sans_echeance } = parMarque;
  const { terminee, bloquee } = parStatut;
  return (
    <>
      {compter(total, 'action', 'actions')} :{' '}
      <Enumeration>
        <LienDePhrase href={vers({ statut: 'terminee' })} ton="succes">
          {terminee === 0 ? 'aucune terminée' : compter(terminee, 'terminée', 'terminées')}
        </LienDePhrase>
        <LienDePhrase href={vers({ marque: 'en_retard' })} ton={en_retard > 0 ? 'alerte' : 'neutre'}>
          {en_retard === 0 ? 'aucune en retard' : `${formaterNombre(en_retard)} en retard`}
        </LienDePhrase>
        {bloquee > 0 && (
          <LienDePhrase href={vers({ statut: 'bloquee' })} ton="alerte">
            {compter(bloquee, 'bloquée', 'bloquées')}
          </LienDePhrase>
        )}
        {silencieuse > 0 && (
          <LienDePhrase href={vers({ marque: 'silencieuse' })} ton="attention">
            {compter(silencieuse, 'silencieuse', 'silencieuses')} depuis plus de{' '}
            {compter(silenceJours, 'jour', 'jours')}
          </LienDePhrase>
        )}
        {sans_echeance > 0 && (
          <LienDePhrase
            href={vers({ marque: 'sans_echeance' })}
          >{`${formaterNombre(sans_echeance)} sans échéance`}</LienDePhrase>
        )}
      </Enumeration>
      .{' '}
      {prochaine?.terme && (
        <>
          Prochaine échéance :{' '}
          <Lien href={`/plans/${plan}/actions/${prochaine.id}`}>{raccourcir(prochaine.intitule)}</Lien>, le{' '}
          {formaterJour(prochaine.terme)}.
        </>
      )}
      {!prochaine &&
        total > terminee &&
        `Aucune échéance n’est à venir pour ${pluriel(total - terminee, 'l’action', 'les actions')} en cours.`}
    </>
  );
}

function raccourcir(intitule: string): string {
  return intitule.length <= 70 ? intitule : `${intitule.slice(0, intitule.lastIndexOf(' ', 68))}…`;
}
