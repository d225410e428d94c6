import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Bouton, Cases, ChampTexte, Choix, Formulaire, Liste, Page, PanneauDepliant, ZoneDeTexte } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { proposerEvolution } from '../commandes/proposer-evolution.ts';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import { reformesChoisissables } from '../lectures/reformes-choisissables.ts';
import { peutFaireEvoluerFeuille } from '../politique.ts';
import { AJOUTS_PAR_EVOLUTION } from '../regles/evolutions.ts';
import { chargerFeuilleEntiere } from './charger-feuille.ts';
import { ACCUEIL, FEUILLES } from './feuille-commun.tsx';

export const meta = () => [{ title: 'Proposer une évolution de la feuille de route - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue } = await chargerFeuilleEntiere(arguments_);
  obtenir(selon(peutFaireEvoluerFeuille(acteur, feuille)));
  const [rendu, choisissables] = await Promise.all([
    assemblerCompteRendu(services.base, acteur, feuille, lecture, au),
    reformesChoisissables(services.base, acteur, feuille.territoire),
  ]);
  return {
    vue,
    choisissables,
    retirables: [
      ...rendu.reformes.map(({ reforme, nom }) => ({ valeur: `reforme:${reforme}`, texte: `Réforme : ${nom}` })),
      ...rendu.projets.map(({ id, nom }) => ({ valeur: `projet:${id}`, texte: `Projet : ${nom}` })),
    ],
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const feuille = params.feuille ?? '';
  const resultat = await proposerEvolution(context.get(contexteServices), acteur, feuille, valeurs);
  if (resultat.ok) return redirect(`/feuilles-de-route/${feuille}/vie?fait=proposer`);
  const { refus } = resultat;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

export default function ProposerUneEvolution() {
  const { vue, choisissables, retirables } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, FEUILLES, { texte: vue.titre, href: `/feuilles-de-route/${vue.id}` }]}
      titre="Proposer un avenant ou une actualisation"
      phrase="La feuille de route est signée : ce que vous proposez ici n’entre en vigueur qu’une fois accepté par la DITP. L’histoire reste visible."
    >
      <Formulaire titre="Proposer une évolution" protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
        <Choix
          nom="genre"
          legende="Forme"
          requis
          options={[
            { valeur: 'actualisation', texte: 'Actualisation', aide: 'Le contexte a changé, le mandat se met à jour' },
            { valeur: 'avenant', texte: 'Avenant', aide: 'Le mandat lui-même change' },
          ]}
        />
        <ZoneDeTexte nom="texte" libelle="Texte" requis rows={5} maxLength={8_000} />
        <ZoneDeTexte nom="motif" libelle="Motif" requis rows={3} maxLength={2_000} />
        {AJOUTS_PAR_EVOLUTION.map((rang) => (
          <PanneauDepliant
            key={rang}
            titre={rang === 1 ? 'Ajouter une réforme' : `Ajouter une ${rang}e réforme`}
            ouvert={rempli(refus?.valeurs, [`reforme${rang}`, `engagement${rang}`])}
          >
            <Liste
              nom={`reforme${rang}`}
              libelle="Réforme"
              aide={`Celles qui sont suivies ${vue.lieu} ; une réforme déjà choisie reçoit un autre engagement`}
              aucune="Choisir une réforme"
              options={choisissables}
            />
            <ZoneDeTexte
              nom={`engagement${rang}`}
              libelle="Engagement du préfet, en une phrase"
              rows={2}
              maxLength={1_000}
            />
          </PanneauDepliant>
        ))}
        <PanneauDepliant titre="Ajouter un projet local" ouvert={rempli(refus?.valeurs, ['projetNom'])}>
          <ChampTexte nom="projetNom" libelle="Nom du projet" maxLength={300} />
          <ZoneDeTexte nom="projetDescription" libelle="Description" rows={3} maxLength={8_000} />
          <ZoneDeTexte nom="projetPartenaires" libelle="Partenaires" rows={2} maxLength={4_000} />
          <ZoneDeTexte nom="projetMoyens" libelle="Moyens" rows={2} maxLength={4_000} />
        </PanneauDepliant>
        {retirables.length > 0 && (
          <Cases nom="retraits" legende="Retirer de la feuille de route" options={retirables} />
        )}
        <Bouton>Proposer à la DITP</Bouton>
      </Formulaire>
    </Page>
  );
}

function rempli(valeurs: Readonly<Record<string, string | string[]>> | undefined, noms: readonly string[]): boolean {
  return noms.some((nom) => Boolean(valeurs?.[nom]));
}
