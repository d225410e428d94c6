import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import {
  Alerte,
  BlocDeCode,
  Bouton,
  Cases,
  ChampDate,
  ChampTexte,
  compter,
  EtatVide,
  Formulaire,
  Lien,
  Page,
  PanneauDepliant,
  Section,
} from '#interface';
import { aujourdhui, valeursDeFormulaire } from '#socle';
import { ajouterJours } from '#socle/valeurs';
import { contexteServices, exigerActeur, lireFormulaire, obtenir, STATUTS } from '../contexte.ts';
import { creerJeton } from '../jetons/creer.ts';
import { mesJetons, usagesDuJeton } from '../jetons/lister.ts';
import { revoquerJeton } from '../jetons/revoquer.ts';
import { derniereExpiration, peutCreerJeton } from '../regles/jetons.ts';
import { NOMS_DES_PORTEES, PORTEES } from '../regles/portees.ts';
import { TableauDesJetons } from './jetons/tableau.tsx';
import { Usages } from './jetons/usages.tsx';

export const meta = () => [{ title: 'Mes jetons - Jalon' }];

const JOURS_PAR_DEFAUT = 90;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const ouvert = new URL(request.url).searchParams.get('usages');
  const jour = aujourdhui(services.horloge);
  const [jetons, usages] = await Promise.all([
    mesJetons(services, acteur),
    ouvert === null ? null : usagesDuJeton(services.base, acteur, ouvert).then(obtenir),
  ]);
  const decision = peutCreerJeton(acteur, []);
  return {
    jetons,
    usages: usages && { libelle: jetons.find(({ id }) => id === ouvert)?.libelle ?? '', lignes: usages },
    refus: decision.permis ? null : decision.message,
    portees: NOMS_DES_PORTEES.filter((portee) => peutCreerJeton(acteur, [portee]).permis).map((portee) => ({
      valeur: portee,
      texte: PORTEES[portee].libelle,
      aide: portee,
    })),
    expiration: { min: jour, max: derniereExpiration(jour), defaut: ajouterJours(jour, JOURS_PAR_DEFAUT) },
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { verbe, machine, ...valeurs } = valeursDeFormulaire(await lireFormulaire(context, request));
  if (verbe === 'revoquer') {
    const resultat = await revoquerJeton(services, acteur, String(machine ?? ''));
    if (resultat.ok) return data({ fait: 'revoque' as const });
    return data(
      { fait: 'refuse' as const, message: resultat.refus.message },
      { status: STATUTS[resultat.refus.nature] },
    );
  }
  const resultat = await creerJeton(services, acteur, valeurs);
  if (resultat.ok) return data({ fait: 'cree' as const, jeton: resultat.valeur.jeton });
  const { refus } = resultat;
  return data(
    { fait: 'a_corriger' as const, valeurs, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function MesJetons() {
  const { jetons, usages, refus, portees, expiration } = useLoaderData<typeof loader>();
  const reponse = useActionData<typeof action>();
  const enService = jetons.filter(({ etat }) => etat === 'actif').length;
  const faute = reponse?.fait === 'a_corriger' ? reponse : null;
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Mon compte', href: '/compte' },
      ]}
      titre="Mes jetons"
      phrase={
        enService === 0
          ? 'Un jeton laisse un programme lire Jalon ou y écrire en votre nom, sans votre mot de passe.'
          : `${compter(enService, 'programme agit', 'programmes agissent')} en votre nom, avec vos droits et rien de plus.`
      }
    >
      {reponse?.fait === 'cree' && (
        <Alerte ton="succes" titre="Copiez ce jeton maintenant : il ne sera plus jamais montré">
          <BlocDeCode>{reponse.jeton}</BlocDeCode>
          <p>
            Confiez-le au programme par un moyen sûr, jamais par courriel. Perdu, il se révoque ci-dessous, et un autre
            se crée.
          </p>
        </Alerte>
      )}
      {reponse?.fait === 'revoque' && <Alerte ton="succes">Le jeton est révoqué : il n’ouvre plus rien.</Alerte>}
      {reponse?.fait === 'refuse' && <Alerte ton="erreur">{reponse.message}</Alerte>}
      {jetons.length === 0 ? (
        <EtatVide titre="Vous n’avez pas de jeton">
          Il en faut un pour brancher un tableur ou un tableau de bord sur Jalon.
        </EtatVide>
      ) : (
        <TableauDesJetons jetons={jetons} />
      )}
      {usages !== null && <Usages {...usages} fermer="/compte/jetons" />}
      <Section titre="Créer un jeton">
        {refus !== null ? (
          <Alerte ton="info">{refus}</Alerte>
        ) : (
          <Formulaire
            key={reponse?.fait === 'cree' ? reponse.jeton : 'nouveau'}
            titre="Créer un jeton"
            erreurs={faute?.champs}
            valeurs={faute?.valeurs}
            libelles={{ libelle: 'À quoi il sert', portees: 'Ce qu’il pourra faire', expiration: 'Dernier jour' }}
          >
            <ChampTexte
              nom="libelle"
              libelle="À quoi il sert"
              aide="Ce nom signera ce que le programme écrit, à côté du vôtre."
              maxLength={100}
              requis
            />
            <Cases nom="portees" legende="Ce qu’il pourra faire" valeurs={['plans.lire']} options={portees} requis />
            <ChampDate
              nom="expiration"
              libelle="Dernier jour"
              aide="Un an au plus. Passé ce jour, il faudra en créer un autre."
              valeur={expiration.defaut}
              min={expiration.min}
              max={expiration.max}
              requis
            />
            <Bouton>Créer le jeton</Bouton>
          </Formulaire>
        )}
      </Section>
      <PanneauDepliant titre="Comment un programme s’en sert">
        <p>
          Il l’envoie dans l’en-tête <code>Authorization: Bearer jalon_…</code> de chacune de ses demandes.{' '}
          <Lien href="/api">La page de l’API</Lien> dit ce qu’on peut lui demander.
        </p>
      </PanneauDepliant>
    </Page>
  );
}
