import type { ReactNode } from 'react';
import { LienBouton } from '../formulaires/bouton.tsx';
import { GroupeDeBoutons } from '../formulaires/groupe-de-boutons.tsx';

export type PageDeRefusProps = {
  /** 403, 404, 409, 422, 500… */
  readonly statut: number;
  /** The title for this status when not given. */
  readonly titre?: string;
  /** What happened and which rule says so, in a sentence. */
  readonly message?: ReactNode;
  /** What to do next; a way home when not given. */
  readonly actions?: ReactNode;
};

/** A refusal or a failure: a designed state, that says what happened and what to do next. */
export function PageDeRefus({ statut, titre, message, actions }: PageDeRefusProps) {
  const usuel = USUELS[statut] ?? (statut >= 500 ? PANNE : REFUS);
  return (
    <div className="jalon-refus">
      <p className="jalon-refus__statut">Erreur {statut}</p>
      <h1 className="jalon-refus__titre">{titre ?? usuel.titre}</h1>
      <p className="jalon-refus__message">{message ?? usuel.message}</p>
      {actions ?? (
        <GroupeDeBoutons>
          <LienBouton href="/">Revenir à l’accueil</LienBouton>
        </GroupeDeBoutons>
      )}
    </div>
  );
}

type Texte = { readonly titre: string; readonly message: string };

const PANNE: Texte = {
  titre: 'Jalon n’a pas pu répondre',
  message:
    'Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant\u202F; si cela dure, prévenez l’assistance.',
};
const REFUS: Texte = { titre: 'La demande n’a pas abouti', message: 'Revenez à la page précédente et réessayez.' };

const USUELS: Readonly<Record<number, Texte>> = {
  401: {
    titre: 'Connectez-vous pour continuer',
    message: 'Cette page est réservée aux agents connectés.',
  },
  403: {
    titre: 'Cette page ne vous est pas ouverte',
    message: 'Votre profil ne donne pas accès à cet objet sur ce territoire.',
  },
  404: {
    titre: 'Cette page n’existe pas',
    message: 'L’adresse est peut-être incomplète, ou l’objet a été déplacé.',
  },
  409: {
    titre: 'Quelqu’un a modifié cet objet entre-temps',
    message: 'Votre saisie n’a pas été enregistrée, pour ne rien écraser. Rechargez la page, puis reprenez-la.',
  },
  413: {
    titre: 'Ce fichier est trop volumineux',
    message: 'Allégez-le, ou découpez-le, puis recommencez.',
  },
  422: {
    titre: 'La demande n’a pas pu être comprise',
    message: 'Une valeur manque ou n’est pas valable. Revenez au formulaire pour la corriger.',
  },
  429: {
    titre: 'Trop de demandes en peu de temps',
    message: 'Patientez quelques minutes, puis réessayez\u00A0: rien n’est perdu.',
  },
  500: PANNE,
};
