import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, refuser, STATUTS } from '#acces';
import { Alerte, compter, EtatVide, LienBouton, Page, PaginationSuivie, Section } from '#interface';
import { lireIntegrite } from '#journal';
import { adresseAvec } from '../journal/adresses.ts';
import { lireCriteres } from '../journal/criteres.ts';
import { EVENEMENTS_AU_PLUS } from '../journal/exporter.ts';
import { lireLeJournal, nomDuSignataire } from '../journal/lectures.ts';
import { actesParNom } from '../journal/phrases.ts';
import { peutVerifierLeJournal, territoiresDuJournal } from '../journal/politique.ts';
import { nommerObjet } from '../journal/presentation.ts';
import { verifierMaintenant } from '../journal/verifier-maintenant.ts';
import { ACCUEIL, ADMINISTRATION } from './fil.ts';
import { FiltresDuJournal } from './journal/filtres.tsx';
import { BlocIntegrite, type IntegriteVue } from './journal/integrite.tsx';
import { TableauDEvenements } from './journal/tableau.tsx';

export const meta = () => [{ title: 'Journal - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const { criteres, saisies, fautes } = lireCriteres(parametres);
  const page = obtenir(await lireLeJournal(base, acteur, criteres));
  const [integrite, objet, compte] = await Promise.all([
    lireIntegrite(base),
    criteres.objet === null ? null : nommerObjet(base, acteur, criteres.objet),
    criteres.compte === null ? null : nomDuSignataire(base, criteres.compte),
  ]);
  return {
    ...page,
    // What was not understood must not look like an answer.
    evenements: fautes.length > 0 ? [] : page.evenements.map(({ charge: _, ...evenement }) => evenement),
    saisies,
    fautes,
    objet,
    compte: criteres.compte === null ? null : { id: criteres.compte, nom: compte ?? 'compte inconnu' },
    tout: territoiresDuJournal(acteur) === 'tous',
    integrite: presenterIntegrite(integrite, peutVerifierLeJournal(acteur).permis),
    actes: actesParNom(),
    auPlus: EVENEMENTS_AU_PLUS,
    requete: parametres.toString(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  await lireFormulaire(context, request);
  const verifie = await verifierMaintenant(context.get(contexteServices), acteur);
  if (verifie.ok) return redirect('/administration/journal#integrite');
  const { refus } = verifie;
  return refus.nature === 'conflit' ? data({ erreur: refus.message }, { status: STATUTS.conflit }) : refuser(refus);
}

export default function PageDuJournal() {
  const { evenements, plusRecents, plusAnciens, fautes, tout, integrite, requete, auPlus, ...filtres } =
    useLoaderData<typeof loader>();
  const reponse = useActionData<typeof action>();
  const [premier, dernier] = [evenements.at(0), evenements.at(-1)];
  const exporter = (format: string) => `/administration/journal/export.${format}?${requete}`;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION]}
      titre="Journal"
      phrase={
        tout
          ? 'Tout ce qui a été fait dans Jalon, du plus récent au plus ancien. Aucune ligne ne s’y modifie ni n’en disparaît.'
          : 'Ce qui a été fait dans les territoires que vous administrez, du plus récent au plus ancien.'
      }
      actions={
        <>
          <LienBouton href={exporter('csv')} document rang="secondaire" taille="petite" icone="bas">
            Exporter en CSV
          </LienBouton>
          <LienBouton href={exporter('json')} document rang="secondaire" taille="petite" icone="bas">
            Exporter en JSON
          </LienBouton>
        </>
      }
    >
      <BlocIntegrite {...integrite} erreur={reponse?.erreur ?? null} />
      <Section titre="Événements">
        <FiltresDuJournal requete={requete} {...filtres} />
        {fautes.map((faute) => (
          <Alerte key={faute} ton="attention">
            {faute}
          </Alerte>
        ))}
        {evenements.length === 0 ? (
          <EtatVide titre={fautes.length > 0 ? 'Recherche à corriger' : 'Aucun événement'}>
            {fautes.length > 0
              ? 'Corrigez le filtre ci-dessus, puis appliquez-le de nouveau.'
              : 'Rien ne correspond à cette recherche. Retirez un filtre, ou élargissez la période.'}
          </EtatVide>
        ) : (
          <TableauDEvenements evenements={evenements} requete={requete} />
        )}
        <PaginationSuivie
          debut={adresseAvec(requete, {})}
          plusRecents={plusRecents && premier ? adresseAvec(requete, { apres: String(premier.sequence) }) : null}
          plusAnciens={plusAnciens && dernier ? adresseAvec(requete, { avant: String(dernier.sequence) }) : null}
        />
        <p className="jalon-discret">
          Un export contient ce que cette recherche trouve, {compter(auPlus, 'événement', 'événements')} au plus ; il
          est lui-même écrit au journal.
        </p>
      </Section>
    </Page>
  );
}

function presenterIntegrite(
  { dernier, enCoursDepuis, tete, ancre }: Awaited<ReturnType<typeof lireIntegrite>>,
  national: boolean,
): IntegriteVue {
  return {
    dernier: dernier && { ...dernier, termineeLe: dernier.termineeLe.toISOString() },
    enCoursDepuis: enCoursDepuis?.toISOString() ?? null,
    national: national ? { tete, ancre: ancre && { ...ancre, instant: ancre.instant.toISOString() } } : null,
  };
}
