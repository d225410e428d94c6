import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Alerte, Bouton, Formulaire, Page, Section } from '#interface';
import { valeursDeFormulaire } from '#socle';
import { lireReformeSansPolitique } from '../../lectures/reformes.ts';
import { peutConfigurerReformes } from '../../politique.ts';
import { chargerReforme } from '../charger-reforme.ts';
import { changerDEtat, GESTES, type Geste, gestesPossibles, modifierReforme } from '../commandes/modifier-reforme.ts';
import { enListes, referentielDeReforme } from '../saisie-de-reforme.ts';
import { ACCUEIL, REFORMES } from './cadre.tsx';
import { FormulaireDeReforme } from './formulaire-de-reforme.tsx';

export const meta = () => [{ title: 'Modifier la réforme - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, reforme, vue } = await chargerReforme(arguments_);
  obtenir(selon(peutConfigurerReformes(acteur)));
  return {
    vue,
    archivee: reforme.etat === 'archivee',
    gestes: gestesPossibles(reforme.etat),
    referentiel: await referentielDeReforme(services.base, reforme.services),
    valeurs: {
      version: String(reforme.version),
      nom: reforme.nom,
      theme: reforme.theme,
      ministere: reforme.ministere ?? '',
      equipe: reforme.equipe,
      services: reforme.services,
      mailles: reforme.mailles,
      meteoJours: String(reforme.meteoJours),
      description: reforme.description ?? '',
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.reforme ?? '';
  const geste = GESTES.find((un) => un === valeurs.geste);
  const fait = geste
    ? await changerDEtat(services, acteur, id, geste)
    : await modifierReforme(services, acteur, id, enListes(valeurs));
  if (fait.ok) return redirect(`/reformes/${id}`);
  const actuelle = fait.refus.nature === 'conflit' ? await lireReformeSansPolitique(services.base, id) : null;
  return data(
    {
      valeurs,
      champs: fait.refus.champs ?? { formulaire: fait.refus.message },
      // What was typed can then be saved over it, knowingly.
      version: actuelle === null ? null : String(actuelle.version),
    },
    { status: STATUTS[fait.refus.nature] },
  );
}

const GESTES_EN_MOTS: Readonly<Record<Geste, { readonly bouton: string; readonly effet: string }>> = {
  publier: {
    bouton: 'Publier la réforme',
    effet:
      'En brouillon, seules son équipe et la DITP la voient. Publiée, elle se lit dans son champ et sur ses territoires, et la météo s’y déclare.',
  },
  archiver: {
    bouton: 'Archiver la réforme',
    effet: 'Archivée, elle se lit et ne change plus : ni météo, ni analyse, ni configuration. Elle peut être rouverte.',
  },
  rouvrir: { bouton: 'Rouvrir la réforme', effet: 'Elle est de nouveau suivie : météos et analyses s’y déclarent.' },
};

export default function ModifierLaReforme() {
  const { vue, archivee, gestes, referentiel, valeurs } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  return (
    <Page filDAriane={[ACCUEIL, REFORMES, { texte: vue.nom, href: `/reformes/${vue.id}` }]} titre="Modifier la réforme">
      {archivee ? (
        <Alerte ton="info">Cette réforme est archivée : elle se lit, et ne change plus. Rouvrez-la d’abord.</Alerte>
      ) : (
        <FormulaireDeReforme
          titre="Modifier la réforme"
          bouton="Enregistrer"
          referentiel={referentiel}
          valeurs={{ ...valeurs, version: refus?.version ?? valeurs.version }}
          refus={refus}
        />
      )}
      {gestes.map((geste) => (
        <Section key={geste} titre={GESTES_EN_MOTS[geste].bouton}>
          <p>{GESTES_EN_MOTS[geste].effet}</p>
          <Formulaire titre={GESTES_EN_MOTS[geste].bouton}>
            <input type="hidden" name="geste" value={geste} />
            <Bouton rang="secondaire">{GESTES_EN_MOTS[geste].bouton}</Bouton>
          </Formulaire>
        </Section>
      ))}
    </Page>
  );
}
