import { type Acteur, territoiresAdministres } from '#acces';
import { ORGANISATIONS } from '#territoires';
import { trouverService } from './trouver-service.ts';

type Option = { readonly valeur: string; readonly texte: string };

export type SaisieLue =
  | { readonly ok: true; readonly valeurs: Readonly<Record<string, string | string[]>> }
  | {
      readonly ok: false;
      readonly champs: Readonly<Record<string, string>>;
      readonly candidats: readonly Option[];
    };

/**
 * What the form of an account says, completed: the words of the service become a service, and the territory is that of the
 * service when none is chosen.
 */
export function lireFormulaireDeCompte(
  acteur: Acteur,
  valeurs: Readonly<Record<string, string | string[]>>,
): SaisieLue {
  const organisation = texte(valeurs.organisation) || null;
  const dit = texte(valeurs.service);
  const trouve = organisation === null && dit !== '' ? trouverService(acteur, dit) : null;
  if (trouve !== null && trouve.service === null) {
    const message =
      trouve.candidats.length > 0
        ? `« ${dit} » peut désigner plusieurs services : choisissez ci-dessous.`
        : `Aucun service que vous administrez ne s’appelle « ${dit} ». Essayez son sigle, ou son nom entier.`;
    return {
      ok: false,
      champs: { [trouve.candidats.length > 0 ? 'organisation' : 'service']: message },
      candidats: trouve.candidats,
    };
  }
  const id = organisation ?? trouve?.service?.id ?? '';
  const portee = territoiresAdministres(acteur);
  const duService = ORGANISATIONS.find((une) => une.id === id)?.territoire ?? '';
  const parDefaut = portee !== 'tous' && portee.length === 1 ? (portee[0] ?? '') : duService;
  return { ok: true, valeurs: { ...valeurs, organisation: id, territoire: texte(valeurs.territoire) || parDefaut } };
}

/** What a refused command says of `organisation` is shown beside the field where the service was typed. */
export function champsDuFormulaire(champs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { organisation, ...autres } = champs;
  return organisation === undefined ? champs : { ...autres, service: organisation };
}

function texte(valeur: string | string[] | undefined): string {
  return typeof valeur === 'string' ? valeur.trim() : '';
}
