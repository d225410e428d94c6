import type { ChiffreExplique } from '#indicateurs';
import { Explication } from '#interface';

/** A figure of an indicator, and « d’où vient ce chiffre ? ». */
export function Chiffre({ chiffre, objet }: { readonly chiffre: ChiffreExplique; readonly objet: string }) {
  const { nom, texte, precision, explication } = chiffre;
  return (
    <li>
      <p className="jalon-chiffres__nom">{nom}</p>
      <p className="jalon-chiffres__texte">{texte}</p>
      {precision !== null && <p className="jalon-discret">{precision}</p>}
      <ExplicationDeChiffre objet={`${nom}, ${objet}`} explication={explication} />
    </li>
  );
}

export function ExplicationDeChiffre({
  objet,
  explication,
}: {
  readonly objet: string;
  readonly explication: ChiffreExplique['explication'];
}) {
  return (
    <Explication objet={objet} formule={explication.formule} elements={distinguer(explication.entrees)}>
      {explication.calcul !== null && <p>{explication.calcul}</p>}
      {explication.notes.length > 0 && (
        <ul>
          {explication.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </Explication>
  );
}

/** Several targets have the same name: each is told by its rank. */
function distinguer(entrees: ChiffreExplique['explication']['entrees']) {
  return entrees.map(({ terme, valeur }, rang) => {
    const memes = entrees.filter((entree) => entree.terme === terme);
    return {
      terme:
        memes.length > 1 ? `${terme} ${entrees.slice(0, rang + 1).filter((e) => e.terme === terme).length}` : terme,
      valeur,
    };
  });
}
