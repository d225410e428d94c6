import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { type Resultat, reussite } from '#socle/valeurs';
import { enDiscussion } from '../lectures/cible.ts';
import { retirer } from '../regles/discussion.ts';
import { identifiantDe } from './acter-cible.ts';
import { conclure, ecrireFait, rangerDiscussion, surLaCible } from './sur-la-cible.ts';

type Cle = { readonly reforme: string; readonly cible: string };

const COMMENTAIRE = z.object({ texte: texteObligatoire('Écrivez le commentaire.', 4_000) });

/** Says something about a target, without another value. */
export async function commenterCible(
  services: Services,
  acteur: Acteur,
  cible: Cle,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(COMMENTAIRE, valeurs);
  if (!lue.ok) return lue;
  const { texte } = lue.valeur;
  return surLaCible(services, acteur, cible, async (atelier) => {
    const { cote } = atelier;
    const fait = await ecrireFait(atelier, cible.cible, cote, { geste: 'commentaire', valeur: null, texte });
    const identifiant = await identifiantDe(atelier);
    await conclure(atelier, 'cible.commenter', atelier.cible, { cote, fait, identifiant, valeur: null });
    return reussite(null);
  });
}

const RETRAIT = z.object({
  vue: z.coerce.number({ error: 'Dites quelle proposition est retirée.' }).int(),
  texte: texteFacultatif(4_000),
});

/** Takes back the value one's own side proposed; what was agreed before holds again. */
export async function retirerCible(
  services: Services,
  acteur: Acteur,
  cible: Cle,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(RETRAIT, valeurs);
  if (!lue.ok) return lue;
  const { vue, texte } = lue.valeur;
  return surLaCible(services, acteur, cible, async (atelier) => {
    const { cote } = atelier;
    const avant = enDiscussion(atelier.cible);
    const suite = retirer(avant, cote, vue);
    if (!suite.ok) return suite;
    const fait = await ecrireFait(atelier, cible.cible, cote, { geste: 'retrait', valeur: avant.valeur, texte });
    await rangerDiscussion(atelier, cible.cible, suite.valeur, atelier.cible.acteeLe);
    const identifiant = await identifiantDe(atelier);
    await conclure(atelier, 'cible.retirer', atelier.cible, { cote, fait, identifiant, valeur: avant.valeur });
    return reussite(null);
  });
}
