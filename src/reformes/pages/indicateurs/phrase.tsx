import { avec, compter, Enumeration, formaterJour, Lien, LienDePhrase, type Ton } from '#interface';
import type { Fiche } from './charger-fiche.ts';
import { NOMS_DE_VUE, type VueDeSituations } from './vues.ts';

const TONS: Readonly<Partial<Record<VueDeSituations, Ton>>> = { recul: 'alerte', retard: 'attention' };
const NOMS_DE_MAILLE = {
  national: ['territoire', 'territoires'],
  regional: ['région', 'régions'],
  departemental: ['département', 'départements'],
} as const;

/** « 101 départements : 45 en cours, 30 cible atteinte, 3 en recul, 12 sans taux. » Its words filter. */
export function PhraseDeFiche({ fiche }: { readonly fiche: Fiche }) {
  const { nombre, comptes, maille, requete, regard } = fiche;
  if (nombre === 0 || maille === null) return null;
  const [singulier, pluriel] = NOMS_DE_MAILLE[maille];
  return (
    <>
      {regard.passe && (
        <>
          Situation au {formaterJour(regard.jour)}, avec ce qui était connu alors (
          <Lien href={avec(requete, { au: null })}>revenir à aujourd’hui</Lien>).{' '}
        </>
      )}
      {compter(nombre, singulier, pluriel)} :{' '}
      <Enumeration>
        {comptes
          .filter((compte) => compte.nombre > 0)
          .map(({ vue, nombre: combien }) => (
            <LienDePhrase
              key={vue}
              href={`${avec(requete, { voir: vue, fait: null })}#territoires`}
              ton={TONS[vue] ?? 'neutre'}
            >
              {compter(combien, ...NOMS_DE_VUE[vue])}
            </LienDePhrase>
          ))}
      </Enumeration>
      .
    </>
  );
}
