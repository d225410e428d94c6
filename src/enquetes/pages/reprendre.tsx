import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, refuser, selon } from '#acces';
import { contexteResponsabilites, indicateursAEcrire, peutImporterDesValeurs } from '#indicateurs';
import { Page } from '#interface';
import { actionsANoter } from '#plans/lectures';
import { valeursDeFormulaire } from '#socle';
import { noterResultat, verserResultat } from '../commandes/reprendre-resultat.ts';
import { lireResultats } from '../lectures/resultats.ts';
import { peutReprendreResultat } from '../politique.ts';
import { direResultat, nommerTerritoire, presenterQuestion } from '../presentation.ts';
import { motsAChercher } from '../regles/mots-a-chercher.ts';
import { chargerRemontee } from './charger.ts';
import { ACCUEIL, REMONTEES, refusDe } from './communs.ts';
import { DansUneAction, DansUnIndicateur } from './formulaires-de-reprise.tsx';
import { rendreRefus } from './traiter.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.intitule ?? 'Résultat'}, reprendre - Jalon` },
];

const PROPOSEES = 8;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { context, params, request } = arguments_;
  const { acteur, services, remontee, cibles, au } = await chargerRemontee(arguments_);
  obtenir(selon(peutReprendreResultat(acteur, remontee, cibles)));
  const { questions } = obtenir(await lireResultats(services.base, acteur, remontee, cibles));
  const trouvee = questions.find(({ question }) => question.cle === params.question);
  const presentee = trouvee && presenterQuestion(trouvee, remontee.attendues, remontee.anonyme);
  if (presentee === undefined || !presentee.reprenable)
    return refuser({
      nature: 'introuvable',
      regle: 'remontee.reprendre.question',
      message: 'Il n’y a pas de chiffre à reprendre ici. Repartez des résultats de la remontée.',
    });
  const parametres = new URL(request.url).searchParams;
  const demande = (nom: string) => (parametres.get(nom) ?? '').trim().slice(0, 200);
  const [motsDAction, motsDIndicateur] = [demande('action'), demande('mots')];
  const proposes = motsAChercher(`${presentee.intitule} ${remontee.titre}`);
  const responsabilites = await context.get(contexteResponsabilites)(services.base, acteur);
  const [actions, indicateurs] = await Promise.all([
    actionsANoter(services.base, acteur, motsDAction || proposes, PROPOSEES),
    presentee.valeur === null
      ? []
      : indicateursAEcrire(
          services.base,
          acteur,
          { q: motsDIndicateur || proposes, limite: PROPOSEES },
          responsabilites,
        ),
  ]);
  return {
    id: remontee.id,
    titre: remontee.titre,
    intitule: presentee.intitule,
    phrase: direResultat(remontee, presentee, au),
    chiffre: presentee.chiffre,
    // Who writes no value at all is not shown where.
    chiffrable: presentee.valeur !== null && peutImporterDesValeurs(acteur, responsabilites).permis,
    territoire: nommerTerritoire(remontee.territoire),
    jour: remontee.etat === 'fermee' ? remontee.fermeLe : au,
    actions,
    indicateurs,
    motsDAction,
    motsDIndicateur,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const { remontee = '', question = '' } = params;
  const origine = services.configuration.origine ?? new URL(request.url).origin;
  const resultats = `/remontees/${remontee}/resultats`;
  const vise = { remontee, question, adresse: `${origine}${resultats}#${question}` };
  const verbe = valeurs.verbe === 'verser' ? 'verser' : 'noter';
  const fait =
    verbe === 'noter'
      ? await noterResultat(services, acteur, vise, valeurs)
      : await verserResultat(
          services,
          acteur,
          vise,
          valeurs,
          await context.get(contexteResponsabilites)(services.base, acteur),
        );
  return fait.ok ? redirect(`${resultats}?repris=${question}#reprises`) : rendreRefus(verbe, valeurs, fait.refus);
}

/** Where a result is quoted: a note of an action, a value of an indicator, in one gesture. */
export default function ReprendreUnResultat() {
  const vue = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[
        ACCUEIL,
        REMONTEES,
        { texte: vue.titre, href: `/remontees/${vue.id}` },
        { texte: 'Résultats', href: `/remontees/${vue.id}/resultats` },
      ]}
      titre="Reprendre ce résultat"
      surtitre={vue.intitule}
      phrase={vue.phrase}
    >
      <DansUneAction vue={vue} refus={refusDe(refus, 'noter')} />
      {vue.chiffrable && <DansUnIndicateur vue={vue} refus={refusDe(refus, 'verser')} />}
    </Page>
  );
}
