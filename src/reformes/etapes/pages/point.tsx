import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import { compter, formaterInstant, formaterJour, Lien, LienBouton, Page, Section, Tableau } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { EnDifficulte } from '../../territoires/pages/phrase.tsx';
import { abandonnerPoint, arreterPoint } from '../commandes/clore-point.ts';
import { commenterPoint } from '../commandes/commenter-point.ts';
import { modifierPoint } from '../commandes/modifier-point.ts';
import type { PointPresente } from '../presentation.ts';
import { chargerPoint } from './charger-point.ts';
import { colonnesDuPoint } from './colonnes-du-point.tsx';
import { Commentaires } from './commentaires.tsx';
import '../../territoires/pages/territoires.css';
import { PreparationDuPoint } from './preparation-du-point.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.titre ?? 'Point d’étape'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await chargerPoint(arguments_)).vue;
}

const VERBES = {
  commenter: commenterPoint,
  modifier: modifierPoint,
  arreter: arreterPoint,
  abandonner: abandonnerPoint,
} as const;
type Verbe = keyof typeof VERBES;

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const verbe = lireVerbe(valeurs.verbe);
  const id = params.point ?? '';
  const fait = await VERBES[verbe](context.get(contexteServices), acteur, id, valeurs);
  if (fait.ok) return redirect(verbe === 'abandonner' ? `/territoires` : `/points/${id}`);
  const { refus } = fait;
  return data(
    { verbe, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

function lireVerbe(texte: unknown): Verbe {
  return typeof texte === 'string' && Object.hasOwn(VERBES, texte) ? (texte as Verbe) : 'commenter';
}

/** A territory on a day, with what was said of it. */
export default function PageDuPoint() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const { territoire, lignes } = vue;
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: territoire.nom, href: `/territoires/${territoire.code}` },
        { texte: 'Points d’étape', href: `/territoires/${territoire.code}/points` },
      ]}
      titre={vue.titre}
      surtitre={vue.etat === 'arrete' ? 'Point d’étape' : 'Point d’étape · brouillon'}
      faits={<Faits vue={vue} />}
      phrase={vue.synthese}
      actions={
        <>
          <LienBouton href={`/points/${vue.id}/presentation`} taille="petite">
            Présenter
          </LienBouton>
          <ExporterLePoint id={vue.id} />
        </>
      }
    >
      {vue.tenable && vue.etat === 'brouillon' && (
        <PreparationDuPoint vue={vue} refus={refus?.verbe === 'commenter' ? undefined : refus} />
      )}
      <EnDifficulte difficultes={vue.difficultes} territoire={territoire.code} au={vue.jour} />
      <Tableau
        legende={`Réformes ${territoire.genitif} au ${formaterJour(vue.jour)}`}
        lignes={lignes}
        cleDeLigne={({ reforme }) => reforme}
        colonnes={colonnesDuPoint(vue)}
      />
      <Section titre="Commentaires" id="commentaires">
        <Commentaires vue={vue} refus={refus?.verbe === 'commenter' ? refus : undefined} />
      </Section>
    </Page>
  );
}

function Faits({ vue }: { readonly vue: PointPresente }) {
  const { territoire, jour, prisLe, creePar, fermees, arreteLe } = vue;
  return (
    <>
      Situation <Lien href={`/territoires/${territoire.code}`}>{territoire.genitif}</Lien> au {formaterJour(jour)},
      figée le {formaterInstant(prisLe)}
      {creePar !== null && ` · préparé par ${creePar}`}
      {arreteLe !== null && ` · arrêté le ${formaterInstant(arreteLe)}`}
      {fermees > 0 &&
        ` · ${compter(fermees, 'autre réforme ne vous est pas ouverte', 'autres réformes ne vous sont pas ouvertes')}`}
    </>
  );
}

function ExporterLePoint({ id }: { readonly id: string }) {
  return (
    <details className="jalon-menu">
      <summary>Exporter</summary>
      <ul>
        {[
          ['docx', 'Word (docx)'],
          ['odt', 'OpenDocument (odt)'],
          ['pdf', 'PDF accessible'],
          ['xlsx', 'Excel (xlsx)'],
        ].map(([format, libelle]) => (
          <li key={format}>
            <Lien href={`/points/${id}/export.${format}`} document>
              {libelle}
            </Lien>
          </li>
        ))}
      </ul>
    </details>
  );
}
