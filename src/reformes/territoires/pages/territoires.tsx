import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { Carte, ChampTexte, compter, EtatVide, FormulaireDeFiltres, Lien, LienBouton, Page } from '#interface';
import { cleDeNom, TERRITOIRES, type Territoire } from '#territoires';
import { toutesLesReformes } from '../../lectures/reformes.ts';
import { gardes } from '../adresses.ts';
import { peutSaisirCriteres, territoiresOuverts } from '../politique.ts';
import './territoires.css';

export const meta = () => [{ title: 'Territoires - Jalon' }];

/** One's own territory when there is but one; else the choice. `?vers=D29` goes there with the filters of the address. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base } = context.get(contexteServices);
  const parametres = new URL(request.url).searchParams;
  const vers = parametres.get('vers')?.trim();
  if (vers) throw redirect(`/territoires/${encodeURIComponent(vers.slice(0, 10))}${gardes(parametres)}`);
  const ouverts = territoiresOuverts(acteur, await toutesLesReformes(base));
  const [seul, autre] = ouverts;
  if (seul !== undefined && autre === undefined && !parametres.has('choisir'))
    throw redirect(`/territoires/${seul.code}${gardes(parametres)}`);
  const q = parametres.get('q')?.trim().slice(0, 100) ?? '';
  return {
    q,
    total: ouverts.length,
    national: ouverts.some(({ maille }) => maille === 'national'),
    regions: enRegions(ouverts.filter((territoire) => correspond(territoire, q))),
    departements: ouverts
      .filter(({ maille }) => maille === 'departemental')
      .map(({ code, nom }) => ({ code, nom, lieu: `${nom} (${code.slice(1)})` })),
    criteres: peutSaisirCriteres(acteur).permis,
  };
}

export default function PageDesTerritoires() {
  const { q, total, national, regions, departements, criteres } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[{ texte: 'Accueil', href: '/' }]}
      titre="Territoires"
      phrase={
        total === 0 ? undefined : (
          <>
            Vous lisez les réformes de {compter(total, 'territoire', 'territoires')}
            {national && (
              <>
                , dont <Lien href="/territoires/FR">la France entière</Lien>
              </>
            )}
            .
          </>
        )
      }
      actions={
        criteres && (
          <LienBouton href="/territoires/criteres" rang="secondaire" taille="petite">
            Critères de ressemblance
          </LienBouton>
        )
      }
    >
      {total === 0 ? (
        <EtatVide titre="Aucune réforme ne vous est ouverte">
          Les réformes de votre champ et de votre territoire apparaîtront ici. Une habilitation peut vous en ouvrir
          d’autres : demandez-la à l’administrateur de votre territoire.
        </EtatVide>
      ) : (
        <div className="jalon-choix-de-territoire">
          <div>
            <FormulaireDeFiltres
              legende="Chercher un territoire"
              gardes={[['choisir', '']]}
              actifs={q === '' ? [] : [{ texte: `contient « ${q} »`, href: '/territoires?choisir' }]}
            >
              <ChampTexte nom="q" libelle="Nom ou numéro" valeur={q} type="search" />
            </FormulaireDeFiltres>
            {regions.length === 0 ? (
              <EtatVide titre="Aucun territoire ne correspond">Vérifiez le nom, ou écrivez le numéro : 29.</EtatVide>
            ) : (
              <ul className="jalon-liste-nue jalon-regions">
                {regions.map(({ code, nom, ouverte, departements: siens }) => (
                  <li key={code}>
                    <p className="jalon-regions__nom">
                      {ouverte ? <Lien href={`/territoires/${code}`}>{nom}</Lien> : nom}
                    </p>
                    <p className="jalon-regions__departements">
                      {siens.map((departement, rang) => (
                        <span key={departement.code}>
                          {rang > 0 && ' · '}
                          <Lien href={`/territoires/${departement.code}`}>{departement.nom}</Lien>
                        </span>
                      ))}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {departements.length > 1 && (
            <Carte
              titre="Choisir un département"
              maille="departement"
              classes={[{ cle: 'ouvert', libelle: 'vous y lisez des réformes' }]}
              territoires={[
                ...departements.map(({ code, nom }) => ({
                  code,
                  nom,
                  classe: 'ouvert',
                  valeurTexte: 'voir ses réformes',
                  href: `/territoires/${code}`,
                })),
                ...fermes(departements.map(({ code }) => code)),
              ]}
            />
          )}
        </div>
      )}
    </Page>
  );
}

function fermes(ouverts: readonly string[]) {
  return TERRITOIRES.filter(({ code, maille }) => maille === 'departemental' && !ouverts.includes(code)).map(
    ({ code, nom }) => ({ code, nom, classe: null, valeurTexte: 'non ouvert à votre profil', ferme: true }),
  );
}

function correspond({ nom, code, insee }: Territoire, q: string): boolean {
  if (q === '') return true;
  return cleDeNom(nom).includes(cleDeNom(q)) || insee === q.toUpperCase() || code === q.toUpperCase();
}

/** The régions that are open, or one of whose départements is, each with those. */
function enRegions(ouverts: readonly Territoire[]) {
  const alphabet = new Intl.Collator('fr');
  const regions = TERRITOIRES.filter(({ maille }) => maille === 'regional').sort((a, b) =>
    alphabet.compare(a.nom, b.nom),
  );
  return regions.flatMap(({ code, nom }) => {
    const ouverte = ouverts.some((territoire) => territoire.code === code);
    const departements = ouverts
      .filter(({ parent, maille }) => maille === 'departemental' && parent === code)
      .map((departement) => ({ code: departement.code, nom: departement.nom }));
    return ouverte || departements.length > 0 ? [{ code, nom, ouverte, departements }] : [];
  });
}
