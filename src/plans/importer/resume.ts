import { libelleDEcheance } from '#echeances';
import { insecables } from '../lecture/anomalies.ts';
import type { ActionLue, Anomalie, PlanLu } from '../regles/lecture.ts';
import { CHAMPS_DE_PLAN } from './choix.ts';

const GRAVITES: Readonly<Record<Anomalie['gravite'], string>> = {
  erreur: 'Erreur',
  a_verifier: 'À vérifier',
  information: 'Information',
};

const ROLES = { pilote: '', en_lien_avec: 'en lien avec ', concours: 'avec le concours de ' } as const;

/** A plan as read, in French lines for a terminal: its title, its columns, its actions, then what is to be known. */
export function resumerPlan(plan: PlanLu): string {
  const { actions, anomalies, colonnes, horsTableau } = plan;
  const aVerifier = anomalies.filter(({ gravite }) => gravite === 'a_verifier').length;
  const erreurs = anomalies.filter(({ gravite }) => gravite === 'erreur').length;
  const lignes = [
    plan.titre ?? 'Plan sans titre',
    `${compter(actions.length, 'action lue', 'actions lues')}, ${compter(aVerifier, 'point à vérifier', 'points à vérifier')}, ${compter(erreurs, 'erreur', 'erreurs')}.`,
    ...(colonnes.length === 0
      ? []
      : [
          '',
          'Colonnes :',
          ...colonnes.map(
            ({ entete, champ }) => `  ${enUneLigne(entete ?? 'sans en-tête')} → ${CHAMPS_DE_PLAN[champ]}`,
          ),
        ]),
    ...(actions.length === 0 ? [] : ['', 'Actions :', ...actions.flatMap(enLignes)]),
    ...(anomalies.length === 0 ? [] : ['', 'À savoir :', ...anomalies.map(enPhrase)]),
    ...(horsTableau.length === 0 ? [] : ['', `${compter(horsTableau.length, 'texte', 'textes')} hors du tableau.`]),
  ];
  return `${lignes.join('\n')}\n`;
}

function enLignes({ ligne, code, intitule, pilotes, echeances }: ActionLue): string[] {
  const porteurs = pilotes.map(({ texte, role }) => `${ROLES[role]}${texte}`).join(', ');
  const termes = echeances
    .map((echeance) => insecables(`« ${enUneLigne(echeance.texte)} » : ${libelleDEcheance(echeance)}`))
    .join(' ; ');
  return [
    `  ligne ${ligne} · ${code === null ? '' : `${code} `}${enUneLigne(intitule)}`,
    ...(porteurs === '' ? [] : [`      ${enUneLigne(porteurs)}`]),
    ...(termes === '' ? [] : [`      ${termes}`]),
  ];
}

function enPhrase({ gravite, ligne, colonne, message }: Anomalie): string {
  const lieu = [
    ligne === null ? null : `ligne ${ligne}`,
    colonne === null ? null : insecables(`« ${colonne} »`),
  ].filter((mot) => mot !== null);
  return `  ${GRAVITES[gravite]}${lieu.length === 0 ? '' : `, ${lieu.join(', ')}`}\u00a0: ${enUneLigne(message)}`;
}

function enUneLigne(texte: string): string {
  return texte.replace(/\s*\n\s*/g, ' ');
}

function compter(nombre: number, singulier: string, pluriel: string): string {
  return `${nombre} ${nombre < 2 ? singulier : pluriel}`;
}
