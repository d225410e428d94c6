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
  EtatVide,
  Formulaire,
  formaterJour,
  GroupeDeBoutons,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { changerDePrefet } from '../commandes/changer-de-prefet.ts';
import { cloreFeuille } from '../commandes/clore-feuille.ts';
import { repondreAuPrefet } from '../commandes/repondre-au-prefet.ts';
import { signerFeuille } from '../commandes/signer-feuille.ts';
import { assemblerCompteRendu } from '../lectures/compte-rendu.ts';
import type { EvenementPresente } from '../presentation.ts';
import { ANNEES_DU_MANDAT } from '../regles/mandat.ts';
import { chargerFeuilleEntiere } from './charger-feuille.ts';
import { DetailDEvenement, Evenements } from './evenements.tsx';
import { PageDeFeuille, type RefusDePage, refusDe } from './feuille-commun.tsx';

export const meta = () => [{ title: 'Vie de la feuille de route - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { services, acteur, feuille, lecture, au, vue, parametres } = await chargerFeuilleEntiere(arguments_);
  const { evenements } = await assemblerCompteRendu(services.base, acteur, feuille, lecture, au);
  return { vue, evenements, fait: parametres.get('fait') };
}

const VERBES = {
  signer: signerFeuille,
  changer: changerDePrefet,
  repondre: repondreAuPrefet,
  clore: cloreFeuille,
} as const;

const FAITS: Readonly<Record<string, string>> = {
  changer: 'Le changement de préfet est noté : la feuille de route reste valable.',
  repondre: 'La réponse est enregistrée, et le préfet est prévenu.',
  clore: 'La feuille de route est close.',
  proposer: 'La proposition est transmise à la DITP, qui est prévenue : rien ne change avant sa réponse.',
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const verbe = Object.keys(VERBES).find((un): un is keyof typeof VERBES => un === valeurs.verbe) ?? 'changer';
  const feuille = params.feuille ?? '';
  const resultat = await VERBES[verbe](context.get(contexteServices), acteur, feuille, valeurs);
  if (resultat.ok)
    return redirect(
      verbe === 'signer' ? `/feuilles-de-route/${feuille}?signee` : `/feuilles-de-route/${feuille}/vie?fait=${verbe}`,
    );
  const { refus } = resultat;
  return data(
    {
      verbe: verbe === 'repondre' ? `repondre ${String(valeurs.evenement)}` : verbe,
      valeurs,
      champs: refus.champs ?? { formulaire: refus.message },
    },
    { status: STATUTS[refus.nature] },
  );
}

export default function VieDeLaFeuille() {
  const { vue, evenements, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const attendues = evenements.filter(({ enAttente }) => enAttente);
  return (
    <PageDeFeuille
      vue={vue}
      onglet="/vie"
      phrase={
        vue.signeeLe === null || vue.fin === null
          ? `Signée par le Premier ministre, la feuille de route donne au préfet un mandat de ${ANNEES_DU_MANDAT} ans.`
          : `Le mandat court du ${formaterJour(vue.signeeLe)} au ${formaterJour(vue.fin)}, même si le préfet change.`
      }
    >
      {fait !== null && FAITS[fait] !== undefined && !refus && <Alerte ton="succes">{FAITS[fait]}</Alerte>}
      {vue.signable && (
        <Section titre="Signature du Premier ministre">
          <Formulaire titre="Enregistrer la signature" {...refusDe(refus, 'signer')}>
            <input type="hidden" name="verbe" value="signer" />
            <ChampDate
              nom="jour"
              libelle="Jour de la signature"
              requis
              aide={`Le mandat court ${ANNEES_DU_MANDAT} ans, jour pour jour`}
            />
            <Bouton>Enregistrer la signature</Bouton>
          </Formulaire>
        </Section>
      )}
      {attendues.length > 0 && (
        <Section titre="En attente de la DITP">
          {attendues.map((evenement) => (
            <Attendue key={evenement.id} evenement={evenement} repondable={vue.repondable} refus={refus} />
          ))}
        </Section>
      )}
      <Section titre="Ce qui s’est passé">
        {evenements.length === 0 ? (
          <EtatVide titre="Rien encore">
            La signature, les changements de préfet, les actualisations et les avenants s’inscriront ici, à leur date.
          </EtatVide>
        ) : (
          <Evenements evenements={evenements} />
        )}
      </Section>
      {vue.evolutive && (
        <PanneauDepliant titre="Un nouveau préfet est en poste" ouvert={refus?.verbe === 'changer'}>
          <Formulaire titre="Noter le changement de préfet" {...refusDe(refus, 'changer')}>
            <input type="hidden" name="verbe" value="changer" />
            <ChampDate
              nom="jour"
              libelle="En poste depuis le"
              requis
              aide="La feuille de route reste valable ; le nouveau préfet peut proposer une actualisation ou un avenant"
            />
            <Bouton rang="secondaire">Noter le changement</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
      {vue.clorable && (
        <PanneauDepliant titre="Clore la feuille de route" ouvert={refus?.verbe === 'clore'}>
          <Formulaire titre="Clore la feuille de route" {...refusDe(refus, 'clore')}>
            <input type="hidden" name="verbe" value="clore" />
            <ChampDate nom="jour" libelle="Jour de la clôture" aide="Aujourd’hui si vous ne dites rien" />
            <ZoneDeTexte nom="motif" libelle="Motif" requis rows={2} maxLength={2_000} />
            <Bouton rang="secondaire">Clore la feuille de route</Bouton>
          </Formulaire>
        </PanneauDepliant>
      )}
    </PageDeFeuille>
  );
}

type AttendueProps = {
  readonly evenement: EvenementPresente;
  readonly repondable: boolean;
  readonly refus: RefusDePage | undefined;
};

function Attendue({ evenement, repondable, refus }: AttendueProps) {
  return (
    <Section titre={`${evenement.titre} le ${formaterJour(evenement.jour)}`} niveau="h3">
      {evenement.auteur !== null && <p className="jalon-discret">{evenement.auteur}</p>}
      <DetailDEvenement evenement={evenement} />
      {repondable && (
        <Formulaire
          titre={`Répondre : ${evenement.titre} le ${formaterJour(evenement.jour)}`}
          {...refusDe(refus, `repondre ${evenement.id}`)}
        >
          <input type="hidden" name="verbe" value="repondre" />
          <input type="hidden" name="evenement" value={evenement.id} />
          <ZoneDeTexte
            nom="motif"
            id={`motif-${evenement.id}`}
            libelle="Ce que répond la DITP"
            aide="Nécessaire pour refuser"
            rows={2}
            maxLength={2_000}
          />
          <GroupeDeBoutons>
            <Bouton name="reponse" value="acceptation">
              Accepter
            </Bouton>
            <Bouton rang="secondaire" name="reponse" value="refus">
              Refuser
            </Bouton>
          </GroupeDeBoutons>
        </Formulaire>
      )}
    </Section>
  );
}
