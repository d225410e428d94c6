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
  Bouton,
  ChampDate,
  ChampTexte,
  compter,
  EtatVide,
  enumerer,
  Formulaire,
  GroupeDeBoutons,
  LienBouton,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { ordonnerReunion } from '../commandes/ordre-du-jour.ts';
import { annulerReunion, convoquer, deplacerReunion } from '../commandes/reunions.ts';
import { membresSansCourriel } from '../lectures/courriels.ts';
import { presenterPoints } from '../lectures/presenter-points.ts';
import { chargerReunion } from './charger.ts';
import { PageDeReunion, refusDe } from './commun.tsx';
import { PointDOrdreDuJour } from './point-d-ordre-du-jour.tsx';

export const meta = () => [{ title: 'Ordre du jour - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, reunion, vue, au, parametres } = await chargerReunion(arguments_);
  const [points, sansCourriel] = await Promise.all([
    presenterPoints(services.base, acteur, reunion, au),
    vue.preparable ? membresSansCourriel(services.base, instance) : [],
  ]);
  return { vue, fait: parametres.get('fait'), points, sansCourriel, convoquee: reunion.convoquee };
}

const FAITS: Readonly<Record<string, string>> = {
  rediger: 'L’ordre du jour est complété de ce que la machine propose.',
  ajouter: 'Le point est ajouté.',
  modifier: 'Le point est modifié.',
  monter: 'Le point est monté.',
  descendre: 'Le point est descendu.',
  retirer: 'Le point est retiré.',
  deplacer: 'La réunion est modifiée.',
  annuler: 'La réunion est annulée.',
  convoquer: 'Les membres qui ont un compte et une adresse sont convoqués par courriel.',
};

const COMMANDES: Readonly<Record<string, typeof annulerReunion | typeof convoquer>> = {
  deplacer: deplacerReunion,
  annuler: annulerReunion,
  convoquer,
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.reunion ?? '';
  const verbe = String(valeurs.verbe ?? '');
  const commande = COMMANDES[verbe] ?? ordonnerReunion;
  const fait = await commande(services, acteur, id, valeurs);
  if (fait.ok) return redirect(`/reunions/${id}?fait=${encodeURIComponent(verbe)}`);
  const { refus } = fait;
  return data(
    {
      verbe: verbe === 'modifier' ? `modifier ${String(valeurs.point)}` : verbe,
      valeurs,
      champs: refus.champs ?? { formulaire: refus.message },
    },
    { status: STATUTS[refus.nature] },
  );
}

export default function OrdreDuJour() {
  const { vue, points, fait, sansCourriel, convoquee } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const gestes = ['monter', 'descendre', 'retirer', 'rediger', 'convoquer'];
  const dit = fait === null ? undefined : FAITS[fait];
  return (
    <PageDeReunion
      vue={vue}
      onglet=""
      phrase={
        vue.motif === null
          ? points.length === 0
            ? 'L’ordre du jour est vide.'
            : `${compter(points.length, 'point', 'points')} à l’ordre du jour, chacun avec sa raison.`
          : `Cette réunion n’a pas lieu : ${vue.motif}`
      }
      actions={
        <LienBouton href={`/reunions/${vue.id}/invitation.ics`} document rang="secondaire" taille="petite">
          Mettre dans mon agenda
        </LienBouton>
      }
    >
      {dit !== undefined && refus === undefined && <Alerte ton="succes">{dit}</Alerte>}
      {refus !== undefined && gestes.includes(refus.verbe) && (
        <Alerte ton="erreur">{Object.values(refus.champs).join(' ')}</Alerte>
      )}
      <GroupeDeBoutons>
        {(['docx', 'odt', 'pdf'] as const).map((format) => (
          <LienBouton
            key={format}
            href={`/reunions/${vue.id}/dossier.${format}`}
            document
            rang="tertiaire"
            taille="petite"
          >
            Dossier de séance ({format})
          </LienBouton>
        ))}
      </GroupeDeBoutons>
      <Section titre="Ordre du jour" id="ordre-du-jour">
        {points.length === 0 ? (
          <EtatVide titre="Aucun point">
            Rien, dans les plans suivis, n’est en retard, bloqué, reporté ni silencieux. Ajoutez les points que vous
            voulez traiter.
          </EtatVide>
        ) : (
          <ol className="instances-points">
            {points.map((point, rang) => (
              <PointDOrdreDuJour
                key={point.id}
                point={point}
                premier={rang === 0}
                dernier={rang === points.length - 1}
                modifiable={vue.preparable}
                refus={refus}
              />
            ))}
          </ol>
        )}
        {vue.preparable && (
          <Formulaire titre="Compléter l’ordre du jour" disposition="ligne">
            <input type="hidden" name="verbe" value="rediger" />
            <Bouton rang="secondaire">Compléter avec ce qui presse aujourd’hui</Bouton>
          </Formulaire>
        )}
      </Section>
      {vue.preparable && (
        <>
          <Section titre="Ajouter un point" id="ajouter">
            <Formulaire titre="Ajouter un point" protege {...refusDe(refus, 'ajouter')}>
              <input type="hidden" name="verbe" value="ajouter" />
              <ChampTexte nom="intitule" libelle="Intitulé du point" requis maxLength={500} id="ajout-intitule" />
              <ZoneDeTexte nom="raison" libelle="Pourquoi il est là" rows={2} id="ajout-raison" />
              <Bouton>Ajouter le point</Bouton>
            </Formulaire>
          </Section>
          <Section titre="Convocation" id="convocation">
            {convoquee && <p>Les membres sont convoqués{'\u00a0'}: un changement ou une annulation leur est écrit.</p>}
            {sansCourriel.length > 0 && (
              <p>
                Sans adresse de courriel dans Jalon, à prévenir autrement{'\u00a0'}: {enumerer(sansCourriel)}.
              </p>
            )}
            <Formulaire titre="Convoquer les membres" disposition="ligne">
              <input type="hidden" name="verbe" value="convoquer" />
              <Bouton rang="secondaire">
                {convoquee ? 'Convoquer de nouveau par courriel' : 'Convoquer les membres par courriel'}
              </Bouton>
            </Formulaire>
          </Section>
          <PanneauDepliant
            titre="Changer le jour, l’heure ou le lieu, ou annuler"
            ouvert={refus?.verbe === 'deplacer' || refus?.verbe === 'annuler'}
          >
            <Formulaire titre="Déplacer la réunion" {...refusDe(refus, 'deplacer')}>
              <input type="hidden" name="verbe" value="deplacer" />
              <ChampDate nom="jour" libelle="Jour" requis valeur={vue.jour} />
              <ChampTexte nom="heure" libelle="Heure" requis valeur={vue.heure} />
              <ChampTexte
                nom="duree"
                libelle="Durée, en minutes"
                requis
                inputMode="numeric"
                valeur={String(vue.duree)}
              />
              <ChampTexte nom="lieu" libelle="Lieu" maxLength={500} valeur={vue.lieu ?? ''} />
              <Bouton rang="secondaire">Enregistrer</Bouton>
            </Formulaire>
            <Formulaire titre="Annuler la réunion" {...refusDe(refus, 'annuler')}>
              <input type="hidden" name="verbe" value="annuler" />
              <ChampTexte nom="motif" libelle="Pourquoi elle n’a pas lieu" requis maxLength={1_000} />
              <Bouton rang="tertiaire">Annuler la réunion</Bouton>
            </Formulaire>
          </PanneauDepliant>
        </>
      )}
    </PageDeReunion>
  );
}
