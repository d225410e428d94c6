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
  ChampDate,
  ChampTexte,
  compter,
  Definitions,
  EtatVide,
  enumerer,
  Formulaire,
  formaterJour,
  Lien,
  LienBouton,
  Page,
  Pagination,
  Section,
  Tableau,
} from '#interface';
import { plansLisibles } from '#plans/lectures';
import { nommerReformes } from '#reformes';
import { valeursDeFormulaire } from '#socle';
import { planifierReunion } from '../commandes/reunions.ts';
import { listerReunions, REUNIONS_PAR_PAGE, reunionsProches } from '../lectures/reunions.ts';
import { direMoment, direNiveau, direPresidence } from '../presentation.ts';
import { jourDeSemaineSuivant, LIBELLES_DE_CADENCE, prochainesReunions } from '../regles/cadence.ts';
import { chargerInstance } from './charger.ts';
import { ACCUEIL, EtatDit, INSTANCES, refusDe } from './commun.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees?.vue.nom ?? 'Instance'} - Jalon` },
];

const REUNIONS_PROPOSEES = 3;

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, au, tenable, parametres } = await chargerInstance(arguments_);
  const { base } = services;
  const page = Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 1_000);
  const [{ reunions, total }, proches, plans, reformes] = await Promise.all([
    listerReunions(base, [instance.id], page),
    reunionsProches(base, [instance.id], au),
    plansLisibles(base, acteur, instance.plans),
    nommerReformes(base, acteur, instance.reformes),
  ]);
  const { prochaine = null } = proches.get(instance.id) ?? {};
  return {
    vue: {
      id: instance.id,
      nom: instance.nom,
      niveau: direNiveau(instance),
      description: instance.description,
      presidence: direPresidence(instance),
      secretariat: instance.secretariatLibelle,
      cadence: LIBELLES_DE_CADENCE[instance.cadence],
      heure: instance.heure,
      duree: String(instance.duree),
      lieu: instance.lieu,
      membres: instance.membres.map(({ libelle }) => libelle),
      demonstration: instance.demonstration,
    },
    tenable,
    page,
    pages: Math.max(1, Math.ceil(total / REUNIONS_PAR_PAGE)),
    total,
    suivis: [
      ...[...plans].map(([id, { titre }]) => ({ href: `/plans/${id}`, titre })),
      ...[...reformes.values()].map(({ libelle, href }) => ({ href: href ?? '/reformes', titre: libelle })),
    ],
    prochaine: prochaine && { id: prochaine.id, moment: direMoment(prochaine) },
    proposees: prochainesReunions(
      instance.cadence,
      reunions[0]?.jour ?? jourDeSemaineSuivant(au),
      au,
      REUNIONS_PROPOSEES,
    ),
    reunions: reunions.map((reunion) => ({
      id: reunion.id,
      moment: direMoment(reunion),
      etat: reunion.etat,
      releve: reunion.releve,
      motif: reunion.motifDAnnulation,
    })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const planifiee = await planifierReunion(context.get(contexteServices), acteur, params.instance ?? '', valeurs);
  if (planifiee.ok) return redirect(`/reunions/${planifiee.valeur}`);
  return data(
    { verbe: 'planifier', valeurs, champs: planifiee.refus.champs ?? { formulaire: planifiee.refus.message } },
    { status: STATUTS[planifiee.refus.nature] },
  );
}

export default function PageDInstance() {
  const { vue, tenable, reunions, page, pages, total, suivis, prochaine, proposees } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INSTANCES]}
      surtitre={vue.demonstration ? `${vue.niveau} · données de démonstration` : vue.niveau}
      titre={vue.nom}
      phrase={
        prochaine === null ? (
          'Aucune réunion n’est planifiée.'
        ) : (
          <>
            Prochaine réunion{'\u00a0'}: <Lien href={`/reunions/${prochaine.id}`}>{prochaine.moment}</Lien>.
          </>
        )
      }
      actions={
        <>
          <LienBouton href={`/instances/${vue.id}/decisions`} rang="secondaire" taille="petite">
            Suivi des décisions
          </LienBouton>
          {tenable && (
            <LienBouton href={`/instances/${vue.id}/modifier`} rang="secondaire" taille="petite">
              Modifier
            </LienBouton>
          )}
        </>
      }
    >
      {vue.description !== null && <p className="jalon-texte">{vue.description}</p>}
      <Definitions
        elements={[
          { terme: 'Présidence', valeur: vue.presidence },
          { terme: 'Secrétariat', valeur: vue.secretariat },
          { terme: 'Membres', valeur: enumerer(vue.membres) },
          { terme: 'Rythme', valeur: vue.cadence },
          {
            terme: 'Suit',
            valeur:
              suivis.length === 0
                ? 'aucun plan ni réforme que vous lisiez'
                : suivis.map(({ href, titre }) => (
                    <div key={href}>
                      <Lien href={href}>{titre}</Lien>
                    </div>
                  )),
          },
        ]}
      />
      <Section titre="Réunions" id="reunions">
        <Tableau
          legende="Réunions, de la plus récente à la plus ancienne"
          lignes={reunions}
          cleDeLigne={({ id }) => id}
          vide={<EtatVide titre="Aucune réunion encore">La première se planifie ci-dessous.</EtatVide>}
          colonnes={[
            {
              cle: 'moment',
              titre: 'Réunion',
              cellule: ({ id, moment }) => <Lien href={`/reunions/${id}`}>{moment}</Lien>,
            },
            { cle: 'etat', titre: 'État', cellule: ({ etat }) => <EtatDit etat={etat} /> },
            {
              cle: 'releve',
              titre: 'Relevé',
              cellule: ({ releve, motif }) =>
                releve === null ? (
                  <span className="jalon-discret">{motif ?? 'pas encore validé'}</span>
                ) : (
                  `n°\u00a0${releve}`
                ),
            },
          ]}
        />
        <Pagination page={page} pages={pages} adresse={(une) => `?page=${une}`} />
        {pages > 1 && <p className="jalon-discret">{compter(total, 'réunion', 'réunions')} en tout.</p>}
      </Section>
      {tenable && (
        <Section titre="Planifier une réunion" id="planifier">
          {proposees.length > 0 && (
            <p>
              Au rythme de l’instance ({vue.cadence}), les prochaines seraient le{' '}
              {enumerer(proposees.map((jour) => formaterJour(jour)))}.
            </p>
          )}
          <Formulaire titre="Planifier une réunion" {...refusDe(refus, 'planifier')}>
            <ChampDate nom="jour" libelle="Jour" requis valeur={proposees[0] ?? ''} />
            <ChampTexte nom="heure" libelle="Heure" requis valeur={vue.heure} aide="Par exemple 09:30." />
            <ChampTexte nom="duree" libelle="Durée, en minutes" requis inputMode="numeric" valeur={vue.duree} />
            <ChampTexte nom="lieu" libelle="Lieu" maxLength={500} valeur={vue.lieu ?? ''} />
            <Bouton>Planifier, et rédiger l’ordre du jour</Bouton>
          </Formulaire>
        </Section>
      )}
    </Page>
  );
}
