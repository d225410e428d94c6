import { compter, formaterInstant, Lien, Section, Tableau } from '#interface';
import type { Reprise } from '../lectures/reprises.ts';
import type { QuestionPresentee } from '../presentation.ts';

type RepriseMontree = Omit<Reprise, 'le'> & { readonly le: string };

/** From a result one goes to what it became; the note and the value lead back here. */
export function ResultatsRepris({
  reprises,
  questions,
}: {
  readonly reprises: readonly RepriseMontree[];
  readonly questions: readonly QuestionPresentee[];
}) {
  const parCle = new Map(questions.map(({ cle, intitule }) => [cle, intitule]));
  return (
    <Section titre="Où ces résultats sont repris" id="reprises">
      <Tableau
        legende="Résultats repris, les derniers d’abord"
        lignes={reprises}
        cleDeLigne={({ id }) => id}
        colonnes={[
          {
            cle: 'vers',
            titre: 'Repris dans',
            largeur: 'large',
            cellule: ({ href, libelle, vers }) => (
              <>
                {href === null ? libelle : <Lien href={href}>{libelle}</Lien>}
                <div className="jalon-discret jalon-petit">
                  {vers === 'action' ? 'note d’une action' : 'valeur d’un indicateur'}
                </div>
              </>
            ),
          },
          { cle: 'question', titre: 'Question', cellule: ({ question }) => parCle.get(question) ?? question },
          {
            cle: 'chiffre',
            titre: 'Chiffre repris',
            cellule: ({ chiffre, recues }) => `${chiffre}, sur ${compter(recues, 'réponse', 'réponses')}`,
          },
          { cle: 'le', titre: 'Le', cellule: ({ le }) => formaterInstant(le) },
        ]}
      />
    </Section>
  );
}
