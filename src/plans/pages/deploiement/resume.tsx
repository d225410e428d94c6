import { compter, formaterTaux, Lien, Section } from '#interface';
import type { DonneesDeLAction } from '../donnees-de-l-action.ts';
import { couvertureEnMots } from './phrase.tsx';

type Props = {
  readonly deploiement: DonneesDeLAction['deploiement'];
  /** Who looks may decline the action. */
  readonly declinable: boolean;
  readonly adresse: string;
};

/** On the page of an action: how far its territories have got, and the way to them. */
export function ResumeDuDeploiement({ deploiement, declinable, adresse }: Props) {
  if (deploiement === null)
    return declinable ? (
      <Section titre="Déploiement territorial">
        <p>
          <Lien href={adresse}>Décliner l’action par département ou par région</Lien>
        </p>
      </Section>
    ) : null;
  const { agregat, enTout } = deploiement;
  return (
    <Section titre="Déploiement territorial">
      {agregat.declinees === 0 ? (
        <p>L’action est déclinée dans {compter(enTout, 'territoire', 'territoires')} ; aucun ne vous est ouvert.</p>
      ) : (
        <>
          <p>
            {couvertureEnMots(deploiement)}
            {agregat.mediane !== null &&
              agregat.declinees > 1 &&
              ` ; taux médian : ${formaterTaux(agregat.mediane)}, sur ${agregat.avecTaux}`}
            .
          </p>
          <p>
            <Lien href={adresse}>Voir territoire par territoire</Lien>
          </p>
        </>
      )}
    </Section>
  );
}
