import type { Acteur } from '#acces';
import { type Resultat, reussite } from '#socle/valeurs';
import { abandonnerImport, annulerImport } from '../../importer/annuler.ts';
import { lancerImport } from '../../importer/appliquer.ts';
import { ecarterSerie } from '../../importer/ecarter.ts';
import { relireImport } from '../../importer/relire.ts';
import type { ServicesDImport } from '../../responsabilites.ts';

type Champs = Readonly<Record<string, string | string[]>>;

/** What a button of the page of an import asks for; gives the address to go to. */
export async function traiterImport(
  services: ServicesDImport,
  acteur: Acteur,
  id: string,
  champs: Champs,
): Promise<Resultat<string>> {
  const ici = `/indicateurs/imports/${id}`;
  switch (champs.intention) {
    case 'importer': {
      const lance = await lancerImport(services, acteur, id, champs);
      return lance.ok ? reussite(ici) : lance;
    }
    case 'relire': {
      const relu = await relireImport(services, acteur, id);
      return relu.ok ? reussite(ici) : relu;
    }
    case 'ecarter': {
      const ecartee = await ecarterSerie(services, acteur, id, champs);
      return ecartee.ok ? reussite(`${ici}#contenu`) : ecartee;
    }
    case 'abandonner': {
      const abandonne = await abandonnerImport(services, acteur, id);
      return abandonne.ok ? reussite(ici) : abandonne;
    }
    case 'annuler': {
      const annule = await annulerImport(services, acteur, id, champs);
      if (!annule.ok) return annule;
      const { remises, laissees } = annule.valeur;
      return reussite(`${ici}?remises=${remises}&laissees=${laissees}`);
    }
    default:
      return {
        ok: false,
        refus: {
          nature: 'invalide',
          regle: 'valeurs.import.geste',
          message: 'Ce geste n’est pas connu de cette page. Rechargez-la, puis recommencez.',
        },
      };
  }
}
