import {
  Alerte,
  Bouton,
  compter,
  Etapes,
  Formulaire,
  formaterPoids,
  GroupeDeBoutons,
  LienBouton,
  Page,
} from '#interface';
import { ACCUEIL, ETAPES, IMPORTS, INDICATEURS } from '../communs.ts';
import type { ImportEnPage } from './charger-import.ts';
import '../indicateurs.css';

type SansDetail = Exclude<ImportEnPage, { contenu: object }>;

/** While the file is read or its values written: how far it is, and that one may leave. */
export function EnCours({ vue }: { readonly vue: SansDetail }) {
  const lecture = vue.etat === 'lecture';
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS, IMPORTS]}
      titre={lecture ? `Lecture de « ${vue.fichier} »` : `Écriture des valeurs de « ${vue.fichier} »`}
      phrase={`${formaterPoids(vue.taille)}, ${lecture ? 'lecture commencée' : 'écriture commencée'} il y a ${enMots(vue.secondes)}.`}
    >
      <Etapes etapes={ETAPES} courante={lecture ? 2 : 4} />
      <div className="jalon-import-de-valeurs__progression">
        <progress
          aria-label={lecture ? 'Lecture du fichier' : 'Écriture des valeurs'}
          max={100}
          {...(vue.progression > 0 ? { value: vue.progression } : {})}
        />
        <p role="status">
          La page se met à jour d’elle-même. Vous pouvez la quitter : {lecture ? 'la lecture' : 'l’écriture'} continue,
          et vous la retrouverez à cette adresse.
        </p>
      </div>
      <GroupeDeBoutons>
        <LienBouton href={`/indicateurs/imports/${vue.id}`} rang="secondaire">
          Actualiser maintenant
        </LienBouton>
        {lecture && (
          <Formulaire titre="Abandonner l’import">
            <Bouton name="intention" value="abandonner" rang="discret">
              Abandonner
            </Bouton>
          </Formulaire>
        )}
      </GroupeDeBoutons>
    </Page>
  );
}

/** The file was refused, or given up: no value was touched, and where to go. */
export function SansValeurs({ vue }: { readonly vue: SansDetail }) {
  const refuse = vue.etat === 'refuse';
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS, IMPORTS]}
      titre={refuse ? 'Ce fichier n’a pas pu être lu' : 'Cet import a été abandonné'}
    >
      <Etapes etapes={ETAPES} courante={refuse ? 2 : 3} />
      {refuse && (
        <Alerte ton="erreur" titre={vue.fichier} niveau="h2">
          {vue.refus ?? 'La lecture s’est arrêtée.'}
        </Alerte>
      )}
      <p>Aucune valeur n’a été écrite.</p>
      <GroupeDeBoutons>
        <LienBouton href="/indicateurs/importer">Déposer un autre fichier</LienBouton>
        <LienBouton href="/indicateurs/imports" rang="secondaire">
          Voir les imports
        </LienBouton>
      </GroupeDeBoutons>
    </Page>
  );
}

function enMots(secondes: number): string {
  if (secondes < 2) return 'un instant';
  if (secondes < 120) return compter(secondes, 'seconde', 'secondes');
  return compter(Math.floor(secondes / 60), 'minute', 'minutes');
}
