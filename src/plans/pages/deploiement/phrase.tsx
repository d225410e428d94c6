import { avec, compter, Enumeration, Explication, formaterTaux, LienDePhrase } from '#interface';
import type { EtatFiltre } from '../../regles/deploiement.ts';
import type { DonneesDuDeploiement } from '../donnees-du-deploiement.ts';
import { nomsDeLaMaille } from './mots.ts';

/** How far the action is deployed, in one sentence; its words filter the table below. */
export function PhraseDuDeploiement({ donnees }: { readonly donnees: DonneesDuDeploiement }) {
  const { agregat, enTout, maille, requete, silenceJours } = donnees;
  const [un, plusieurs] = nomsDeLaMaille(maille);
  if (enTout === 0) return 'Cette action n’est pas déclinée par territoire.';
  if (agregat.declinees === 0) return 'Aucun de ses territoires ne vous est ouvert.';
  const n = agregat.parStatut;
  const e = maille === 'regional' ? 'e' : '';
  const silencieux = maille === 'regional' ? ['silencieuse', 'silencieuses'] : ['silencieux', 'silencieux'];
  const dits: readonly (readonly [EtatFiltre, number, string, 'succes' | 'alerte' | 'attention' | 'neutre'])[] = [
    ['terminee', n.terminee, `${n.terminee} ${n.terminee === 1 ? 'a' : 'ont'} terminé`, 'succes'],
    ['bloquee', n.bloquee, compter(n.bloquee, `bloqué${e}`, `bloqué${e}s`), 'alerte'],
    ['en_cours', n.en_cours, `${n.en_cours} en cours`, 'neutre'],
    ['a_lancer', n.a_lancer, `${n.a_lancer} à lancer`, 'neutre'],
    ['abandonnee', n.abandonnee, `${n.abandonnee} ${n.abandonnee === 1 ? 'a' : 'ont'} abandonné`, 'neutre'],
    [
      'silencieuse',
      agregat.silencieuses,
      `${compter(agregat.silencieuses, silencieux[0] ?? '', silencieux[1] ?? '')} depuis plus de ${compter(silenceJours, 'jour', 'jours')}`,
      'attention',
    ],
  ];
  const aDire = agregat.declinees === 1 ? [] : dits.filter(([, nombre]) => nombre > 0);
  return (
    <>
      {enTout > agregat.declinees &&
        `Vous lisez ${compter(agregat.declinees, un, plusieurs)} sur les ${enTout} où l’action est déclinée. `}
      {couvertureEnMots(donnees)}
      {aDire.length > 0 && (
        <>
          {' : '}
          <Enumeration>
            {aDire.map(([etat, , texte, ton]) => (
              <LienDePhrase key={etat} href={avec(requete, { etat, territoire: null })} ton={ton}>
                {texte}
              </LienDePhrase>
            ))}
          </Enumeration>
        </>
      )}
      .{' '}
      {agregat.mediane !== null &&
        agregat.declinees > 1 &&
        `Taux médian : ${formaterTaux(agregat.mediane)}, ${agregat.avecTaux === 1 ? `donné par un seul ${un}` : `sur ${agregat.avecTaux} ${plusieurs} qui en donnent un`}.`}
    </>
  );
}

/** « 61 départements sur 101 ont donné des nouvelles ». */
export function couvertureEnMots({ agregat, maille }: Pick<DonneesDuDeploiement, 'agregat' | 'maille'>): string {
  const [un, plusieurs] = nomsDeLaMaille(maille);
  const { renseignees, declinees } = agregat;
  if (declinees === 1)
    return renseignees === 0 ? 'Aucune nouvelle n’a encore été donnée' : 'Des nouvelles ont été données';
  if (renseignees === 0)
    return `${maille === 'regional' ? 'Aucune région' : 'Aucun département'} n’a encore donné de nouvelles`;
  return `${compter(renseignees, un, plusieurs)} sur ${declinees} ${renseignees === 1 ? 'a' : 'ont'} donné des nouvelles`;
}

/** Where the figures of the sentence come from, and what is missing from them. */
export function OrigineDesChiffres({ donnees }: { readonly donnees: DonneesDuDeploiement }) {
  const { agregat, enTout, maille } = donnees;
  const [un, plusieurs] = nomsDeLaMaille(maille);
  const sans = agregat.declinees - agregat.avecTaux;
  return (
    <Explication
      formule={`Taux médian : le taux du ${un} du milieu, parmi ceux qui en ont donné un. Il ne remplace pas le taux déclaré pour l’action entière.`}
      elements={[
        {
          terme: 'Couverture',
          valeur: `${agregat.avecTaux} ${plusieurs} sur ${agregat.declinees} ont donné un taux ; ${sans === 0 ? 'aucun ne manque' : `${sans} ne comptent pas, et ne valent pas 0`}`,
        },
        {
          terme: 'Moyenne',
          valeur:
            agregat.moyenne === null
              ? 'non calculée, faute de taux'
              : `${formaterTaux(agregat.moyenne)}, chaque ${un} comptant autant, quelle que soit sa taille`,
        },
        ...(enTout > agregat.declinees
          ? [
              {
                terme: 'Ce que vous lisez',
                valeur: `${agregat.declinees} sur ${enTout} ; les autres ne vous sont pas ouverts`,
              },
            ]
          : []),
      ]}
    />
  );
}
