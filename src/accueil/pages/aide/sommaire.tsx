/** Parts of the help, in their order: their anchors are addresses people keep and send. */
const PARTIES = [
  ['importer', 'Importer un plan'],
  ['lire', 'Lire un plan'],
  ['territoires', 'Lire le tableau de bord'],
  ['echeances', 'Écrire une échéance'],
  ['reporter', 'Reporter une échéance'],
  ['nouvelles', 'Donner des nouvelles'],
  ['courriers', 'Les courriers et les relances'],
  ['reimporter', 'Importer de nouveau'],
  ['indicateurs', 'Les indicateurs'],
  ['instances', 'Tenir une instance'],
  ['remontees', 'Les remontées'],
  ['feuilles-de-route', 'Feuilles de route'],
  ['cibles', 'Convenir d’une cible'],
  ['meteo', 'Déclarer la météo'],
  ['analyse', 'Écrire une analyse'],
  ['points', 'Préparer un point d’étape'],
  ['droits', 'Qui voit et fait quoi'],
  ['comptes', 'Comptes et droits'],
  ['mots', 'Ce que les mots veulent dire'],
] as const;

export function Sommaire() {
  return (
    <nav className="jalon-aide__sommaire" aria-labelledby="sommaire">
      <h2 id="sommaire">Sur cette page</h2>
      <ol>
        {PARTIES.map(([ancre, titre]) => (
          <li key={ancre}>
            <a href={`#${ancre}`}>{titre}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
