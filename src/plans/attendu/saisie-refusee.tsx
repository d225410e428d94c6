import { Alerte } from '#interface';

/** What the server refused, and of which action. */
export type SaisieRefusee = {
  readonly action: string;
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
};

/** When the action has left the list meanwhile: what was typed is given back, to be copied. */
export function SaisiePerdue({ refus }: { readonly refus: SaisieRefusee }) {
  const texte = String(refus.valeurs.texte ?? '');
  return (
    <Alerte ton="erreur" titre="Rien n’a été enregistré">
      <p>{Object.values(refus.champs).join(' ')}</p>
      {texte !== '' && (
        <>
          <p>Voici ce que vous aviez écrit :</p>
          <p className="jalon-texte">{texte}</p>
        </>
      )}
    </Alerte>
  );
}
