import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  ChampDeSituation,
  Entonnoir,
  EtatVide,
  FormulaireDeFiltres,
  Lien,
  PointsDeComparaison,
  Section,
  Tableau,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { adresseDeReforme } from '../../adresses.ts';
import { avec } from '../adresses.ts';
import { choisirComparaison } from '../commandes/choisir-comparaison.ts';
import { PageDeTerritoire } from './cadre.tsx';
import { ChoixDesTerritoires, GroupeCompare, Groupes, PhraseDeComparaison } from './comparaison-parties.tsx';
import { type DonneesDeComparaison, donneesDeComparaison } from './donnees-de-comparaison.ts';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Comparer ${donnees?.vue.nom ?? 'un territoire'} - Jalon` },
];

export const loader = (arguments_: LoaderFunctionArgs) => donneesDeComparaison(arguments_);

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const choisi = await choisirComparaison(context.get(contexteServices), acteur, params.territoire ?? '', valeurs);
  if (choisi.ok) return redirect(`/territoires/${params.territoire}/comparaison?avec=choix`);
  return data(
    { valeurs, champs: choisi.refus.champs ?? { formulaire: choisi.refus.message } },
    { status: STATUTS[choisi.refus.nature] },
  );
}

/** It compares, it does not rank: in the order of the names, with the median and where the middle half stands. */
export default function PageDeComparaison() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { vue, comparees, choisie, groupe } = donnees;
  const gardes = [...new URLSearchParams(vue.requete)].filter(([nom]) => nom !== 'au');
  return (
    <PageDeTerritoire
      vue={vue}
      onglet="comparaison"
      phrase={<PhraseDeComparaison donnees={donnees} />}
      reserve="Le groupe, lui, est celui d’aujourd’hui."
    >
      <FormulaireDeFiltres legende="Choisir la date" actifs={[]} gardes={gardes}>
        <ChampDeSituation regard={vue} />
      </FormulaireDeFiltres>
      <Groupes donnees={donnees} />
      <GroupeCompare donnees={donnees} />
      <ChoixDesTerritoires donnees={donnees} refus={refus} />
      {groupe.length > 0 && choisie !== null && <UneReforme donnees={donnees} choisie={choisie} />}
      {groupe.length > 0 && (
        <Section titre="Toutes les réformes">
          <Tableau
            legende={`Réformes suivies ${vue.locution} et médiane du groupe`}
            lignes={comparees}
            cleDeLigne={({ id }) => id}
            vide={<EtatVide titre="Aucune réforme à comparer" />}
            colonnes={[
              {
                cle: 'nom',
                titre: 'Réforme',
                largeur: 'large',
                cellule: ({ id, nom }) => (
                  <Lien
                    href={avec(vue.requete, { reforme: id })}
                    aria-current={id === choisie?.id ? 'true' : undefined}
                  >
                    {nom}
                  </Lien>
                ),
              },
              { cle: 'ici', titre: vue.nom, alignement: 'fin', cellule: ({ ici }) => <Chiffre texte={ici.texte} /> },
              {
                cle: 'mediane',
                titre: 'Médiane',
                alignement: 'fin',
                cellule: ({ mediane }) => <Chiffre texte={mediane.texte} />,
              },
              {
                cle: 'ecart',
                titre: 'Écart',
                alignement: 'fin',
                cellule: ({ ecart }) =>
                  ecart.retrait ? <strong>{ecart.texte}</strong> : <Chiffre texte={ecart.texte} />,
              },
              {
                cle: 'moitie',
                titre: 'La moitié du groupe',
                alignement: 'fin',
                cellule: ({ bas, haut }) =>
                  bas.valeur === null ? <Chiffre texte="–" /> : `de ${bas.texte} à ${haut.texte}`,
              },
              { cle: 'mesures', titre: 'Mesurés', alignement: 'fin', cellule: ({ mesures }) => mesures },
            ]}
          />
        </Section>
      )}
    </PageDeTerritoire>
  );
}

function UneReforme({
  donnees: { vue, entonnoir },
  choisie,
}: {
  readonly donnees: DonneesDeComparaison;
  readonly choisie: NonNullable<DonneesDeComparaison['choisie']>;
}) {
  const { id, nom, ici, ecart, mediane, nommes, anonymes } = choisie;
  return (
    <Section titre={nom} actions={<Lien href={adresseDeReforme(id, vue.code, vue)}>Voir la réforme</Lien>}>
      <PointsDeComparaison
        legende={`${nom} : taux d’avancement`}
        unite="%"
        mediane={mediane.valeur}
        points={[
          { code: vue.code, nom: vue.nom, valeur: ici.valeur, ecart: ecart.texte, ici: true },
          ...nommes.map((point) => ({ ...point, href: adresseDeReforme(id, point.code, vue) })),
        ]}
        {...(anonymes.length === 0
          ? {}
          : { anonymes: { nom: `${anonymes.length} semblables, sans leur nom`, valeurs: anonymes } })}
      />
      {entonnoir !== null && <Entonnoir {...entonnoir} />}
    </Section>
  );
}

function Chiffre({ texte }: { readonly texte: string }) {
  return texte === '–' ? <span className="jalon-discret">non mesuré</span> : texte;
}
