import { formaterNombre } from '../formats.ts';
import type { ClasseDessinee, Rang, TerritoireDessine } from './donnees.ts';
import { Echantillon } from './motifs.tsx';

type Props = {
  readonly prefixe: string;
  readonly classes: readonly ClasseDessinee[];
  readonly territoires: readonly TerritoireDessine[];
};

/** What each filling means, from the lowest to the highest, and how many territories bear it. */
export function ClesDeCarte({ prefixe, classes, territoires }: Props) {
  const combien = (rang: Rang) => territoires.filter((territoire) => territoire.rang === rang).length;
  return (
    <ul className="jalon-carte__cles" aria-label="Légende">
      {classes.map(({ cle, libelle }, rang) => (
        <li key={cle}>
          <Echantillon prefixe={prefixe} rang={rang} />
          {libelle} <Nombre nombre={combien(rang)} />
        </li>
      ))}
      {(classes.length > 1 || combien(null) > 0) && (
        <li>
          <Echantillon prefixe={prefixe} rang={null} />
          sans valeur <Nombre nombre={combien(null)} />
        </li>
      )}
      {combien('ferme') > 0 && (
        <li>
          <Echantillon prefixe={prefixe} rang="ferme" />
          non ouvert à votre profil <Nombre nombre={combien('ferme')} />
        </li>
      )}
      {territoires.some(({ ancien }) => ancien === true) && (
        <li>
          <svg className="jalon-carte__echantillon" width="24" height="16" aria-hidden="true" focusable="false">
            <circle className="jalon-carte__ancien" cx="12" cy="8" r="4" />
          </svg>
          valeur plus ancienne <Nombre nombre={territoires.filter(({ ancien }) => ancien === true).length} />
        </li>
      )}
    </ul>
  );
}

function Nombre({ nombre }: { readonly nombre: number }) {
  return <span className="jalon-carte__nombre">({formaterNombre(nombre)})</span>;
}
