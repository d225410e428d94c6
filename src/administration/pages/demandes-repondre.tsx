import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  ANNEES_D_HABILITATION,
  contexteServices,
  dansAnnees,
  exigerActeur,
  lireFormulaire,
  obtenir,
  peutAdministrer,
  refuser,
  STATUTS,
  selon,
} from '#acces';
import { accorderDemande, DEMANDE_ABSENTE, lireDemande, peutVoirDemande, refuserDemande } from '#acces/demandes';
import { Alerte, Definitions, formaterInstant, Lien, Page } from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import type { Refus } from '#socle/valeurs';
import { ORGANISATIONS } from '#territoires';
import { HABILITABLES } from '../comptes/habilitables.ts';
import { profilsDonnables, territoiresAdministrables } from '../comptes/referentiel.ts';
import { champsDuFormulaire, lireFormulaireDeCompte } from '../comptes/saisie-de-compte.ts';
import { servicesProposes } from '../comptes/trouver-service.ts';
import { presenterDemandes } from '../demandes/presentation.ts';
import { AccorderUnAcces, OuvrirPourUnInconnu, RefuserLaDemande } from './demandes-repondre-parties.tsx';
import { ACCUEIL, ADMINISTRATION, DEMANDES } from './fil.ts';
import { retourALAcces } from './retour.ts';

export const meta = () => [{ title: 'Répondre à une demande - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const { base, horloge } = context.get(contexteServices);
  const demande = await lireDemande(base, params.demande ?? '');
  if (demande === null) return refuser(DEMANDE_ABSENTE);
  obtenir(selon(peutVoirDemande(acteur, demande)));
  const [vue] = await presenterDemandes(base, acteur, [demande]);
  if (!vue) return refuser(DEMANDE_ABSENTE);
  const jour = aujourdhui(horloge);
  const territoires = territoiresAdministrables(acteur);
  const voulu = demande.acces?.lieu ?? demande.territoire;
  const ouvert = territoires.find(({ valeur }) => valeur === voulu?.code);
  return {
    vue,
    inconnu: demande.identite !== null,
    acces: demande.acces,
    territoires,
    territoire: ouvert?.valeur ?? '',
    lieuFerme: ouvert === undefined ? (demande.acces?.lieu?.nom ?? null) : null,
    fin: dansAnnees(jour, 1),
    finAuPlus: dansAnnees(jour, ANNEES_D_HABILITATION),
    referentiel: { profils: profilsDonnables(acteur), territoires, services: servicesProposes(acteur) },
    compte: {
      nom: demande.nom,
      courriel: demande.courriel ?? '',
      service: ORGANISATIONS.find(({ id }) => id === demande.service?.id)?.nom ?? '',
      territoire: demande.territoire?.code ?? '',
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.demande ?? '';
  if (valeurs.verbe === 'refuser') {
    const refusee = await refuserDemande(services, acteur, id, valeurs);
    if (refusee.ok) return redirect(retourALAcces(request, 'refusee') ?? '/administration/demandes?fait=refusee');
    return repondre('refuser', valeurs, refusee.refus);
  }
  const lue = valeurs.verbe === 'ouvrir' ? lireFormulaireDeCompte(acteur, valeurs) : { ok: true as const, valeurs };
  if (!lue.ok)
    return data(
      { verbe: 'ouvrir', champs: lue.champs, candidats: [...lue.candidats], valeurs },
      { status: STATUTS.invalide },
    );
  const accordee = await accorderDemande(services, HABILITABLES, acteur, id, lue.valeurs);
  if (accordee.ok)
    return redirect(
      retourALAcces(request, 'accordee') ??
        `/administration/comptes/${accordee.valeur}?${valeurs.verbe === 'ouvrir' ? 'ouvert=1' : 'fait=habiliter'}`,
    );
  return repondre(String(valeurs.verbe), valeurs, accordee.refus);
}

function repondre(verbe: string, valeurs: Readonly<Record<string, string | string[]>>, refus: Refus) {
  return data(
    { verbe, champs: champsDuFormulaire(refus.champs ?? { formulaire: refus.message }), candidats: [], valeurs },
    { status: STATUTS[refus.nature] },
  );
}

export default function RepondreAUneDemande() {
  const { vue, inconnu, acces, referentiel, compte, ...portee } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const ouverte = vue.etat === 'ouverte';
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, DEMANDES]}
      titre={`Demande de ${vue.nom}`}
      faits={`le ${formaterInstant(vue.quand)}`}
      phrase={vue.quoi}
    >
      <Definitions
        elements={[
          {
            terme: 'Qui',
            valeur:
              vue.compte === null ? vue.nom : <Lien href={`/administration/comptes/${vue.compte}`}>{vue.nom}</Lien>,
          },
          ...(vue.courriel === null ? [] : [{ terme: 'Courriel', valeur: vue.courriel }]),
          { terme: 'Service', valeur: vue.service ?? 'non dit' },
          { terme: 'Territoire', valeur: vue.territoire ?? 'non dit' },
          { terme: 'Son message', valeur: vue.message ?? 'rien n’est dit' },
        ]}
      />
      {!ouverte && (
        <Alerte ton="info" titre={vue.etat === 'accordee' ? 'Déjà accordée' : 'Déjà refusée'}>
          {`Par ${vue.reponse?.par ?? 'Jalon'}${vue.reponse?.texte ? ` : ${vue.reponse.texte}` : ''}.`}
        </Alerte>
      )}
      {ouverte && inconnu && <OuvrirPourUnInconnu referentiel={referentiel} valeurs={compte} refus={refus} />}
      {ouverte && !inconnu && acces !== null && (
        <AccorderUnAcces
          acces={acces}
          lisible={vue.adresse !== null || acces.type === 'champ'}
          refus={refus}
          {...portee}
        />
      )}
      {ouverte && <RefuserLaDemande refus={refus} />}
    </Page>
  );
}
