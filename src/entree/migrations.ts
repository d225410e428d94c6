import { migrationAcces, migrationDroits, migrationIdentite, migrationLieuDesDemandes } from '#acces';
import { migrationEnquetes, migrationPiecesDeRemontee } from '#enquetes';
import { migrationIndicateurs, migrationPaniers, migrationValeursConnues } from '#indicateurs';
import { migrationInstances, migrationMembresSansCompte, migrationSuitesDeService } from '#instances';
import { migrationJournal, migrationJournalPersonnel } from '#journal';
import {
  migrationDeclinaisons,
  migrationEngagements,
  migrationHorizon,
  migrationLiensPersonnels,
  migrationPiecesDeDeclinaison,
  migrationPlans,
} from '#plans';
import {
  migrationCiblesConvenues,
  migrationFeuillesDeRoute,
  migrationPointsDEtape,
  migrationReformes,
} from '#reformes';
import { migrationRelances, migrationRelancesDesTerritoires } from '#relances';
import { type Migrations, migrationSocle } from '#socle/base';
import { migrationCourrier } from '#socle/courrier';
import { migrationTerritoires } from '#territoires';

/** Every migration, in its order: one global sequence over all rooms, forward only. */
export const MIGRATIONS: Migrations = {
  '0001_socle': migrationSocle,
  '0002_territoires': migrationTerritoires,
  '0003_journal': migrationJournal,
  '0004_acces': migrationAcces,
  '0005_plans': migrationPlans,
  '0006_droits': migrationDroits,
  '0007_courrier': migrationCourrier,
  '0008_journal': migrationJournalPersonnel,
  '0009_identite': migrationIdentite,
  '0010_indicateurs': migrationIndicateurs,
  '0011_paniers': migrationPaniers,
  '0012_reformes': migrationReformes,
  '0013_feuilles_de_route': migrationFeuillesDeRoute,
  '0014_cibles_convenues': migrationCiblesConvenues,
  '0015_points_d_etape': migrationPointsDEtape,
  '0016_lieu_des_demandes': migrationLieuDesDemandes,
  '0017_valeurs_connues': migrationValeursConnues,
  '0018_engagements': migrationEngagements,
  '0019_liens_personnels': migrationLiensPersonnels,
  '0021_instances': migrationInstances,
  '0022_enquetes': migrationEnquetes,
  '0024_declinaisons': migrationDeclinaisons,
  '0025_membres_sans_compte': migrationMembresSansCompte,
  '0026_pieces_de_remontee': migrationPiecesDeRemontee,
  '0027_relances': migrationRelances,
  '0028_relances': migrationRelancesDesTerritoires,
  '0029_pieces_de_declinaison': migrationPiecesDeDeclinaison,
  '0030_suites_de_service': migrationSuitesDeService,
  '0031_horizon': migrationHorizon,
};
