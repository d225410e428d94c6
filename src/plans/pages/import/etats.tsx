import type { ReactNode } from 'react';
import {
  Alerte,
  Bouton,
  compter,
  Etapes,
  Formulaire,
  formaterPoids,
  GroupeDeBoutons,
  LienBouton,
  type Maillon,
  Page,
} from '#interface';
import type { ImportEnPage } from './charger-import.ts';
import { ETAPES } from './etapes.ts';
import './import.css';

type Commun = Pick<ImportEnPage, 'id' | 'fichier' | 'taille' | 'plan'>;

/** While the file is read: how long it has been, and that one may leave. */
export function EnLecture({ vue }: { readonly vue: Extract<ImportEnPage, { etat: 'lecture' }> }) {
  return (
    <Page
      filDAriane={filDImport(vue)}
      titre={`Lecture de « ${vue.fichier} »`}
      phrase={`${formaterPoids(vue.taille)}, lecture commencée il y a ${enMots(vue.secondes)}.`}
    >
      <Etapes etapes={ETAPES} courante={2} />
      <div className="jalon-lecture">
        <progress aria-label="Lecture du fichier" />
        <p role="status">
          La page se met à jour d’elle-même. Vous pouvez la quitter : elle gardera la lecture à cette adresse.
        </p>
      </div>
      <GroupeDeBoutons>
        <LienBouton href={`/imports/${vue.id}`} rang="secondaire">
          Actualiser maintenant
        </LienBouton>
        <Formulaire titre="Abandonner l’import">
          <Bouton name="intention" value="abandonner" rang="discret">
            Abandonner
          </Bouton>
        </Formulaire>
      </GroupeDeBoutons>
    </Page>
  );
}

/** The file was refused, or the import is over: what happened, and where to go. */
export function PlusRienAVerifier({ vue }: { readonly vue: Extract<ImportEnPage, { refus: string | null }> }) {
  const recommencer = vue.plan === null ? '/plans/importer' : `/plans/${vue.plan.id}/importer`;
  if (vue.etat === 'refuse') {
    return (
      <Fin vue={vue} titre="Ce fichier n’a pas pu être lu" courante={2}>
        <Alerte ton="erreur" titre={vue.fichier} niveau="h2">
          {vue.refus ?? 'La lecture s’est arrêtée.'}
        </Alerte>
        <p>Rien n’a été écrit dans aucun plan.</p>
        <GroupeDeBoutons>
          <LienBouton href={recommencer}>Déposer un autre fichier</LienBouton>
        </GroupeDeBoutons>
      </Fin>
    );
  }
  if (vue.etat === 'applique') {
    return (
      <Fin vue={vue} titre="Cet import est fait" courante={4}>
        <Alerte ton="succes">Le fichier « {vue.fichier} » est gardé avec le plan, où l’on peut le télécharger.</Alerte>
        <GroupeDeBoutons>
          <LienBouton href={vue.plan === null ? '/plans' : `/plans/${vue.plan.id}`}>Voir le plan</LienBouton>
        </GroupeDeBoutons>
      </Fin>
    );
  }
  return (
    <Fin vue={vue} titre="Cet import a été abandonné" courante={3}>
      <p>Rien n’a été écrit dans aucun plan.</p>
      <GroupeDeBoutons>
        <LienBouton href={recommencer}>Importer un fichier</LienBouton>
      </GroupeDeBoutons>
    </Fin>
  );
}

function Fin({
  vue,
  titre,
  courante,
  children,
}: {
  readonly vue: Commun;
  readonly titre: string;
  readonly courante: number;
  readonly children: ReactNode;
}) {
  return (
    <Page filDAriane={filDImport(vue)} titre={titre}>
      <Etapes etapes={ETAPES} courante={courante} />
      {children}
    </Page>
  );
}

export function filDImport({ plan }: Pick<Commun, 'plan'>): Maillon[] {
  return [
    { texte: 'Accueil', href: '/' },
    { texte: 'Plans', href: '/plans' },
    ...(plan === null ? [] : [{ texte: plan.titre, href: `/plans/${plan.id}` }]),
  ];
}

function enMots(secondes: number): string {
  if (secondes < 2) return 'un instant';
  if (secondes < 120) return compter(secondes, 'seconde', 'secondes');
  return compter(Math.floor(secondes / 60), 'minute', 'minutes');
}
