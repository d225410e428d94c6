import { avec, Carte, Lien, Section } from '#interface';
import { CLASSES_DE_NOUVELLE, CLASSES_DE_TAUX } from '../../regles/deploiement.ts';
import { LIBELLES_DE_STATUT } from '../../regles/statuts.ts';
import type { DonneesDuDeploiement } from '../donnees-du-deploiement.ts';
import { CARTES, type CarteDeDeploiement } from './mots.ts';
import { CouvertureParRegion } from './regions.tsx';

/** The territories on a map, by rate, by status or by the age of their news; then region by region. */
export function CarteDuDeploiement({ donnees }: { readonly donnees: DonneesDuDeploiement }) {
  const { action, carte, criteres, maille, requete } = donnees;
  return (
    <Section titre="Carte" id="carte">
      <p>
        Montrer :{' '}
        {CARTES.map((cle, rang) => (
          <span key={cle}>
            {rang > 0 && ' · '}
            {criteres.carte === cle ? (
              <strong>{NOMS_DE_CARTE[cle]}</strong>
            ) : (
              <Lien href={`${avec(requete, { carte: cle })}#carte`}>{NOMS_DE_CARTE[cle]}</Lien>
            )}
          </span>
        ))}
      </p>
      <Carte
        titre={`${action.intitule} : ${NOMS_DE_CARTE[criteres.carte]}`}
        maille={maille === 'regional' ? 'region' : 'departement'}
        classes={CLASSES[criteres.carte]}
        territoires={carte.map((une) => ({ ...une, href: `${avec(requete, { territoire: une.code })}#territoire` }))}
      />
      <CouvertureParRegion donnees={donnees} />
    </Section>
  );
}

const NOMS_DE_CARTE: Readonly<Record<CarteDeDeploiement, string>> = {
  taux: 'taux de réalisation',
  statut: 'statut déclaré',
  nouvelle: 'dernière nouvelle',
};

/** Darkest, what asks for attention: what is blocked, what was never said. */
const CLASSES = {
  taux: CLASSES_DE_TAUX,
  statut: (['a_lancer', 'en_cours', 'terminee', 'abandonnee', 'bloquee'] as const).map((cle) => ({
    cle,
    libelle: LIBELLES_DE_STATUT[cle].toLowerCase(),
  })),
  nouvelle: CLASSES_DE_NOUVELLE,
} as const;
