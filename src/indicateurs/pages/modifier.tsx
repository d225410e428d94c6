import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS, selon } from '#acces';
import { Bouton, GroupeDeBoutons, Page } from '#interface';
import { valeursDeFormulaire } from '#socle';
import type { Refus } from '#socle/valeurs';
import { apercevoirModification, modifierIndicateur } from '../commandes/modifier-indicateur.ts';
import { referentielDIndicateur, trouverReglages } from '../lectures/reglages.ts';
import { peutConfigurerIndicateurs } from '../politique.ts';
import { ACCUEIL, INDICATEURS } from './communs.ts';
import { Apercu } from './reglages/apercu.tsx';
import { Conflit } from './reglages/conflit.tsx';
import { empreinteDeSaisie } from './reglages/empreinte.ts';
import { FormulaireDIndicateur } from './reglages/formulaire.tsx';
import { presenterEffet } from './reglages/presenter-effet.ts';
import './indicateurs.css';

export const meta = () => [{ title: 'Régler un indicateur - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const indicateur = obtenir(await trouverReglages(base, acteur, params.indicateur ?? ''));
  obtenir(selon(peutConfigurerIndicateurs(acteur)));
  const { nom, version, reglages } = indicateur;
  return { id: indicateur.vu.id, nom, version, reglages, referentiel: await referentielDIndicateur(base) };
}

/**
 * Saves, or shows first what would change. Saving something whose effect was not seen as it is shows it instead: nobody
 * changes a hundred rates without knowing.
 */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const id = params.indicateur ?? '';
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const empreinte = empreinteDeSaisie(valeurs);
  const refuser = async (refus: Refus) => {
    // A refused form does not read the page again: what someone else saved meanwhile comes with the refusal.
    const actuel = refus.nature === 'conflit' ? await trouverReglages(services.base, acteur, id) : null;
    const enregistre = actuel?.ok && refus.champs === undefined ? actuel.valeur : null;
    return data(
      {
        valeurs,
        erreurs: refus.champs ?? (enregistre === null ? { formulaire: refus.message } : {}),
        conflit: enregistre && { reglages: enregistre.reglages, version: enregistre.version },
        apercu: null,
      },
      { status: STATUTS[refus.nature] },
    );
  };
  if (valeurs.intention === 'apercevoir' || valeurs.apercu !== empreinte) {
    const effet = await apercevoirModification(services, acteur, id, valeurs);
    if (!effet.ok) return refuser(effet.refus);
    if (valeurs.intention === 'apercevoir' || effet.valeur.tauxChanges > 0) {
      return data({
        valeurs,
        erreurs: {} as Readonly<Record<string, string>>,
        conflit: null,
        apercu: { ...presenterEffet(effet.valeur), empreinte, demande: valeurs.intention === 'apercevoir' },
      });
    }
  }
  const modifie = await modifierIndicateur(services, acteur, id, valeurs);
  return modifie.ok ? redirect(`/indicateurs/${id}`) : refuser(modifie.refus);
}

export default function ReglerUnIndicateur() {
  const { id, nom, version, reglages, referentiel } = useLoaderData<typeof loader>();
  const retour = useActionData<typeof action>();
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS, { texte: nom, href: `/indicateurs/${id}` }]}
      titre="Régler l’indicateur"
      phrase="Un réglage change les taux de tous les territoires : vous verrez lesquels avant d’enregistrer."
    >
      {retour?.conflit != null && <Conflit enregistres={retour.conflit.reglages} saisis={retour.valeurs} />}
      <FormulaireDIndicateur
        titre="Régler l’indicateur"
        valeurs={reglages}
        referentiel={referentiel}
        erreurs={retour?.erreurs}
        saisies={retour?.valeurs}
      >
        {retour?.apercu != null && <Apercu apercu={retour.apercu} />}
        <input type="hidden" name="version" value={retour?.conflit?.version ?? version} />
        <input type="hidden" name="apercu" value={retour?.apercu?.empreinte ?? ''} />
        <GroupeDeBoutons>
          <Bouton name="intention" value="enregistrer">
            {retour?.apercu == null ? 'Enregistrer' : 'Enregistrer ces réglages'}
          </Bouton>
          <Bouton name="intention" value="apercevoir" rang="secondaire">
            Voir ce que cela change
          </Bouton>
        </GroupeDeBoutons>
      </FormulaireDIndicateur>
    </Page>
  );
}
