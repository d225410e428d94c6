import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { partsDuPanier } from '#indicateurs';
import {
  Alerte,
  Bouton,
  ChampTexte,
  compter,
  EtatVide,
  Formulaire,
  GroupeDeBoutons,
  LienBouton,
  Liste,
  Page,
  Section,
  Tableau,
} from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { trouverReforme } from '../../lectures/reformes.ts';
import { peutConfigurerReformes } from '../../politique.ts';
import { chargerReforme } from '../charger-reforme.ts';
import { composerReforme } from '../commandes/composer-reforme.ts';
import {
  type EffetDeComposition,
  effetDeLaComposition,
  indicateursAAjouter,
  lignesDuPanier,
  lignesEnvoyees,
  nommerLesLignes,
} from '../composition.ts';
import { LIBELLES_DE_MAILLE } from '../mots.ts';
import { ACCUEIL, REFORMES } from './cadre.tsx';
import './reformes.css';

export const meta = () => [{ title: 'Indicateurs et poids - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, vue } = await chargerReforme(arguments_);
  obtenir(selon(peutConfigurerReformes(acteur)));
  const lignes = lignesDuPanier(await partsDuPanier(services.base, reforme.panier));
  return {
    vue,
    archivee: reforme.etat === 'archivee',
    version: reforme.version,
    mailles: reforme.mailles,
    lignes,
    ajoutables: await indicateursAAjouter(
      services.base,
      lignes.map(({ indicateur }) => indicateur),
    ),
  };
}

/** `ajouter` and `voir` write nothing: the form comes back with one line more, or with what it would change. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { base, horloge } = services;
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const reforme = obtenir(await trouverReforme(base, acteur, params.reforme ?? ''));
  obtenir(selon(peutConfigurerReformes(acteur)));
  const { verbe } = valeurs;
  const ajoute = verbe === 'ajouter' ? String(valeurs.ajoute ?? '') : null;
  const lignes = lignesEnvoyees(valeurs, ajoute);
  const rendre = async (
    suite: { champs?: Readonly<Record<string, string>>; effet?: EffetDeComposition; version?: number },
    status = 200,
  ) =>
    data(
      {
        valeurs,
        lignes: await nommerLesLignes(base, lignes),
        champs: suite.champs ?? {},
        effet: suite.effet ?? null,
        version: suite.version ?? Number(valeurs.version),
      },
      { status },
    );
  if (verbe === 'ajouter') return rendre({});
  if (verbe === 'voir') {
    const effet = await effetDeLaComposition(base, reforme, lignes, aujourdhui(horloge));
    return effet.ok
      ? rendre({ effet: effet.valeur })
      : rendre({ champs: effet.refus.champs ?? { formulaire: effet.refus.message } }, STATUTS[effet.refus.nature]);
  }
  const fait = await composerReforme(services, acteur, reforme.id, { version: valeurs.version, lignes });
  if (fait.ok) return redirect(`/reformes/${reforme.id}/territoires`);
  const { champs, message, nature } = fait.refus;
  return rendre(
    { champs: champs ?? { formulaire: message }, ...(nature === 'conflit' ? { version: reforme.version } : {}) },
    STATUTS[nature],
  );
}

const MAILLES = ['national', 'regional', 'departemental'] as const;

export default function IndicateursDeLaReforme() {
  const donnees = useLoaderData<typeof loader>();
  const reponse = useActionData<typeof action>() ?? null;
  const { vue, archivee, mailles, ajoutables } = donnees;
  const lignes = reponse?.lignes ?? donnees.lignes;
  const version = reponse?.version ?? donnees.version;
  const suivies = MAILLES.filter((maille) => mailles.includes(maille));
  const restants = ajoutables.filter(({ valeur }) => !lignes.some(({ indicateur }) => String(indicateur) === valeur));
  return (
    <Page
      filDAriane={[ACCUEIL, REFORMES, { texte: vue.nom, href: `/reformes/${vue.id}` }]}
      titre="Indicateurs et poids"
      phrase={
        lignes.length === 0
          ? 'Cette réforme n’a pas encore d’indicateur.'
          : `${compter(lignes.length, 'indicateur fait', 'indicateurs font')} le taux de cette réforme.`
      }
    >
      <p className="jalon-discret">
        Le taux est la moyenne des taux des indicateurs, chacun selon son poids à chaque niveau. Un poids vide :
        l’indicateur n’y est pas suivi ; 0 : il est montré et ne compte pas.
      </p>
      {archivee ? (
        <Alerte ton="info">Cette réforme est archivée : elle se lit, et ne change plus. Rouvrez-la d’abord.</Alerte>
      ) : (
        <Formulaire
          titre="Indicateurs et poids"
          disposition="page"
          protege
          erreurs={reponse?.champs}
          valeurs={reponse?.valeurs}
        >
          <input type="hidden" name="version" value={version} key={version} />
          <Tableau
            legende="Indicateurs de la réforme et leur poids à chaque niveau"
            lignes={lignes}
            cleDeLigne={({ indicateur }) => String(indicateur)}
            vide={<EtatVide titre="Aucun indicateur">Ajoutez-en un ci-dessous, puis donnez-lui un poids.</EtatVide>}
            colonnes={[
              {
                cle: 'nom',
                titre: 'Indicateur',
                largeur: 'large',
                cellule: ({ indicateur, nom, identifiant }) => (
                  <>
                    <input type="hidden" name="indicateur" value={indicateur} />
                    {nom}
                    <div className="jalon-discret">{identifiant}</div>
                  </>
                ),
              },
              ...suivies.map((maille) => ({
                cle: maille,
                titre: `Poids ${LIBELLES_DE_MAILLE[maille]}`,
                cellule: ({ indicateur, nom, mailles: siennes, poids }: (typeof lignes)[number]) =>
                  siennes.includes(maille) ? (
                    <ChampTexte
                      nom={`poids.${indicateur}.${maille}`}
                      libelle={`Poids ${LIBELLES_DE_MAILLE[maille]} de ${nom}`}
                      libelleMasque
                      inputMode="decimal"
                      maxLength={30}
                      valeur={poids[maille]}
                    />
                  ) : (
                    <span className="jalon-discret">non suivi</span>
                  ),
              })),
            ]}
          />
          {restants.length > 0 && (
            <div className="jalon-choix-du-territoire">
              <Liste nom="ajoute" libelle="Ajouter un indicateur" aucune="Choisir un indicateur" options={restants} />
              <Bouton rang="secondaire" taille="petite" name="verbe" value="ajouter" icone="plus">
                Ajouter
              </Bouton>
            </div>
          )}
          {reponse?.effet && <Effet effet={reponse.effet} />}
          <GroupeDeBoutons>
            <Bouton rang={reponse?.effet ? 'secondaire' : 'principal'} name="verbe" value="voir">
              Voir ce qui change
            </Bouton>
            <Bouton rang={reponse?.effet ? 'principal' : 'secondaire'} name="verbe" value="enregistrer">
              Enregistrer
            </Bouton>
            <LienBouton href={`/reformes/${vue.id}`} rang="tertiaire">
              Annuler
            </LienBouton>
          </GroupeDeBoutons>
        </Formulaire>
      )}
    </Page>
  );
}

/** What would change, before anything is written. */
function Effet({ effet: { changent, perdent, gagnent, totaux, exemples } }: { readonly effet: EffetDeComposition }) {
  return (
    <Section titre="Ce qui changerait" id="effet">
      <p role="status">
        {changent === 0
          ? 'Aucun taux ne changerait.'
          : `${compter(changent, 'territoire changerait', 'territoires changeraient')}${perdent === 0 ? '' : `, ${compter(perdent, 'perdrait son taux', 'perdraient leur taux')}`}${gagnent === 0 ? '' : `, ${compter(gagnent, 'en gagnerait un', 'en gagneraient un')}`}. Rien n’est encore enregistré.`}
      </p>
      <ul>
        {totaux.map(({ maille, total, avertissement }) => (
          <li key={maille}>
            Niveau {LIBELLES_DE_MAILLE[maille]} : total {total}. {avertissement}
          </li>
        ))}
      </ul>
      {exemples.length > 0 && (
        <Tableau
          legende="Exemples de taux qui changeraient"
          surTelephone="tableau"
          lignes={exemples}
          cleDeLigne={({ lieu }) => lieu}
          colonnes={[
            { cle: 'lieu', titre: 'Territoire', cellule: ({ lieu }) => lieu },
            { cle: 'avant', titre: 'Avant', alignement: 'fin', cellule: ({ avant }) => avant },
            { cle: 'apres', titre: 'Après', alignement: 'fin', cellule: ({ apres }) => apres },
          ]}
        />
      )}
    </Section>
  );
}
