import { Alerte, compter, enumerer, Lien, PanneauDepliant } from '#interface';
import type { ImportDetaille } from './charger-import.ts';

/** What is known to be wrong in such files: counted, none hidden; and indicators nobody created, with what to do. */
export function Defauts({ vue }: { readonly vue: ImportDetaille }) {
  const { fichier } = vue.bilan;
  const defauts: readonly (readonly [number, string, string])[] = [
    [fichier.lignesEnDouble, 'ligne en double', 'lignes en double'],
    [fichier.parRegle.doublon_contradictoire ?? 0, 'doublon contradictoire', 'doublons contradictoires'],
    [fichier.sansCible, 'ligne sans cible', 'lignes sans cible'],
    [fichier.sansValeurInitiale, 'ligne sans valeur initiale', 'lignes sans valeur initiale'],
    [fichier.ciblesEchues, 'cible déjà passée', 'cibles déjà passées'],
    [fichier.valeursAnciennes, 'dernière valeur de plus d’un an', 'dernières valeurs de plus d’un an'],
    [
      fichier.parRegle.cible_du_mauvais_cote ?? 0,
      'cible du mauvais côté du départ',
      'cibles du mauvais côté du départ',
    ],
    [
      fichier.parRegle.valeur_cumulee ?? 0,
      'valeur en cumul, calculée du détail',
      'valeurs en cumul, calculées du détail',
    ],
  ];
  const dits = defauts.filter(([nombre]) => nombre > 0);
  return (
    <>
      {fichier.inconnus.length > 0 && <Inconnus vue={vue} />}
      {dits.length + fichier.nomsMultiples.length > 0 && (
        <PanneauDepliant titre="Défauts connus de ce fichier" ouvert>
          <ul>
            {dits.map(([nombre, singulier, pluriel]) => (
              <li key={singulier}>{compter(nombre, singulier, pluriel)}</li>
            ))}
            {fichier.nomsMultiples.map(({ identifiant, noms }) => (
              <li key={identifiant}>
                {identifiant} porte {noms.length > 1 ? 'plusieurs noms' : 'plusieurs unités'} :{' '}
                {enumerer(noms.map((nom) => `«\u00a0${nom}\u00a0»`))}. Le premier est gardé.
              </li>
            ))}
          </ul>
        </PanneauDepliant>
      )}
    </>
  );
}

const INCONNUS_DITS = 10;

function Inconnus({ vue }: { readonly vue: ImportDetaille }) {
  const { inconnus } = vue.bilan.fichier;
  const nombre = compter(inconnus.length, 'indicateur inconnu', 'indicateurs inconnus');
  return (
    <Alerte ton="attention" titre={`${nombre} de Jalon`} niveau="h2">
      <p>
        {vue.configure
          ? 'Créez-les, puis relisez le fichier : leurs valeurs seront prises.'
          : 'Leurs lignes sont refusées. Vérifiez leur identifiant, ou demandez à la DITP de les créer, puis relisez le fichier.'}
      </p>
      <ul>
        {inconnus.slice(0, INCONNUS_DITS).map(({ identifiant, valeurs }) => (
          <li key={identifiant}>
            {vue.configure ? (
              <Lien href={`/indicateurs/nouveau?identifiant=${encodeURIComponent(identifiant)}`}>{identifiant}</Lien>
            ) : (
              identifiant
            )}
            , {compter(valeurs, 'valeur', 'valeurs')}
          </li>
        ))}
        {inconnus.length > INCONNUS_DITS && (
          <li>et {compter(inconnus.length - INCONNUS_DITS, 'autre', 'autres')}, parmi les lignes refusées</li>
        )}
      </ul>
    </Alerte>
  );
}
