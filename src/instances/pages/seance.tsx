import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Alerte, Bouton, compter, EtatVide, Formulaire, LienBouton, Liste, Section } from '#interface';
import { plansLisibles } from '#plans/lectures';
import { valeursDeFormulaire } from '#socle';
import { agirEnSeance } from '../commandes/gestes-de-seance.ts';
import { presencesDe } from '../lectures/points.ts';
import { presenterPoints } from '../lectures/presenter-points.ts';
import { peutTenirInstance } from '../politique.ts';
import { estTranche } from '../regles/decisions.ts';
import { ETATS_DE_PRESENCE, LIBELLES_DE_PRESENCE } from '../regles/releve.ts';
import { chargerReunion } from './charger.ts';
import { PageDeReunion } from './commun.tsx';
import { PointEnSeance } from './point-en-seance.tsx';
import { SaisieVivante } from './saisie-vivante.tsx';

export const meta = () => [{ title: 'Séance - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, reunion, vue, au } = await chargerReunion(arguments_);
  obtenir(selon(peutTenirInstance(acteur, instance)));
  const [points, presences, plans] = await Promise.all([
    presenterPoints(services.base, acteur, reunion, au),
    presencesDe(services.base, reunion.id),
    plansLisibles(services.base, acteur, instance.plans),
  ]);
  return {
    vue,
    compte: acteur.compte,
    points: points.map((point) => ({ ...point, tranche: estTranche(point) })),
    membres: instance.membres.map(({ id, libelle }) => ({ id, libelle, etat: presences.get(id) ?? null })),
    plans: [...plans]
      .filter(([, { modifiable }]) => modifiable)
      .map(([valeur, { titre }]) => ({ valeur, texte: titre })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.reunion ?? '';
  const fait = await agirEnSeance(context.get(contexteServices), acteur, id, valeurs);
  const ancre = typeof valeurs.point === 'string' ? `#point-${valeurs.point}` : '';
  if (fait.ok) return redirect(`/reunions/${id}/seance${ancre}`);
  const { refus } = fait;
  return data(
    {
      verbe: `${String(valeurs.verbe)} ${String(valeurs.point ?? valeurs.decision ?? '')}`.trim(),
      valeurs,
      champs: refus.champs ?? { formulaire: refus.message },
    },
    { status: STATUTS[refus.nature] },
  );
}

export default function Seance() {
  const { vue, compte, points, membres, plans } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const ouverte = vue.etat === 'seance';
  const tranches = points.filter(({ tranche }) => tranche).length;
  const presents = membres.filter(({ etat }) => etat === 'present' || etat === 'represente').length;
  return (
    <PageDeReunion
      vue={vue}
      onglet="/seance"
      phrase={
        ouverte
          ? `${compter(presents, 'présent', 'présents')} sur ${membres.length} ; ${tranches} sur ${compter(points.length, 'point tranché', 'points tranchés')}.`
          : vue.etat === 'preparation'
            ? 'La séance n’est pas ouverte : l’ordre du jour peut encore changer.'
            : 'La séance est finie.'
      }
      actions={
        ouverte && (
          <LienBouton href={`/reunions/${vue.id}/releve`} rang="secondaire" taille="petite">
            Voir le relevé
          </LienBouton>
        )
      }
    >
      {refus?.champs.formulaire !== undefined && <Alerte ton="erreur">{refus.champs.formulaire}</Alerte>}
      {vue.etat === 'preparation' && (
        <Formulaire titre="Ouvrir la séance">
          <input type="hidden" name="verbe" value="ouvrir" />
          <Bouton>Ouvrir la séance</Bouton>
        </Formulaire>
      )}
      {ouverte && (
        <SaisieVivante compte={compte} reunion={vue.id}>
          <Section titre="Présences" id="presences">
            <Formulaire titre="Présences" disposition="page">
              <input type="hidden" name="verbe" value="presences" />
              <div className="instances-presences">
                {membres.map(({ id, libelle, etat }) => (
                  <Liste
                    key={id}
                    nom={`presence-${id}`}
                    libelle={libelle}
                    valeur={etat ?? ''}
                    aucune="Non noté"
                    options={ETATS_DE_PRESENCE.map((un) => ({ valeur: un, texte: LIBELLES_DE_PRESENCE[un] }))}
                  />
                ))}
              </div>
              <Bouton rang="secondaire">Enregistrer les présences</Bouton>
            </Formulaire>
          </Section>
          {points.length > 1 && (
            <nav className="instances-sommaire" aria-label="Points de l’ordre du jour">
              <ol>
                {points.map(({ id, intitule, tranche }) => (
                  <li key={id}>
                    <a href={`#point-${id}`}>{intitule}</a>
                    {tranche && <span className="jalon-discret"> ✓ vu</span>}
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {points.length === 0 ? (
            <EtatVide titre="Aucun point à l’ordre du jour">Ajoutez-en un depuis la page de l’ordre du jour.</EtatVide>
          ) : (
            points.map((point, rang) => (
              <PointEnSeance key={point.id} numero={rang + 1} point={point} plans={plans} refus={refus} />
            ))
          )}
        </SaisieVivante>
      )}
      {(vue.etat === 'relevee' || vue.etat === 'annulee') && (
        <LienBouton href={`/reunions/${vue.id}/releve`}>Lire le relevé de décisions</LienBouton>
      )}
    </PageDeReunion>
  );
}
