import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { administrateursNationaux, contexteServices, exigerActeur } from '#acces';
import { enumerer, Lien, Page, Section } from '#interface';
import { donneesDeLaPersonne } from '../donnees/rassembler.ts';
import { SectionsDeDonnees } from './sections-de-donnees.tsx';

export const meta = () => [{ title: 'Mes données - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const [sections, nationaux] = await Promise.all([
    donneesDeLaPersonne(base, acteur.personne),
    administrateursNationaux(base),
  ]);
  return {
    sections: sections.map(({ cle, titre, lignes }) => ({ cle, titre, lignes: lignes.length })),
    services: [...new Set(nationaux.map(({ organisation }) => organisation))],
  };
}

/** Everything Jalon knows of the person who looks, and how to have it erased. */
export default function MesDonnees() {
  const { sections, services } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Mon compte', href: '/compte' },
      ]}
      titre="Mes données"
      phrase="Tout ce que Jalon garde qui vous nomme ou que vous avez signé."
    >
      <SectionsDeDonnees sections={sections} fichier="/compte/donnees.json" />
      <Section titre="Faire corriger ou effacer">
        <p>
          {services.length === 0
            ? 'Demandez-le à l’administrateur de votre territoire.'
            : `Demandez-le à l’administrateur de votre territoire, ou à ${enumerer(services)}.`}{' '}
          Votre nom, votre courriel et vos identités disparaissent ; les actes que vous avez signés restent, sans vous
          nommer. <Lien href="/donnees-personnelles">Ce qui est gardé, et combien de temps</Lien>
        </p>
      </Section>
    </Page>
  );
}
