import type { Acteur } from '#acces';
import { aujourdhui, type Services } from '#socle';
import type { Import } from '../../importer/trouver.ts';
import { colonneFautive } from '../../lecture/colonne-fautive.ts';
import { lignesADire } from '../../lectures/lignes-deposees.ts';
import { cleDeSerie, compterSeries, pointsDesSeries, seriesDeposees } from '../../lectures/series-deposees.ts';
import { peutConfigurerIndicateurs } from '../../politique.ts';
import { nomDeType, nomDuTerritoire } from '../../presentation.ts';
import { pageDeLAdresse } from '../communs.ts';
import { choisirVue, etatDeLaVue, type VueDImport } from './vues.ts';

export type ImportEnPage = Awaited<ReturnType<typeof chargerImport>>;
export type ImportDetaille = Extract<ImportEnPage, { contenu: object }>;
export type SerieEnPage = Extract<ImportDetaille['contenu'], { genre: 'series' }>['series'][number];

const SERIES_PAR_PAGE = 25;
/** Each comes with its chart. */
const DOUTEUSES_PAR_PAGE = 5;
const LIGNES_PAR_PAGE = 50;

/** Where an import stands, for its page: while it is read or written, over without values, or with what it holds. */
export async function chargerImport(services: Services, acteur: Acteur, unImport: Import, parametres: URLSearchParams) {
  const { id, nom: fichier, taille, version, progression, refus, bilan } = unImport;
  const maintenant = services.horloge.maintenant().getTime();
  const depuis = unImport.etat === 'application' ? (unImport.finiLe ?? unImport.commenceLe) : unImport.commenceLe;
  const commun = {
    id,
    fichier,
    taille,
    version,
    progression,
    refus,
    secondes: Math.max(0, Math.round((maintenant - depuis.getTime()) / 1000)),
    requete: parametres.toString(),
  };
  const { etat } = unImport;
  if (etat === 'lecture' || etat === 'application') return { ...commun, etat };
  if (etat === 'refuse' || etat === 'abandonne' || bilan === null) {
    return { ...commun, etat: etat === 'abandonne' ? etat : ('refuse' as const) };
  }
  const series = await compterSeries(services.base, id);
  const nombres: Readonly<Record<VueDImport, number>> = {
    ...series,
    refusees: bilan.fichier.refusees,
    // What was ready is no longer kept beside the import once it is written.
    averties: etat === 'lu' ? (bilan.fichier.parRegle.cible_du_mauvais_cote ?? 0) : 0,
    repetees: bilan.fichier.repetees,
    vides: bilan.fichier.sansValeur,
  };
  const vue = choisirVue(parametres.get('voir'), nombres);
  const page = pageDeLAdresse(parametres);
  return {
    ...commun,
    etat,
    aujourdhui: aujourdhui(services.horloge),
    bilan,
    nombres,
    vue,
    page,
    configure: peutConfigurerIndicateurs(acteur).permis,
    motif: unImport.motif,
    annuleMotif: unImport.annuleMotif,
    contenu: await chargerContenu(services, unImport, { vue, page, nombre: vue === null ? 0 : nombres[vue] }),
  };
}

async function chargerContenu(
  { base }: Services,
  { id, format, etat }: Import,
  { vue, page, nombre }: { vue: VueDImport | null; page: number; nombre: number },
) {
  if (vue === null) return { genre: 'rien' as const };
  const lignesAvec = etatDeLaVue(vue);
  if (lignesAvec !== null) {
    const lignes = await lignesADire(base, id, {
      etat: lignesAvec,
      saut: (page - 1) * LIGNES_PAR_PAGE,
      limite: LIGNES_PAR_PAGE,
    });
    return {
      genre: 'lignes' as const,
      pages: Math.ceil(nombre / LIGNES_PAR_PAGE),
      lignes: lignes.map(({ rang, ligne, regle, message, brut }) => ({
        rang,
        ligne,
        colonne: colonneFautive(regle, format),
        message,
        brut,
      })),
    };
  }
  const parPage = vue === 'douteuses' ? DOUTEUSES_PAR_PAGE : SERIES_PAR_PAGE;
  const series = await seriesDeposees(base, id, {
    vue: vue as 'douteuses' | 'changees' | 'nouvelles',
    saut: (page - 1) * parPage,
    limite: parPage,
  });
  const points = etat === 'lu' ? await pointsDesSeries(base, id, series) : null;
  return {
    genre: 'series' as const,
    pages: Math.ceil(nombre / parPage),
    series: series.map((serie) => ({
      ...serie,
      cle: cleDeSerie(serie),
      territoireNom: nomDuTerritoire(serie.territoire),
      typeNom: nomDeType(serie.type),
      points: points?.get(cleDeSerie(serie)) ?? null,
    })),
  };
}
