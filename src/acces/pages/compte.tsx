import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Definitions, EtatVide, formaterInstant, Lien, Page, Section, Tableau } from '#interface';
import { contexteServices, exigerActeur, refuser } from '../contexte.ts';
import { lireMonCompte } from '../identite/mon-compte.ts';
import { LIBELLES_DE_PROFIL } from '../regles/profils.ts';

export const meta = () => [{ title: 'Mon compte - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, configuration } = context.get(contexteServices);
  const compte = await lireMonCompte(base, acteur.personne);
  if (compte === null)
    refuser({ nature: 'introuvable', regle: 'compte.introuvable', message: 'Ce compte n’existe plus.' });
  const { oidc } = configuration;
  return {
    ...compte,
    profil: acteur.genre === 'personne' ? LIBELLES_DE_PROFIL[acteur.profil] : null,
    supplee: acteur.genre === 'suppleance' ? acteur.nom : null,
    identites: compte.identites.map(({ emetteur, ...identite }) => ({
      ...identite,
      fournisseur: oidc?.emetteur === emetteur ? oidc.nom : new URL(emetteur).host,
    })),
    fournisseur: oidc?.nom ?? null,
  };
}

export default function MonCompte() {
  const { nom, courriel, organisation, territoire, profil, supplee, identites, fournisseur } =
    useLoaderData<typeof loader>();
  return (
    <Page
      titre="Mon compte"
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      phrase={'Une erreur, un changement de poste\u202F? L’administrateur des comptes de votre territoire les corrige.'}
    >
      <Section titre="Qui je suis">
        <Definitions
          elements={[
            { terme: 'Nom', valeur: nom },
            { terme: 'Service', valeur: organisation },
            ...(profil === null ? [] : [{ terme: 'Profil', valeur: profil }]),
            { terme: 'Territoire', valeur: territoire },
            { terme: 'Courriel', valeur: courriel ?? 'aucun' },
            ...(supplee === null ? [] : [{ terme: 'Vous agissez', valeur: supplee }]),
          ]}
        />
      </Section>
      <Section titre="Ce que je peux faire">
        <ul>
          {LIENS.map(({ texte, href }) => (
            <li key={href}>
              <Lien href={href}>{texte}</Lien>
            </li>
          ))}
        </ul>
      </Section>
      <Section titre="Mes jetons">
        <p>
          <Lien href="/compte/jetons">Laisser un programme lire Jalon ou y écrire en mon nom</Lien>
        </p>
      </Section>
      <Section titre="Mes identités professionnelles">
        <Tableau
          legende="Identités qui ouvrent mon compte"
          lignes={identites}
          cleDeLigne={({ fournisseur: par, depuis }) => `${par} ${depuis}`}
          colonnes={[
            { cle: 'fournisseur', titre: 'Vérifiée par', cellule: (une) => une.fournisseur },
            { cle: 'courriel', titre: 'Courriel', cellule: (une) => une.courriel ?? 'non communiqué' },
            { cle: 'depuis', titre: 'Reliée le', cellule: ({ depuis }) => formaterInstant(depuis) },
            { cle: 'vue', titre: 'Dernière connexion', cellule: ({ vueLe }) => formaterInstant(vueLe) },
          ]}
          vide={
            <EtatVide titre="Aucune identité n’est reliée à ce compte">
              {fournisseur === null
                ? 'Ce serveur n’a pas de connexion professionnelle\u00A0: on y entre par un personnage de démonstration.'
                : `Elle le sera à votre première connexion avec ${fournisseur}.`}
            </EtatVide>
          }
        />
      </Section>
    </Page>
  );
}

const LIENS = [
  { texte: 'Choisir les courriers que je reçois', href: '/mes-courriers' },
  { texte: 'Nommer mon suppléant, ou agir pour quelqu’un', href: '/compte/suppleances' },
  { texte: 'Lire les réponses à mes demandes d’accès', href: '/acces/demander' },
  { texte: 'Voir où Jalon est ouvert en mon nom, et le fermer à distance', href: '/compte/sessions' },
  { texte: 'Laisser un programme lire Jalon en mon nom', href: '/compte/jetons' },
  { texte: 'Voir et télécharger tout ce que Jalon sait de moi', href: '/compte/donnees' },
];
