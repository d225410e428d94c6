import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ANNEES_D_HABILITATION, dansAnnees, lireFormulaire, obtenir, peutGererCompte, STATUTS, selon } from '#acces';
import { accorderHabilitation } from '#acces/habilitations';
import {
  Alerte,
  Bouton,
  ChampTexte,
  EtatVide,
  Formulaire,
  FormulaireDeFiltres,
  Liste,
  Page,
  PanneauDepliant,
  Section,
} from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { chargerCompte } from '../comptes/charger-compte.ts';
import { HABILITABLES } from '../comptes/habilitables.ts';
import { objetsAChoisir } from '../comptes/objets-a-choisir.ts';
import { territoiresAdministrables } from '../comptes/referentiel.ts';
import { ChampsDePortee, ChoixDuDroit, LIBELLES_D_HABILITATION } from './champs-d-habilitation.tsx';
import { ACCUEIL, ADMINISTRATION, COMPTES } from './fil.ts';
import { retourALAcces } from './retour.ts';

export const meta = () => [{ title: 'Donner un accès - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, compte, vue } = await chargerCompte(arguments_);
  obtenir(selon(peutGererCompte(acteur, compte)));
  const parametres = new URL(arguments_.request.url).searchParams;
  const q = parametres.get('q')?.trim().slice(0, 100) ?? '';
  const objet = parametres.get('objet');
  const jour = aujourdhui(services.horloge);
  const territoires = territoiresAdministrables(acteur);
  return {
    vue,
    q,
    ...(await objetsAChoisir(services.base, acteur, { q, objet })),
    objet: objet ?? '',
    territoires,
    territoire: territoires.find(({ valeur }) => valeur === compte.territoire)?.valeur ?? '',
    fin: dansAnnees(jour, 1),
    finAuPlus: dansAnnees(jour, ANNEES_D_HABILITATION),
  };
}

export async function action(arguments_: ActionFunctionArgs) {
  const { acteur, services, compte } = await chargerCompte(arguments_);
  const valeurs = valeursDeFormulaire(await lireFormulaire(arguments_.context, arguments_.request));
  const accordee = await accorderHabilitation(services, HABILITABLES, acteur, compte.compte, valeurs);
  if (accordee.ok)
    return redirect(
      retourALAcces(arguments_.request, 'habiliter') ?? `/administration/comptes/${compte.compte}?fait=habiliter`,
    );
  const { refus } = accordee;
  return data({ champs: refus.champs ?? { formulaire: refus.message }, valeurs }, { status: STATUTS[refus.nature] });
}

export default function Habiliter() {
  const { vue, q, groupes, plusQue, objet, ...portee } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const administrer = refus?.valeurs.objet === 'comptes';
  const ici = `/administration/comptes/${vue.id}/habiliter`;
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION, COMPTES, { texte: vue.nom, href: `/administration/comptes/${vue.id}` }]}
      titre="Donner un accès"
      surtitre={vue.nom}
      phrase="Un droit sur un objet, pour un territoire, jusqu’à une date. Vous ne donnez que ce que vous pouvez vous-même."
    >
      {(plusQue !== null || q !== '') && (
        <FormulaireDeFiltres
          legende="Chercher ce à quoi donner accès"
          actifs={q === '' ? [] : [{ texte: `contient « ${q} »`, href: ici }]}
        >
          <ChampTexte
            nom="q"
            libelle="Chercher un plan, une réforme, un ministère"
            type="search"
            valeur={q}
            id="recherche-d-objet"
          />
        </FormulaireDeFiltres>
      )}
      {plusQue !== null && (
        <Alerte ton="info">
          {`Les ${plusQue} premiers de chaque sorte sont proposés : cherchez par un mot du titre pour trouver les autres.`}
        </Alerte>
      )}
      {groupes.length === 0 ? (
        <EtatVide titre="Rien à proposer">
          Aucun plan, aucune réforme que vous lisez ne contient ces mots. Changez la recherche.
        </EtatVide>
      ) : (
        <Formulaire
          titre="Donner un accès"
          protege
          libelles={LIBELLES_D_HABILITATION}
          {...(refus && !administrer ? { erreurs: refus.champs, valeurs: refus.valeurs } : {})}
        >
          <Liste
            nom="objet"
            libelle={LIBELLES_D_HABILITATION.objet}
            requis
            aucune="Choisir"
            options={groupes}
            valeur={objet}
          />
          <ChoixDuDroit valeur="lire" />
          <ChampsDePortee {...portee} />
          <Bouton>Donner cet accès</Bouton>
        </Formulaire>
      )}
      <Section titre="Administrer les comptes">
        <PanneauDepliant titre="Lui confier l’administration des comptes d’un territoire" ouvert={administrer}>
          <Formulaire
            titre="Confier l’administration des comptes"
            libelles={LIBELLES_D_HABILITATION}
            {...(refus && administrer ? { erreurs: refus.champs, valeurs: refus.valeurs } : {})}
          >
            <input type="hidden" name="objet" value="comptes" />
            <input type="hidden" name="droit" value="administrer" />
            <p>
              Elle ouvrira, modifiera et fermera les comptes de ce territoire, dans la limite de ses propres droits, et
              jamais le sien.
            </p>
            <ChampsDePortee {...portee} prefixe="administrer" />
            <Bouton rang="secondaire">Confier l’administration</Bouton>
          </Formulaire>
        </PanneauDepliant>
      </Section>
    </Page>
  );
}
