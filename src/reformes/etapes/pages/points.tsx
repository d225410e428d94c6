import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  Bouton,
  ChampDate,
  ChampTexte,
  compter,
  EtatVide,
  Etiquette,
  Formulaire,
  formaterJour,
  Lien,
  PanneauDepliant,
  Tableau,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { PageDeTerritoire } from '../../territoires/pages/cadre.tsx';
import { chargerTerritoire } from '../../territoires/pages/charger-territoire.ts';
import { creerPoint } from '../commandes/creer-point.ts';
import { listerPoints } from '../lectures/liste-des-points.ts';
import { peutPreparerPoint } from '../politique.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Points d’étape ${data?.vue.genitif ?? ''} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, vue, au } = await chargerTerritoire(arguments_);
  return {
    vue,
    au,
    prepare: peutPreparerPoint(acteur, vue.code).permis,
    points: await listerPoints(services.base, acteur, vue.code),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const cree = await creerPoint(context.get(contexteServices), acteur, params.territoire ?? '', valeurs);
  if (cree.ok) return redirect(`/points/${cree.valeur}`);
  const { refus } = cree;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

/** The points d'étape of a territory, the most recent first, and how to prepare one. */
export default function PageDesPoints() {
  const { vue, au, prepare, points } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const formulaire = prepare && <Preparer au={au} refus={refus} ouvert={points.length === 0 || refus !== undefined} />;
  return (
    <PageDeTerritoire
      vue={vue}
      onglet="points"
      phrase={
        points.length > 0 &&
        `${compter(points.length, 'point d’étape', 'points d’étape')} : chacun garde ce que l’on voyait ce jour-là, et ce qui en a été dit.`
      }
    >
      {formulaire}
      <Tableau
        legende={`Points d’étape ${vue.genitif}`}
        lignes={points}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucun point d’étape pour le moment">
            {prepare
              ? 'Préparez le premier : Jalon fige la situation à la date choisie, vous la commentez, puis vous l’arrêtez et la présentez.'
              : `Ceux qui seront arrêtés ${vue.locution} apparaîtront ici.`}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'titre',
            titre: 'Point d’étape',
            largeur: 'large',
            cellule: ({ id, titre }) => <Lien href={`/points/${id}`}>{titre}</Lien>,
          },
          { cle: 'jour', titre: 'Situation au', cellule: ({ jour }) => formaterJour(jour) },
          {
            cle: 'etat',
            titre: 'État',
            cellule: ({ etat }) => (
              <Etiquette icone={etat === 'arrete' ? 'coche' : 'crayon'}>
                {etat === 'arrete' ? 'Arrêté' : 'Brouillon'}
              </Etiquette>
            ),
          },
          { cle: 'reformes', titre: 'Réformes', alignement: 'fin', cellule: ({ reformes }) => reformes },
          { cle: 'auteur', titre: 'Préparé par', cellule: ({ creePar }) => creePar ?? 'Jalon' },
        ]}
      />
    </PageDeTerritoire>
  );
}

function Preparer({
  au,
  refus,
  ouvert,
}: {
  readonly au: string;
  readonly refus: ReturnType<typeof useActionData<typeof action>>;
  readonly ouvert: boolean;
}) {
  return (
    <PanneauDepliant titre="Préparer un point d’étape" ouvert={ouvert}>
      <Formulaire
        titre="Préparer un point d’étape"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={{ titre: 'Titre', jour: 'Situation au' }}
      >
        <ChampTexte
          nom="titre"
          libelle="Titre"
          aide="Celui de la réunion : « Comité de suivi de mars »."
          maxLength={200}
          requis
        />
        <ChampDate
          nom="jour"
          libelle="Situation au"
          aide="Aujourd’hui, ou un jour passé tel qu’on le connaissait alors."
          valeur={au}
          max={au}
        />
        <Bouton>Figer la situation</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
