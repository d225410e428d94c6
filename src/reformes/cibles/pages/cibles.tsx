import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '#acces';
import {
  Alerte,
  compter,
  Enumeration,
  Explication,
  FormulaireDeFiltres,
  Liste,
  Page,
  PanneauDepliant,
  pluriel,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { TERRITOIRES } from '#territoires';
import { estIdentifiant, trouverReforme, trouverReformeDans } from '../../lectures/reformes.ts';
import { coteDe, territoiresLisibles } from '../../politique.ts';
import { acterCible } from '../commandes/acter-cible.ts';
import { commenterCible, retirerCible } from '../commandes/discuter-cible.ts';
import { proposerCible } from '../commandes/proposer-cible.ts';
import { lireFil } from '../lectures/fil.ts';
import { lireTableauDesCibles } from '../lectures/tableau.ts';
import { presenterCibles, presenterFil } from '../presentation.ts';
import { Discussion } from './discussion.tsx';
import { FormulaireDeProposition } from './formulaire-de-proposition.tsx';
import { TableauDesCibles } from './tableau-des-cibles.tsx';

export const meta = ({ data: lues }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Cibles : ${lues?.reforme.nom ?? 'réforme'} - Jalon` },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const id = params.reforme ?? '';
  const fiche = obtenir(await trouverReforme(base, acteur, id));
  const lisibles = new Set(territoiresLisibles(acteur, fiche));
  const suivis = TERRITOIRES.filter(
    ({ code, maille }) => maille !== 'national' && fiche.mailles.includes(maille) && lisibles.has(code),
  );
  const parametres = new URL(request.url).searchParams;
  const voulu = parametres.get('territoire') ?? acteur.territoire;
  const territoire = suivis.find(({ code }) => code === voulu) ?? null;
  // A territory that is asked for and closed is refused, not passed over.
  if (parametres.has('territoire') && territoire === null) obtenir(await trouverReformeDans(base, acteur, id, voulu));
  const indicateurs =
    territoire === null ? [] : await lireTableauDesCibles(base, fiche.panier, territoire.code, territoire.maille);
  const cote = territoire === null ? null : coteDe(acteur, fiche, territoire.code);
  const lignes = presenterCibles(indicateurs, cote);
  const choisie = lignes.find((ligne) => ligne.id !== null && ligne.id === parametres.get('cible')) ?? null;
  return {
    reforme: { id, nom: fiche.nom },
    territoires: suivis.map(({ code, nom, maille }) => ({
      valeur: code,
      texte: maille === 'regional' ? `${nom}, région` : `${nom} (${code.slice(1)})`,
    })),
    territoire: territoire && { code: territoire.code, locution: territoire.locution, nom: territoire.nom },
    cote,
    lignes,
    indicateurs: indicateurs.map(({ identifiant, nom }) => ({ valeur: identifiant, texte: nom })),
    choisie,
    fil: choisie?.id && estIdentifiant(choisie.id) ? presenterFil(await lireFil(base, choisie.id), choisie.unite) : [],
    depart: { indicateur: parametres.get('indicateur') ?? '', jour: parametres.get('jour') ?? '' },
    fait: parametres.get('fait'),
  };
}

const FAITS: Readonly<Record<string, string>> = {
  proposer: 'La valeur est proposée : l’autre partie est prévenue.',
  acter: 'La cible est actée : elle compte désormais dans l’avancement.',
  commenter: 'Le commentaire est ajouté.',
  retirer: 'La proposition est retirée.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const reforme = params.reforme ?? '';
  const ou = { reforme, cible: String(valeurs.cible ?? '') };
  const verbe = VERBES.find((un) => un === valeurs.verbe) ?? 'proposer';
  const resultat =
    verbe === 'proposer'
      ? await proposerCible(services, acteur, reforme, valeurs)
      : await { acter: acterCible, commenter: commenterCible, retirer: retirerCible }[verbe](
          services,
          acteur,
          ou,
          valeurs,
        );
  if (resultat.ok) {
    const territoire = encodeURIComponent(String(valeurs.territoire ?? ''));
    return redirect(
      `/reformes/${reforme}/cibles?territoire=${territoire}&cible=${resultat.valeur ?? ou.cible}&fait=${verbe}#discussion`,
    );
  }
  const { refus } = resultat;
  return data(
    {
      verbe,
      cible: ou.cible,
      valeurs,
      aConfirmer: refus.regle === 'cible.degeneree',
      champs: refus.champs ?? { formulaire: refus.message },
    },
    { status: STATUTS[refus.nature] },
  );
}

const VERBES = ['proposer', 'acter', 'commenter', 'retirer'] as const;

type Donnees = Awaited<ReturnType<typeof loader>>;

export default function PageDesCibles() {
  const donnees = useLoaderData<typeof loader>();
  const { reforme, territoires, territoire, cote, lignes, indicateurs, choisie, fil, depart, fait } = donnees;
  const refus = useActionData<typeof action>();
  const refusDeProposition = refus?.verbe === 'proposer' && refus.cible === '' ? refus : undefined;
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: reforme.nom, href: `/reformes/${reforme.id}` },
      ]}
      titre="Cibles convenues"
      surtitre={reforme.nom}
      phrase={<Phrase {...donnees} />}
    >
      {fait !== null && FAITS[fait] !== undefined && !refus && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      <FormulaireDeFiltres legende="Choisir le territoire" actifs={[]}>
        <Liste
          nom="territoire"
          libelle="Territoire"
          valeur={territoire?.code ?? ''}
          aucune="Choisir un territoire"
          options={territoires}
        />
      </FormulaireDeFiltres>
      {territoire !== null && (
        <>
          <TableauDesCibles lignes={lignes} reforme={reforme.id} territoire={territoire.code} discute={cote !== null} />
          <Explication objet="les cibles">
            <p>
              La cible en vigueur est la dernière valeur enregistrée pour cette échéance : importée, saisie, ou actée
              ici. Une valeur proposée ne compte qu’une fois actée par l’autre partie. Une cible est du mauvais côté
              quand elle ne demande pas mieux que la valeur initiale.
            </p>
          </Explication>
          {choisie !== null && (
            <Discussion
              key={choisie.id}
              ligne={choisie}
              fil={fil}
              cote={cote}
              territoire={territoire.code}
              refus={refus?.cible === choisie.id ? refus : undefined}
            />
          )}
          {cote !== null && indicateurs.length > 0 && (
            <Section titre="Proposer une cible" id="proposer">
              <PanneauDepliant
                titre="Un indicateur, une échéance, une valeur"
                ouvert={depart.indicateur !== '' || refusDeProposition !== undefined}
              >
                <FormulaireDeProposition
                  territoire={territoire.code}
                  indicateurs={indicateurs}
                  depart={depart}
                  refus={refusDeProposition}
                />
              </PanneauDepliant>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Phrase({ territoire, lignes, indicateurs }: Donnees) {
  if (territoire === null)
    return 'Les cibles d’un territoire se conviennent entre son préfet et l’administration centrale : choisissez-le.';
  const compte = (vrai: (ligne: Donnees['lignes'][number]) => boolean) => lignes.filter(vrai).length;
  const actees = compte(({ etat }) => etat === 'actee');
  const discutees = compte(({ etat }) => etat === 'en_discussion');
  const aRepondre = compte(({ aVous }) => aVous);
  const sans = compte(({ etat }) => etat === 'absente');
  const lieu = `${territoire.locution.charAt(0).toUpperCase()}${territoire.locution.slice(1)}`;
  if (indicateurs.length === 0) return `${lieu}, cette réforme n’a pas d’indicateur.`;
  return (
    <>
      {`${lieu}\u00a0: `}
      <Enumeration>
        {actees === 0 ? 'aucune cible actée' : compter(actees, 'cible actée', 'cibles actées')}
        {discutees > 0 &&
          `${compter(discutees, 'en discussion', 'en discussion')}${aRepondre === 0 ? '' : ` (${aRepondre} à votre réponse)`}`}
        {sans > 0 && `${compter(sans, 'indicateur', 'indicateurs')} ${pluriel(sans, 'sans cible', 'sans cible')}`}
      </Enumeration>
      .
    </>
  );
}
