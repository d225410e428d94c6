import {
  Bouton,
  Cases,
  compter,
  EtatVide,
  Explication,
  enumerer,
  Formulaire,
  Lien,
  Onglets,
  PanneauDepliant,
} from '#interface';
import { suite } from '../../adresses.ts';
import { avec } from '../adresses.ts';
import type { DonneesDeComparaison } from './donnees-de-comparaison.ts';

type Props = { readonly donnees: DonneesDeComparaison };

const NOMS = { semblables: 'Départements semblables', voisins: 'Voisins', choix: 'Ma sélection' } as const;

/** Which group one is compared with. */
export function Groupes({ donnees: { vue, genre } }: Props) {
  return (
    <Onglets
      legende="Comparer avec"
      onglets={(['semblables', 'voisins', 'choix'] as const).map((cle) => ({
        texte: NOMS[cle],
        href: avec(vue.requete, { avec: cle === 'semblables' ? null : cle }),
        actif: cle === genre,
      }))}
    />
  );
}

export function PhraseDeComparaison({ donnees: { vue, comparees, groupe } }: Props) {
  const mesurees = comparees.filter(({ ecart }) => ecart.valeur !== null);
  if (groupe.length === 0 || mesurees.length === 0) return <>Rien à comparer pour le moment {vue.locution}.</>;
  const dessous = mesurees.filter(({ ecart }) => ecart.retrait).length;
  return (
    <>
      {compter(mesurees.length, 'réforme se compare', 'réformes se comparent')} à{' '}
      {compter(groupe.length, 'département', 'départements')} :{' '}
      {dessous === 0
        ? 'aucune n’est plus de 10 points sous leur médiane'
        : `${compter(dessous, 'est', 'sont')} plus de 10 points sous leur médiane`}
      .
    </>
  );
}

/** Who is in the group, and why. */
export function GroupeCompare({ donnees }: Props) {
  const { genre, groupe, criteres, vue } = donnees;
  if (groupe.length === 0) return <GroupeVide donnees={donnees} />;
  const fermes = groupe.filter(({ ouvert }) => !ouvert).length;
  return (
    <>
      <p>
        {groupe.map(({ code, nom, ouvert }, rang) => (
          <span key={code}>
            {rang > 0 && ', '}
            {ouvert ? <Lien href={`/territoires/${code}${suite({ au: vue.au })}`}>{nom}</Lien> : nom}
          </span>
        ))}
        .
      </p>
      {genre === 'semblables' && criteres !== null && (
        <Explication
          question={'pourquoi ceux-ci\u202F?'}
          formule={`Les plus proches ${vue.genitif} par ${enumerer([...criteres.utilises, 'type de région'])} : chaque écart est rapporté à l’écart ordinaire entre départements, puis on en prend la moyenne quadratique.`}
          elements={groupe.map(({ nom, raisons }) => ({ terme: nom, valeur: raisons.join(' ; ') }))}
        >
          {criteres.manquants.length > 0 && (
            <p>{`Sans chiffre ${vue.locution}, ne comptent pas : ${enumerer(criteres.manquants)}.`}</p>
          )}
          {criteres.ecartes > 0 && (
            <p>{`${compter(criteres.ecartes, 'département écarté', 'départements écartés')} faute d’un de ces chiffres.`}</p>
          )}
        </Explication>
      )}
      {fermes > 0 && (
        <p className="jalon-discret">
          {genre === 'semblables'
            ? `${compter(fermes, 'département n’est pas ouvert', 'départements ne sont pas ouverts')} à votre profil : leurs taux comptent dans la médiane et se voient sans leur nom, quand ils sont au moins cinq.`
            : `${compter(fermes, 'département n’est pas ouvert', 'départements ne sont pas ouverts')} à votre profil : leurs taux ne sont pas montrés ici. Ceux des départements semblables se comparent sans leur nom.`}
        </p>
      )}
    </>
  );
}

function GroupeVide({ donnees: { genre, vue } }: Props) {
  if (genre === 'voisins')
    return (
      <EtatVide titre="Pas de département voisin">{`Aucun département ne touche celui-ci par la terre : comparez ${vue.nom} avec ses semblables.`}</EtatVide>
    );
  if (genre === 'choix')
    return (
      <EtatVide titre="Aucun département choisi">
        {vue.au === null
          ? 'Cochez ci-dessous ceux que vous voulez garder sous les yeux.'
          : 'La sélection se fait sur la page d’aujourd’hui.'}
      </EtatVide>
    );
  return (
    <EtatVide titre="Aucun critère de ressemblance n’est connu ici">
      La DITP saisit les critères (population, densité…) et leur source : adressez-les-lui.
    </EtatVide>
  );
}

/** One's own selection, kept for the next time. */
export function ChoixDesTerritoires({
  donnees: { genre, possibles, choisis, vue },
  refus,
}: Props & {
  readonly refus: {
    readonly valeurs: Record<string, string | string[]>;
    readonly champs: Readonly<Record<string, string>>;
  } | null;
}) {
  if (genre !== 'choix' || vue.au !== null) return null;
  if (possibles.length === 0)
    return (
      <p className="jalon-discret">
        Votre profil ne lit les chiffres d’aucun autre département : comparez-vous aux départements semblables, sans
        leur nom.
      </p>
    );
  return (
    <PanneauDepliant titre="Choisir les départements" ouvert={choisis.length === 0 || refus !== null}>
      <Formulaire
        titre="Choisir les départements de comparaison"
        disposition="page"
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
      >
        <div className="jalon-cases-en-colonnes">
          <Cases nom="territoires" legende="Départements" valeurs={choisis} options={possibles} />
        </div>
        <Bouton>Garder cette sélection</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}
