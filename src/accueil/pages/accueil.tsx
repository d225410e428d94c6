import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, contexteVisite } from '#acces';
import { remonteesARemplir } from '#enquetes';
import { prochainesReunions } from '#instances';
import {
  compter,
  EtatVide,
  Etiquette,
  formaterJour,
  Lien,
  LienBouton,
  Page,
  pluriel,
  Section,
  Tableau,
} from '#interface';
import { actionsAttendues, listerPlans } from '#plans';
import { ciblesEnAttente, reformesPourAccueil } from '#reformes';
import { aujourdhui } from '#socle';
import { AccueilReformes } from './accueil-reformes.tsx';
import { CiblesARepondre } from './cibles-a-repondre.tsx';
import { RemonteesARemplir } from './remontees-a-remplir.tsx';
import { ReunionsProches } from './reunions-proches.tsx';

export const meta = () => [{ title: 'Jalon, le suivi des plans et des réformes' }];

const ACTIONS_MONTREES = 12;

export async function loader({ context }: LoaderFunctionArgs) {
  const { acteur } = context.get(contexteVisite);
  const { base, horloge, configuration } = context.get(contexteServices);
  if (acteur === null) return { connecte: false as const, demonstration: configuration.demonstration };
  const regard = { jour: aujourdhui(horloge), passe: false };
  const [attendues, plans, reformes, cibles, remontees, reunions] = await Promise.all([
    actionsAttendues(base, acteur, regard, ACTIONS_MONTREES),
    listerPlans(base, acteur, { q: null, etat: 'actif', territoire: null, page: 1 }, regard),
    reformesPourAccueil(base, acteur, regard.jour),
    ciblesEnAttente(base, acteur),
    remonteesARemplir(base, acteur, regard.jour),
    prochainesReunions(base, acteur, regard.jour),
  ]);
  return {
    connecte: true as const,
    nom: acteur.nom,
    organisation: acteur.organisationLibelle,
    attendues: attendues.actions,
    nombre: attendues.nombre,
    plans: plans.plans.map(({ id, titre, proprietaire, bilan }) => ({
      id,
      titre,
      proprietaire,
      total: bilan.total,
      terminees: bilan.parStatut.terminee,
      retards: bilan.parMarque.en_retard,
    })),
    totalPlans: plans.total,
    cibles,
    remontees,
    reunions,
    reformes,
  };
}

export default function Accueil() {
  const donnees = useLoaderData<typeof loader>();
  return donnees.connecte ? <AccueilConnecte {...donnees} /> : <AccueilPublic demonstration={donnees.demonstration} />;
}

type Connecte = Extract<Awaited<ReturnType<typeof loader>>, { connecte: true }>;

function AccueilConnecte({
  organisation,
  attendues,
  nombre,
  plans,
  totalPlans,
  reformes,
  cibles,
  remontees,
  reunions,
}: Connecte) {
  const retards = attendues.filter(({ retard }) => retard > 0).length;
  return (
    <Page
      titre="L’essentiel aujourd’hui"
      phrase={
        nombre === 0
          ? `Aucune action ouverte n’est confiée à ${organisation}.`
          : `Votre service pilote ${compter(nombre, 'action ouverte', 'actions ouvertes')}${retards > 0 ? `, dont ${retards} en retard` : ', aucune en retard'}.`
      }
    >
      {attendues.length > 0 && (
        <>
          <Tableau
            legende="Actions ouvertes dont mon service est pilote, les plus pressantes d’abord"
            lignes={attendues}
            cleDeLigne={({ id }) => id}
            colonnes={[
              {
                cle: 'action',
                titre: 'Action',
                largeur: 'large',
                cellule: ({ plan, id, code, intitule }) => (
                  <>
                    {code !== null && <span className="jalon-code">{code}</span>}{' '}
                    <Lien href={`/plans/${plan}/actions/${id}`}>{intitule}</Lien>
                  </>
                ),
              },
              {
                cle: 'plan',
                titre: 'Plan',
                cellule: ({ plan, planTitre }) => <Lien href={`/plans/${plan}`}>{planTitre}</Lien>,
              },
              {
                cle: 'echeance',
                titre: 'Échéance',
                cellule: ({ terme, engagements }) =>
                  terme === null ? (engagements[0]?.texte ?? 'sans échéance') : formaterJour(terme),
              },
              {
                cle: 'etat',
                titre: 'Situation',
                cellule: ({ etat }) => (
                  <Etiquette ton={etat.ton} icone={etat.icone} complement={etat.complement ?? undefined}>
                    {etat.mot}
                  </Etiquette>
                ),
              },
            ]}
          />
          <p>
            {nombre > attendues.length && `Les ${attendues.length} plus pressantes sur ${nombre}. `}
            <Lien href="/attendu">Donner des nouvelles de toutes les actions que l’on attend de moi</Lien>
          </p>
        </>
      )}
      {cibles.length > 0 && <CiblesARepondre cibles={cibles} />}
      {remontees.length > 0 && <RemonteesARemplir remontees={remontees} />}
      {reunions.length > 0 && <ReunionsProches reunions={reunions} />}
      {reformes !== null && <AccueilReformes {...reformes} />}
      <Section
        titre="Les plans que je peux lire"
        actions={
          totalPlans > 0 && (
            <LienBouton
              href="/plans"
              rang="tertiaire"
              taille="petite"
            >{`Voir ${pluriel(totalPlans, 'le plan', `les ${totalPlans} plans`)}`}</LienBouton>
          )
        }
      >
        <Tableau
          legende="Plans actifs"
          lignes={plans.slice(0, 6)}
          cleDeLigne={({ id }) => id}
          vide={
            <EtatVide titre="Aucun plan pour le moment">
              Les plans de votre service, de votre territoire, et ceux où il est nommé apparaîtront ici.
            </EtatVide>
          }
          colonnes={[
            {
              cle: 'titre',
              titre: 'Plan',
              largeur: 'large',
              cellule: ({ id, titre }) => <Lien href={`/plans/${id}`}>{titre}</Lien>,
            },
            { cle: 'proprietaire', titre: 'Propriétaire', cellule: ({ proprietaire }) => proprietaire },
            {
              cle: 'terminees',
              titre: 'Terminées',
              alignement: 'fin',
              cellule: ({ terminees, total }) => `${terminees} sur ${total}`,
            },
            {
              cle: 'retards',
              titre: 'En retard',
              cellule: ({ id, retards: n }) =>
                n === 0 ? (
                  <span className="jalon-discret">aucune</span>
                ) : (
                  <Lien href={`/plans/${id}?marque=en_retard`}>
                    <Etiquette ton="alerte">{compter(n, 'action', 'actions')}</Etiquette>
                  </Lien>
                ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}

function AccueilPublic({ demonstration }: { demonstration: boolean }) {
  return (
    <Page
      titre="Les plans de l’administration territoriale, à jour"
      phrase="Chaque plan garde ce qui a été promis, dit où en est chaque action, et montre ce qui attend une décision."
    >
      <div className="jalon-boutons">
        <LienBouton href="/connexion">{demonstration ? 'Essayer avec un personnage' : 'Se connecter'}</LienBouton>
        <LienBouton href="/aide" rang="secondaire">
          Comment ça marche
        </LienBouton>
      </div>
      <Section titre="Ce que Jalon fait d’un tableau de suivi">
        <ul className="jalon-promesses">
          <li>
            <strong>Il le lit tel qu’il est.</strong> Excel, Word, PDF, CSV ou copié-collé : les colonnes sont
            reconnues, rien n’est perdu, et ce qui n’est pas compris est montré avant d’être écrit.
          </li>
          <li>
            <strong>Il comprend les échéances comme on les écrit.</strong> « Au plus tard fin 2026 », « 1er semestre
            2027 », « à partir de la rentrée » : les mots restent, leur sens est à côté.
          </li>
          <li>
            <strong>Il n’efface rien.</strong> Une échéance se reporte avec son motif, une note s’ajoute à la
            précédente, et l’on revoit le plan tel qu’il était un jour donné.
          </li>
        </ul>
      </Section>
    </Page>
  );
}
