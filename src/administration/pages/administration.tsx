import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  contexteServices,
  exigerActeur,
  obtenir,
  peutAdministrer,
  peutAdministrerTout,
  selon,
  territoiresAdministres,
} from '#acces';
import { listerComptes } from '#acces/comptes';
import { listerDemandes } from '#acces/demandes';
import { habilitationsQuiExpirent } from '#acces/habilitations';
import { compter, Enumeration, EtatVide, Lien, LienBouton, LienDePhrase, Page, Section } from '#interface';
import { aujourdhui } from '#socle';
import { ajouterJours } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { presenterHabilitations } from '../comptes/presentation.ts';
import { presenterDemandes } from '../demandes/presentation.ts';
import { DemandesEnListe } from './demandes-en-liste.tsx';
import { ACCUEIL } from './fil.ts';
import { TableDHabilitations } from './habilitations-en-table.tsx';

export const meta = () => [{ title: 'Administration - Jalon' }];

/** A grant that ends within these days is worth deciding about now. */
const JOURS_D_AVANCE = 30;
const DEMANDES_MONTREES = 5;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const { base, horloge } = context.get(contexteServices);
  const jour = aujourdhui(horloge);
  const portee = territoiresAdministres(acteur);
  const criteres = { q: null, profil: null, territoire: null, page: 1 };
  const [demandes, expirent, dormants, jamais] = await Promise.all([
    listerDemandes(base, acteur, { ouvertes: true, page: 1 }),
    habilitationsQuiExpirent(base, acteur, { de: jour, a: ajouterJours(jour, JOURS_D_AVANCE) }),
    listerComptes(base, acteur, { ...criteres, etat: 'dormant' }, jour),
    listerComptes(base, acteur, { ...criteres, etat: 'jamais' }, jour),
  ]);
  const plusLarge = TERRITOIRES.find(({ code }) => portee !== 'tous' && portee.includes(code));
  return {
    lieu: portee === 'tous' ? 'de toute la France' : (plusLarge?.genitif ?? ''),
    national: peutAdministrerTout(acteur).permis,
    demandes: await presenterDemandes(base, acteur, demandes.demandes.slice(0, DEMANDES_MONTREES)),
    nombreDeDemandes: demandes.nombre,
    expirent: await presenterHabilitations(base, acteur, expirent),
    comptes: dormants.total,
    dormants: dormants.nombre,
    jamais: jamais.nombre,
    joursDAvance: JOURS_D_AVANCE,
  };
}

export default function Administration() {
  const { lieu, national, demandes, nombreDeDemandes, expirent, comptes, dormants, jamais, joursDAvance } =
    useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Administration"
      surtitre={`Comptes ${lieu}`}
      phrase={
        <>
          <LienDePhrase href="/administration/comptes">{compter(comptes, 'compte', 'comptes')}</LienDePhrase>
          {' : '}
          <Enumeration>
            {nombreDeDemandes === 0 ? (
              'aucune demande en attente'
            ) : (
              <LienDePhrase href="/administration/demandes" ton="attention">
                {compter(nombreDeDemandes, 'demande attend une réponse', 'demandes attendent une réponse')}
              </LienDePhrase>
            )}
            {expirent.length === 0 ? (
              `aucune habilitation n’expire sous ${joursDAvance} jours`
            ) : (
              <LienDePhrase href="#expirent" ton="attention">
                {compter(expirent.length, 'habilitation expire', 'habilitations expirent')} sous {joursDAvance} jours
              </LienDePhrase>
            )}
          </Enumeration>
          .
        </>
      }
      actions={
        <LienBouton href="/administration/comptes/nouveau" taille="petite" icone="plus">
          Ouvrir un compte
        </LienBouton>
      }
    >
      <div className="jalon-boutons">
        {liens(national).map(({ texte, href }) => (
          <LienBouton key={href} href={href} rang="tertiaire" taille="petite">
            {texte}
          </LienBouton>
        ))}
      </div>
      <Section titre="Demandes en attente">
        <DemandesEnListe
          demandes={demandes}
          vide={<EtatVide titre="Aucune demande">Les demandes d’accès de vos territoires arrivent ici.</EtatVide>}
        />
        {nombreDeDemandes > demandes.length && (
          <p>
            <Lien href="/administration/demandes">{`Voir les ${nombreDeDemandes} demandes`}</Lien>
          </p>
        )}
      </Section>
      <Section titre={`Habilitations qui expirent sous ${joursDAvance} jours`} id="expirent">
        <TableDHabilitations
          legende="Habilitations qui expirent bientôt"
          habilitations={expirent}
          avecPersonne
          vide={
            <EtatVide titre="Rien n’expire bientôt">
              Une habilitation s’éteint d’elle-même à sa date ; ici, vous avez le temps de la prolonger.
            </EtatVide>
          }
        />
      </Section>
      <Section titre="Comptes à revoir">
        <p>
          <Lien href="/administration/comptes?etat=dormant">
            {compter(dormants, 'compte sans connexion', 'comptes sans connexion')} depuis six mois
          </Lien>
          ,{' '}
          <Lien href="/administration/comptes?etat=jamais">
            {compter(jamais, 'compte qui n’a jamais servi', 'comptes qui n’ont jamais servi')}
          </Lien>
          . Un compte dont personne n’a plus besoin se ferme.
        </p>
      </Section>
    </Page>
  );
}

function liens(national: boolean): { texte: string; href: string }[] {
  return [
    { texte: 'Comptes', href: '/administration/comptes' },
    { texte: 'Demandes d’accès', href: '/administration/demandes' },
    { texte: 'Journal', href: '/administration/journal' },
    ...(national
      ? [
          { texte: 'Courriels', href: '/administration/courriels' },
          { texte: 'Jetons', href: '/administration/jetons' },
        ]
      : []),
  ];
}
