import {
  Alerte,
  Bouton,
  compter,
  Definitions,
  Formulaire,
  formaterInstant,
  formaterNombre,
  Lien,
  PanneauDepliant,
  Section,
} from '#interface';
import type { Integrite } from '#journal';

/** What the page shows: instants as texts; what is only for those who hold the whole journal is null for the others. */
export type IntegriteVue = {
  readonly dernier: (Omit<NonNullable<Integrite['dernier']>, 'termineeLe'> & { readonly termineeLe: string }) | null;
  readonly enCoursDepuis: string | null;
  readonly national: {
    readonly tete: Integrite['tete'];
    readonly ancre: { readonly instant: string; readonly sequence: number; readonly moyen: string } | null;
  } | null;
};

/** Is the journal as Jalon wrote it? The last answer, and what would prove it. */
export function BlocIntegrite({ dernier, enCoursDepuis, national, erreur }: IntegriteVue & { erreur: string | null }) {
  return (
    <Section titre="Intégrité" id="integrite">
      {erreur !== null && <Alerte ton="attention">{erreur}</Alerte>}
      <Verdict dernier={dernier} />
      {enCoursDepuis !== null && (
        <Alerte ton="info">
          <p>
            Une vérification est en cours depuis le {formaterInstant(enCoursDepuis)}.{' '}
            <Lien href="/administration/journal#integrite">Actualiser</Lien>
          </p>
        </Alerte>
      )}
      {national !== null && (
        <PanneauDepliant titre="Tête, ancre et vérification" ouvert={dernier?.intact !== true || erreur !== null}>
          <Definitions
            elements={[
              { terme: 'Tête', valeur: `ligne ${formaterNombre(national.tete.sequence)}` },
              { terme: 'Empreinte', valeur: <code className="jalon-empreinte">{national.tete.empreinte}</code> },
              { terme: 'Dernière ancre', valeur: <Ancre ancre={national.ancre} /> },
            ]}
          />
          <Formulaire titre="Vérifier le journal" disposition="ligne" action="/administration/journal">
            <Bouton rang="secondaire" taille="petite">
              Vérifier maintenant
            </Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
    </Section>
  );
}

function Verdict({ dernier }: Pick<IntegriteVue, 'dernier'>) {
  if (dernier === null)
    return <Alerte ton="info">Le journal n’a pas encore été vérifié. Il l’est chaque nuit à 2 h 30.</Alerte>;
  const { termineeLe, intact, lignes, defauts, nombreDeDefauts, reculs, ancresControlees, panne } = dernier;
  const quand = formaterInstant(termineeLe);
  if (intact === false) {
    const tus = nombreDeDefauts - defauts.length;
    return (
      <Alerte ton="erreur" titre="Le journal est altéré" niveau="h3">
        <p>
          {compter(nombreDeDefauts, 'défaut trouvé', 'défauts trouvés')} le {quand}. Gardez une copie de la base avant
          tout, et prévenez la personne chargée de la sécurité.
        </p>
        <ul>
          {defauts.map(({ sequence, raison }) => (
            <li key={`${sequence} ${raison}`}>{raison}</li>
          ))}
          {tus > 0 && <li>et {compter(tus, 'autre défaut', 'autres défauts')}</li>}
        </ul>
      </Alerte>
    );
  }
  return (
    <>
      {intact === true && (
        <Alerte ton="succes">
          {`Intact : ${compter(lignes, 'ligne vérifiée', 'lignes vérifiées')} le ${quand}${
            ancresControlees > 0 ? `, ${compter(ancresControlees, 'ancre contrôlée', 'ancres contrôlées')}` : ''
          }${reculs > 0 ? ` ; l’horloge recule à ${compter(reculs, 'endroit', 'endroits')}, ce n’est pas une altération` : ''}.`}
        </Alerte>
      )}
      {panne !== null && (
        <Alerte ton="erreur" titre="La vérification n’est pas complète" niveau="h3">
          {`${panne} (${quand})`}
        </Alerte>
      )}
    </>
  );
}

const MOYENS: Readonly<Record<string, string>> = {
  fichier: 'dans un fichier',
  courriel: 'par courriel',
  sortie: 'à l’écran',
};

function Ancre({ ancre }: { readonly ancre: NonNullable<IntegriteVue['national']>['ancre'] }) {
  if (ancre === null)
    return <>aucune : rien ne prouverait une réécriture complète. Configurez JALON_ANCRAGE (guide d’exploitation).</>;
  return (
    <>
      ligne {formaterNombre(ancre.sequence)}, le {formaterInstant(ancre.instant)}, {MOYENS[ancre.moyen] ?? ancre.moyen}
    </>
  );
}
