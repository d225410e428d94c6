import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import {
  Alerte,
  BlocDeCode,
  Bouton,
  ChampDate,
  ChampTexte,
  compter,
  EtatVide,
  Etiquette,
  Formulaire,
  formaterInstant,
  formaterJour,
  Liste,
  Section,
  Tableau,
} from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { ajouterJours, jourAParis } from '#socle/valeurs';
import { donnerLien } from '../liens/donner-lien.ts';
import { liensDuPlan } from '../liens/liens-du-plan.ts';
import { pilotesDuPlan } from '../liens/pilotes.ts';
import { revoquerLien } from '../liens/revoquer-lien.ts';
import { peutModifierPlan } from '../politique.ts';
import { dernierJourDeLien, JOURS_PAR_DEFAUT } from '../regles/liens.ts';
import { chargerPlan } from './charger-plan.ts';
import { PageDePlan } from './plan-commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Liens personnels, ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

/** A secret may stand in the answer: nothing keeps the page. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, plan, vue } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  const jour = aujourdhui(services.horloge);
  const [liens, pilotes] = await Promise.all([liensDuPlan(services, plan.id), pilotesDuPlan(services.base, plan.id)]);
  return {
    vue,
    liens: liens.map((lien) => ({
      ...lien,
      // Open until the end of its last day: the instant kept is the midnight after.
      dernierJour: jourAParis(new Date(lien.expireLe.getTime() - 1)),
    })),
    pilotes: pilotes.map(({ valeur, libelle, actions }) => ({
      valeur,
      texte: `${libelle} (${compter(actions, 'action', 'actions')})`,
    })),
    expiration: { min: jour, max: dernierJourDeLien(jour), defaut: ajouterJours(jour, JOURS_PAR_DEFAUT) },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { verbe, lien, ...valeurs } = valeursDeFormulaire(await lireFormulaire(context, request));
  const plan = params.plan ?? '';
  if (verbe === 'revoquer') {
    const resultat = await revoquerLien(services, acteur, plan, String(lien ?? ''));
    if (resultat.ok) return data({ fait: 'revoque' as const });
    return data(
      { fait: 'refuse' as const, message: resultat.refus.message },
      { status: STATUTS[resultat.refus.nature] },
    );
  }
  const resultat = await donnerLien(services, acteur, plan, valeurs);
  if (resultat.ok) {
    const origine = services.configuration.origine ?? new URL(request.url).origin;
    return data({
      fait: 'donne' as const,
      id: resultat.valeur.lien,
      nom: String(valeurs.nom),
      adresse: new URL(`/lien/${resultat.valeur.secret}`, origine).href,
    });
  }
  const { refus } = resultat;
  return data(
    { fait: 'a_corriger' as const, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

const ETATS = {
  ouvert: { texte: 'Ouvert', ton: 'succes' },
  expire: { texte: 'Expiré', ton: 'neutre' },
  revoque: { texte: 'Révoqué', ton: 'neutre' },
} as const;

export default function PageDesLiens() {
  const { vue, liens, pilotes, expiration } = useLoaderData<typeof loader>();
  const reponse = useActionData<typeof action>();
  const ouverts = liens.filter(({ etat }) => etat === 'ouvert').length;
  const faute = reponse?.fait === 'a_corriger' ? reponse : null;
  return (
    <PageDePlan
      plan={vue}
      onglet="/pilotes"
      phrase={
        ouverts === 0
          ? 'Un pilote sans compte donne des nouvelles de ses actions, et d’elles seules, par un lien qui lui est propre.'
          : `${compter(ouverts, 'pilote sans compte donne', 'pilotes sans compte donnent')} des nouvelles de ses actions par un lien personnel.`
      }
    >
      {reponse?.fait === 'donne' && (
        <Alerte ton="succes" titre="Copiez ce lien maintenant : il ne sera plus jamais montré">
          <BlocDeCode>{reponse.adresse}</BlocDeCode>
          <p>
            Remettez-le à {reponse.nom}, et à personne d’autre : qui l’a écrit en son nom. Perdu, il se révoque
            ci-dessous, et un autre se donne.
          </p>
        </Alerte>
      )}
      {reponse?.fait === 'revoque' && <Alerte ton="succes">Le lien est révoqué : il n’ouvre plus rien.</Alerte>}
      {reponse?.fait === 'refuse' && <Alerte ton="erreur">{reponse.message}</Alerte>}
      <Section titre="Liens donnés">
        <Tableau
          legende="Liens personnels du plan"
          lignes={liens}
          cleDeLigne={({ id }) => id}
          vide={<EtatVide titre="Aucun lien n’a été donné">Le premier se donne ci-dessous.</EtatVide>}
          colonnes={[
            { cle: 'nom', titre: 'Donné à', largeur: 'large', cellule: ({ nom }) => nom },
            { cle: 'pilote', titre: 'Actions de', cellule: ({ pilote }) => pilote },
            {
              cle: 'etat',
              titre: 'État',
              cellule: ({ etat }) => <Etiquette ton={ETATS[etat].ton}>{ETATS[etat].texte}</Etiquette>,
            },
            { cle: 'fin', titre: 'Dernier jour', cellule: ({ dernierJour }) => formaterJour(dernierJour) },
            {
              cle: 'vu',
              titre: 'Dernière visite',
              cellule: ({ vuLe }) => (vuLe === null ? 'jamais' : formaterInstant(vuLe)),
            },
            {
              cle: 'par',
              titre: 'Donné par',
              cellule: ({ donnePar, donneLe }) => `${donnePar}, ${formaterInstant(donneLe)}`,
            },
          ]}
          actions={({ id, nom, etat }) =>
            etat === 'ouvert' && (
              <Formulaire titre={`Révoquer le lien de ${nom}`} disposition="ligne">
                <input type="hidden" name="verbe" value="revoquer" />
                <input type="hidden" name="lien" value={id} />
                <Bouton rang="tertiaire" taille="petite">
                  Révoquer<span className="fr-sr-only"> le lien de {nom}</span>
                </Bouton>
              </Formulaire>
            )
          }
        />
      </Section>
      <Section titre="Donner un lien">
        {pilotes.length === 0 ? (
          <p>Aucune action de ce plan n’a de pilote : nommez-en un d’abord.</p>
        ) : (
          <Formulaire
            key={reponse?.fait === 'donne' ? reponse.id : 'nouveau'}
            titre="Donner un lien"
            erreurs={faute?.champs}
            valeurs={faute?.valeurs}
            libelles={{ nom: 'Nom', pilote: 'Actions de', expiration: 'Dernier jour' }}
          >
            <ChampTexte
              nom="nom"
              libelle="Nom de la personne"
              aide="Ses notes seront signées de ce nom, suivi de « pilote sans compte »."
              maxLength={200}
              requis
            />
            <Liste
              nom="pilote"
              libelle="Actions de"
              aide="Le lien ouvre les actions que ce service pilote dans le plan, telles qu’elles sont le jour où l’on s’en sert."
              aucune="choisir un pilote"
              options={pilotes}
              requis
            />
            <ChampDate
              nom="expiration"
              libelle="Dernier jour"
              aide="Dans un an au plus. Passé ce jour, il faudra donner un autre lien."
              valeur={expiration.defaut}
              min={expiration.min}
              max={expiration.max}
              requis
            />
            <Bouton>Donner le lien</Bouton>
          </Formulaire>
        )}
      </Section>
    </PageDePlan>
  );
}
