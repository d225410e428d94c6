import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { type Contexte, contexteServices, contexteVisite, limiterDebit, refuser, STATUTS } from '#acces';
import { compter, EtatVide, formaterJour, Page, Section } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { jourAParis } from '#socle/valeurs';
import { fichiersDuFormulaire } from '#tableur/depot';
import { ListeDAttendu, relireApresRefus, SaisiePerdue, type SaisieRefusee } from '../attendu/index.ts';
import { noterParLien } from '../liens/noter-par-lien.ts';
import { actionsDuLien, type LienClos, type LienOuvert, ouvrirLien } from '../liens/ouvrir-lien.ts';

export const meta = () => [{ title: 'Mes actions - Jalon' }, { name: 'robots', content: 'noindex' }];

/** The address is a secret: no cache keeps the page. Jalon gives no other site the address one comes from. */
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });

export const shouldRevalidate = relireApresRefus;

/** Enough for a pilote at work, little for whoever tries secrets. */
const VISITES = { nombre: 120, fenetreS: 300 };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const services = context.get(contexteServices);
  const lien = await lienDeLAdresse(context, params.lien);
  if (lien.etat !== 'ouvert') return data({ clos: direLaFin(lien) }, { status: 410 });
  const actions = await actionsDuLien(services, lien);
  return data({
    clos: null,
    nom: lien.nom,
    plan: lien.plan,
    // Open until the end of its last day: the instant kept is the midnight after.
    dernierJour: jourAParis(new Date(lien.expireLe.getTime() - 1)),
    ouvertes: actions.filter(({ close }) => !close),
    closes: actions.filter(({ close }) => close),
    fait: new URL(request.url).searchParams.get('fait'),
  });
}

/** The secret of the address stands for the token of a session: nobody else's page can know it. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const services = context.get(contexteServices);
  const lien = await lienDeLAdresse(context, params.lien);
  const formulaire = await request.formData();
  const valeurs = valeursDeFormulaire(formulaire);
  const cible = String(valeurs.action ?? '');
  if (lien.etat !== 'ouvert')
    return data(
      { action: cible, valeurs, champs: { formulaire: direLaFin(lien) } as Readonly<Record<string, string>> },
      { status: 410 },
    );
  const resultat = await noterParLien(services, lien, cible, valeurs, await fichiersDuFormulaire(formulaire));
  if (resultat.ok) return redirect(`/lien/${params.lien}?fait=${cible}#action-${cible}`);
  const { refus } = resultat;
  return data(
    { action: cible, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

async function lienDeLAdresse(context: Contexte, secret = ''): Promise<LienOuvert | LienClos> {
  const services = context.get(contexteServices);
  const { adresse } = context.get(contexteVisite);
  const { permis, attendreS } = await limiterDebit(services.base, services.horloge, `lien:${adresse}`, VISITES);
  if (!permis)
    throw data(
      {
        refus: {
          nature: 'conflit',
          regle: 'lien.debit',
          message: `Beaucoup de pages ont été demandées depuis votre réseau. Réessayez dans ${compter(Math.ceil(attendreS / 60), 'minute', 'minutes')}.`,
        },
      },
      { status: 429, headers: { 'Retry-After': String(attendreS) } },
    );
  const lien = await ouvrirLien(services, secret);
  return (
    lien ??
    refuser({
      nature: 'introuvable',
      regle: 'lien.inconnu',
      message:
        'Ce lien n’existe pas. Vérifiez que vous l’avez copié en entier, ou demandez-le de nouveau à qui vous l’a remis.',
    })
  );
}

const RAISONS = {
  expire: 'Ce lien personnel a expiré.',
  revoque: 'Ce lien personnel a été révoqué.',
  plan_clos: 'Le plan que ce lien ouvrait n’est plus suivi.',
} as const;

function direLaFin({ etat, proprietaire }: LienClos): string {
  return `${RAISONS[etat]} Les notes enregistrées restent dans le plan. Pour donner encore des nouvelles de vos actions, demandez un nouveau lien à ${proprietaire}.`;
}

export default function PageDuLien() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return donnees.clos === null ? (
    <PageOuverte {...donnees} refus={refus} />
  ) : (
    <Page titre="Ce lien n’est plus ouvert" phrase={donnees.clos}>
      {refus !== null && <SaisiePerdue refus={{ ...refus, champs: {} }} />}
    </Page>
  );
}

type Ouverte = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { readonly clos: null }>;

function PageOuverte({
  nom,
  plan,
  dernierJour,
  ouvertes,
  closes,
  fait,
  refus,
}: Ouverte & { readonly refus: SaisieRefusee | null }) {
  const toutes = [...ouvertes, ...closes];
  const perdue = refus !== null && !toutes.some(({ id }) => id === refus.action);
  return (
    <Page
      titre="Ce que l’on attend de moi"
      surtitre={plan.titre}
      faits={`${nom}, pilote sans compte · lien ouvert jusqu’au ${formaterJour(dernierJour)}`}
      phrase={
        ouvertes.length === 0
          ? 'Aucune de vos actions n’attend de nouvelles.'
          : `${compter(ouvertes.length, 'action attend', 'actions attendent')} de vos nouvelles. Ce que vous écrivez est signé de votre nom et lu par ${plan.proprietaire}.`
      }
    >
      {perdue && <SaisiePerdue refus={refus} />}
      <Section titre="Actions à tenir à jour">
        {ouvertes.length === 0 ? (
          <EtatVide titre="Rien n’est attendu">Les actions qui vous seront confiées apparaîtront ici.</EtatVide>
        ) : (
          <ListeDAttendu
            legende="Mes actions, les plus pressantes d’abord"
            actions={ouvertes}
            liens={false}
            refus={refus}
            fait={fait}
          />
        )}
      </Section>
      {closes.length > 0 && (
        <Section titre="Actions terminées ou abandonnées">
          <ListeDAttendu legende="Mes actions closes" actions={closes} liens={false} refus={refus} fait={fait} />
        </Section>
      )}
    </Page>
  );
}
