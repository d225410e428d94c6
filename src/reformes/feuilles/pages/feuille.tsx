import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  Alerte,
  compter,
  Enumeration,
  EtatVide,
  Explication,
  formaterDuree,
  formaterJour,
  Lien,
  LienBouton,
  LienDePhrase,
  pluriel,
  Section,
  Tableau,
} from '#interface';
import { joursEntre, lireJour } from '#socle/valeurs';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import type { ProjetPresente } from '../presentation.ts';
import { chargerFeuille } from './charger-feuille.ts';
import { EtatDit, PageDeFeuille } from './feuille-commun.tsx';
import { ProjetsEnFrise } from './projets-en-frise.tsx';
import { TableauDesReformes } from './tableau-des-reformes.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.titre ?? 'Feuille de route'} - Jalon` },
];

const POSITIONS = [
  ['recul', 'en recul', 'en recul', 'alerte'],
  ['en_retrait', 'en retrait', 'en retrait', 'attention'],
  ['sur_trajectoire', 'sur sa trajectoire', 'sur leur trajectoire', 'neutre'],
  ['non_mesuree', 'non mesurée', 'non mesurées', 'neutre'],
  ['sans_objet', 'sans objet', 'sans objet', 'neutre'],
] as const;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue, parametres } = await chargerFeuille(arguments_);
  const rendu = await assemblerCompteRendu(services.base, acteur, feuille, lecture, au);
  const position = POSITIONS.find(([code]) => code === parametres.get('position'))?.[0] ?? null;
  return {
    vue,
    position,
    total: rendu.reformes.length,
    parPosition: POSITIONS.map(([code]) => rendu.reformes.filter((reforme) => reforme.position === code).length),
    reformes: rendu.reformes.filter((reforme) => position === null || reforme.position === position),
    projets: rendu.projets,
    enAttente: rendu.evenements.filter(({ enAttente }) => enAttente).length,
    signee: parametres.has('signee'),
  };
}

type Donnees = Awaited<ReturnType<typeof loader>>;

export default function PageDeLaFeuille() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, reformes, projets, position, enAttente } = donnees;
  return (
    <PageDeFeuille vue={vue} onglet="" phrase={<Phrase {...donnees} />}>
      {donnees.signee && vue.signeeLe !== null && (
        <Alerte ton="succes">
          La signature est enregistrée : le mandat court jusqu’au {formaterJour(vue.fin ?? '')}.
        </Alerte>
      )}
      {enAttente > 0 && (
        <p className="jalon-passe">
          {compter(enAttente, 'évolution proposée attend', 'évolutions proposées attendent')} la réponse de la DITP.{' '}
          <Lien href={`/feuilles-de-route/${vue.id}/vie`}>{vue.repondable ? 'La lire et y répondre' : 'La lire'}</Lien>
        </p>
      )}
      <Section
        titre="Réformes prioritaires"
        id="reformes"
        actions={
          position !== null && (
            <LienBouton href={`/feuilles-de-route/${vue.id}`} rang="tertiaire" taille="petite">
              Toutes les réformes
            </LienBouton>
          )
        }
      >
        <TableauDesReformes
          reformes={reformes}
          lieu={vue.lieu}
          vide={
            position === null
              ? 'Le préfet choisit les réformes qui demandent un engagement personnel.'
              : 'Aucune réforme de la feuille de route n’est dans cette situation.'
          }
        />
        <Explication objet="avancement des réformes">
          <p>
            Les chiffres sont ceux de la réforme {vue.lieu}, au {formaterJour(vue.aujourdhui)} : moyenne des taux de ses
            indicateurs, pondérés, entre la valeur initiale et la cible. Chaque réforme ouvre le détail de son calcul.
          </p>
        </Explication>
      </Section>
      {vue.entiere && (
        <Section titre="Projets structurants locaux" id="projets">
          <TableauDesProjets projets={projets} feuille={vue.id} composable={vue.composable} />
          {projets.some(({ jalons }) => jalons.length > 0) && (
            <ProjetsEnFrise projets={projets} feuille={vue.id} aujourdhui={vue.aujourdhui} />
          )}
        </Section>
      )}
    </PageDeFeuille>
  );
}

function Phrase({ vue, total, parPosition, projets }: Donnees) {
  const retards = projets.flatMap(({ jalons }) => jalons).filter(({ enRetard }) => enRetard).length;
  return (
    <>
      {direLeTemps(vue)}{' '}
      {total === 0 ? (
        'Aucune réforme choisie'
      ) : (
        <>
          <LienDePhrase href="#reformes">{compter(total, 'réforme', 'réformes')}</LienDePhrase>
          {'\u00a0: '}
          <Enumeration>
            {POSITIONS.map(([code, un, plusieurs, ton], rang) => {
              const nombre = parPosition[rang] ?? 0;
              return nombre === 0 ? null : (
                <LienDePhrase key={code} href={`?position=${code}#reformes`} ton={ton}>
                  {nombre} {pluriel(nombre, un, plusieurs)}
                </LienDePhrase>
              );
            })}
          </Enumeration>
        </>
      )}
      .{' '}
      {vue.entiere && (
        <LienDePhrase href="#projets" ton={retards > 0 ? 'alerte' : 'neutre'}>
          {compter(projets.length, 'projet local', 'projets locaux')}
          {retards > 0 && `, ${compter(retards, 'jalon en retard', 'jalons en retard')}`}.
        </LienDePhrase>
      )}
    </>
  );
}

/** How long the mandate still runs: the one date that matters is in the heading. */
function direLeTemps({ etat, fin, aujourdhui }: Donnees['vue']): string {
  const terme = fin === null ? null : lireJour(fin);
  const jour = lireJour(aujourdhui);
  if (etat === 'en_preparation' || terme === null || jour === null) return 'Mandat en préparation.';
  if (etat === 'close') return 'Mandat clos.';
  const reste = joursEntre(jour, terme);
  return reste < 0 ? `Mandat échu depuis ${formaterDuree(-reste)}.` : `Il reste ${formaterDuree(reste)} de mandat.`;
}

type ProjetsProps = {
  readonly projets: readonly ProjetPresente[];
  readonly feuille: string;
  readonly composable: boolean;
};

function TableauDesProjets({ projets, feuille, composable }: ProjetsProps) {
  return (
    <Tableau
      legende="Projets structurants locaux de la feuille de route"
      lignes={projets}
      cleDeLigne={({ id }) => id}
      vide={
        <EtatVide
          titre="Aucun projet local"
          action={
            composable && <LienBouton href={`/feuilles-de-route/${feuille}/preparer`}>Ajouter un projet</LienBouton>
          }
        >
          Les projets structurants du territoire se suivent ici, avec leurs partenaires, leurs moyens et leurs jalons.
        </EtatVide>
      }
      colonnes={[
        {
          cle: 'projet',
          titre: 'Projet',
          largeur: 'large',
          cellule: ({ id, nom, partenaires }) => (
            <>
              <Lien href={`/feuilles-de-route/${feuille}/projets/${id}`}>{nom}</Lien>
              {partenaires !== null && <div className="jalon-discret">{partenaires}</div>}
            </>
          ),
        },
        {
          cle: 'etat',
          titre: 'État déclaré',
          cellule: ({ etat }) =>
            etat === null ? <span className="jalon-discret">pas encore déclaré</span> : <EtatDit etat={etat} />,
        },
        {
          cle: 'nouvelle',
          titre: 'Dernière nouvelle',
          largeur: 'moyenne',
          cellule: ({ notes: [derniere] }) =>
            derniere === undefined ? (
              <span className="jalon-discret">aucune</span>
            ) : (
              <>
                {derniere.texte}
                <div className="jalon-discret">{formaterJour(derniere.quand.slice(0, 10))}</div>
              </>
            ),
        },
        {
          cle: 'jalons',
          titre: 'Jalons',
          cellule: ({ jalons }) => {
            const retards = jalons.filter(({ enRetard }) => enRetard).length;
            const finis = jalons.filter(({ fini }) => fini).length;
            return (
              <>
                {finis} sur {jalons.length}
                {retards > 0 && <div>{compter(retards, 'en retard', 'en retard')}</div>}
              </>
            );
          },
        },
      ]}
    />
  );
}
