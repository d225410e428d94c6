import { compter, formaterJour, Lien } from '#interface';
import type { ResumeDInstance } from '../lectures/resumes.ts';

/** « 4 comités suivent ce plan. Prochain comité : 12 mars, Comité de suivi. » */
export function PhraseDesComites({
  instances,
  quoi,
}: {
  readonly instances: readonly ResumeDInstance[];
  readonly quoi: string;
}) {
  if (instances.length === 0) return `Aucun comité que vous lisez ne suit ${quoi}.`;
  const [prochain] = instances
    .flatMap(({ nom, prochaine }) => (prochaine === null ? [] : [{ nom, ...prochaine }]))
    .sort((a, b) => (a.jour < b.jour ? -1 : 1));
  return (
    <>
      {compter(instances.length, 'comité suit', 'comités suivent')} {quoi}.{' '}
      {prochain === undefined ? (
        'Aucune réunion n’est planifiée.'
      ) : (
        <>
          Prochaine réunion{'\u00a0'}: <Lien href={`/reunions/${prochain.id}`}>{formaterJour(prochain.jour)}</Lien>,{' '}
          {prochain.nom}.
        </>
      )}
    </>
  );
}
