import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import { Bouton, ChampDeSituation, Enumeration, INSECABLE, Liste } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { declarerMeteo } from '../../commandes/declarer-meteo.ts';
import { ecrireAnalyse } from '../../commandes/ecrire-analyse.ts';
import { ExplicationDeChiffre } from '../../pages/indicateurs/chiffre.tsx';
import { chargerReforme, territoiresEnOptions } from '../charger-reforme.ts';
import { donneesDeLaSituation } from '../donnees-de-la-situation.ts';
import { lireAnalyses } from '../lectures/analyses.ts';
import { PageDeReforme } from './cadre.tsx';
import { Analyse } from './situation/analyse.tsx';
import { Autour } from './situation/autour.tsx';
import { Indicateurs } from './situation/indicateurs.tsx';
import { Meteo } from './situation/meteo.tsx';
import '../../pages/indicateurs/fiche.css';
import './reformes.css';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees ? `${donnees.vue.nom}, ${donnees.vue.territoire.nom}` : 'Réforme'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, parametres, regard, lisibles, territoire, vue } = await chargerReforme(arguments_);
  const versions = Math.min(Math.max(Math.trunc(Number(parametres.get('versions')) || 1), 1), 1_000);
  const demande = { acteur, reforme, territoire, lisibles, regard, versions };
  return {
    vue,
    au: regard.jour,
    locution: territoire.locution,
    territoires: territoiresEnOptions(reforme, lisibles),
    ecrire: !regard.passe && parametres.get('ecrire') === 'analyse',
    ...(await donneesDeLaSituation(services.base, demande)),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { verbe, ...valeurs } = valeursDeFormulaire(await lireFormulaire(context, request));
  const reforme = params.reforme ?? '';
  const fait =
    verbe === 'analyse'
      ? await ecrireAnalyse(services, acteur, reforme, valeurs)
      : await declarerMeteo(services, acteur, reforme, valeurs);
  const code = String(valeurs.territoire ?? '');
  if (fait.ok)
    return redirect(
      `/reformes/${reforme}?territoire=${encodeURIComponent(code)}#${verbe === 'analyse' ? 'analyse' : 'meteo'}`,
    );
  // The command has let this person in before it found the conflict.
  const [derniere] =
    fait.refus.nature === 'conflit' ? await lireAnalyses(services.base, reforme, code, { limite: 1 }) : [];
  return data(
    {
      verbe,
      valeurs,
      champs: fait.refus.champs ?? { formulaire: fait.refus.message },
      entretemps: derniere ? { ...derniere, quand: derniere.enregistreLe.toISOString() } : null,
    },
    { status: STATUTS[fait.refus.nature] },
  );
}

export default function PageDUneReforme() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { vue, au, locution, territoires, phrase, suivi, fraicheur, explicationDuTaux, ecrire } = donnees;
  const de = (verbe: string) => (refus !== null && refus.verbe === verbe ? refus : null);
  return (
    <PageDeReforme
      reforme={vue}
      onglet=""
      phrase={phrase && <Phrase {...phrase} locution={locution} meteo={suivi?.meteo ?? null} />}
      reserve="Les contacts et les plans liés sont ceux d’aujourd’hui."
    >
      <form method="get" className="jalon-choix-du-territoire">
        <Liste nom="territoire" libelle="Territoire" valeur={vue.territoire.code} options={territoires} />
        <ChampDeSituation regard={vue} />
        <Bouton rang="secondaire" taille="petite">
          Voir
        </Bouton>
      </form>
      {suivi !== null && explicationDuTaux !== null && (
        <div className="jalon-taux-de-reforme">
          <p>
            Taux de la réforme {locution} : <strong>{suivi.taux.texte}</strong> vers la dernière cible
            {suivi.tauxAnnuel.valeur !== null && (
              <>
                , <strong>{suivi.tauxAnnuel.texte}</strong> vers celle de l’année
              </>
            )}
            . {suivi.couverture !== null && `${suivi.couverture}. `}
            <span className="jalon-discret">{fraicheur}.</span>
          </p>
          <ExplicationDeChiffre objet={`taux de la réforme ${locution}`} explication={explicationDuTaux} />
        </div>
      )}
      <Meteo
        key={`meteo ${vue.territoire.code} ${au} ${donnees.meteo.jugements.length}`}
        meteo={donnees.meteo}
        territoire={vue.territoire}
        nom={vue.nom}
        aujourdhui={au}
        refus={de('meteo')}
      />
      <Indicateurs indicateurs={donnees.indicateurs} lieu={locution} territoire={vue.territoire.code} au={vue.au} />
      <Analyse
        key={`analyse ${vue.territoire.code}`}
        analyse={donnees.analyse}
        territoire={vue.territoire}
        au={vue.au}
        ouverte={ecrire}
        refus={de('analyse')}
        entretemps={refus?.entretemps ?? null}
      />
      <Autour reforme={vue.id} contacts={donnees.contacts} liens={donnees.liens} tenue={vue.tenue && vue.au === null} />
    </PageDeReforme>
  );
}

type PhraseProps = {
  readonly tete: string;
  readonly suites: readonly string[];
  readonly locution: string;
  readonly meteo: NonNullable<Awaited<ReturnType<typeof loader>>['suivi']>['meteo'];
};

/** « 77 % dans le Finistère : 3 points sous la trajectoire et 4 points au-dessus de la médiane. Météo : soleil, qui diverge. » */
function Phrase({ tete, suites, locution, meteo }: PhraseProps) {
  return (
    <>
      <strong>{tete.charAt(0).toUpperCase() + tete.slice(1)}</strong> {locution}
      {suites.length > 0 && (
        <>
          {' : '}
          <a href="#indicateurs">
            <Enumeration>{suites}</Enumeration>
          </a>
        </>
      )}
      .{' '}
      {meteo === null ? (
        <a href="#meteo">Aucune météo déclarée.</a>
      ) : (
        <>
          {`Météo${INSECABLE}: `}
          <a href="#meteo">{meteo.nom.toLowerCase()}</a>
          {meteo.divergente ? ', qui diverge de l’indicateur.' : meteo.ancienne ? ', à renouveler.' : '.'}
        </>
      )}
    </>
  );
}
