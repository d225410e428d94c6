import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { acteurDuCompte, lireFormulaire, peutAdministrerTout, STATUTS } from '#acces';
import { fermerCompte, nombreDeSessions, rouvrirCompte } from '#acces/comptes';
import { habilitationsDuCompte } from '#acces/habilitations';
import { mettreFinALaSuppleance, nommerSuppleant, suppleancesDuCompte } from '#acces/suppleances';
import { Alerte, Definitions, EtatVide, Lien, LienBouton, Page, PanneauDepliant, Section } from '#interface';
import { plansDeLaPersonne } from '#plans';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { jourAParis } from '#socle/valeurs';
import { chargerCompte } from '../comptes/charger-compte.ts';
import { messageDOuverture } from '../comptes/message-d-ouverture.ts';
import { presenterHabilitations } from '../comptes/presentation.ts';
import { CeQuePeutVoir, FermerOuRouvrir, MessagePret, Suppleances } from './comptes-fiche-parties.tsx';
import { faitsDuCompte } from './faits-du-compte.ts';
import { ACCUEIL, ADMINISTRATION, COMPTES } from './fil.ts';
import { TableDHabilitations } from './habilitations-en-table.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees?.vue.nom ?? 'Compte'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, compte, vue } = await chargerCompte(arguments_);
  const { base, horloge, configuration } = services;
  const jour = aujourdhui(horloge);
  const parametres = new URL(arguments_.request.url).searchParams;
  const [habilitations, suppleances, sessions, personne] = await Promise.all([
    habilitationsDuCompte(base, vue.id, jour).then((toutes) => presenterHabilitations(base, acteur, toutes)),
    suppleancesDuCompte(base, vue.id, jour),
    nombreDeSessions(base, vue.id, horloge.maintenant()),
    acteurDuCompte(base, vue.id, jour),
  ]);
  const lus = personne === null ? null : await plansDeLaPersonne(base, personne, acteur, 1);
  const enCours = habilitations.filter(({ etat }) => etat === 'en_cours' || etat === 'a_venir');
  return {
    vue,
    faits: faitsDuCompte(compte, jourAParis, sessions),
    enCours,
    passees: habilitations.filter((une) => !enCours.includes(une)),
    suppleances,
    plans: lus && {
      nommes: lus.nommes,
      autres: lus.autres,
      premiers: lus.plans.slice(0, 5).map(({ id, titre, pouvoir }) => ({ id, titre, pouvoir })),
    },
    message: parametres.has('ouvert')
      ? messageDOuverture({
          nom: vue.nom,
          courriel: vue.courriel ?? '',
          adresse: configuration.origine ?? new URL(arguments_.request.url).origin,
          fournisseur: configuration.oidc?.nom ?? null,
        })
      : null,
    fait: FAITS[parametres.get('fait') ?? ''] ?? null,
    donneesPersonnelles: peutAdministrerTout(acteur).permis,
  };
}

export async function action(arguments_: ActionFunctionArgs) {
  const { acteur, services, compte } = await chargerCompte(arguments_);
  const valeurs = valeursDeFormulaire(await lireFormulaire(arguments_.context, arguments_.request));
  const { verbe } = valeurs;
  const id = compte.compte;
  const resultat =
    verbe === 'fermer'
      ? await fermerCompte(services, acteur, id, valeurs)
      : verbe === 'rouvrir'
        ? await rouvrirCompte(services, acteur, id)
        : verbe === 'suppleant'
          ? await nommerSuppleant(services, acteur, id, valeurs)
          : await mettreFinALaSuppleance(services, acteur, String(valeurs.suppleance ?? ''));
  if (resultat.ok) return redirect(`/administration/comptes/${id}?fait=${String(verbe)}`);
  const { refus } = resultat;
  return data(
    { verbe: String(verbe), champs: refus.champs ?? { formulaire: refus.message }, valeurs },
    { status: STATUTS[refus.nature] },
  );
}

const FAITS: Readonly<Record<string, string>> = {
  fermer: 'Le compte est fermé : plus rien ne s’ouvre par lui, et ses habilitations sont retirées.',
  rouvrir: 'Le compte est rouvert, avec son profil et sans habilitation.',
  suppleant: 'Le suppléant est nommé.',
  finir: 'La suppléance a pris fin.',
  habiliter: 'L’accès est donné.',
  prolonger: 'L’accès est prolongé.',
  retirer: 'L’accès est retiré.',
};

export default function FicheDuCompte() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { vue, faits, enCours, passees, suppleances, plans, message, fait } = donnees;
  const gerable = vue.pourquoiPas === null;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, COMPTES]}
      titre={vue.nom}
      surtitre={vue.ferme ? `${vue.profil} · compte fermé` : vue.profil}
      faits={`${vue.service} · ${vue.territoire}`}
      actions={
        gerable &&
        !vue.ferme && (
          <>
            <LienBouton href={`/administration/comptes/${vue.id}/habiliter`} taille="petite" icone="plus">
              Donner un accès
            </LienBouton>
            <LienBouton
              href={`/administration/comptes/${vue.id}/modifier`}
              rang="tertiaire"
              taille="petite"
              icone="crayon"
            >
              Modifier le compte
            </LienBouton>
          </>
        )
      }
    >
      {message !== null && <MessagePret courriel={vue.courriel ?? ''} {...message} />}
      {fait !== null && refus === null && <Alerte ton="succes">{fait}</Alerte>}
      {!gerable && <Alerte ton="info">{vue.pourquoiPas ?? ''}</Alerte>}
      <div className="jalon-deux-colonnes">
        <CeQuePeutVoir compte={vue.id} plans={plans} />
        <Section titre="Identité">
          <Definitions elements={faits} />
        </Section>
      </div>
      <Section titre="Habilitations">
        <TableDHabilitations
          legende="Habilitations en cours et à venir"
          habilitations={enCours}
          vide={
            <EtatVide titre="Aucune habilitation en cours">
              Cette personne a les droits de son profil et de son service. Une habilitation en ajoute, sur un objet,
              pour un territoire et jusqu’à une date.
            </EtatVide>
          }
        />
        {passees.length > 0 && (
          <PanneauDepliant titre={`Habilitations passées (${passees.length})`}>
            <TableDHabilitations legende="Habilitations passées" habilitations={passees} />
          </PanneauDepliant>
        )}
      </Section>
      <Suppleances compte={vue} suppleances={suppleances} gerable={gerable} refus={refus} />
      {gerable && <FermerOuRouvrir ferme={vue.ferme} refus={refus} />}
      <p>
        Au journal : <Lien href={`/administration/journal?compte=${vue.id}`}>ce que cette personne a fait</Lien>,{' '}
        <Lien href={`/administration/journal?objet=compte:${vue.id}`}>ce qui a été fait de ce compte</Lien>.
      </p>
      {donnees.donneesPersonnelles && (
        <p>
          <LienBouton href={`/administration/comptes/${vue.id}/donnees`} rang="tertiaire" taille="petite">
            Données personnelles de cette personne
          </LienBouton>
        </p>
      )}
    </Page>
  );
}
