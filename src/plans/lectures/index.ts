export { derniersReports } from './derniers-reports.ts';
export { plansLisibles } from './lisibles.ts';
export { type ReportDemande, reportsDemandes } from './reports.ts';
export { type ActionSituee, actionsSituees } from './situations.ts';
