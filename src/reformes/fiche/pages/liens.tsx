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
  Bouton,
  ChampTexte,
  compter,
  EtatVide,
  Formulaire,
  FormulaireDeFiltres,
  Lien,
  Liste,
  PanneauDepliant,
  Section,
} from '#interface';
import { listerPlans } from '#plans';
import { valeursDeFormulaire } from '#socle';
import { TERRITOIRES } from '#territoires';
import { chargerReforme, territoiresEnOptions } from '../charger-reforme.ts';
import { ajouterContact, retirerContact } from '../commandes/contacts.ts';
import { delierPlan, lierPlan } from '../commandes/liens.ts';
import { lireContacts } from '../lectures/contacts.ts';
import { liensDeLaReforme } from '../lectures/liens.ts';
import { annuaireDesReformes } from '../lectures/referentiel.ts';
import { PageDeReforme } from './cadre.tsx';
import './reformes.css';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Plans et contacts : ${donnees?.vue.nom ?? 'réforme'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, lisibles, vue, aujourdhui, parametres } = await chargerReforme(arguments_);
  const { base } = services;
  const cherche = parametres.get('cherche')?.trim().slice(0, 200) || null;
  const [contacts, liens, annuaire, plans] = await Promise.all([
    lireContacts(base, reforme.id, lisibles),
    liensDeLaReforme(base, acteur, reforme.id),
    vue.tenue ? annuaireDesReformes(base) : null,
    vue.tenue
      ? listerPlans(
          base,
          acteur,
          { q: cherche, etat: null, territoire: null, page: 1 },
          { jour: aujourdhui, passe: false },
        )
      : null,
  ]);
  const noms = new Map<string, string>(TERRITOIRES.map(({ code, nom }) => [code, nom]));
  return {
    vue,
    contacts: contacts.map((contact) => ({
      ...contact,
      lieu: contact.territoire === null ? null : (noms.get(contact.territoire) ?? contact.territoire),
    })),
    liens,
    services: annuaire?.services ?? [],
    territoires: vue.tenue ? territoiresEnOptions(reforme, lisibles) : [],
    cherche,
    plans: plans?.plans.map(({ id, titre }) => ({ valeur: id, texte: titre })) ?? [],
    plansTrouves: plans?.total ?? 0,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { verbe, objet, ...valeurs } = valeursDeFormulaire(await lireFormulaire(context, request));
  const reforme = params.reforme ?? '';
  const faire = () => {
    switch (verbe) {
      case 'retirer':
        return retirerContact(services, acteur, reforme, String(objet ?? ''));
      case 'lier':
        return lierPlan(services, acteur, reforme, valeurs);
      case 'delier':
        return delierPlan(services, acteur, reforme, String(objet ?? ''));
      default:
        return ajouterContact(services, acteur, reforme, valeurs);
    }
  };
  const fait = await faire();
  if (fait.ok) return redirect(`/reformes/${reforme}/liens`);
  return data(
    { verbe, valeurs, champs: fait.refus.champs ?? { formulaire: fait.refus.message } },
    { status: STATUTS[fait.refus.nature] },
  );
}

type Vue = Awaited<ReturnType<typeof loader>>;

const LIBELLES = {
  fonction: 'Fonction',
  organisation: 'Service',
  territoire: 'Territoire',
  courriel: 'Courriel',
  telephone: 'Téléphone',
  plan: 'Plan',
};

export default function PlansEtContacts() {
  const donnees = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const { vue, contacts, liens } = donnees;
  const de = (verbe: string) => (refus !== null && refus.verbe === verbe ? refus : null);
  return (
    <PageDeReforme reforme={vue} onglet="/liens" phrase="À qui s’adresser, et ce qui est fait pour cette réforme.">
      <Section titre="Contacts" id="contacts">
        {contacts.length === 0 && (
          <EtatVide titre="Aucun contact">L’équipe de la réforme dit ici à qui écrire, par fonction.</EtatVide>
        )}
        <ul className="jalon-liste-nue jalon-rattachements">
          {contacts.map(({ id, fonction, service, courriel, telephone, lieu }) => (
            <li key={id}>
              <p>
                <strong>{fonction}</strong>
                <span className="jalon-discret">
                  {service !== null && `, ${service}`} · {lieu ?? 'tous les territoires'}
                </span>
                <br />
                {courriel !== null && <a href={`mailto:${courriel}`}>{courriel}</a>}
                {courriel !== null && telephone !== null && ' · '}
                {telephone}
              </p>
              {vue.tenue && <Geste verbe="retirer" objet={id} texte="Retirer" precision={fonction} />}
            </li>
          ))}
        </ul>
        {vue.tenue && <AjouterUnContact donnees={donnees} refus={de('contacter')} />}
      </Section>
      <Section titre="Plans et actions qui la servent" id="plans">
        {liens.length === 0 && (
          <EtatVide titre="Aucun plan lié">
            Parmi les plans que vous pouvez lire, aucun n’est dit servir cette réforme.
          </EtatVide>
        )}
        <ul className="jalon-liste-nue jalon-rattachements">
          {liens.map(({ id, plan, action: uneAction }) => (
            <li key={id}>
              <p>
                <Lien href={`/plans/${plan.id}`}>{plan.titre}</Lien>
                {uneAction !== null && (
                  <>
                    {' · '}
                    <Lien href={`/plans/${plan.id}/actions/${uneAction.id}`}>{uneAction.intitule}</Lien>
                  </>
                )}
              </p>
              {vue.tenue && (
                <Geste verbe="delier" objet={id} texte="Délier" precision={uneAction?.intitule ?? plan.titre} />
              )}
            </li>
          ))}
        </ul>
        {vue.tenue && <LierUnPlan donnees={donnees} refus={de('lier')} />}
      </Section>
    </PageDeReforme>
  );
}

type RefusLu = {
  readonly champs: Readonly<Record<string, string>>;
  readonly valeurs: Readonly<Record<string, string | string[]>>;
} | null;

function AjouterUnContact({ donnees, refus }: { readonly donnees: Vue; readonly refus: RefusLu }) {
  return (
    <PanneauDepliant titre="Ajouter un contact" ouvert={refus !== null}>
      <Formulaire
        titre="Ajouter un contact"
        protege
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={LIBELLES}
      >
        <input type="hidden" name="verbe" value="contacter" />
        <ChampTexte
          nom="fonction"
          libelle={LIBELLES.fonction}
          aide="La fonction, non le nom : « référente départementale »."
          requis
          maxLength={200}
        />
        <Liste nom="organisation" libelle={LIBELLES.organisation} aucune="aucun" options={donnees.services} />
        <Liste
          nom="territoire"
          libelle={LIBELLES.territoire}
          aucune="tous les territoires"
          options={donnees.territoires}
        />
        <ChampTexte nom="courriel" libelle={LIBELLES.courriel} type="email" maxLength={200} />
        <ChampTexte nom="telephone" libelle={LIBELLES.telephone} maxLength={30} />
        <Bouton>Ajouter le contact</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

/** A plan is found by its name, then chosen among those found. */
function LierUnPlan({ donnees, refus }: { readonly donnees: Vue; readonly refus: RefusLu }) {
  const { cherche, plans, plansTrouves, vue } = donnees;
  const autres = plansTrouves - plans.length;
  return (
    <PanneauDepliant titre="Lier un plan" ouvert={refus !== null || cherche !== null}>
      <FormulaireDeFiltres
        legende="Chercher un plan par son nom"
        action={`/reformes/${vue.id}/liens#plans`}
        actifs={cherche === null ? [] : [{ texte: `contient « ${cherche} »`, href: `/reformes/${vue.id}/liens#plans` }]}
      >
        <ChampTexte nom="cherche" libelle="Nom du plan" type="search" valeur={cherche ?? ''} maxLength={200} />
      </FormulaireDeFiltres>
      {plans.length === 0 ? (
        <EtatVide titre="Aucun plan ne correspond">
          Cherchez un autre mot du nom : seuls les plans que vous pouvez lire se lient.
        </EtatVide>
      ) : (
        <Formulaire titre="Lier un plan" erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
          <input type="hidden" name="verbe" value="lier" />
          <Liste
            nom="plan"
            libelle={LIBELLES.plan}
            aide={
              autres > 0
                ? `Les ${plans.length} premiers ; ${compter(autres, 'autre se trouve', 'autres se trouvent')} par un mot du nom, ci-dessus.`
                : 'Une action seule se lie depuis la page de l’action.'
            }
            requis
            aucune="Choisir un plan"
            options={plans}
          />
          <Bouton>Lier le plan</Bouton>
        </Formulaire>
      )}
    </PanneauDepliant>
  );
}

type GesteProps = {
  readonly verbe: string;
  readonly objet: string;
  readonly texte: string;
  readonly precision: string;
};

function Geste({ verbe, objet, texte, precision }: GesteProps) {
  return (
    <Formulaire titre={`${texte} ${precision}`} disposition="ligne">
      <input type="hidden" name="verbe" value={verbe} />
      <input type="hidden" name="objet" value={objet} />
      <Bouton rang="tertiaire" taille="petite">
        {texte}
        <span className="fr-sr-only"> {precision}</span>
      </Bouton>
    </Formulaire>
  );
}
