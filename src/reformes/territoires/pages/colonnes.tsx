import {
  Avancement,
  type Colonne,
  compter,
  Etiquette,
  Explication,
  formaterJour,
  Icone,
  ilYA,
  Lien,
  type Ton,
} from '#interface';
import { adresseDeReforme } from '../../adresses.ts';
import { direFraicheur } from '../../presentation.ts';
import { avec } from '../adresses.ts';
import type { TriDeReformes } from '../regles/criteres.ts';
import { type Accent, accentDe } from '../regles/difficultes.ts';
import type { DonneesDuTableau, LigneDuTableau } from './donnees-du-tableau.ts';

/** The columns of the reforms of a territory: one accent at most on each row. */
export function colonnesDesReformes(donnees: DonneesDuTableau): Colonne<LigneDuTableau>[] {
  const { vue, criteres } = donnees;
  const tri = (colonne: TriDeReformes, premier: 'croissant' | 'decroissant' = 'croissant') =>
    lienDeTri(vue.requete, criteres, colonne, premier);
  return [
    {
      cle: 'nom',
      titre: 'Réforme',
      largeur: 'large',
      tri: tri('nom'),
      cellule: ({ reforme, nom, ministere }) => (
        <>
          <Lien href={adresseDeReforme(reforme, vue.code, vue)}>{nom}</Lien>
          {ministere !== null && <div className="jalon-discret jalon-petit">{ministere}</div>}
        </>
      ),
    },
    {
      cle: 'taux',
      titre: 'Avancement',
      largeur: 'moyenne',
      tri: tri('taux'),
      cellule: (suivi) => (
        <>
          <TauxDeReforme suivi={suivi} accent={accentDe(suivi)} />
          <Source suivi={suivi} />
        </>
      ),
    },
    {
      cle: 'ecart',
      titre: 'Trajectoire',
      largeur: 'etroite',
      alignement: 'fin',
      tri: tri('ecart'),
      cellule: (suivi) => <Points chiffre={suivi.ecart.texte} accentue={accentDe(suivi) === 'ecart'} ton="alerte" />,
    },
    {
      cle: 'signal',
      titre: 'Signal',
      largeur: 'etroite',
      tri: tri('signal'),
      cellule: (suivi) => <Signal suivi={suivi} accentue={accentDe(suivi) === 'signal'} />,
    },
    {
      cle: 'meteo',
      titre: 'Météo',
      largeur: 'moyenne',
      tri: tri('meteo', 'decroissant'),
      cellule: (suivi) => <MeteoDeReforme suivi={suivi} accentue={accentDe(suivi) === 'meteo'} />,
    },
    {
      cle: 'silence',
      titre: 'Silence',
      largeur: 'etroite',
      alignement: 'fin',
      tri: tri('silence', 'decroissant'),
      cellule: ({ jour, silence }) =>
        jour === null || silence === null ? (
          <span className="jalon-discret">jamais mesuré</span>
        ) : (
          <time dateTime={jour} title={`mesuré le ${formaterJour(jour)}`}>
            {compter(silence, 'jour', 'jours')}
          </time>
        ),
    },
    ...(vue.maille === 'national' || vue.au !== null
      ? []
      : [
          {
            cle: 'mediane',
            titre: 'Médiane',
            largeur: 'etroite' as const,
            alignement: 'fin' as const,
            tri: tri('mediane'),
            cellule: (suivi: LigneDuTableau) => (
              <Points chiffre={suivi.mediane.texte} accentue={accentDe(suivi) === 'mediane'} ton="attention" />
            ),
          },
        ]),
  ];
}

export function TauxDeReforme({ suivi, accent }: { readonly suivi: LigneDuTableau; readonly accent: Accent }) {
  const { taux, position, reculs } = suivi;
  if (position === 'recul')
    return (
      <Etiquette ton={accent === 'taux' ? 'alerte' : 'neutre'} icone="bas">
        {taux.texte}
      </Etiquette>
    );
  if (taux.valeur === null) return <span className="jalon-discret">{taux.texte}</span>;
  return (
    <>
      <Avancement taux={taux.valeur} libelle="Taux d’avancement" />
      {reculs > 0 && (
        <div className="jalon-discret jalon-petit">
          {compter(reculs, 'indicateur en recul', 'indicateurs en recul')}
        </div>
      )}
    </>
  );
}

export function Source({ suivi }: { readonly suivi: LigneDuTableau }) {
  const { taux, tauxAnnuel, couverture, jour, plusAncienne, nom } = suivi;
  if (taux.etat === 'sans_objet') return null;
  return (
    <Explication
      question="source"
      objet={`du taux de « ${nom} »`}
      formule="Moyenne des taux des indicateurs de la réforme, selon leur poids ; chaque taux : (valeur actuelle − valeur initiale) ÷ (cible − valeur initiale)"
      elements={[
        { terme: 'Vers la dernière cible', valeur: taux.texte },
        { terme: 'Vers la cible de l’année', valeur: tauxAnnuel.texte },
        { terme: 'Valeurs', valeur: direFraicheur(suivi) },
        ...(plusAncienne !== null && plusAncienne !== jour
          ? [{ terme: 'La plus ancienne', valeur: formaterJour(plusAncienne) }]
          : []),
        ...(couverture === null ? [] : [{ terme: 'Couverture', valeur: couverture }]),
      ]}
    />
  );
}

export function Points({
  chiffre,
  accentue,
  ton,
}: {
  readonly chiffre: string;
  readonly accentue: boolean;
  readonly ton: Ton;
}) {
  if (chiffre === '–')
    return (
      <span className="jalon-discret">
        <span aria-hidden="true">–</span>
        <span className="fr-sr-only">non calculable</span>
      </span>
    );
  return accentue ? (
    <Etiquette ton={ton} icone="bas">
      {chiffre}
    </Etiquette>
  ) : (
    chiffre
  );
}

export function Signal({
  suivi: { signal },
  accentue,
}: {
  readonly suivi: LigneDuTableau;
  readonly accentue: boolean;
}) {
  if (signal === null) return <span className="jalon-discret">historique court</span>;
  if (accentue)
    return (
      <Etiquette ton="alerte" icone="bas">
        {signal.texte}
      </Etiquette>
    );
  return <span className={signal.code === 'variation_ordinaire' ? 'jalon-discret' : undefined}>{signal.texte}</span>;
}

export function MeteoDeReforme({
  suivi: { meteo },
  accentue,
}: {
  readonly suivi: LigneDuTableau;
  readonly accentue: boolean;
}) {
  if (meteo === null) return <span className="jalon-discret">jamais déclarée</span>;
  const remarques = [...(meteo.divergente ? ['diverge'] : []), ...(meteo.ancienne ? ['à renouveler'] : [])].join(', ');
  return (
    <span className="jalon-meteo">
      <Icone nom={meteo.code} taille={20} />
      <span>
        {meteo.nom}
        <time className="jalon-meteo__age" dateTime={meteo.jour} title={formaterJour(meteo.jour)}>
          {ilYA(meteo.age)}
        </time>
        {remarques !== '' && (
          <span className="jalon-meteo__remarque">
            {accentue ? <Etiquette ton="attention">{remarques}</Etiquette> : remarques}
          </span>
        )}
      </span>
    </span>
  );
}

/** Sorting link of a column: its own way first, then the other, then no order at all. */
function lienDeTri(
  requete: string,
  criteres: DonneesDuTableau['criteres'],
  colonne: TriDeReformes,
  premier: 'croissant' | 'decroissant',
) {
  const demande = new URLSearchParams(requete).has('tri');
  const etat = demande && criteres.tri === colonne ? criteres.sens : null;
  const autre = premier === 'croissant' ? 'decroissant' : 'croissant';
  const suivant = etat === null ? premier : etat === premier ? autre : null;
  return { etat, href: avec(requete, suivant === null ? { tri: null, sens: null } : { tri: colonne, sens: suivant }) };
}
