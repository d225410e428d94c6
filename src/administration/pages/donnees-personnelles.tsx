import { useLoaderData } from 'react-router';
import { Page, Section, Tableau } from '#interface';
import { CONSERVATIONS } from '../donnees/conservations.ts';

export const meta = () => [{ title: 'Données personnelles - Jalon' }];

export async function loader() {
  return { durees: CONSERVATIONS.map(({ donnee, duree, raison }) => ({ donnee, duree, raison })) };
}

/** Open to all: one knows what is kept of oneself before one has an account. */
export default function DonneesPersonnelles() {
  const { durees } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Données personnelles"
      phrase="Jalon garde d’une personne ce qu’il faut pour savoir qui a fait quoi, et rien d’autre."
    >
      <Section titre="Ce qui est gardé">
        <p>
          De chaque agent : son nom, son courriel professionnel, son service, son territoire et son profil ; les
          habilitations qu’il a reçues, par qui et pourquoi ; ses sessions ouvertes. Des actes qu’il signe : leur auteur
          et leur date.
        </p>
        <p>
          Le journal, qui prouve que rien n’a été réécrit, désigne les personnes par un numéro. Ce qui les nomme est
          tenu à côté : on peut l’effacer, et la preuve tient toujours.
        </p>
      </Section>
      <Section titre="Combien de temps">
        <p>Chaque nuit, Jalon retire ce qui a fait son temps.</p>
        <Tableau
          legende="Durées de conservation"
          lignes={durees}
          cleDeLigne={({ donnee }) => donnee}
          colonnes={[
            { cle: 'donnee', titre: 'Donnée', largeur: 'large', cellule: ({ donnee }) => donnee },
            { cle: 'duree', titre: 'Durée', cellule: ({ duree }) => duree },
            { cle: 'raison', titre: 'Pourquoi', largeur: 'large', cellule: ({ raison }) => raison },
          ]}
        />
        <p>
          Les plans, les actions, leurs notes et leurs échéances sont des actes de l’administration : ils restent, même
          quand leur auteur est effacé.
        </p>
      </Section>
      <Section titre="Vos droits">
        <p>
          Connecté, vous lisez et téléchargez tout ce qui vous concerne depuis « Mon compte ». Pour faire corriger ou
          effacer ce qui vous nomme, écrivez à l’administrateur de votre territoire ou à la DITP : votre compte est
          fermé, puis votre nom, votre courriel et vos identités sont effacés. Vous pouvez aussi saisir la CNIL.
        </p>
      </Section>
    </Page>
  );
}
