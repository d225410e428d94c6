import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Carte, ChampDeSituation, EtatVide, FormulaireDeFiltres, formaterJour, Lien, Liste } from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { gardes } from '../adresses.ts';
import { lireCarte } from '../lectures/carte.ts';
import { departementsDe, enfantsDe } from '../lectures/enfants.ts';
import { CLASSES_DE_TAUX } from '../regles/chaleur.ts';
import { PageDeTerritoire } from './cadre.tsx';
import { chargerTerritoire } from './charger-territoire.ts';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.vue.nom ?? 'Territoire'}, carte - Jalon` },
];

const FRANCE = { code: 'FR', maille: 'national' } as const;

export async function loader(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, actives, regard, vue, territoire, parametres } = charge;
  if (!vue.enCarte) throw redirect(`/territoires/${vue.code}${gardes(parametres)}`);
  const enRegions = vue.maille === 'national' && parametres.get('maille') === 'region';
  const maille = enRegions ? ('regional' as const) : ('departemental' as const);
  const choix = actives.filter(
    (reforme) => reforme.mailles.includes(maille) && charge.reformes.some(({ id }) => id === reforme.id),
  );
  const reforme = choix.find(({ id }) => id === parametres.get('reforme')) ?? choix[0];
  const territoires = enRegions
    ? enfantsDe(territoire)
    : departementsDe(vue.maille === 'departemental' ? FRANCE : territoire);
  return {
    vue,
    maille: enRegions ? ('region' as const) : ('departement' as const),
    choix: choix.map(({ id, nom }) => ({ valeur: id, texte: nom })),
    carte: reforme === undefined ? null : await lireCarte(services.base, acteur, { reforme, territoires }, regard),
  };
}

/** One reform on the map. */
export default function PageDeLaCarte() {
  const { vue, maille, choix, carte } = useLoaderData<typeof loader>();
  return (
    <PageDeTerritoire vue={vue} onglet="carte">
      {carte === null ? (
        <EtatVide titre="Aucune réforme à montrer sur une carte">
          Les réformes suivies par département apparaîtront ici.
        </EtatVide>
      ) : (
        <>
          <FormulaireDeFiltres legende="Choisir la carte" actifs={[]}>
            <Liste nom="reforme" libelle="Réforme" valeur={carte.reforme.id} options={choix} />
            {vue.maille === 'national' && (
              <Liste
                nom="maille"
                libelle="Maille"
                valeur={maille}
                options={[
                  { valeur: 'departement', texte: 'départements' },
                  { valeur: 'region', texte: 'régions' },
                ]}
              />
            )}
            <ChampDeSituation regard={vue} />
          </FormulaireDeFiltres>
          <p className="jalon-discret">
            <Lien href={adresseDeReforme(carte.reforme.id, vue.code, vue)}>{carte.reforme.nom}</Lien>
            {carte.date !== null && `, dernières valeurs au ${formaterJour(carte.date)}`}.{' '}
            {carte.fermes > 0 && 'Les territoires en blanc ne sont pas ouverts à votre profil.'}
          </p>
          <Carte
            titre={`${carte.reforme.nom} : taux d’avancement`}
            maille={maille}
            classes={CLASSES_DE_TAUX}
            territoires={carte.territoires.map((un) => (un.code === vue.code ? { ...un, ici: true } : un))}
            legende={carte.legende}
          />
        </>
      )}
    </PageDeTerritoire>
  );
}
