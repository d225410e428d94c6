import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, refuser, STATUTS } from '#acces';
import {
  Alerte,
  Bouton,
  compter,
  Definitions,
  EtatVide,
  Formulaire,
  Frise,
  Historique,
  LienBouton,
  Page,
  PanneauDepliant,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { abandonnerJalon, ajouterJalon, atteindreJalon, reporterJalon } from '../commandes/jalons.ts';
import { modifierProjet } from '../commandes/modifier-projet.ts';
import { noterProjet } from '../commandes/noter-projet.ts';
import { PROJET_ABSENT } from '../commandes/sur-le-projet.ts';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import { ChampsDeProjet } from './champs-de-projet.tsx';
import { chargerFeuilleEntiere } from './charger-feuille.ts';
import { ACCUEIL, EtatDit, FEUILLES, Paragraphes, refusDe } from './feuille-commun.tsx';
import { JalonsDuProjet } from './jalons-du-projet.tsx';
import { FormulaireDeJalon, FormulaireDeNote } from './saisies-de-projet.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.projet.nom ?? 'Projet local'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue, parametres } = await chargerFeuilleEntiere(arguments_);
  const { projets } = await assemblerCompteRendu(services.base, acteur, feuille, lecture, au);
  const projet = projets.find(({ id }) => id === arguments_.params.projet) ?? refuser(PROJET_ABSENT);
  return { vue, projet, fait: parametres.get('fait') };
}

const VERBES = {
  noter: noterProjet,
  ajouter: ajouterJalon,
  reporter: reporterJalon,
  atteindre: atteindreJalon,
  abandonner: abandonnerJalon,
  modifier: modifierProjet,
} as const;

const FAITS: Readonly<Record<string, string>> = {
  projeter: 'Le projet est dans la feuille de route : donnez-lui ses jalons.',
  noter: 'La note est enregistrée.',
  ajouter: 'Le jalon est ajouté.',
  reporter: 'La nouvelle échéance est enregistrée ; la précédente reste visible.',
  atteindre: 'Le jalon est déclaré atteint.',
  abandonner: 'Le jalon est déclaré abandonné.',
  modifier: 'Le projet est modifié.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const verbe = Object.keys(VERBES).find((un): un is keyof typeof VERBES => un === valeurs.verbe) ?? 'noter';
  const cible = { feuille: params.feuille ?? '', projet: params.projet ?? '' };
  const resultat = await VERBES[verbe](context.get(contexteServices), acteur, cible, valeurs);
  if (resultat.ok) return redirect(`/feuilles-de-route/${cible.feuille}/projets/${cible.projet}?fait=${verbe}`);
  const { refus } = resultat;
  return data(
    { verbe, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PageDuProjet() {
  const { vue, projet, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const retards = projet.jalons.filter(({ enRetard }) => enRetard).length;
  const ouverts = projet.jalons.filter(({ fini }) => !fini);
  return (
    <Page
      filDAriane={[ACCUEIL, FEUILLES, { texte: vue.titre, href: `/feuilles-de-route/${vue.id}` }]}
      surtitre="Projet structurant local"
      titre={projet.nom}
      faits={`${vue.prefet} · ${vue.mandat}`}
      phrase={`${projet.etat === null ? 'Son état n’a pas encore été déclaré' : `Déclaré « ${projet.etat.mot.toLowerCase()} »`} ; ${
        projet.jalons.length === 0
          ? 'aucun jalon'
          : `${compter(projet.jalons.length - ouverts.length, 'jalon fini', 'jalons finis')} sur ${projet.jalons.length}`
      }${retards === 0 ? '' : `, ${retards} en retard`}.`}
    >
      {fait !== null && FAITS[fait] !== undefined && !refus && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      <div className="jalon-deux-colonnes">
        <div>
          <Section titre="Jalons" id="jalons">
            {projet.jalons.length === 0 ? (
              <EtatVide titre="Aucun jalon">Un jalon est une étape du projet, avec son échéance.</EtatVide>
            ) : (
              <>
                <Frise
                  legende={`Jalons du projet ${projet.nom}`}
                  aujourdhui={vue.aujourdhui}
                  lignes={projet.jalons.map(({ id, libelle, segments, etat }) => ({
                    cle: id,
                    libelle,
                    href: null,
                    segments,
                    detail: <EtatDit etat={etat} />,
                  }))}
                />
                <JalonsDuProjet jalons={projet.jalons} tenable={vue.tenable} refus={refus} />
              </>
            )}
            {vue.tenable && (
              <PanneauDepliant
                titre="Ajouter un jalon"
                ouvert={projet.jalons.length === 0 || refus?.verbe === 'ajouter'}
              >
                <FormulaireDeJalon {...refusDe(refus, 'ajouter')} />
              </PanneauDepliant>
            )}
          </Section>
          <Section titre="Où en est le projet" id="notes">
            {vue.tenable && <FormulaireDeNote code={projet.code} {...refusDe(refus, 'noter')} />}
            <Historique
              legende="Notes, de la plus récente à la plus ancienne"
              faits={projet.notes.map(({ etat, texte, quand, auteur }) => ({
                cle: `${quand} ${texte}`,
                quand,
                titre: etat,
                ...(auteur === null ? {} : { auteur }),
                detail: <Paragraphes texte={texte} />,
              }))}
            />
          </Section>
        </div>
        <div>
          <Section titre="Le projet">
            <Definitions
              elements={[
                { terme: 'Description', valeur: <Paragraphes texte={projet.description ?? 'Non renseignée'} /> },
                { terme: 'Partenaires', valeur: <Paragraphes texte={projet.partenaires ?? 'Non renseignés'} /> },
                { terme: 'Moyens', valeur: <Paragraphes texte={projet.moyens ?? 'Non renseignés'} /> },
              ]}
            />
            {vue.tenable && (
              <PanneauDepliant titre="Modifier la description du projet" ouvert={refus?.verbe === 'modifier'}>
                <Formulaire titre="Modifier le projet" protege {...refusDe(refus, 'modifier')}>
                  <input type="hidden" name="verbe" value="modifier" />
                  <input type="hidden" name="version" value={projet.version} />
                  <ChampsDeProjet valeurs={projet} />
                  <Bouton rang="secondaire">Enregistrer</Bouton>
                </Formulaire>
              </PanneauDepliant>
            )}
          </Section>
          <LienBouton href={`/feuilles-de-route/${vue.id}`} rang="tertiaire">
            Revenir à la feuille de route
          </LienBouton>
        </div>
      </div>
    </Page>
  );
}
