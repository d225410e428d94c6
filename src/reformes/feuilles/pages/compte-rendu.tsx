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
  Alerte,
  Bouton,
  Definitions,
  Formulaire,
  formaterJour,
  Historique,
  LienBouton,
  Section,
  Tableau,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { commenterFeuille } from '../commandes/commenter-feuille.ts';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import type { ProjetPresente } from '../presentation.ts';
import { chargerFeuille } from './charger-feuille.ts';
import { Evenements } from './evenements.tsx';
import { EtatDit, PageDeFeuille, Paragraphes } from './feuille-commun.tsx';
import { TableauDesReformes } from './tableau-des-reformes.tsx';

export const meta = () => [{ title: 'Compte rendu d’avancement - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue, parametres } = await chargerFeuille(arguments_);
  const rendu = await assemblerCompteRendu(services.base, acteur, feuille, lecture, au);
  return { vue, rendu, commente: parametres.has('commente') };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const feuille = params.feuille ?? '';
  const resultat = await commenterFeuille(context.get(contexteServices), acteur, feuille, valeurs);
  if (resultat.ok) return redirect(`/feuilles-de-route/${feuille}/compte-rendu?commente`);
  const { refus } = resultat;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

export default function PageDuCompteRendu() {
  const { vue, rendu, commente } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const adresse = `/feuilles-de-route/${vue.id}/compte-rendu`;
  return (
    <PageDeFeuille
      vue={vue}
      onglet="/compte-rendu"
      phrase={`Compte rendu d’avancement au ${formaterJour(vue.aujourdhui)}, assemblé de ce que Jalon connaît.`}
    >
      <div className="jalon-boutons">
        {FORMATS.map(([format, texte]) => (
          <LienBouton
            key={format}
            href={`${adresse}.${format}`}
            rang="secondaire"
            taille="petite"
            icone="telecharger"
            document
          >
            {texte}
          </LienBouton>
        ))}
      </div>
      {commente && !refus && <Alerte ton="succes">Le commentaire est ajouté au compte rendu.</Alerte>}
      {vue.entiere && (
        <Section titre="Commentaire du préfet" id="commentaires">
          {rendu.commentaires.length === 0 && <p>Aucun commentaire pour le moment.</p>}
          <Historique
            legende="Commentaires, du plus récent au plus ancien"
            faits={rendu.commentaires.map(({ texte, quand, auteur }) => ({
              cle: `${quand} ${texte}`,
              quand,
              titre: auteur ?? 'Jalon',
              detail: <Paragraphes texte={texte} />,
            }))}
          />
          {vue.tenable && (
            <Formulaire titre="Commenter le compte rendu" protege erreurs={refus?.champs} valeurs={refus?.valeurs}>
              <ZoneDeTexte
                nom="texte"
                libelle="Ajouter un commentaire"
                aide="Daté et signé, il s’ajoute aux précédents et ne se modifie plus"
                requis
                rows={4}
                maxLength={8_000}
              />
              <Bouton rang="secondaire">Ajouter le commentaire</Bouton>
            </Formulaire>
          )}
        </Section>
      )}
      <Section titre="Réformes prioritaires">
        <TableauDesReformes
          reformes={rendu.reformes}
          lieu={vue.lieu}
          vide="Aucune réforme dans cette feuille de route."
        />
      </Section>
      {vue.entiere && (
        <>
          <Section titre="Projets structurants locaux">
            {rendu.projets.length === 0 && <p>Aucun projet local dans cette feuille de route.</p>}
            {rendu.projets.map((projet) => (
              <ProjetRendu key={projet.id} projet={projet} />
            ))}
          </Section>
          <Section titre="Vie de la feuille de route">
            {rendu.evenements.length === 0 ? <p>Rien encore.</p> : <Evenements evenements={rendu.evenements} />}
          </Section>
        </>
      )}
    </PageDeFeuille>
  );
}

const FORMATS = [
  ['docx', 'Télécharger en Word'],
  ['odt', 'Télécharger en OpenDocument'],
  ['pdf', 'Télécharger en PDF'],
] as const;

function ProjetRendu({ projet }: { readonly projet: ProjetPresente }) {
  const [derniere] = projet.notes;
  return (
    <Section titre={projet.nom} niveau="h3">
      <Definitions
        elements={[
          ...(projet.etat === null ? [] : [{ terme: 'État déclaré', valeur: <EtatDit etat={projet.etat} /> }]),
          ...(derniere === undefined
            ? []
            : [
                {
                  terme: 'Dernière nouvelle',
                  valeur: <Paragraphes texte={`${formaterJour(derniere.quand.slice(0, 10))} : ${derniere.texte}`} />,
                },
              ]),
          ...(projet.description === null
            ? []
            : [{ terme: 'Description', valeur: <Paragraphes texte={projet.description} /> }]),
          ...(projet.partenaires === null
            ? []
            : [{ terme: 'Partenaires', valeur: <Paragraphes texte={projet.partenaires} /> }]),
          ...(projet.moyens === null ? [] : [{ terme: 'Moyens', valeur: <Paragraphes texte={projet.moyens} /> }]),
        ]}
      />
      <Tableau
        legende={`Jalons de ${projet.nom}`}
        lignes={projet.jalons}
        cleDeLigne={({ id }) => id}
        vide={<p>Aucun jalon.</p>}
        colonnes={[
          { cle: 'jalon', titre: 'Jalon', largeur: 'large', cellule: ({ libelle }) => libelle },
          { cle: 'echeance', titre: 'Échéance', cellule: ({ echeance }) => echeance },
          { cle: 'initiale', titre: 'Engagement initial', cellule: ({ initiale }) => initiale ?? 'le même' },
          { cle: 'etat', titre: 'Situation', cellule: ({ etat }) => <EtatDit etat={etat} /> },
        ]}
      />
    </Section>
  );
}
