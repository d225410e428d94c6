import type { Base } from '#socle/base';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import type { PersonneSansCompte } from '../lectures/instances.ts';

/** The members without account a form names, one a line: « nom ; fonction ; courriel », the address left out when unknown. */
export async function personnesSansCompte(base: Base, texte: string): Promise<Resultat<readonly PersonneSansCompte[]>> {
  const personnes = new Map<string, PersonneSansCompte>();
  for (const ligne of texte.split('\n').map((une) => une.trim())) {
    if (ligne === '') continue;
    const [nom = '', fonction = '', courriel = '', ...reste] = ligne.split(';').map((morceau) => morceau.trim());
    if (nom === '' || fonction === '' || reste.length > 0 || nom.length > 200 || fonction.length > 200)
      return echec(
        faute(`« ${ligne} » : écrivez le nom, la fonction, puis le courriel s’il est connu, séparés par « ; ».`),
      );
    if (courriel !== '' && !ADRESSE.test(courriel))
      return echec(faute(`« ${courriel} » n’est pas une adresse de courriel. Corrigez-la, ou laissez-la vide.`));
    personnes.set(`${nom}\n${fonction}`, { nom, fonction, courriel: courriel.toLowerCase() || null });
  }
  const adresses = [...personnes.values()].flatMap(({ courriel }) => courriel ?? []);
  const compte =
    adresses.length === 0
      ? undefined
      : await base
          .selectFrom('compte')
          .select('courriel')
          .where('courriel', 'in', adresses)
          .where('genre', '=', 'personne')
          .where('ferme_le', 'is', null)
          .executeTakeFirst();
  if (compte !== undefined)
    return echec(faute(`« ${compte.courriel} » est l’adresse d’un compte : écrivez-la dans « Membres ».`));
  return reussite([...personnes.values()]);
}

/** Enough to tell a slip of the hand; the mail server is the judge. */
const ADRESSE = /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>]{2,63}$/;

function faute(message: string) {
  return fauteDeSaisie('instance.sans_compte', 'sansCompte', message);
}

/** As the form takes it again. */
export function ecrirePersonnes(personnes: readonly PersonneSansCompte[]): string {
  return personnes
    .map(({ nom, fonction, courriel }) => [nom, fonction, ...(courriel === null ? [] : [courriel])].join(' ; '))
    .join('\n');
}
