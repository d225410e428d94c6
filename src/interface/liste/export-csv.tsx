import { LienBouton } from '../formulaires/bouton.tsx';

/** What the list shows, as a CSV file. */
export function ExportCsv({ href }: { readonly href: string }) {
  return (
    <LienBouton href={href} document rang="tertiaire" taille="petite" icone="telecharger">
      Exporter (CSV)
    </LienBouton>
  );
}
