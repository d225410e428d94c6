import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import {
  Alerte,
  Bouton,
  ChampTexte,
  EtatVide,
  Formulaire,
  Lien,
  LienBouton,
  Liste,
  Section,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { ajouterReforme, retirerDeLaFeuille } from '../commandes/composer-feuille.ts';
import { creerProjet } from '../commandes/creer-projet.ts';
import { modifierFeuille } from '../commandes/modifier-feuille.ts';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import { reformesChoisissables } from '../lectures/reformes-choisissables.ts';
import { peutComposerFeuille } from '../politique.ts';
import { ChampsDeProjet } from './champs-de-projet.tsx';
import { chargerFeuilleEntiere } from './charger-feuille.ts';
import { PageDeFeuille, refusDe } from './feuille-commun.tsx';

export const meta = () => [{ title: 'Préparer la feuille de route - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue, parametres } = await chargerFeuilleEntiere(arguments_);
  obtenir(selon(peutComposerFeuille(acteur, feuille)));
  const [rendu, choisissables] = await Promise.all([
    assemblerCompteRendu(services.base, acteur, feuille, lecture, au),
    reformesChoisissables(services.base, acteur, feuille.territoire),
  ]);
  return {
    vue,
    fait: parametres.get('fait'),
    reformes: rendu.reformes.map(({ reforme, nom, engagement }) => ({ reforme, nom, engagement })),
    projets: rendu.projets.map(({ id, nom }) => ({ id, nom })),
    choisissables,
  };
}

const VERBES = {
  intituler: modifierFeuille,
  ajouter: ajouterReforme,
  retirer: retirerDeLaFeuille,
  projeter: creerProjet,
} as const;

const FAITS: Readonly<Record<string, string>> = {
  intituler: 'Le titre est enregistré.',
  ajouter: 'La réforme est dans la feuille de route.',
  retirer: 'C’est retiré de la feuille de route.',
  projeter: 'Le projet est dans la feuille de route : donnez-lui ses jalons.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const verbe = Object.keys(VERBES).find((un): un is keyof typeof VERBES => un === valeurs.verbe) ?? 'intituler';
  const feuille = params.feuille ?? '';
  const resultat = await VERBES[verbe](context.get(contexteServices), acteur, feuille, valeurs);
  if (resultat.ok)
    return redirect(
      verbe === 'projeter' && resultat.valeur !== null
        ? `/feuilles-de-route/${feuille}/projets/${resultat.valeur}?fait=projeter`
        : `/feuilles-de-route/${feuille}/preparer?fait=${verbe}`,
    );
  const { refus } = resultat;
  return data(
    { verbe, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PreparerLaFeuille() {
  const { vue, reformes, projets, choisissables, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <PageDeFeuille
      vue={vue}
      onglet="/preparer"
      phrase="Tant que la feuille de route n’est pas signée, son contenu se choisit librement ; ensuite, il n’évolue que par une actualisation ou un avenant."
    >
      {fait !== null && FAITS[fait] !== undefined && !refus && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      <Section titre="Réformes prioritaires">
        {reformes.length === 0 && (
          <EtatVide titre="Aucune réforme choisie">Choisissez celles qui demandent un engagement du préfet.</EtatVide>
        )}
        <ul className="jalon-liste-nue">
          {reformes.map(({ reforme, nom, engagement }) => (
            <li key={reforme}>
              <p>
                <strong>{nom}</strong>
                <br />
                {engagement}
              </p>
              <Retirer objet={`reforme:${reforme}`} nom={nom} />
            </li>
          ))}
        </ul>
        <Formulaire titre="Ajouter une réforme" protege {...refusDe(refus, 'ajouter')}>
          <input type="hidden" name="verbe" value="ajouter" />
          <Liste
            nom="reforme"
            libelle="Réforme"
            requis
            aide={`Celles qui sont suivies ${vue.lieu}. Choisie de nouveau, une réforme reçoit un autre engagement.`}
            aucune="Choisir une réforme"
            options={choisissables}
          />
          <ZoneDeTexte
            nom="engagement"
            libelle="Engagement du préfet, en une phrase"
            requis
            rows={2}
            maxLength={1_000}
          />
          <Bouton rang="secondaire">Ajouter la réforme</Bouton>
        </Formulaire>
      </Section>
      <Section titre="Projets structurants locaux">
        <ul className="jalon-liste-nue">
          {projets.map(({ id, nom }) => (
            <li key={id}>
              <p>
                <Lien href={`/feuilles-de-route/${vue.id}/projets/${id}`}>{nom}</Lien>
              </p>
              <Retirer objet={`projet:${id}`} nom={nom} />
            </li>
          ))}
        </ul>
        <Formulaire titre="Ajouter un projet" protege {...refusDe(refus, 'projeter')}>
          <input type="hidden" name="verbe" value="projeter" />
          <ChampsDeProjet />
          <Bouton rang="secondaire">Ajouter le projet</Bouton>
        </Formulaire>
      </Section>
      <Section titre="Titre">
        <Formulaire titre="Changer le titre" protege {...refusDe(refus, 'intituler')}>
          <input type="hidden" name="verbe" value="intituler" />
          <input type="hidden" name="version" value={vue.version} />
          <ChampTexte nom="titre" libelle="Titre" requis maxLength={300} valeur={vue.titre} />
          <Bouton rang="secondaire">Enregistrer le titre</Bouton>
        </Formulaire>
      </Section>
      {vue.signable && (
        <LienBouton href={`/feuilles-de-route/${vue.id}/vie`}>Enregistrer la signature du Premier ministre</LienBouton>
      )}
    </PageDeFeuille>
  );
}

function Retirer({ objet, nom }: { readonly objet: string; readonly nom: string }) {
  return (
    <Formulaire titre={`Retirer ${nom}`} disposition="ligne">
      <input type="hidden" name="verbe" value="retirer" />
      <input type="hidden" name="objet" value={objet} />
      <Bouton rang="tertiaire" taille="petite" icone="croix">
        Retirer<span className="fr-sr-only"> {nom}</span>
      </Bouton>
    </Formulaire>
  );
}
