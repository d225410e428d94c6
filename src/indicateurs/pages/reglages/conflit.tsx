import { Alerte, Tableau } from '#interface';
import { LIBELLES } from './libelles.ts';

type Textes = Readonly<Record<string, string | readonly string[]>>;

/** Someone saved meanwhile: what is saved now beside what was typed, which stays in the form. */
export function Conflit({ enregistres, saisis }: { readonly enregistres: Textes; readonly saisis: Textes }) {
  const differences = Object.entries(LIBELLES)
    .map(([nom, libelle]) => ({ nom, libelle, la: ecrire(enregistres[nom]), ici: ecrire(saisis[nom]) }))
    .filter(({ la, ici }) => la !== ici);
  return (
    <Alerte ton="erreur" titre="Quelqu’un a réglé cet indicateur entre-temps" niveau="h2">
      <p>Rien n’est enregistré, et votre saisie est gardée plus bas.</p>
      {differences.length > 0 && (
        <Tableau
          legende="Ce qui diffère"
          legendeVisible
          lignes={differences}
          cleDeLigne={({ nom }) => nom}
          colonnes={[
            { cle: 'libelle', titre: 'Réglage', cellule: ({ libelle }) => libelle },
            { cle: 'la', titre: 'Enregistré', cellule: ({ la }) => la || 'vide' },
            { cle: 'ici', titre: 'Votre saisie', cellule: ({ ici }) => ici || 'vide' },
          ]}
        />
      )}
      <p>Reprenez ce qui doit l’être, puis enregistrez : votre saisie remplacera ce qui est enregistré.</p>
    </Alerte>
  );
}

function ecrire(valeur: string | readonly string[] | undefined): string {
  return [valeur ?? []].flat().join(', ').trim();
}
