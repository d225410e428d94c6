import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  Alerte,
  Bouton,
  Choix,
  EtatVide,
  Etiquette,
  enumerer,
  Formulaire,
  formaterInstant,
  Liste,
  Page,
  Section,
  Tableau,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { lireCodeTerritoire } from '#territoires';
import { quiDecide } from '../arrivees/prevenir.ts';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '../contexte.ts';
import { mesDemandes } from '../demandes/demande.ts';
import { demanderAcces } from '../demandes/demander-acces.ts';
import { lireReference } from '../habilitations/habilitables.ts';
import { LIBELLES_DE_DROIT } from '../regles/habilitations.ts';
import { territoiresEnOptions } from '../territoires-en-options.ts';

export const meta = () => [{ title: 'Demander un accès - Jalon' }];

/** What an object is called by who may not read it: nothing of it is looked up here. */
const NOMS = {
  plan: 'Un plan',
  reforme: 'Une réforme',
  champ: 'Les plans et les réformes d’un ministère',
} as const;

/** What each right lets one do, as whoever asks would say it. */
const CE_QUE_DONNE_LE_DROIT = {
  lire: { plan: 'Lire', reforme: 'Lire', champ: 'Lire' },
  contribuer: {
    plan: 'Donner des nouvelles des actions de ce territoire',
    reforme: 'Déclarer la météo et écrire l’analyse de ce territoire',
    champ: 'Donner des nouvelles des actions, déclarer la météo',
  },
  modifier: {
    plan: 'Modifier',
    reforme: 'La tenir à jour comme son équipe, valeurs et cibles comprises',
    champ: 'Modifier',
  },
} as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const objet = lireReference(parametres.get('objet') ?? '');
  const voulu = lireCodeTerritoire(parametres.get('territoire') ?? '') ?? acteur.territoire;
  const [demandes, decideurs] = await Promise.all([
    mesDemandes(base, acteur.personne),
    quiDecide(base, horloge, acteur.territoire, objet === null ? acteur.territoire : voulu),
  ]);
  const attendent = demandes.filter(
    ({ etat, acces }) => etat === 'ouverte' && objet !== null && acces?.type === objet.type && acces.id === objet.id,
  );
  return {
    objet:
      objet === null || objet.type === 'comptes' ? null : { reference: `${objet.type}:${objet.id}`, type: objet.type },
    territoires: territoiresEnOptions('France entière'),
    territoire: voulu,
    deja: attendent.map(({ creeeLe, acces }) => ({ quand: creeeLe.toISOString(), lieu: acces?.lieu?.nom ?? null })),
    suppleance: acteur.genre === 'suppleance',
    decideurs: decideurs.slice(0, 3).map(({ nom, organisation }) => `${nom} (${organisation})`),
    envoyee: parametres.get('envoyee'),
    demandes: demandes.map((une) => ({
      id: une.id,
      quand: une.creeeLe.toISOString(),
      droit: une.acces === null ? '' : LIBELLES_DE_DROIT[une.acces.droit],
      nom: une.acces === null ? '' : NOMS[une.acces.type as keyof typeof NOMS],
      lieu: une.acces?.lieu?.nom ?? null,
      message: une.message,
      etat: une.etat,
      reponse: une.reponse,
      par: une.traiteePar,
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const demandee = await demanderAcces(context.get(contexteServices), acteur, valeurs);
  if (demandee.ok) return redirect(`/acces/demander?envoyee=${demandee.valeur.deja ? 'encore' : '1'}`);
  const { refus } = demandee;
  const { objet, ...champs }: Readonly<Record<string, string>> = refus.champs ?? { formulaire: refus.message };
  return data(
    { valeurs, champs: objet === undefined ? champs : { ...champs, formulaire: objet } },
    { status: STATUTS[refus.nature] },
  );
}

/** Where one asks for what one may not read, and reads the answers. It says nothing of the object. */
export default function DemanderUnAcces() {
  const { objet, territoires, territoire, deja, suppleance, decideurs, envoyee, demandes } =
    useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Demander un accès"
      phrase={`${decideurs.length === 0 ? 'L’administrateur des comptes de votre territoire' : enumerer(decideurs)} ${decideurs.length > 1 ? 'lisent' : 'lit'} votre demande et y répond${decideurs.length > 1 ? 'ent' : ''} ici.`}
    >
      {envoyee !== null && !refus && (
        <Alerte ton="succes" titre={envoyee === 'encore' ? 'Demande déjà faite' : 'Demande envoyée'}>
          {envoyee === 'encore'
            ? 'Vous l’aviez déjà demandé, pour ce territoire : votre demande est mise à jour, et attend toujours sa réponse ici.'
            : 'Elle est enregistrée. Revenez ici pour lire la réponse.'}
        </Alerte>
      )}
      {suppleance ? (
        <Alerte ton="attention">On demande un accès en son propre nom. Reprenez d’abord votre compte.</Alerte>
      ) : (
        objet !== null && (
          <Formulaire titre="Demander un accès" protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
            {deja.length > 0 && (
              <Alerte ton="info">
                {`Vous l’avez déjà demandé ${enumerer(
                  deja.map(({ quand, lieu }) => `le ${formaterInstant(quand)}${lieu === null ? '' : ` (${lieu})`}`),
                )}, et la réponse n’est pas encore là. Demander de nouveau pour le même territoire remplace votre demande.`}
              </Alerte>
            )}
            <input type="hidden" name="objet" value={objet.reference} />
            <Liste nom="territoire" libelle="Pour quel territoire" requis options={territoires} valeur={territoire} />
            <Choix
              nom="droit"
              legende="Ce que je veux pouvoir faire"
              requis
              valeur="lire"
              options={(['lire', 'contribuer', 'modifier'] as const).map((valeur) => ({
                valeur,
                texte: CE_QUE_DONNE_LE_DROIT[valeur][objet.type],
              }))}
            />
            <ZoneDeTexte
              nom="message"
              libelle="Pourquoi j’en ai besoin"
              aide="La personne qui décide ne vous connaît peut-être pas : votre mission, et jusqu’à quand."
              requis
              rows={3}
              maxLength={2_000}
            />
            <Bouton>Envoyer la demande</Bouton>
          </Formulaire>
        )
      )}
      <Section titre="Mes demandes">
        <Tableau
          legende="Mes demandes d’accès"
          lignes={demandes}
          cleDeLigne={({ id }) => id}
          vide={
            <EtatVide titre="Aucune demande">
              Une demande part de la page qui vous a été refusée : elle porte un lien « Demander un accès ».
            </EtatVide>
          }
          colonnes={[
            {
              cle: 'quoi',
              titre: 'Ce que j’ai demandé',
              largeur: 'large',
              cellule: ({ droit, nom, lieu, message }) => (
                <>
                  <strong>{droit}</strong> · {nom}
                  {lieu !== null && ` (${lieu})`}
                  {message !== null && <div className="jalon-discret">{message}</div>}
                </>
              ),
            },
            { cle: 'quand', titre: 'Le', cellule: ({ quand }) => formaterInstant(quand) },
            {
              cle: 'reponse',
              titre: 'Réponse',
              cellule: ({ etat, reponse, par }) =>
                etat === 'ouverte' ? (
                  <span className="jalon-discret">en attente</span>
                ) : (
                  <>
                    <Etiquette
                      ton={etat === 'accordee' ? 'succes' : 'neutre'}
                      icone={etat === 'accordee' ? 'coche' : 'croix'}
                    >
                      {etat === 'accordee' ? 'Accordée' : 'Refusée'}
                    </Etiquette>
                    <div className="jalon-discret">
                      {par !== null && `par ${par}`}
                      {reponse !== null && ` : ${reponse}`}
                    </div>
                  </>
                ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
