import { Alerte, Definitions, formaterInstant, Lien } from '#interface';
import type { Etat } from '../regles/etat.ts';
import type { Question } from '../regles/questions.ts';
import type { FichierEcrit } from './champs-de-reponse.tsx';

type Ecrit = {
  readonly contenu: Readonly<Record<string, string>>;
  readonly le: string;
  readonly auteur: string;
} | null;

type Vue = {
  readonly anonyme: boolean;
  readonly repondu: boolean;
  readonly etat: Etat;
  readonly questions: readonly Question[];
  readonly envoyee: Ecrit;
  readonly brouillon: Ecrit;
  readonly envois: number;
  /** The files of the service, by identifier. */
  readonly joints: Readonly<Record<string, FichierEcrit>>;
};

/** The files of this answer, by question. */
export function fichiersEcrits(
  { questions, joints }: Pick<Vue, 'questions' | 'joints'>,
  contenu: Readonly<Record<string, string>>,
) {
  return Object.fromEntries(
    questions.flatMap(({ cle, genre }) => {
      const joint = genre === 'fichier' ? joints[contenu[cle] ?? ''] : undefined;
      return joint === undefined ? [] : [[cle, joint]];
    }),
  );
}

/** What the service has in hand: sent, or in draft. */
export function CeQuiEstEcrit({ vue }: { readonly vue: Vue }) {
  if (vue.anonyme)
    return (
      <Alerte ton={vue.repondu ? 'succes' : 'info'}>
        {vue.repondu
          ? 'Une réponse de votre service est reçue. Rien ne dit laquelle : elle ne se relit pas et ne se corrige pas.'
          : 'Votre réponse ne gardera ni votre nom, ni celui de votre service, ni le moment où vous l’envoyez. Elle s’envoie en une fois et ne se corrige pas.'}
      </Alerte>
    );
  return (
    <>
      {vue.envoyee !== null && (
        <Alerte ton="succes">
          {`Réponse envoyée le ${formaterInstant(vue.envoyee.le)} par ${vue.envoyee.auteur}${vue.envois > 1 ? `, après ${vue.envois - 1} envoi${vue.envois > 2 ? 's' : ''} qu’elle corrige` : ''}.`}
        </Alerte>
      )}
      {vue.brouillon !== null && (
        <Alerte ton="info">
          {`Brouillon enregistré le ${formaterInstant(vue.brouillon.le)} par ${vue.brouillon.auteur} : il n’est pas envoyé.`}
        </Alerte>
      )}
    </>
  );
}

/** After the closing: what was sent, and what was not. */
export function ReponseLue({ vue }: { readonly vue: Vue }) {
  const parties = [
    { titre: 'Réponse envoyée', dit: vue.envoyee },
    { titre: 'Brouillon non envoyé', dit: vue.brouillon },
  ];
  return parties.map(
    ({ titre, dit }) =>
      dit !== null && (
        <section key={titre} className="jalon-section" aria-label={titre}>
          <h2 className="jalon-section__titre jalon-section__titre--h2">{titre}</h2>
          <Definitions
            elements={vue.questions.map(({ cle, intitule }) => ({
              terme: intitule,
              valeur: <ValeurRepondue dit={dit.contenu[cle]} joint={fichiersEcrits(vue, dit.contenu)[cle]} />,
            }))}
          />
        </section>
      ),
  );
}

function ValeurRepondue({
  dit,
  joint,
}: {
  readonly dit: string | undefined;
  readonly joint: FichierEcrit | undefined;
}) {
  if (joint === undefined) return dit ?? 'sans réponse';
  return (
    <Lien href={joint.href} document>
      {joint.nom}
    </Lien>
  );
}
