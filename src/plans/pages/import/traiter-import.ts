import type { Acteur } from '#acces';
import type { Services } from '#socle';
import { lireJour, type Resultat, reussite } from '#socle/valeurs';
import { apercuDImport, trouverImport } from '../../importer/apercu.ts';
import { abandonnerImport, appliquerDifference, appliquerNouveauPlan } from '../../importer/appliquer.ts';
import { choisir } from '../../importer/choisir.ts';
import type { Choix } from '../../importer/choix.ts';
import { retenir } from '../../importer/choix.ts';
import { ligneACorriger } from '../../importer/presentation.ts';

/** Where to go once it is done: a path, or null to stay on the page of the import. */
type Suite = {
  readonly vers: string | null;
  readonly ancre?: string;
  readonly sansCorrection?: boolean;
  readonly page?: string;
};

type Envoi = { readonly id: string; readonly champs: Readonly<Record<string, string | string[]>> };

/** What a button of the page of an import asks for; `intention` names it. */
export async function traiterImport(services: Services, acteur: Acteur, envoi: Envoi): Promise<Resultat<Suite>> {
  const { id, champs } = envoi;
  const [intention = '', cible = ''] = texte(champs.intention).split(/:(.*)/s);
  const version = Number(texte(champs.version));
  const garder = async (
    changer: (choix: Choix) => Choix,
    suite: Omit<Suite, 'vers'> = {},
  ): Promise<Resultat<Suite>> => {
    const garde = await choisir(services, acteur, id, version, changer);
    return garde.ok ? reussite({ vers: null, ...suite }) : garde;
  };
  switch (intention) {
    case 'colonnes':
      return garder((choix) => ({ ...choix, correspondance: correspondance(choix, champs) }), { ancre: 'colonnes' });
    case 'colonnes-comprises':
      return garder((choix) => ({ ...choix, correspondance: {} }), { ancre: 'colonnes' });
    case 'tableau': {
      const rang = texte(champs.tableau);
      return garder(
        (choix) => ({ ...choix, tableau: rang === '' ? null : Number(rang), correspondance: {}, ecartees: [] }),
        { ancre: 'colonnes' },
      );
    }
    case 'ecarter':
      return garder((choix) => ({ ...choix, ecartees: [...new Set([...choix.ecartees, cible])] }), {
        ancre: 'lignes',
        sansCorrection: true,
      });
    case 'reprendre':
      return garder((choix) => ({ ...choix, ecartees: choix.ecartees.filter((cle) => cle !== cible) }), {
        ancre: 'lignes',
      });
    case 'corriger':
      return corriger(services, acteur, envoi, cible, garder);
    case 'retablir':
      return garder(
        (choix) => ({ ...choix, corrections: choix.corrections.filter((correction) => cleDe(correction) !== cible) }),
        { ancre: 'lignes', sansCorrection: true },
      );
    case 'relire': {
      const saisie = texte(champs.dateDeReference);
      const reference = lireJour(saisie);
      if (saisie !== '' && reference === null) return jourInconnu(saisie);
      return garder((choix) => ({ ...choix, reference, attributs: attributs(champs) }), { ancre: 'lignes' });
    }
    case 'garder':
      return garder((choix) => retenir(choix, liste(champs.vue), new Set(liste(champs.retenue))), {
        ancre: 'difference',
        page: cible,
      });
    case 'importer': {
      const cree = await appliquerNouveauPlan(services, acteur, id, champs);
      return cree.ok ? reussite({ vers: `/plans/${cree.valeur}` }) : cree;
    }
    case 'appliquer': {
      const applique = await appliquerDifference(services, acteur, id, champs);
      return applique.ok ? reussite({ vers: `/plans/${applique.valeur}` }) : applique;
    }
    case 'abandonner': {
      const abandon = await abandonnerImport(services, acteur, id);
      return abandon.ok ? reussite({ vers: null }) : abandon;
    }
    default:
      return {
        ok: false,
        refus: {
          nature: 'invalide',
          regle: 'import.intention',
          message: 'Ce bouton n’est pas connu : rechargez la page.',
        },
      };
  }
}

type Garder = (changer: (choix: Choix) => Choix, suite?: Omit<Suite, 'vers'>) => Promise<Resultat<Suite>>;

/** Keeps the cells of the row whose words are no longer those of the page. */
async function corriger(
  services: Services,
  acteur: Acteur,
  { id, champs }: Envoi,
  cle: string,
  garder: Garder,
): Promise<Resultat<Suite>> {
  const trouve = await trouverImport(services, acteur, id);
  if (!trouve.ok) return trouve;
  const ligne = ligneACorriger(trouve.valeur, await apercuDImport(services.base, trouve.valeur), cle);
  const [tableau = 0, numero = 0] = cle.split(':').map(Number);
  const corrections = (ligne?.cellules ?? []).flatMap(({ position, texte: avant }) => {
    const saisie = champs[`cellule-${position}`];
    if (typeof saisie !== 'string' || normal(saisie) === normal(avant)) return [];
    return [{ tableau, ligne: numero, colonne: position, texte: normal(saisie) }];
  });
  const refaites = new Set(corrections.map(({ colonne }) => colonne));
  return garder(
    (choix) => ({
      ...choix,
      ecartees: choix.ecartees.filter((ecartee) => ecartee !== cle),
      corrections: [
        ...choix.corrections.filter((ancienne) => cleDe(ancienne) !== cle || !refaites.has(ancienne.colonne)),
        ...corrections,
      ],
    }),
    { ancre: 'lignes', sansCorrection: true },
  );
}

function cleDe({ tableau, ligne }: Choix['corrections'][number]): string {
  return `${tableau}:${ligne}`;
}

/** Only the columns decided otherwise than they were understood are the user's. */
function correspondance(choix: Choix, champs: Envoi['champs']): Choix['correspondance'] {
  const decidees: Record<string, string> = { ...choix.correspondance };
  for (const [nom, valeur] of Object.entries(champs)) {
    const position = /^colonne-(\d{1,3})$/.exec(nom)?.[1];
    if (position !== undefined && valeur !== champs[`compris-${position}`]) decidees[position] = texte(valeur);
  }
  return decidees as Choix['correspondance'];
}

const ATTRIBUTS = ['titre', 'genre', 'proprietaire', 'territoire', 'diffusion', 'etat', 'periodeDebut', 'periodeFin'];

function attributs(champs: Envoi['champs']): Record<string, string> {
  return Object.fromEntries(ATTRIBUTS.flatMap((nom) => (nom in champs ? [[nom, texte(champs[nom])]] : [])));
}

function jourInconnu(saisie: string): Resultat<never> {
  const message = `« ${saisie} » n’est pas un jour du calendrier. Écrivez-le comme 2023-01-31.`;
  return {
    ok: false,
    refus: { nature: 'invalide', regle: 'import.reference', message, champs: { dateDeReference: message } },
  };
}

function texte(valeur: string | string[] | undefined): string {
  return (typeof valeur === 'string' ? valeur : valeur?.at(-1)) ?? '';
}

function liste(valeur: string | string[] | undefined): string[] {
  return valeur === undefined ? [] : [valeur].flat();
}

function normal(saisie: string): string {
  return saisie.replace(/\r\n?/g, '\n').trim();
}
