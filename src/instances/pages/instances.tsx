import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import {
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Lien,
  LienBouton,
  LienDePhrase,
  Page,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { listerInstances } from '../lectures/instances.ts';
import { reunionsProches } from '../lectures/reunions.ts';
import { peutCreerDesInstances } from '../politique.ts';
import { direMoment, direNiveau, direPresidence } from '../presentation.ts';
import { LIBELLES_DE_NIVEAU, NIVEAUX } from '../regles/niveaux.ts';
import { ACCUEIL, EtatDit } from './commun.tsx';

export const meta = () => [{ title: 'Instances - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const voulu = new URL(request.url).searchParams.get('niveau');
  const filtre = NIVEAUX.find((un) => un === voulu) ?? null;
  const toutes = await listerInstances(base, acteur);
  const retenues = toutes.filter(({ niveau }) => filtre === null || niveau === filtre);
  const proches = await reunionsProches(
    base,
    retenues.map(({ id }) => id),
    aujourdhui(horloge),
  );
  return {
    filtre,
    total: toutes.length,
    niveaux: NIVEAUX.map((niveau) => ({
      niveau,
      nombre: toutes.filter((instance) => instance.niveau === niveau).length,
    })).filter(({ nombre }) => nombre > 0),
    createur: peutCreerDesInstances(acteur).permis,
    instances: retenues.map((instance) => {
      const { prochaine = null, derniere = null } = proches.get(instance.id) ?? {};
      return {
        id: instance.id,
        nom: instance.nom,
        niveau: direNiveau(instance),
        presidence: direPresidence(instance),
        membres: instance.membres.length,
        prochaine: prochaine && { id: prochaine.id, moment: direMoment(prochaine) },
        derniere: derniere && { id: derniere.id, moment: direMoment(derniere), etat: derniere.etat },
      };
    }),
  };
}

export default function PageDesInstances() {
  const { instances, total, niveaux, filtre, createur } = useLoaderData<typeof loader>();
  const creer = createur && (
    <LienBouton href="/instances/nouvelle" taille="petite" icone="plus">
      Créer une instance
    </LienBouton>
  );
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Instances"
      phrase={
        total === 0 ? undefined : (
          <>
            {compter(total, 'instance', 'instances')}
            {'\u00a0: '}
            <Enumeration>
              {niveaux.map(({ niveau, nombre }) => (
                <LienDePhrase key={niveau} href={`?niveau=${niveau}`}>
                  {nombre} {LIBELLES_DE_NIVEAU[niveau].toLowerCase()}
                </LienDePhrase>
              ))}
            </Enumeration>
            .
          </>
        )
      }
      actions={creer}
    >
      <EnTeteDeListe trouves={instances.length} total={total} nom={['instance', 'instances']}>
        {filtre !== null && (
          <LienBouton href="/instances" rang="tertiaire" taille="petite">
            Tout voir
          </LienBouton>
        )}
      </EnTeteDeListe>
      <Tableau
        legende="Instances dont vous êtes membre, ou dont vous tenez le secrétariat ou la présidence"
        lignes={instances}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucune instance ici" action={total === 0 && creer}>
            {total === 0
              ? 'Les comités dont votre service est membre, ou tient le secrétariat, apparaîtront ici.'
              : 'Aucune n’est de ce niveau.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Instance',
            largeur: 'large',
            cellule: ({ id, nom, niveau }) => (
              <>
                <Lien href={`/instances/${id}`}>{nom}</Lien>
                <div className="jalon-discret">{niveau}</div>
              </>
            ),
          },
          { cle: 'presidence', titre: 'Présidence', cellule: ({ presidence }) => presidence },
          { cle: 'membres', titre: 'Membres', alignement: 'fin', cellule: ({ membres }) => membres },
          {
            cle: 'prochaine',
            titre: 'Prochaine réunion',
            cellule: ({ prochaine }) =>
              prochaine === null ? (
                <span className="jalon-discret">aucune</span>
              ) : (
                <Lien href={`/reunions/${prochaine.id}`}>{prochaine.moment}</Lien>
              ),
          },
          {
            cle: 'derniere',
            titre: 'Dernière réunion',
            cellule: ({ derniere }) =>
              derniere === null ? (
                <span className="jalon-discret">aucune</span>
              ) : (
                <>
                  <Lien href={`/reunions/${derniere.id}`}>{derniere.moment}</Lien> <EtatDit etat={derniere.etat} />
                </>
              ),
          },
        ]}
      />
    </Page>
  );
}
