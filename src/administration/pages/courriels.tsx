import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import {
  Alerte,
  Bouton,
  ChampDate,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Formulaire,
  FormulaireDeFiltres,
  formaterInstant,
  formaterJour,
  Lien,
  LienDePhrase,
  Liste,
  Page,
  Pagination,
  PanneauDepliant,
  Tableau,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { lireJour } from '#socle/valeurs';
import { essayerLeCourrier } from '../courriels/essayer.ts';
import { type CriteresDeCourriels, ETATS_DE_COURRIEL, listerCourriels } from '../courriels/lectures.ts';
import { dateDeLEtat, EtatDeCourriel } from './etat-de-courriel.tsx';

import { ACCUEIL, ADMINISTRATION } from './fil.ts';

export const meta = () => [{ title: 'Courriels - Jalon' }];

const LIBELLES = { attente: 'en attente', envoye: 'envoyés', abandonne: 'abandonnés' } as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, configuration } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const criteres: CriteresDeCourriels = {
    etat: ETATS_DE_COURRIEL.find((etat) => etat === parametres.get('etat')) ?? null,
    destinataire: parametres.get('destinataire')?.trim().slice(0, 254) || null,
    du: lireJour(parametres.get('du') ?? ''),
    au: lireJour(parametres.get('au') ?? ''),
    page: Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 1_000),
  };
  const liste = obtenir(await listerCourriels(base, acteur, criteres));
  return {
    ...liste,
    courriels: liste.courriels.map((courriel) => ({
      ...courriel,
      creeLe: courriel.creeLe.toISOString(),
      date: courriel.date.toISOString(),
    })),
    criteres,
    serveur: configuration.courrier !== null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const resultat = await essayerLeCourrier(context.get(contexteServices), acteur, valeurs);
  if (resultat.ok) return redirect(`/administration/courriels/${resultat.valeur.courriel}`);
  const { refus } = resultat;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

export default function PageDesCourriels() {
  const { courriels, trouves, attente, abandonnes, pages, criteres, serveur } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const filtres = filtresActifs(criteres);
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION]}
      titre="Courriels"
      phrase={
        <>
          La boîte d’envoi de Jalon{'\u00A0'}:{' '}
          <Enumeration>
            <LienDePhrase href="?etat=attente">
              {attente === 0 ? 'aucun courriel n’attend' : compter(attente, 'courriel attend', 'courriels attendent')}
            </LienDePhrase>
            <LienDePhrase href="?etat=abandonne" ton={abandonnes > 0 ? 'alerte' : 'neutre'}>
              {abandonnes === 0 ? 'aucun n’est abandonné' : compter(abandonnes, 'est abandonné', 'sont abandonnés')}
            </LienDePhrase>
          </Enumeration>
          . Un courriel est gardé 90{'\u00A0'}jours.
        </>
      }
    >
      {!serveur && (
        <Alerte ton="attention" titre="Aucun courriel ne part d’ici">
          Jalon n’a pas de serveur de courrier{'\u00A0'}: les messages restent dans cette boîte, où vous pouvez les
          lire. Pour qu’ils partent, la personne qui a installé Jalon doit donner SMTP_URL, JALON_EXPEDITEUR et
          JALON_ORIGINE. Un message qui attend depuis plus de trois jours ne partira plus.
        </Alerte>
      )}
      <FormulaireDeFiltres legende="Filtrer les courriels" actifs={filtres} toutEffacer="/administration/courriels">
        <Liste
          nom="etat"
          libelle="État"
          valeur={criteres.etat ?? ''}
          aucune="tous"
          options={ETATS_DE_COURRIEL.map((valeur) => ({ valeur, texte: LIBELLES[valeur] }))}
        />
        <ChampTexte
          nom="destinataire"
          libelle="Destinataire"
          valeur={criteres.destinataire ?? ''}
          type="search"
          placeholder="Mot ou adresse entière"
        />
        <ChampDate nom="du" libelle="Du" valeur={criteres.du ?? ''} />
        <ChampDate nom="au" libelle="Au" valeur={criteres.au ?? ''} />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={trouves} total={trouves} nom={['courriel', 'courriels']} />
      <Tableau
        legende="Courriels de la boîte d’envoi"
        lignes={courriels}
        cleDeLigne={({ id }) => id}
        vide={
          filtres.length > 0 ? (
            <EtatVide titre="Aucun courriel ne correspond">Retirez un filtre pour en voir davantage.</EtatVide>
          ) : (
            <EtatVide titre="La boîte d’envoi est vide">
              Les demandes d’accès, les alertes et les rappels y passeront avant de partir.
            </EtatVide>
          )
        }
        colonnes={[
          {
            cle: 'sujet',
            titre: 'Objet',
            largeur: 'large',
            cellule: ({ id, sujet }) => <Lien href={`/administration/courriels/${id}`}>{sujet}</Lien>,
          },
          {
            cle: 'destinataire',
            titre: 'Destinataire',
            cellule: ({ destinataire, adresse }) => (
              <>
                {destinataire !== null && <div>{destinataire}</div>}
                <div className={destinataire === null ? undefined : 'jalon-discret'}>{adresse}</div>
              </>
            ),
          },
          {
            cle: 'date',
            titre: 'Déposé',
            cellule: ({ creeLe }) => <time dateTime={creeLe}>{formaterInstant(creeLe)}</time>,
          },
          {
            cle: 'etat',
            titre: 'État',
            largeur: 'moyenne',
            cellule: (courriel) => (
              <>
                <EtatDeCourriel {...courriel} />
                <div className="jalon-discret">{dateDeLEtat(courriel)}</div>
              </>
            ),
          },
        ]}
      />
      <Pagination page={criteres.page} pages={pages} adresse={(page) => adresse(criteres, { page: String(page) })} />
      <PanneauDepliant titre="Essayer l’envoi" ouvert={refus !== undefined}>
        <Formulaire titre="Essayer l’envoi" erreurs={refus?.champs} valeurs={refus?.valeurs}>
          <ChampTexte
            nom="adresse"
            libelle="Adresse qui doit recevoir le message"
            aide="Par exemple la vôtre. La page suivante dit si le serveur de courrier l’a pris."
            type="email"
            autoComplete="email"
            requis
          />
          <Bouton rang="secondaire" taille="petite">
            Envoyer un courriel d’essai
          </Bouton>
        </Formulaire>
      </PanneauDepliant>
    </Page>
  );
}

type Criteres = Awaited<ReturnType<typeof useLoaderData<typeof loader>>>['criteres'];

function filtresActifs(criteres: Criteres) {
  const { etat, destinataire, du, au } = criteres;
  const sans = (nom: string) => adresse(criteres, { [nom]: null });
  return [
    ...(etat ? [{ texte: LIBELLES[etat], href: sans('etat') }] : []),
    ...(destinataire ? [{ texte: `destinataire : ${destinataire}`, href: sans('destinataire') }] : []),
    ...(du ? [{ texte: `depuis le ${formaterJour(du)}`, href: sans('du') }] : []),
    ...(au ? [{ texte: `jusqu’au ${formaterJour(au)}`, href: sans('au') }] : []),
  ];
}

function adresse(
  { etat, destinataire, du, au }: Criteres,
  changements: Readonly<Record<string, string | null>>,
): string {
  const parametres = new URLSearchParams();
  for (const [nom, valeur] of Object.entries({ etat, destinataire, du, au, ...changements }))
    if (valeur !== null) parametres.set(nom, valeur);
  return `?${parametres}`;
}
