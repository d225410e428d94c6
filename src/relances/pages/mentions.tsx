import { compter, formaterJour, Lien, PanneauDepliant } from '#interface';
import type { MentionLue } from '../lectures/relances-du-plan.ts';
import type { Genre } from '../regles/genres.ts';

const MONTREES = 4;

const POURQUOI: Readonly<Record<Genre, (jour: string) => string>> = {
  avant: (jour) => `Échéance proche, le ${jour}`,
  apres: (jour) => `Échéance dépassée, le ${jour}`,
  silence: () => 'Sans nouvelle',
  comite: (jour) => `Avant le comité du ${jour}`,
  remontee: (jour) => `Remontée fermée le ${jour}`,
  semaine: () => 'Courrier de la semaine',
};

type Props = { readonly plan: string; readonly mentions: readonly MentionLue[] };

/** What a mail said of a plan, reason by reason: the first actions, and the others folded. */
export function MentionsDUnCourrier({ plan, mentions }: Props) {
  const suite = mentions.slice(MONTREES);
  return (
    <>
      <ParRaison plan={plan} mentions={mentions.slice(0, MONTREES)} />
      {suite.length > 0 && (
        <PanneauDepliant titre={`Et ${compter(suite.length, 'autre', 'autres')}`}>
          <ParRaison plan={plan} mentions={suite} />
        </PanneauDepliant>
      )}
    </>
  );
}

function adresseDe(plan: string, action: string, territoire: string | undefined): string {
  const adresse = `/plans/${plan}/actions/${action}`;
  return territoire === undefined ? adresse : `${adresse}/deploiement?territoire=${territoire}#territoire`;
}

function ParRaison({ plan, mentions }: Props) {
  const raisons = new Map<string, MentionLue[]>();
  for (const mention of mentions) {
    const raison = POURQUOI[mention.genre](mention.echeance === null ? '' : formaterJour(mention.echeance));
    raisons.set(raison, [...(raisons.get(raison) ?? []), mention]);
  }
  return [...raisons].map(([raison, dites]) => (
    <div key={raison}>
      <span className="jalon-discret">{raison}</span>
      <ul>
        {dites.map(({ action, intitule, territoire }) => (
          <li key={`${action} ${territoire?.code}`}>
            <Lien href={adresseDe(plan, action, territoire?.code)}>{intitule}</Lien>
            {territoire !== null && `, ${territoire.nom}`}
          </li>
        ))}
      </ul>
    </div>
  ));
}
