import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import { Alerte, Bouton, Cases, EtatVide, Formulaire, formaterInstant, Lien, Page, Section, Tableau } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { choisirCourriers } from '../commandes/choisir-courriers.ts';
import { genresCoupes } from '../lectures/memoire.ts';
import { lireMesCourriers } from '../lectures/mes-courriers.ts';
import { CHOIX, LIBELLES_DE_CHOIX } from '../regles/genres.ts';
import { EtatDeLEnvoi } from './etat-de-l-envoi.tsx';

export const meta = () => [{ title: 'Mes courriers - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { personne } = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const [{ adresse, recus }, coupes] = await Promise.all([
    lireMesCourriers(base, personne),
    genresCoupes(base, personne),
  ]);
  return {
    adresse,
    recus,
    voulus: CHOIX.filter((genre) => !coupes.has(genre)),
    fait: new URL(request.url).searchParams.has('fait'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const resultat = await choisirCourriers(context.get(contexteServices), acteur, valeurs);
  if (resultat.ok) return redirect('/mes-courriers?fait');
  const { refus } = resultat;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

const AIDES = {
  avant: 'Quelques jours avant l’échéance d’une action que mon service pilote, selon ce que règle chaque plan.',
  apres: 'Quand l’échéance est passée et que l’action n’est pas terminée, puis de loin en loin.',
  silence: 'Quand une action reste sans nouvelle plus longtemps que son plan ne l’admet.',
  comite: 'Quand un comité qui suit le plan va se réunir et qu’une action n’a pas eu de nouvelle récente.',
  remontee: 'Quand une remontée va fermer et que mon service n’y a pas répondu.',
  semaine: 'Le premier jour ouvré de la semaine, tout ce qui m’attend ; rien s’il n’y a rien.',
  territoire:
    'Les mêmes rappels pour la part de mon territoire, quand un plan décline une action par département ou par région.',
} as const;

export default function MesCourriers() {
  const { adresse, recus, voulus, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  // One that came back and was followed by others that arrived was an accident.
  const revenu = recus.find(({ etat }) => etat === 'remis' || etat === 'revenu')?.etat === 'revenu';
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Mes courriers"
      phrase={
        adresse === null
          ? 'Votre compte n’a pas d’adresse de courriel : rien ne vous est écrit. L’administrateur des comptes de votre territoire peut l’ajouter.'
          : `Jalon vous écrit à ${adresse}, une fois par jour ouvré au plus, et seulement quand quelque chose vous attend.`
      }
    >
      {fait && refus === null && <Alerte ton="succes">Votre choix est enregistré.</Alerte>}
      {revenu && (
        <Alerte ton="attention" titre="Des courriers ne vous parviennent pas">
          Le dernier n’est pas arrivé : si votre adresse a changé, l’administrateur des comptes de votre territoire la
          corrige. Rien n’est perdu : tout ce qu’il disait est sur{' '}
          <Lien href="/attendu">ce que l’on attend de moi</Lien>.
        </Alerte>
      )}
      <Section titre="Ce que je veux recevoir">
        <p className="jalon-texte">
          Une convocation, une remontée qui s’ouvre, une réponse à votre demande d’accès ne se coupent pas : quelqu’un
          vous les adresse. Ce qui est coupé reste visible sur <Lien href="/attendu">ce que l’on attend de moi</Lien>.
        </p>
        <Formulaire
          titre="Choisir mes courriers"
          erreurs={refus?.champs}
          valeurs={refus?.valeurs}
          libelles={{ genres: 'Courriers' }}
        >
          <Cases
            nom="genres"
            legende="Décochez ce que vous ne voulez plus recevoir"
            valeurs={voulus}
            options={CHOIX.map((genre) => ({ valeur: genre, texte: LIBELLES_DE_CHOIX[genre], aide: AIDES[genre] }))}
          />
          <Bouton>Enregistrer</Bouton>
        </Formulaire>
      </Section>
      <Section titre="Derniers courriers écrits par Jalon">
        <Tableau
          legende="Mes vingt derniers courriers"
          lignes={recus}
          cleDeLigne={({ id }) => id}
          vide={<EtatVide titre="Aucun courrier ces 90 derniers jours">Ils apparaîtront ici.</EtatVide>}
          colonnes={[
            { cle: 'sujet', titre: 'Objet', largeur: 'large', cellule: ({ sujet }) => sujet },
            { cle: 'date', titre: 'Écrit le', cellule: ({ creeLe }) => formaterInstant(creeLe) },
            { cle: 'etat', titre: 'Envoi', cellule: ({ etat }) => <EtatDeLEnvoi etat={etat} /> },
          ]}
        />
      </Section>
    </Page>
  );
}
