import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Bouton, ChampTexte, Formulaire, formaterDuree, Page } from '#interface';
import { chargerPlan, peutModifierPlan } from '#plans';
import { valeursDeFormulaire } from '#socle';
import { reglerRelances } from '../commandes/regler-relances.ts';
import { lireReglage } from '../lectures/reglages.ts';
import { PROPOSITION, type Reglage } from '../regles/reglage.ts';

export const meta = () => [{ title: 'Régler les relances - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, plan, vue } = await chargerPlan(arguments_);
  obtenir(selon(peutModifierPlan(acteur, plan)));
  const { reglage, version } = await lireReglage(services.base, plan.id);
  return {
    vue,
    version,
    silenceJours: plan.silenceJours,
    valeurs: enChamps(version === 0 ? PROPOSITION : reglage),
  };
}

function enChamps({ avant, apres, silence, comite }: Reglage) {
  const texte = (jours: number | null | undefined) => (jours == null ? '' : String(jours));
  return {
    avant: texte(avant),
    apres: texte(apres?.premier),
    puis: texte(apres?.puis),
    silence: texte(silence),
    comite: texte(comite),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const plan = params.plan ?? '';
  const regle = await reglerRelances(context.get(contexteServices), acteur, plan, valeurs);
  if (regle.ok) return redirect(`/plans/${plan}/relances?fait`);
  const { refus } = regle;
  return data({ valeurs, champs: refus.champs ?? { formulaire: refus.message } }, { status: STATUTS[refus.nature] });
}

const LIBELLES = {
  avant: 'Jours avant une échéance',
  apres: 'Jours après une échéance dépassée',
  puis: 'Puis tous les … jours',
  silence: 'Tous les … jours quand une action se tait',
  comite: 'Jours avant un comité qui suit ce plan',
} as const;

export default function ReglerLesRelances() {
  const { vue, version, valeurs, silenceJours } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const champ = (nom: keyof typeof LIBELLES, aide: string) => (
    <ChampTexte nom={nom} libelle={LIBELLES[nom]} aide={aide} inputMode="numeric" maxLength={3} valeur={valeurs[nom]} />
  );
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Plans', href: '/plans' },
        { texte: vue.titre, href: `/plans/${vue.id}` },
        { texte: 'Relances', href: `/plans/${vue.id}/relances` },
      ]}
      titre="Régler les relances"
      phrase={
        version === 0
          ? 'Ce plan ne relance encore personne. Voici ce que Jalon propose : corrigez, videz un champ pour s’en passer, enregistrez.'
          : 'Un champ vide : pas de relance de cette sorte.'
      }
    >
      <p className="jalon-texte">
        Chaque personne reçoit un seul courrier par jour ouvré, pour tous les plans à la fois, et peut couper chaque
        sorte. Sont relancées les personnes du service pilote qui ont un compte et une adresse, et, quand une action est
        déclinée par territoire, celles de chaque territoire.
      </p>
      <Formulaire titre="Régler les relances" erreurs={refus?.champs} valeurs={refus?.valeurs} libelles={LIBELLES}>
        <input type="hidden" name="version" value={version} />
        {champ('avant', 'Une fois par échéance, et de nouveau si elle est reportée')}
        <div className="jalon-champs-en-ligne">
          {champ('apres', 'La première fois')}
          {champ('puis', 'Tant que l’action n’est pas terminée')}
        </div>
        {champ(
          'silence',
          `Une action se tait quand elle n’a pas eu de nouvelle depuis ${formaterDuree(silenceJours)} : c’est le silence toléré du plan`,
        )}
        {champ('comite', 'Pour les actions sans nouvelle depuis deux semaines')}
        <Bouton>Enregistrer</Bouton>
      </Formulaire>
    </Page>
  );
}
