import { Bouton, Etiquette, Formulaire, INSECABLE, type Ton, ZoneDeTexte } from '#interface';
import { LIBELLES_DE_SUITE, type Suite } from '../regles/suivi.ts';
import { type RefusDePage, refusDe } from './commun.tsx';

const TONS: Readonly<Record<Suite, Ton>> = {
  appliquee: 'succes',
  en_retard: 'alerte',
  en_cours: 'neutre',
  sans_suite: 'attention',
  sans_objet: 'neutre',
};

/** What became of a decision, in a word. */
export function SuiteDite({ suite }: { readonly suite: Suite }) {
  return <Etiquette ton={TONS[suite]}>{LIBELLES_DE_SUITE[suite].replaceAll(' ', INSECABLE)}</Etiquette>;
}

type Props = {
  readonly id: string;
  readonly numero: number;
  readonly reunion: string;
  readonly refus: RefusDePage | undefined;
};

/** Where those a decision asks say what they did. */
export function FormulaireDeSuite({ id, numero, reunion, refus }: Props) {
  return (
    <Formulaire titre={`Suite donnée à la décision n° ${numero}`} {...refusDe(refus, id)}>
      <input type="hidden" name="reunion" value={reunion} />
      <input type="hidden" name="decision" value={id} />
      <ZoneDeTexte nom="suite" libelle="Ce qui a été fait" requis rows={3} maxLength={2_000} id={`suite-${id}`} />
      <Bouton rang="secondaire" taille="petite">
        Enregistrer la suite
      </Bouton>
    </Formulaire>
  );
}
