import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, refuser, STATUTS } from '#acces';
import {
  Alerte,
  avec,
  EnTeteDeListe,
  EtatVide,
  FormulaireDeFiltres,
  formaterJour,
  Lien,
  Liste,
  Page,
  Pagination,
  Section,
} from '#interface';
import {
  declinaisonsAttendues,
  LIBELLES_DE_MARQUE,
  lireMarqueAttendue,
  listerAttendu,
  organisationsAttendues,
  trouverService,
} from '#plans';
import { ListeDAttendu, ListeDeDeclinaisons, relireApresRefus, SaisiePerdue } from '#plans/attendu';
import { noterAction, noterDeclinaison } from '#plans/commandes';
import { plansActifs } from '#plans/lectures';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { fichiersDuFormulaire } from '#tableur/depot';
import { type GroupeDAttentes, lireLesAttentes } from '../attentes.ts';
import { phraseDesDeclinaisons, titreDesDeclinaisons } from './attendu/declinaisons.ts';
import { lirePage } from './attendu/page-de-l-adresse.ts';
import { PhraseDAttendu } from './attendu/phrase.tsx';

export const meta = ({ data: donnees }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${donnees?.titre ?? 'Ce que l’on attend'} - Jalon` },
];

export const shouldRevalidate = relireApresRefus;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const demandee = parametres.get('organisation')?.slice(0, 100) || null;
  const service = demandee === null ? null : await trouverService(base, demandee);
  if (demandee !== null && service === null)
    refuser({
      nature: 'introuvable',
      regle: 'organisation.introuvable',
      message: 'Ce service n’est pas dans l’annuaire. Choisissez-en un dans la liste.',
    });
  const jour = aujourdhui(horloge);
  const criteres = {
    organisations: service?.organisations ?? acteur.organisations,
    marque: lireMarqueAttendue(parametres.get('marque')),
    page: lirePage(parametres, 'page'),
  };
  const plans = plansActifs(base, acteur);
  const [attendu, services, groupes, declinaisons] = await Promise.all([
    listerAttendu(base, acteur, criteres, { jour, passe: false }, plans),
    organisationsAttendues(base, acteur, plans),
    service === null ? lireLesAttentes(base, acteur, jour) : [],
    service === null ? declinaisonsAttendues(base, acteur, lirePage(parametres, 'declinaisons'), jour, plans) : null,
  ]);
  parametres.delete('fait');
  return {
    ...attendu,
    titre: service === null ? 'Ce que l’on attend de moi' : `Ce que l’on attend de ${service.libelle}`,
    service: service && { id: service.id, libelle: service.libelle },
    qui: service?.libelle ?? acteur.organisationLibelle,
    marque: criteres.marque,
    page: Math.min(criteres.page, attendu.pages),
    services: services.map(({ id, libelle, nombre }) => ({ valeur: id, texte: `${libelle} (${nombre})` })),
    groupes,
    declinaisons,
    requete: parametres.toString(),
    fait: new URL(request.url).searchParams.get('fait'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const formulaire = await lireFormulaire(context, request);
  const valeurs = valeursDeFormulaire(formulaire);
  const cible = { plan: String(valeurs.plan ?? ''), action: String(valeurs.action ?? '') };
  const services = context.get(contexteServices);
  const declinaison = String(valeurs.declinaison ?? '');
  const fichiers = await fichiersDuFormulaire(formulaire);
  const resultat =
    declinaison === ''
      ? await noterAction(services, acteur, cible, valeurs, { fichiers })
      : await noterDeclinaison(services, acteur, { ...cible, declinaison }, valeurs, fichiers);
  const visee = declinaison || cible.action;
  if (resultat.ok) {
    const { pathname, searchParams } = new URL(request.url);
    searchParams.set('fait', visee);
    return redirect(`${pathname}?${searchParams}#action-${visee}`);
  }
  const { refus } = resultat;
  return data(
    { action: visee, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function PageDeLAttendu() {
  const {
    titre,
    service,
    qui,
    actions,
    nombre,
    pages,
    page,
    bilan,
    marque,
    services,
    groupes,
    declinaisons,
    requete,
    fait,
  } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>() ?? null;
  const declinees = declinaisons?.montrees ?? [];
  const montree = (cle: string) => declinees.some(({ id }) => id === cle);
  const ailleurs = fait !== null && !actions.some(({ id }) => id === fait) && !montree(fait);
  const perdue =
    refus !== null && !actions.some(({ id, notable }) => id === refus.action && notable) && !montree(refus.action);
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre={titre}
      phrase={<PhraseDAttendu bilan={bilan} qui={qui} soi={service === null} requete={requete} />}
    >
      {ailleurs && refus === null && <Alerte ton="succes">La note est enregistrée.</Alerte>}
      {perdue && <SaisiePerdue refus={refus} />}
      <FormulaireDeFiltres
        legende="Choisir ce que l’on regarde"
        gardes={marque === null ? [] : [['marque', marque]]}
        actifs={[
          ...(service === null ? [] : [{ texte: service.libelle, href: avec(requete, { organisation: null }) }]),
          ...(marque === null ? [] : [{ texte: LIBELLES_DE_MARQUE[marque], href: avec(requete, { marque: null }) }]),
        ]}
        toutEffacer="/attendu"
      >
        <Liste nom="organisation" libelle="Service" valeur={service?.id ?? ''} aucune="le mien" options={services} />
      </FormulaireDeFiltres>
      {service === null && (
        <p>
          <Lien href="/attendu/mentions">Les notes qui mentionnent mon service</Lien>
        </p>
      )}
      {groupes.map((groupe) => (
        <GroupeDAttente key={groupe.titre} {...groupe} />
      ))}
      {declinaisons !== null && declinaisons.nombre > 0 && (
        <Section titre={titreDesDeclinaisons(declinaisons)} id="declinaisons">
          <p>{phraseDesDeclinaisons(declinaisons)}</p>
          <ListeDeDeclinaisons declinaisons={declinees} refus={refus} fait={fait} />
          <Pagination
            page={declinaisons.page}
            pages={declinaisons.pages}
            adresse={(numero) => `${avec(requete, { declinaisons: String(numero) })}#declinaisons`}
          />
        </Section>
      )}
      <Section titre="Actions à tenir à jour" id="actions">
        {actions.length === 0 ? (
          <EtatVide titre={marque === null ? 'Rien n’est attendu' : 'Aucune action de cette sorte'}>
            {marque === null
              ? 'Les actions ouvertes dont ce service est pilote apparaîtront ici, les plus pressantes d’abord.'
              : 'Retirez le filtre pour voir les autres actions.'}
          </EtatVide>
        ) : (
          <>
            <EnTeteDeListe trouves={nombre} total={bilan.total} nom={['action ouverte', 'actions ouvertes']} />
            <ListeDAttendu
              legende="Actions, les plus pressantes d’abord"
              actions={actions}
              liens
              refus={refus}
              fait={fait}
            />
            <Pagination page={page} pages={pages} adresse={(numero) => `${avec(requete, {})}&page=${numero}`} />
          </>
        )}
      </Section>
    </Page>
  );
}

/** What another room expects, in its words. */
function GroupeDAttente({ titre, attentes }: GroupeDAttentes) {
  return (
    <Section titre={titre}>
      <ul>
        {attentes.map(({ cle, texte, href, precision, pourLe, objet }) => (
          <li key={cle}>
            <Lien href={href}>{texte}</Lien>
            <span className="jalon-discret">
              {' '}
              {precision}
              {pourLe !== null && `, pour le ${formaterJour(pourLe)}`}
              {objet !== undefined && (
                <>
                  , action <Lien href={objet.href}>{objet.texte}</Lien>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
