import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur, LIBELLES_DE_PROFIL, obtenir, PROFILS, peutAdministrer, selon } from '#acces';
import { COMPTES_PAR_PAGE, type CriteresDeComptes, ETATS_DE_COMPTE, listerComptes } from '#acces/comptes';
import {
  ChampTexte,
  compter,
  EnTeteDeListe,
  EtatVide,
  Etiquette,
  FormulaireDeFiltres,
  formaterJourCourt,
  Lien,
  LienBouton,
  Liste,
  Page,
  Pagination,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { jourAParis } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { profilsDonnables, territoiresAdministrables } from '../comptes/referentiel.ts';
import { ACCUEIL, ADMINISTRATION } from './fil.ts';

export const meta = () => [{ title: 'Comptes - Jalon' }];

const ETATS = {
  ouvert: 'ouverts',
  jamais: 'jamais connectés',
  dormant: 'sans connexion depuis six mois',
  ferme: 'fermés',
} as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  obtenir(selon(peutAdministrer(acteur)));
  const { base, horloge } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const territoires = territoiresAdministrables(acteur);
  const criteres: CriteresDeComptes = {
    q: parametres.get('q')?.trim().slice(0, 100) || null,
    profil: PROFILS.find((profil) => profil === parametres.get('profil')) ?? null,
    territoire: territoires.find(({ valeur }) => valeur === parametres.get('territoire'))?.valeur ?? null,
    etat: ETATS_DE_COMPTE.find((etat) => etat === parametres.get('etat')) ?? null,
    page: Math.min(Math.max(Math.trunc(Number(parametres.get('page')) || 1), 1), 10_000),
  };
  const { comptes, nombre, total } = await listerComptes(base, acteur, criteres, aujourdhui(horloge));
  const seul = territoires.length === 1 ? TERRITOIRES.find(({ code }) => code === territoires[0]?.valeur) : undefined;
  return {
    criteres,
    lieu: seul === undefined ? '' : ` ${seul.locution}`,
    nombre,
    total,
    pages: Math.max(1, Math.ceil(nombre / COMPTES_PAR_PAGE)),
    territoires,
    profils: profilsDonnables(acteur),
    comptes: comptes.map(({ derniereConnexion, profil, ...compte }) => ({
      ...compte,
      profil: LIBELLES_DE_PROFIL[profil],
      derniereConnexion: derniereConnexion && jourAParis(derniereConnexion),
    })),
    requete: parametres.toString(),
  };
}

export default function PageDesComptes() {
  const { criteres, lieu, nombre, total, pages, territoires, profils, comptes, requete } =
    useLoaderData<typeof loader>();
  const sans = (nom: string) => adresse(requete, { [nom]: null });
  const { q, profil, territoire, etat } = criteres;
  const actifs = [
    ...(q ? [{ texte: `contient « ${q} »`, href: sans('q') }] : []),
    ...(profil
      ? [{ texte: profils.find(({ valeur }) => valeur === profil)?.texte ?? profil, href: sans('profil') }]
      : []),
    ...(territoire
      ? [{ texte: territoires.find(({ valeur }) => valeur === territoire)?.texte ?? '', href: sans('territoire') }]
      : []),
    ...(etat ? [{ texte: ETATS[etat], href: sans('etat') }] : []),
  ];
  return (
    <Page
      filDAriane={[ACCUEIL, ADMINISTRATION]}
      titre="Comptes"
      phrase={`Vous administrez ${compter(total, 'compte', 'comptes')}${lieu}. Profil et service donnent les droits ordinaires ; une habilitation en ajoute, pour un temps.`}
      actions={
        <LienBouton href="/administration/comptes/nouveau" taille="petite" icone="plus">
          Ouvrir un compte
        </LienBouton>
      }
    >
      <FormulaireDeFiltres legende="Filtrer les comptes" actifs={actifs} toutEffacer="/administration/comptes">
        <ChampTexte nom="q" libelle="Nom, courriel ou service" valeur={q ?? ''} type="search" />
        <Liste nom="profil" libelle="Profil" valeur={profil ?? ''} aucune="tous" options={profils} />
        {territoires.length > 1 && (
          <Liste nom="territoire" libelle="Territoire" valeur={territoire ?? ''} aucune="tous" options={territoires} />
        )}
        <Liste
          nom="etat"
          libelle="État"
          valeur={etat ?? ''}
          aucune="tous"
          options={Object.entries(ETATS).map(([valeur, texte]) => ({ valeur, texte }))}
        />
      </FormulaireDeFiltres>
      <EnTeteDeListe trouves={nombre} total={total} nom={['compte', 'comptes']} />
      <Tableau
        legende="Comptes que vous administrez"
        lignes={comptes}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide
            titre={actifs.length > 0 ? 'Aucun compte ne correspond' : 'Aucun compte pour le moment'}
            action={<LienBouton href="/administration/comptes/nouveau">Ouvrir un compte</LienBouton>}
          >
            {actifs.length > 0
              ? 'Retirez un filtre, ou ouvrez le compte de cette personne.'
              : 'Ouvrez le compte d’une collègue : il suffit de son courriel professionnel et de son service.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Compte',
            largeur: 'large',
            cellule: ({ id, nom, courriel }) => (
              <>
                <Lien href={`/administration/comptes/${id}`}>{nom}</Lien>
                {courriel !== null && <div className="jalon-discret">{courriel}</div>}
              </>
            ),
          },
          {
            cle: 'service',
            titre: 'Service',
            cellule: (compte) => (
              <>
                {compte.service}
                {territoires.length > 1 && <div className="jalon-discret">{compte.territoire}</div>}
              </>
            ),
          },
          { cle: 'profil', titre: 'Profil', cellule: (compte) => compte.profil },
          {
            cle: 'habilitations',
            titre: 'Accès en plus',
            cellule: ({ habilitations }) =>
              habilitations === 0 ? (
                <span className="jalon-discret">aucun</span>
              ) : (
                compter(habilitations, 'habilitation', 'habilitations')
              ),
          },
          {
            cle: 'connexion',
            titre: 'Dernière connexion',
            cellule: ({ ferme, derniereConnexion }) =>
              ferme ? (
                <Etiquette icone="barre">Fermé</Etiquette>
              ) : derniereConnexion === null ? (
                <span className="jalon-discret">jamais</span>
              ) : (
                <time dateTime={derniereConnexion}>{formaterJourCourt(derniereConnexion)}</time>
              ),
          },
        ]}
      />
      <Pagination page={criteres.page} pages={pages} adresse={(page) => adresse(requete, { page: String(page) })} />
    </Page>
  );
}

function adresse(requete: string, changements: Readonly<Record<string, string | null>>): string {
  const parametres = new URLSearchParams(requete);
  parametres.delete('page');
  for (const [nom, valeur] of Object.entries(changements))
    if (valeur === null) parametres.delete(nom);
    else parametres.set(nom, valeur);
  return `?${parametres}`;
}
