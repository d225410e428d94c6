import { avec, compter, Enumeration, formaterDuree, LienDePhrase } from '#interface';
import type { Constat } from '../regles/integrite.ts';
import type { donneesDesEngagements } from './donnees-des-engagements.ts';

type Donnees = Awaited<ReturnType<typeof donneesDesEngagements>>['vue'];

/** What became of the promises, in one sentence; its words filter the list below. */
export function PhraseDesEngagements({ donnees: { bilan, requete, silenceJours } }: { readonly donnees: Donnees }) {
  const { total, parConstat: n, reports, glissementMedian } = bilan;
  if (total === 0) return null;
  const dits: readonly (readonly [Constat, string, 'succes' | 'alerte' | 'attention' | 'neutre'])[] = [
    ['tenue', n.tenue === 0 ? 'aucune tenue' : compter(n.tenue, 'tenue', 'tenues'), 'succes'],
    ['tenue_en_retard', `${compter(n.tenue_en_retard, 'terminée', 'terminées')} après l’échéance promise`, 'neutre'],
    ['close_par_import', `${compter(n.close_par_import, 'terminée', 'terminées')} selon un import`, 'neutre'],
    ['sur_la_promesse', `${n.sur_la_promesse} à l’heure`, 'neutre'],
    ['depassee', compter(n.depassee, 'dépassée', 'dépassées'), 'alerte'],
    ['reportee_une_fois', `${compter(n.reportee_une_fois, 'reportée', 'reportées')} une fois`, 'attention'],
    [
      'reportee_plusieurs_fois',
      `${n.reportee_une_fois > 0 ? n.reportee_plusieurs_fois : compter(n.reportee_plusieurs_fois, 'reportée', 'reportées')} plusieurs fois`,
      'attention',
    ],
    ['ajoutee', `${compter(n.ajoutee, 'ajoutée', 'ajoutées')} en chemin`, 'neutre'],
    [
      'silencieuse',
      `${compter(n.silencieuse, 'silencieuse', 'silencieuses')} depuis plus de ${compter(silenceJours, 'jour', 'jours')}`,
      'attention',
    ],
    ['report_en_attente', `${n.report_en_attente} en attente d’une réponse à un report`, 'attention'],
  ];
  return (
    <>
      {compter(total, 'action', 'actions')} :{' '}
      <Enumeration>
        {dits
          .filter(([constat]) => constat === 'tenue' || n[constat] > 0)
          .map(([constat, texte, ton]) => (
            <LienDePhrase
              key={constat}
              href={avec(requete, { constat, page: null })}
              ton={n[constat] === 0 ? 'neutre' : ton}
            >
              {texte}
            </LienDePhrase>
          ))}
      </Enumeration>
      .{' '}
      {reports > 0 &&
        `${compter(reports, 'report', 'reports')} en tout${glissementMedian === null ? '' : ` ; glissement médian : ${glissementMedian < 0 ? 'avance de ' : ''}${formaterDuree(Math.abs(glissementMedian))}`}.`}
    </>
  );
}
