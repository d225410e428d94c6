import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices } from '#acces';
import { Page } from '#interface';
import { JOURS_DE_PROXIMITE, LIBELLES_DE_MARQUE, LIBELLES_DE_STATUT } from '#plans';
import { aujourdhui } from '#socle';
import { droitsParProfil } from '../aide/droits.ts';
import { expressionsDEcheance } from '../aide/expressions.ts';
import { DonnerDesNouvelles, Reporter } from './aide/actions.tsx';
import { ComptesEtDroits } from './aide/comptes.tsx';
import { CourriersEtRelances } from './aide/courriers.tsx';
import { Droits } from './aide/droits.tsx';
import { Echeances } from './aide/echeances.tsx';
import { ConvenirDUneCible, FeuillesDeRoute } from './aide/feuilles-et-cibles.tsx';
import { Importer, Reimporter } from './aide/importer.tsx';
import { Indicateurs } from './aide/indicateurs.tsx';
import { TenirUneInstance } from './aide/instances.tsx';
import { LireLeTableauDeBord } from './aide/lire-le-tableau-de-bord.tsx';
import { LireUnPlan } from './aide/lire-un-plan.tsx';
import { Mots } from './aide/mots.tsx';
import { PreparerUnPoint } from './aide/points-d-etape.tsx';
import { DeclarerLaMeteo, EcrireUneAnalyse } from './aide/reformes.tsx';
import { Remontees } from './aide/remontees.tsx';
import { Sommaire } from './aide/sommaire.tsx';
import './aide/aide.css';

export const meta = () => [{ title: 'Aide - Jalon' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { horloge } = context.get(contexteServices);
  return {
    expressions: expressionsDEcheance(aujourdhui(horloge)),
    droits: droitsParProfil(),
    statuts: Object.values(LIBELLES_DE_STATUT),
    marques: LIBELLES_DE_MARQUE,
    joursDeProximite: JOURS_DE_PROXIMITE,
  };
}

/** Open to all: one reads how it works before one has an account. */
export default function Aide() {
  const { expressions, droits, statuts, marques, joursDeProximite } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Aide"
      phrase="Importer un plan, voir ce qui glisse, dire où l’on en est : chaque geste prend moins d’une minute à apprendre."
    >
      <div className="jalon-aide">
        <Sommaire />
        <Importer />
        <LireUnPlan />
        <LireLeTableauDeBord />
        <Echeances familles={expressions} />
        <Reporter />
        <DonnerDesNouvelles />
        <CourriersEtRelances />
        <Reimporter />
        <Indicateurs />
        <TenirUneInstance />
        <Remontees />
        <FeuillesDeRoute />
        <ConvenirDUneCible />
        <DeclarerLaMeteo />
        <EcrireUneAnalyse />
        <PreparerUnPoint />
        <Droits droits={droits} />
        <ComptesEtDroits />
        <Mots statuts={statuts} marques={marques} joursDeProximite={joursDeProximite} />
      </div>
    </Page>
  );
}
