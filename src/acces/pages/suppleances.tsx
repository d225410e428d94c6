import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  Alerte,
  Bouton,
  ChampDate,
  ChampTexte,
  Etiquette,
  Formulaire,
  formaterJour,
  Liste,
  Page,
  Section,
} from '#interface';
import { aujourdhui, type Services, valeursDeFormulaire } from '#socle';
import type { Resultat } from '#socle/valeurs';
import { contexteServices, contexteVisite, exigerActeur, lireFormulaire, STATUTS } from '../contexte.ts';
import { poserCookie } from '../cookies.ts';
import type { Acteur } from '../regles/acteur.ts';
import { COOKIE_DE_SESSION } from '../session.ts';
import { agirPour, reprendreSonCompte } from '../suppleances/agir-pour.ts';
import { collegues } from '../suppleances/collegues.ts';
import { mettreFinALaSuppleance } from '../suppleances/finir-suppleance.ts';
import { nommerSuppleant } from '../suppleances/nommer-suppleant.ts';
import { type SuppleanceListee, suppleancesDuCompte } from '../suppleances/suppleance.ts';

export const meta = () => [{ title: 'Suppléances - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const jour = aujourdhui(horloge);
  const soi = acteur.genre === 'personne';
  const [suppleances, proches] = await Promise.all([
    suppleancesDuCompte(base, acteur.personne, jour),
    soi ? collegues(base, acteur) : [],
  ]);
  const vivantes = suppleances.filter(({ etat }) => etat === 'en_cours' || etat === 'a_venir');
  return {
    agit: soi ? null : acteur.nom,
    pourMoi: vivantes.filter(({ titulaire }) => titulaire.compte === acteur.personne),
    parMoi: vivantes.filter(({ suppleant }) => suppleant.compte === acteur.personne),
    enCours: acteur.compte,
    collegues: proches,
    jour,
    fait: FAITS[new URL(request.url).searchParams.get('fait') ?? ''] ?? null,
  };
}

const FAITS: Readonly<Record<string, string>> = {
  nommer: 'Votre suppléant est nommé. Il le verra sur cette page, et signera « X pour Y ».',
  finir: 'La suppléance a pris fin.',
};

/** Acting for someone, and back, change the session's token: the browser receives the new one. */
export async function action({ context, request }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const { session } = context.get(contexteVisite);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const verbe = String(valeurs.verbe);
  const suppleance = String(valeurs.suppleance ?? '');
  if (verbe === 'agir' || verbe === 'reprendre') {
    const jeton =
      verbe === 'agir'
        ? await agirPour(services, acteur, session ?? '', suppleance)
        : await reprendreSonCompte(services, acteur, session ?? '');
    if (!jeton.ok) return repondre(verbe, valeurs, jeton);
    const cookie = poserCookie({ request, configuration: services.configuration }, COOKIE_DE_SESSION, jeton.valeur);
    return redirect(verbe === 'agir' ? '/' : '/compte/suppleances', { headers: { 'Set-Cookie': cookie } });
  }
  const resultat = await ecrire(services, acteur, verbe, suppleance, valeurs);
  return resultat.ok ? redirect(`/compte/suppleances?fait=${verbe}`) : repondre(verbe, valeurs, resultat);
}

function ecrire(services: Services, acteur: Acteur, verbe: string, suppleance: string, valeurs: unknown) {
  return verbe === 'nommer'
    ? nommerSuppleant(services, acteur, acteur.compte, valeurs)
    : mettreFinALaSuppleance(services, acteur, suppleance);
}

function repondre(
  verbe: string,
  valeurs: Readonly<Record<string, string | string[]>>,
  { refus }: Extract<Resultat<never>, { ok: false }>,
) {
  return data(
    { verbe, valeurs, message: refus.message, champs: refus.champs ?? { formulaire: refus.message } },
    { status: STATUTS[refus.nature] },
  );
}

export default function MesSuppleances() {
  const { agit, pourMoi, parMoi, enCours, collegues: proches, jour, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  const surLeFormulaire = refus?.verbe === 'nommer';
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Mon compte', href: '/compte' },
      ]}
      titre="Suppléances"
      phrase="Pendant une absence, quelqu’un agit à votre place, avec vos droits, et chaque geste porte vos deux noms."
    >
      {fait !== null && !refus && <Alerte ton="succes">{fait}</Alerte>}
      {refus && !surLeFormulaire && <Alerte ton="erreur">{refus.message}</Alerte>}
      <Section titre="Ceux que je supplée">
        {parMoi.length === 0 && <p className="jalon-discret">Personne ne vous a confié de suppléance.</p>}
        <ul className="jalon-liste-nue jalon-rattachements">
          {parMoi.map((une) => (
            <Ligne key={une.id} suppleance={une} qui={une.titulaire}>
              {agit !== null && une.id === enCours ? (
                <Etiquette ton="info">vous agissez pour cette personne</Etiquette>
              ) : (
                agit === null &&
                une.etat === 'en_cours' && (
                  <Geste verbe="agir" suppleance={une.id} texte="Agir pour" nom={une.titulaire.nom} rang="principal" />
                )
              )}
              {agit === null && <Geste verbe="finir" suppleance={une.id} texte="Rendre" nom={une.titulaire.nom} />}
            </Ligne>
          ))}
        </ul>
      </Section>
      <Section titre="Ceux qui me suppléent">
        {pourMoi.length === 0 && <p className="jalon-discret">Personne ne vous supplée.</p>}
        <ul className="jalon-liste-nue jalon-rattachements">
          {pourMoi.map((une) => (
            <Ligne key={une.id} suppleance={une} qui={une.suppleant}>
              {agit === null && <Geste verbe="finir" suppleance={une.id} texte="Mettre fin" nom={une.suppleant.nom} />}
            </Ligne>
          ))}
        </ul>
      </Section>
      {agit === null ? (
        <Section titre="Nommer mon suppléant">
          <Formulaire
            titre="Nommer mon suppléant"
            {...(surLeFormulaire ? { erreurs: refus.champs, valeurs: refus.valeurs } : {})}
          >
            <input type="hidden" name="verbe" value="nommer" />
            {proches.length > 0 && (
              <Liste
                nom="suppleant"
                libelle="Qui me supplée"
                aide="Les personnes de votre service et de votre territoire"
                aucune="choisir, ou écrire son courriel ci-dessous"
                options={proches}
              />
            )}
            <ChampTexte
              nom="courriel"
              libelle={proches.length > 0 ? 'Ou son courriel professionnel' : 'Son courriel professionnel'}
              type="email"
              autoComplete="off"
            />
            <div className="jalon-champs-en-ligne">
              <ChampDate nom="debut" libelle="Premier jour" valeur={jour} min={jour} />
              <ChampDate nom="fin" libelle="Dernier jour" aide="Un an au plus" requis min={jour} />
            </div>
            <ChampTexte nom="motif" libelle="Pourquoi" aide="Congés, intérim…" requis maxLength={500} />
            <Bouton>Nommer</Bouton>
          </Formulaire>
        </Section>
      ) : (
        <Alerte ton="info">Reprenez votre compte pour nommer un suppléant ou mettre fin à une suppléance.</Alerte>
      )}
    </Page>
  );
}

function Ligne({
  suppleance,
  qui,
  children,
}: {
  readonly suppleance: SuppleanceListee;
  readonly qui: SuppleanceListee['titulaire'];
  readonly children: React.ReactNode;
}) {
  return (
    <li>
      <p>
        <strong>{qui.nom}</strong> <span className="jalon-discret">{qui.service}</span>
        <br />
        du {formaterJour(suppleance.debut)} au {formaterJour(suppleance.fin)}, {suppleance.motif}{' '}
        {suppleance.etat === 'a_venir' && <Etiquette icone="horloge">à venir</Etiquette>}
      </p>
      <div className="jalon-gestes">{children}</div>
    </li>
  );
}

function Geste({
  verbe,
  suppleance,
  texte,
  nom,
  rang = 'tertiaire',
}: {
  readonly verbe: 'agir' | 'finir';
  readonly suppleance: string;
  readonly texte: string;
  readonly nom: string;
  readonly rang?: 'principal' | 'tertiaire';
}) {
  return (
    <Formulaire titre={`${texte} : ${nom}`} disposition="ligne">
      <input type="hidden" name="verbe" value={verbe} />
      <input type="hidden" name="suppleance" value={suppleance} />
      <Bouton rang={rang} taille="petite">
        {verbe === 'agir' ? (
          `${texte} ${nom}`
        ) : (
          <>
            {texte}
            <span className="fr-sr-only"> : {nom}</span>
          </>
        )}
      </Bouton>
    </Formulaire>
  );
}
