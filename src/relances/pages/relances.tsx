import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { obtenir, selon } from '#acces';
import {
  Alerte,
  avec,
  compter,
  EnTeteDeListe,
  EtatVide,
  enumerer,
  FormulaireDeFiltres,
  formaterJour,
  Lien,
  LienBouton,
  Liste,
  Pagination,
  Section,
  Tableau,
} from '#interface';
import { chargerPlan, peutModifierPlan } from '#plans';
import { PageDePlan } from '#plans/cadre';
import { aujourdhui } from '#socle';
import { lireReglage } from '../lectures/reglages.ts';
import {
  bilanDesRelances,
  pilotesInjoignables,
  relancesDuPlan,
  territoiresInjoignables,
} from '../lectures/relances-du-plan.ts';
import { relanceQuelquUn } from '../regles/reglage.ts';
import { EtatDeLEnvoi } from './etat-de-l-envoi.tsx';
import { MentionsDUnCourrier } from './mentions.tsx';
import { reglesEnMots } from './regles-en-mots.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `Relances, ${donnees?.vue.titre ?? 'plan'} - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, plan, vue, parametres } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  const { base, horloge } = services;
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000);
  const revenus = parametres.get('envoi') === 'revenu';
  const [{ reglage }, liste, bilan, injoignables, territoires] = await Promise.all([
    lireReglage(base, plan.id),
    relancesDuPlan(base, { plan: plan.id, revenus, page }),
    bilanDesRelances(base, plan.id, aujourdhui(horloge)),
    pilotesInjoignables(base, plan.id),
    territoiresInjoignables(base, plan.id),
  ]);
  const fait = parametres.has('fait');
  parametres.delete('fait');
  return {
    vue,
    ...liste,
    bilan,
    injoignables,
    territoires,
    revenus,
    page: Math.min(page, liste.pages),
    regles: reglesEnMots(reglage),
    actives: relanceQuelquUn(reglage),
    brouillon: plan.etat !== 'actif',
    requete: parametres.toString(),
    fait,
  };
}

export default function PageDesRelances() {
  const donnees = useLoaderData<typeof loader>();
  const { vue, relances, nombre, pages, page, bilan, injoignables, territoires, revenus, requete } = donnees;
  const adresse = `/plans/${vue.id}/relances`;
  return (
    <PageDePlan
      plan={vue}
      onglet="/pilotes"
      phrase={
        <>
          {donnees.regles}{' '}
          {bilan.courriers > 0 &&
            `Depuis trente jours, ${compter(bilan.courriers, 'courrier', 'courriers')} à ${compter(bilan.personnes, 'personne', 'personnes')}. `}
          {bilan.revenus > 0 && (
            <Lien href={`${adresse}?envoi=revenu`}>
              {compter(bilan.revenus, 'n’est pas arrivé', 'ne sont pas arrivés')}
            </Lien>
          )}
        </>
      }
      actions={
        <LienBouton href={`${adresse}/regler`} rang={donnees.actives ? 'secondaire' : 'principal'} taille="petite">
          Régler les relances
        </LienBouton>
      }
    >
      {donnees.fait && <Alerte ton="succes">Les relances du plan sont réglées.</Alerte>}
      {donnees.brouillon && donnees.actives && (
        <Alerte ton="info">Ce plan n’est pas actif : il ne relance personne tant qu’il ne l’est pas.</Alerte>
      )}
      {injoignables.length > 0 && (
        <Section titre="Pilotes à qui l’on ne peut pas écrire" id="injoignables">
          <p>
            {injoignables
              .map(({ libelle, actions }) => `${libelle} (${compter(actions, 'action', 'actions')})`)
              .join(', ')}
            . Personne n’a, dans leur service, de compte avec une adresse. Donnez-leur un{' '}
            <Lien href={`/plans/${vue.id}/liens`}>lien personnel</Lien>, ou faites ouvrir un compte par l’administrateur
            de leur territoire.
          </p>
        </Section>
      )}
      {territoires.nombre > 0 && (
        <Section titre="Territoires à qui l’on ne peut pas écrire" id="territoires-injoignables">
          <p>
            {enumerer(
              territoires.nombre > territoires.noms.length
                ? [
                    ...territoires.noms,
                    compter(territoires.nombre - territoires.noms.length, 'autre territoire', 'autres territoires'),
                  ]
                : territoires.noms,
            )}
            . Une action y est déclinée, et personne n’y a de compte avec une adresse. Faites-en ouvrir un par
            l’administrateur du territoire.
          </p>
        </Section>
      )}
      <Section titre="Qui a été relancé, de quoi, quand" id="relances">
        <FormulaireDeFiltres
          legende="Filtrer les relances"
          actifs={revenus ? [{ texte: 'courriers qui ne sont pas arrivés', href: avec(requete, { envoi: null }) }] : []}
          toutEffacer={adresse}
        >
          <Liste
            nom="envoi"
            libelle="Envoi"
            valeur={revenus ? 'revenu' : ''}
            aucune="tous"
            options={[{ valeur: 'revenu', texte: 'courriers qui ne sont pas arrivés' }]}
          />
        </FormulaireDeFiltres>
        {nombre > 0 && <EnTeteDeListe trouves={nombre} total={nombre} nom={['courrier', 'courriers']} />}
        <Tableau
          legende="Courriers de relance, les derniers d’abord"
          lignes={relances}
          cleDeLigne={({ id }) => id}
          vide={
            revenus ? (
              <EtatVide titre="Aucun courrier n’est revenu">Tout ce qui a été écrit est parti ou va partir.</EtatVide>
            ) : (
              <EtatVide titre="Personne n’a encore été relancé">
                {donnees.actives
                  ? 'Les courriers partent le matin des jours ouvrés, quand une action le demande.'
                  : 'Réglez les relances pour que Jalon rappelle aux pilotes leurs échéances.'}
              </EtatVide>
            )
          }
          colonnes={[
            { cle: 'jour', titre: 'Jour', cellule: ({ jour }) => formaterJour(jour) },
            {
              cle: 'qui',
              titre: 'Relancé',
              cellule: ({ personne, service }) => (
                <>
                  {personne}
                  {service !== null && (
                    <>
                      <br />
                      <span className="jalon-discret">{service}</span>
                    </>
                  )}
                </>
              ),
            },
            {
              cle: 'quoi',
              titre: 'De quoi',
              largeur: 'large',
              cellule: ({ mentions }) => <MentionsDUnCourrier plan={vue.id} mentions={mentions} />,
            },
            { cle: 'envoi', titre: 'Courrier', cellule: ({ etat }) => <EtatDeLEnvoi etat={etat} /> },
          ]}
        />
        <Pagination page={page} pages={pages} adresse={(numero) => avec(requete, { page: String(numero) })} />
        {revenus && nombre > 0 && (
          <p>
            L’adresse de ces personnes refuse les courriers, ou leur serveur n’a pas répondu pendant trois jours.
            L’administrateur des comptes de leur territoire corrige l’adresse ; l’action reste dans ce que l’on attend
            d’elles.
          </p>
        )}
      </Section>
    </PageDePlan>
  );
}
