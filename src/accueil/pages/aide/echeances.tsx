import { Section, Tableau } from '#interface';
import type { ExpressionLue, FamilleDExpressions } from '../../aide/expressions.ts';

/** How deadlines are written, with what the reader of deadlines makes of each example today. */
export function Echeances({ familles }: { readonly familles: readonly FamilleDExpressions[] }) {
  const lignes = familles.flatMap(({ titre, expressions }) =>
    expressions.map((expression) => ({ ...expression, famille: titre })),
  );
  return (
    <Section titre="Écrire une échéance" id="echeances">
      <p>
        Écrivez comme vous le diriez. Jalon garde vos mots, montre à côté ce qu’il a compris, et dit ce qu’il a supposé.
        Accents, majuscules, « 1er » ou « premier », « T2 » ou « 2e trimestre » : cela ne change rien.
      </p>
      <p>
        Personne n’est en retard avant que le dernier jour soit passé. Ce qui ne se comprend pas reste écrit tel quel et
        vous est signalé : Jalon ne devine pas.
      </p>
      <p>Les exemples sont lus à l’instant où cette page s’affiche, comme dans un plan daté d’aujourd’hui.</p>
      <Tableau<ExpressionLue & { readonly famille: string }>
        legende="Exemples d’échéances et leur sens"
        lignes={lignes}
        cleDeLigne={({ texte }) => texte}
        groupe={({ famille }) => famille}
        colonnes={[
          {
            cle: 'texte',
            titre: 'Vous écrivez',
            largeur: 'moyenne',
            cellule: ({ texte }) => <span className="jalon-aide__mots">{texte}</span>,
          },
          { cle: 'sens', titre: 'Jalon comprend', cellule: (expression) => <Sens {...expression} /> },
          {
            cle: 'retard',
            titre: 'En retard à partir du',
            cellule: ({ retardDepuis }) =>
              retardDepuis?.replace(/^le /, '') ?? <span className="jalon-discret">jamais d’elle-même</span>,
          },
        ]}
      />
    </Section>
  );
}

function Sens({ sens, hypotheses, ambigue }: ExpressionLue) {
  return (
    <>
      <span className="jalon-aide__mots">{sens.join('\n')}</span>
      {hypotheses.map((hypothese) => (
        <div key={hypothese} className="jalon-discret">
          {hypothese}
        </div>
      ))}
      {ambigue && <div className="jalon-discret">signalée « à préciser »</div>}
    </>
  );
}
