export { type ActionANoter, actionsANoter } from './actions-a-noter.ts';
export { derniersReports } from './derniers-reports.ts';
export { type ActionNommee, nommerActions } from './details.ts';
export { engagementsDesActions } from './faits.ts';
export { plansActifs, plansLisibles } from './lisibles.ts';
export { demandesDeReport, type ReportDemande, reportsDemandes } from './reports.ts';
export { type ActionSituee, actionsSituees } from './situations.ts';
