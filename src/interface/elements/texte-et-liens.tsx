import { Lien } from '../lien.tsx';

/** Words in which an address is a link: where a figure comes from is one gesture away. */
export function TexteEtLiens({ texte }: { readonly texte: string }) {
  return texte.split(ADRESSE).map((morceau, rang) =>
    rang % 2 === 0 ? (
      morceau
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Lien key={rang} href={morceau} className="jalon-adresse" rel="noreferrer">
        {morceau}
      </Lien>
    ),
  );
}

/** Without what closes the sentence after it. */
const ADRESSE = /(https?:\/\/[^\s«»<>"]*[^\s«»<>".,;:!?)])/;
