import { Lien } from '#interface';

const FORMATS = [
  ['xlsx', 'Excel (xlsx)'],
  ['ods', 'OpenDocument (ods)'],
  ['csv', 'CSV'],
] as const;

/** What is on the screen, as a file: the address of the files takes the same parameters. */
export function Exporter({ base, requete }: { readonly base: string; readonly requete: string }) {
  return (
    <details className="jalon-menu">
      <summary>Exporter</summary>
      <ul>
        {FORMATS.map(([format, libelle]) => (
          <li key={format}>
            <Lien href={`${base}.${format}${requete === '' ? '' : `?${requete}`}`} document>
              {libelle}
            </Lien>
          </li>
        ))}
      </ul>
    </details>
  );
}
