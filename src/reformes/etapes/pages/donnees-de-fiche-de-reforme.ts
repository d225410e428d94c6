import type { LoaderFunctionArgs } from 'react-router';
import { formaterInstant, formaterJour, INSECABLE } from '#interface';
import type { BlocAEcrire, DocumentAEcrire } from '#tableur';
import { chargerReforme } from '../../fiche/charger-reforme.ts';
import { donneesDeLaSituation } from '../../fiche/donnees-de-la-situation.ts';
import { LIBELLES_D_ANALYSE } from '../../fiche/mots.ts';
import { nomDeFichier } from '../regles/resume-de-point.ts';

const CHAMPS = ['synthese', 'contexte', 'difficultes', 'reussites'] as const;

/** A reform in a territory on one page: the figures, the series, the analysis and the météo of its own page. */
export async function donneesDeFicheDeReforme(arguments_: LoaderFunctionArgs) {
  return ficheDeReforme(await chargerReforme(arguments_));
}

/** The same, of a reform that is already loaded. */
export async function ficheDeReforme(charge: Awaited<ReturnType<typeof chargerReforme>>) {
  const { acteur, services, reforme, regard, lisibles, territoire, vue } = charge;
  const demande = { acteur, reforme, territoire, lisibles, regard, versions: 1 };
  const { suivi, phrase, indicateurs, analyse, contacts } = await donneesDeLaSituation(services.base, demande);
  const [derniere] = analyse.versions;
  return {
    vue,
    territoire: {
      code: territoire.code,
      nom: territoire.nom,
      locution: territoire.locution,
      genitif: territoire.genitif,
    },
    au: regard.jour,
    suivi,
    phrase: phrase && direPhrase(phrase.tete, phrase.suites, territoire.locution),
    indicateurs,
    analyse: derniere
      ? {
          quand: derniere.quand,
          auteur: derniere.auteur ?? 'Jalon',
          champs: CHAMPS.flatMap((champ) => {
            const texte = derniere[champ];
            return texte === null ? [] : [{ nom: LIBELLES_D_ANALYSE[champ], texte }];
          }),
        }
      : null,
    contacts: contacts.map(({ id, fonction, service, courriel, telephone }) => ({
      id,
      texte: [fonction, service, courriel, telephone].filter((lu) => lu !== null).join(', '),
    })),
  };
}

export type FicheDeReforme = Awaited<ReturnType<typeof donneesDeFicheDeReforme>>;

function titreDeFicheDeReforme({ vue, territoire }: FicheDeReforme): string {
  return `${vue.nom}, ${territoire.nom}`;
}

/** The file it is kept in, with its date. */
export function fichierDeFicheDeReforme(fiche: FicheDeReforme): string {
  return `${nomDeFichier(`${titreDeFicheDeReforme(fiche)} au ${formaterJour(fiche.au)}`)}.pdf`;
}

/** The same page as a document. */
export function documentDeFicheDeReforme(fiche: FicheDeReforme): DocumentAEcrire {
  const { vue, au, phrase, suivi, indicateurs, analyse, contacts } = fiche;
  const entetes = [...new Set(indicateurs.flatMap(({ suivi: lu }) => lu?.chiffres.map(({ nom }) => nom) ?? []))];
  return {
    titre: titreDeFicheDeReforme(fiche),
    blocs: [
      paragraphe([vue.theme, vue.ministere, `équipe : ${vue.equipe}`].filter((lu) => lu !== null).join(' · ')),
      paragraphe(`Situation au ${formaterJour(au)}. ${phrase ?? 'Cette réforme n’est pas suivie ici.'}`),
      paragraphe(
        suivi?.meteo
          ? `Météo${INSECABLE}: ${suivi.meteo.nom.toLowerCase()}, le ${formaterJour(suivi.meteo.jour)}${INSECABLE}: ${suivi.meteo.phrase}`
          : 'Météo jamais déclarée.',
      ),
      ...(indicateurs.length === 0
        ? []
        : ([
            { type: 'titre', niveau: 1, texte: 'Indicateurs' },
            {
              type: 'tableau',
              feuille: {
                nom: 'Indicateurs',
                entetes: ['Indicateur', ...entetes],
                largeurs: [30, ...entetes.map(() => 16)],
                lignes: indicateurs.map(({ nom, suivi: lu }) => [
                  nom,
                  ...entetes.map((entete) => {
                    const chiffre = lu?.chiffres.find((un) => un.nom === entete);
                    return chiffre ? [chiffre.texte, chiffre.precision].filter(Boolean).join(', ') : 'sans objet';
                  }),
                ]),
              },
            },
          ] satisfies BlocAEcrire[])),
      ...(analyse === null ? [] : [titre(1, 'Analyse')]),
      ...(analyse?.champs ?? []).flatMap(({ nom, texte }) => [titre(2, nom), paragraphe(texte)]),
      ...(analyse === null ? [] : [paragraphe(`${analyse.auteur}, ${formaterInstant(analyse.quand)}`)]),
      ...(contacts.length === 0 ? [] : [titre(1, 'À qui s’adresser')]),
      ...contacts.map(({ texte }) => paragraphe(texte)),
    ],
  };
}

/** « 77 % dans le Finistère : 3 points sous la trajectoire, 4 points au-dessus de la médiane. » */
function direPhrase(tete: string, suites: readonly string[], locution: string): string {
  const suite = suites.length === 0 ? '' : `${INSECABLE}: ${suites.join(', ')}`;
  return `${tete.charAt(0).toUpperCase()}${tete.slice(1)} ${locution}${suite}.`;
}

function paragraphe(texte: string): BlocAEcrire {
  return { type: 'paragraphe', texte };
}

function titre(niveau: 1 | 2, texte: string): BlocAEcrire {
  return { type: 'titre', niveau, texte };
}
