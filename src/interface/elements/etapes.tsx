import { classes } from '../classes.ts';
import { Lien } from '../lien.tsx';
import { Icone } from './icone.tsx';

export type Etape = { readonly titre: string; readonly href?: string };

/**
 * Where one is in a procedure: « 1 Fichier 2 Lecture 3 Vérification ». All the steps are shown, so that one knows what
 * is asked next; those already done can be gone back to.
 */
export function Etapes({ etapes, courante }: { readonly etapes: readonly Etape[]; readonly courante: number }) {
  return (
    <ol className="jalon-etapes" aria-label="Étapes">
      {etapes.map(({ titre, href }, rang) => {
        const faite = rang + 1 < courante;
        const ici = rang + 1 === courante;
        return (
          <li
            key={titre}
            className={classes(faite && 'jalon-etapes--faite', ici && 'jalon-etapes--ici')}
            aria-current={ici ? 'step' : undefined}
          >
            <span className="jalon-etapes__rang">{faite ? <Icone nom="coche" taille={14} /> : rang + 1}</span>
            {faite && href !== undefined ? <Lien href={href}>{titre}</Lien> : <span>{titre}</span>}
            {faite && <span className="fr-sr-only"> (fait)</span>}
          </li>
        );
      })}
    </ol>
  );
}
