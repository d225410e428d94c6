import { Etiquette, Explication, type Ton } from '#interface';
import type { ExplicationPresentee } from '../../presenter-indicateur.ts';

/** « D’où vient ce chiffre ? » of a figure of the page. */
export function ExplicationDeChiffre({
  objet,
  explication,
}: {
  readonly objet: string;
  readonly explication: ExplicationPresentee;
}) {
  const { formule, calcul, elements, manques, remarques } = explication;
  return (
    <Explication objet={objet} formule={formule} elements={elements}>
      {calcul !== null && <p>{calcul}</p>}
      {[...manques, ...remarques].map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
    </Explication>
  );
}

/** A figure in words; coloured only where something asks for attention. */
export function Texte({ texte, ton }: { readonly texte: string; readonly ton: Ton }) {
  return ton === 'neutre' ? texte : <Etiquette ton={ton}>{texte}</Etiquette>;
}
