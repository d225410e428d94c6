import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  ANNEES_D_HABILITATION,
  contexteServices,
  dansAnnees,
  exigerActeur,
  lireFormulaire,
  peutGererCompte,
  peutRetirerHabilitation,
  peutVoirCompte,
  refuser,
  STATUTS,
} from '#acces';
import { lireCompte } from '#acces/comptes';
import {
  compteDeLHabilitation,
  HABILITATION_ABSENTE,
  habilitationsDuCompte,
  lireHabilitation,
  modifieLObjet,
  prolongerHabilitation,
  retirerHabilitation,
} from '#acces/habilitations';
import { Bouton, ChampDate, ChampTexte, Definitions, Formulaire, formaterJour, Lien, Page, Section } from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { HABILITABLES } from '../comptes/habilitables.ts';
import { presenterHabilitations } from '../comptes/presentation.ts';
import { ACCUEIL } from './fil.ts';
import { retourALAcces } from './retour.ts';

export const meta = () => [{ title: 'Habilitation - Jalon' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const id = params.habilitation ?? '';
  const titulaire = await compteDeLHabilitation(base, id);
  const compte = titulaire === null ? null : await lireCompte(base, titulaire);
  const habilitation = compte === null ? null : await lireHabilitation(base, id);
  if (compte === null || habilitation === null) return refuser(HABILITATION_ABSENTE);
  const retirable = peutRetirerHabilitation(
    acteur,
    compte,
    await modifieLObjet({ transaction: base, acteur }, HABILITABLES, habilitation),
  );
  const visible = peutVoirCompte(acteur, compte);
  if (!visible.permis && !retirable.permis)
    return refuser({ nature: 'interdit', regle: retirable.regle, message: retirable.message });
  const jour = aujourdhui(horloge);
  const toutes = await habilitationsDuCompte(base, compte.compte, jour);
  const [vue] = await presenterHabilitations(
    base,
    acteur,
    toutes.filter((une) => une.id === id),
  );
  if (!vue) return refuser(HABILITATION_ABSENTE);
  return {
    vue,
    visible: visible.permis,
    retirable: retirable.permis,
    prolongeable: peutGererCompte(acteur, compte).permis,
    fin: dansAnnees(jour, 1),
    finAuPlus: dansAnnees(jour, ANNEES_D_HABILITATION),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.habilitation ?? '';
  const titulaire = await compteDeLHabilitation(services.base, id);
  const prolonger = valeurs.verbe === 'prolonger';
  const resultat = prolonger
    ? await prolongerHabilitation(services, HABILITABLES, acteur, id, valeurs)
    : await retirerHabilitation(services, HABILITABLES, acteur, id, valeurs);
  if (resultat.ok) {
    const retour = retourALAcces(request, prolonger ? 'prolonger' : 'retirer');
    if (retour !== null) return redirect(retour);
    const compte = titulaire === null ? null : await lireCompte(services.base, titulaire);
    return redirect(
      compte !== null && peutVoirCompte(acteur, compte).permis
        ? `/administration/comptes/${titulaire}?fait=${prolonger ? 'prolonger' : 'retirer'}`
        : '/',
    );
  }
  const { refus } = resultat;
  return data(
    { prolonger, champs: refus.champs ?? { formulaire: refus.message }, valeurs },
    { status: STATUTS[refus.nature] },
  );
}

export default function GererUneHabilitation() {
  const { vue, visible, retirable, prolongeable, fin, finAuPlus } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const saisie = (prolonger: boolean) =>
    refus?.prolonger === prolonger ? { erreurs: refus.champs, valeurs: refus.valeurs } : {};
  return (
    <Page
      filDAriane={
        visible
          ? [ACCUEIL, { texte: vue.compte.nom, href: `/administration/comptes/${vue.compte.id}` }]
          : [ACCUEIL, ...(vue.adresse === null ? [] : [{ texte: vue.objet, href: `${vue.adresse}/acces` }])]
      }
      titre={`${vue.droit} : ${vue.objet}`}
      surtitre="Habilitation"
    >
      <Definitions
        elements={[
          {
            terme: 'Personne',
            valeur: visible ? (
              <Lien href={`/administration/comptes/${vue.compte.id}`}>{vue.compte.nom}</Lien>
            ) : (
              vue.compte.nom
            ),
          },
          { terme: 'Service', valeur: vue.compte.service },
          { terme: 'Territoire', valeur: vue.territoire },
          { terme: 'Dates', valeur: `du ${formaterJour(vue.debut)} au ${formaterJour(vue.fin)}` },
          { terme: 'Pourquoi', valeur: vue.motif },
          { terme: 'Donnée par', valeur: vue.par },
        ]}
      />
      <div className="jalon-deux-colonnes">
        {prolongeable && (
          <Section titre="Prolonger">
            <Formulaire titre="Prolonger l’habilitation" {...saisie(true)}>
              <input type="hidden" name="verbe" value="prolonger" />
              <ChampDate nom="fin" libelle="Nouveau dernier jour" valeur={fin} max={finAuPlus} requis />
              <ChampTexte
                nom="motif"
                libelle="Pourquoi elle continue"
                requis
                maxLength={500}
                {...(refus?.prolonger === false ? { id: 'motif-pour-prolonger' } : {})}
              />
              <Bouton>Prolonger</Bouton>
            </Formulaire>
          </Section>
        )}
        {retirable && (
          <Section titre="Retirer">
            <Formulaire titre="Retirer l’habilitation" {...saisie(false)}>
              <input type="hidden" name="verbe" value="retirer" />
              <p>Le droit s’éteint aussitôt ; la ligne reste dans l’histoire du compte.</p>
              <ChampTexte
                nom="motif"
                libelle="Pourquoi elle est retirée"
                requis
                maxLength={500}
                {...(refus?.prolonger === false ? {} : { id: 'motif-pour-retirer' })}
              />
              <Bouton rang="secondaire">Retirer</Bouton>
            </Formulaire>
          </Section>
        )}
      </div>
    </Page>
  );
}
