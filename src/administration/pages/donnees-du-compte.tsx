import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, effacerPersonne, exigerActeur, lireFormulaire, peutEffacer, STATUTS } from '#acces';
import { Alerte, Bouton, Cases, Formulaire, GroupeDeBoutons, Page, Section } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { compteAEffacer } from '../donnees/compte-a-effacer.ts';
import { donneesDeLaPersonne } from '../donnees/rassembler.ts';
import { SectionsDeDonnees } from './sections-de-donnees.tsx';

export const meta = () => [{ title: 'Données d’une personne - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const vu = await compteAEffacer(base, acteur, params.compte ?? '');
  const sections = await donneesDeLaPersonne(base, vu.compte);
  const decision = peutEffacer(acteur, vu);
  return {
    compte: vu.compte,
    nom: vu.nom,
    sections: sections.map(({ cle, titre, lignes }) => ({ cle, titre, lignes: lignes.length })),
    effacable: decision.permis,
    pourquoiPas: decision.permis ? null : decision.message,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const champs = valeursDeFormulaire(await lireFormulaire(context, request));
  const resultat = await effacerPersonne(context.get(contexteServices), acteur, params.compte ?? '', champs);
  if (resultat.ok) return redirect(`/administration/comptes/${params.compte}/donnees`);
  return data({ refus: resultat.refus }, { status: STATUTS[resultat.refus.nature] });
}

/** Everything Jalon knows of one person, for the answer to a request, and its erasure. */
export default function DonneesDuCompte() {
  const { compte, nom, sections, effacable, pourquoiPas } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>()?.refus;
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Administration', href: '/administration' },
        { texte: 'Comptes', href: '/administration/comptes' },
        { texte: nom, href: `/administration/comptes/${compte}` },
      ]}
      titre="Données de cette personne"
      phrase="Ce que Jalon garde d’elle, pour répondre à sa demande d’accès ou d’effacement."
    >
      <SectionsDeDonnees sections={sections} fichier={`/administration/comptes/${compte}/donnees.json`} />
      <Section titre="Effacer">
        {effacable ? (
          <Formulaire titre="Effacer cette personne" erreurs={refus?.champs ?? (refus ? { '': refus.message } : {})}>
            <p>
              Son nom, son courriel, ses identités, ses sessions, ses courriels et ce qui la nomme à côté du journal
              disparaissent. Ce qu’elle a écrit dans les plans reste, signé « Personne effacée ».
            </p>
            <Cases
              nom="confirmation"
              legende="Un effacement ne s’annule pas"
              options={[{ valeur: 'oui', texte: `Effacer ${nom}` }]}
            />
            <GroupeDeBoutons>
              <Bouton>Effacer définitivement</Bouton>
            </GroupeDeBoutons>
          </Formulaire>
        ) : (
          <Alerte ton="info" titre="L’effacement n’est pas possible ici">
            {pourquoiPas}
          </Alerte>
        )}
      </Section>
    </Page>
  );
}
