import { formaterInstant } from '#interface';

export type DemandeEnPage = {
  readonly id: string;
  readonly texte: string;
  readonly motif: string;
  readonly auteur: string;
  readonly enregistreLe: Date | string;
};

/** The reports of the action of an item that wait for an answer, with who asked and why. */
export function DemandesDeReport({ demandes }: { readonly demandes: readonly DemandeEnPage[] }) {
  return demandes.map(({ id, texte, motif, auteur, enregistreLe }) => (
    <p key={id}>
      <strong>
        Report demandé à «{'\u00a0'}
        {texte}
        {'\u00a0'}»
      </strong>
      {'\u00a0'}: {motif}{' '}
      <span className="jalon-discret">
        {auteur}, {formaterInstant(enregistreLe)}
      </span>
    </p>
  ));
}
