import type { SituationPresentee } from '#indicateurs';
import { avec, compter, Enumeration, formaterJour, LienDePhrase, type Ton } from '#interface';
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
  const { nombre, comptes, maille, requete } = fiche;
  if (nombre === 0 || maille === null) return null;
  const [seule] = fiche.situations;
  if (nombre === 1 && seule !== undefined) return <PhraseDUnSeul situation={seule} />;
  const [singulier, pluriel] = NOMS_DE_MAILLE[maille];
  return (
    <>
      {compter(nombre, singulier, pluriel)} :{' '}
      <MotsDesVues comptes={comptes} adresseDe={(vue) => `${avec(requete, { voir: vue, fait: null })}#territoires`} />.
    </>
  );
}

/** « 45 en cours, 30 cibles atteintes… »: each of these words filters. */
export function MotsDesVues({
  comptes,
  adresseDe,
}: {
  readonly comptes: Fiche['comptes'];
  readonly adresseDe: (vue: VueDeSituations) => string;
}) {
  return (
    <Enumeration>
      {comptes
        .filter(({ nombre }) => nombre > 0)
        .map(({ vue, nombre }) => (
          <LienDePhrase key={vue} href={adresseDe(vue)} ton={TONS[vue] ?? 'neutre'}>
            {compter(nombre, ...NOMS_DE_VUE[vue])}
          </LienDePhrase>
        ))}
    </Enumeration>
  );
}

/** Who reads a single territory is told of it: « Finistère : 58,33 %, 5 mois au 31 octobre 2026, −16,55 points… ». */
function PhraseDUnSeul({
  situation: { nom, taux, valeur, jour, ecart, mediane },
}: {
  readonly situation: SituationPresentee;
}) {
  const suite = [
    ...(valeur.valeur === null || jour === null ? [] : [`${valeur.texte} au ${formaterJour(jour)}`]),
    ...(ecart === null ? [] : [`${ecart.texte} par rapport à sa trajectoire`]),
    ...(mediane === null ? [] : [`${mediane.texte} par rapport à la médiane`]),
  ];
  return (
    <>
      {nom} : <strong>{taux.texte}</strong>
      {suite.length > 0 && `, ${suite.join(', ')}`}.
    </>
  );
}
