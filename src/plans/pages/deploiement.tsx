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
  avec,
  ChampDate,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  formaterJour,
  Lien,
  LienBouton,
  Liste,
  Page,
  Section,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { fichiersDuFormulaire } from '#tableur/depot';
import { relireApresRefus } from '../attendu/relire.ts';
import { corrigerDeclinaison } from '../deploiement/corriger-declinaison.ts';
import { declinerAction, retirerDeclinaisons } from '../deploiement/decliner.ts';
import { noterDeclinaison } from '../deploiement/noter-declinaison.ts';
import { ETATS_FILTRES } from '../regles/deploiement.ts';
import { CarteDuDeploiement } from './deploiement/carte.tsx';
import { FormulaireDeDeclinaison, FormulaireDeRetraitDeTerritoires } from './deploiement/formulaires.tsx';
import { LIBELLES_D_ETAT, nomsDeLaMaille } from './deploiement/mots.ts';
import { OrigineDesChiffres, PhraseDuDeploiement } from './deploiement/phrase.tsx';
import { TableauDesTerritoires } from './deploiement/tableau.tsx';
import { UnTerritoire } from './deploiement/territoire.tsx';
import { donneesDuDeploiement } from './donnees-du-deploiement.ts';
import { ACCUEIL, PLANS } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Déploiement : ${donnees?.action.intitule ?? 'action'} - Jalon` },
];

export const shouldRevalidate = relireApresRefus;

export const loader = async (arguments_: LoaderFunctionArgs) => (await donneesDuDeploiement(arguments_)).vue;

const FAITS: Readonly<Record<string, string>> = {
  decliner: 'Les territoires sont ajoutés : leurs services voient l’action dans « Ce que l’on attend de moi ».',
  retirer: 'Les territoires sont retirés ; ce qu’ils ont dit est gardé.',
  noter: 'La note est enregistrée.',
  corriger: 'La correction est enregistrée ; la note d’origine reste lisible, barrée.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const formulaire = await lireFormulaire(context, request);
  const valeurs = valeursDeFormulaire(formulaire);
  const verbe = String(valeurs.verbe ?? '');
  const cible = { plan: params.plan ?? '', action: params.action ?? '' };
  const visee = { ...cible, declinaison: String(valeurs.declinaison ?? '') };
  const resultat =
    verbe === 'decliner'
      ? await declinerAction(services, acteur, cible, valeurs)
      : verbe === 'retirer'
        ? await retirerDeclinaisons(services, acteur, cible, valeurs)
        : verbe === 'corriger'
          ? await corrigerDeclinaison(services, acteur, visee, valeurs)
          : await noterDeclinaison(services, acteur, visee, valeurs, await fichiersDuFormulaire(formulaire));
  if (resultat.ok) {
    const { pathname, search } = new URL(request.url);
    const surUnTerritoire = verbe !== 'decliner' && verbe !== 'retirer';
    const suite = avec(search, { index: null, corriger: null, fait: verbe });
    return redirect(`${pathname}${suite}${surUnTerritoire ? '#territoire' : ''}`);
  }
  const { refus } = resultat;
  return data(
    { verbe, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PageDuDeploiement() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { plan, action: declinee, fait, agregat, enTout, maille, criteres, requete, territoire, declinable } = donnees;
  const [, plusieurs] = nomsDeLaMaille(maille);
  const adresse = `/plans/${plan.id}/actions/${declinee.id}`;
  return (
    <Page
      filDAriane={[
        ACCUEIL,
        PLANS,
        { texte: plan.titre, href: `/plans/${plan.id}` },
        { texte: declinee.intitule, href: adresse },
      ]}
      surtitre={[declinee.code, declinee.intitule].filter(Boolean).join(' · ')}
      titre="Déploiement territorial"
      phrase={<PhraseDuDeploiement donnees={donnees} />}
    >
      {fait !== null && FAITS[fait] !== undefined && refus === null && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      {plan.au !== null && (
        <p className="jalon-passe">
          Situation au {formaterJour(plan.au)}. <Lien href={avec(requete, { au: null })}>Revenir à aujourd’hui</Lien>
        </p>
      )}
      {declinable && enTout > 0 && donnees.reserve && (
        <Alerte ton="attention" titre="Les territoires ne voient pas ce plan">
          Il est réservé à son équipe et aux services qu’il nomme.{' '}
          <Lien href={`/plans/${plan.id}/modifier`}>Ouvrez-le à l’administration</Lien> pour que chacun donne ses
          nouvelles.
        </Alerte>
      )}
      {agregat.declinees > 1 && <OrigineDesChiffres donnees={donnees} />}
      {territoire !== null && (
        <UnTerritoire
          territoire={territoire}
          requete={requete}
          parmiDAutres={agregat.declinees > 1}
          adresse={`${adresse}/deploiement`}
          refus={refus}
        />
      )}
      {agregat.declinees > 1 && (
        <>
          <CarteDuDeploiement donnees={donnees} />
          <Section titre="Territoire par territoire" id="territoires">
            <FormulaireDeFiltres
              legende="Filtrer les territoires"
              actifs={[
                ...(criteres.region === null
                  ? []
                  : [
                      {
                        texte: donnees.regions.find(({ valeur }) => valeur === criteres.region)?.texte ?? 'Région',
                        href: avec(requete, { region: null }),
                      },
                    ]),
                ...(criteres.etat === null
                  ? []
                  : [{ texte: LIBELLES_D_ETAT[criteres.etat], href: avec(requete, { etat: null }) }]),
              ]}
              gardes={[...new URLSearchParams(requete)].filter(([nom]) => nom === 'tri' || nom === 'carte')}
            >
              {maille === 'departemental' && donnees.regions.length > 1 && (
                <Liste
                  nom="region"
                  libelle="Région"
                  valeur={criteres.region ?? ''}
                  aucune="toutes"
                  options={donnees.regions}
                />
              )}
              <Liste
                nom="etat"
                libelle="Situation"
                valeur={criteres.etat ?? ''}
                aucune="toutes"
                options={ETATS_FILTRES.map((valeur) => ({ valeur, texte: LIBELLES_D_ETAT[valeur] }))}
              />
              <ChampDate nom="au" libelle="Situation au" valeur={plan.au ?? ''} max={plan.aujourdhui} />
            </FormulaireDeFiltres>
            <EnTeteDeListe
              trouves={donnees.declinaisons.length}
              total={agregat.declinees}
              nom={maille === 'regional' ? ['région', 'régions'] : ['département', 'départements']}
            >
              <details className="jalon-menu">
                <summary>Exporter</summary>
                <ul>
                  {EXPORTS.map(([format, libelle]) => (
                    <li key={format}>
                      <Lien href={`${adresse}/deploiement.${format}?${requete}`} document>
                        {libelle}
                      </Lien>
                    </li>
                  ))}
                </ul>
              </details>
            </EnTeteDeListe>
            <TableauDesTerritoires donnees={donnees} />
          </Section>
        </>
      )}
      {enTout > 0 && agregat.declinees === 0 && (
        <EtatVide
          titre="Aucun territoire ne vous est ouvert"
          action={
            <LienBouton href={adresse} rang="secondaire">
              Revenir à l’action
            </LienBouton>
          }
        >
          L’action est déclinée dans {enTout} territoires : chacun lit et tient à jour le sien.
        </EtatVide>
      )}
      {enTout === 0 && !declinable && (
        <EtatVide
          titre="Rien à montrer ici"
          action={
            <LienBouton href={adresse} rang="secondaire">
              Revenir à l’action
            </LienBouton>
          }
        >
          L’équipe du plan peut la décliner par {plusieurs} ou par régions : chacun y donnera ses nouvelles.
        </EtatVide>
      )}
      <FormulaireDeDeclinaison donnees={donnees} refus={refus?.verbe === 'decliner' ? refus : null} />
      {declinable && enTout > 0 && (
        <FormulaireDeRetraitDeTerritoires donnees={donnees} refus={refus?.verbe === 'retirer' ? refus : null} />
      )}
    </Page>
  );
}

const EXPORTS = [
  ['xlsx', 'Excel (xlsx)'],
  ['ods', 'OpenDocument (ods)'],
  ['csv', 'CSV'],
  ['docx', 'Word (docx)'],
] as const;
