/** The own mark of Jalon: a milestone by the road. */
export function Marque() {
  return (
    <svg className="jalon-marque" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="jalon-marque__borne" d="M9 34V17a11 11 0 0 1 22 0v17z" />
      <path className="jalon-marque__tete" d="M9 17a11 11 0 0 1 22 0z" />
      <path className="jalon-marque__trait" d="M15 24h10M15 29h6" />
      <path className="jalon-marque__sol" d="M3 34.75h34" />
    </svg>
  );
}

/** The State's bloc-marque, shown only to the services entitled to it (`JALON_BLOC_MARQUE`): one text per line. */
export function BlocMarque({ lignes }: { readonly lignes: readonly string[] }) {
  return (
    <p className="fr-logo">
      {lignes.map((ligne, rang) => (
        <span key={ligne} className="jalon-bloc-marque__ligne">
          {rang > 0 && <br />}
          {ligne}
        </span>
      ))}
    </p>
  );
}
