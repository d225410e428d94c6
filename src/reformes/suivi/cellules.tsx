import { Avancement, compter, Etiquette, Explication, formaterJour, Icone, ilYA, type Ton } from '#interface';
import { direFraicheur, type SuiviPresente } from '../presentation.ts';
import type { Accent } from '../territoires/regles/difficultes.ts';
import './cellules.css';

// What a reform in a territory looks like in a table: one cell for each figure, the same wherever it is shown.

export function TauxDeReforme({ suivi, accent }: { readonly suivi: SuiviPresente; readonly accent: Accent }) {
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
      <span className="jalon-taux-en-liste">
        <Avancement taux={taux.valeur} libelle="Taux d’avancement" />
      </span>
      {reculs > 0 && (
        <div className="jalon-discret jalon-petit">
          {compter(reculs, 'indicateur en recul', 'indicateurs en recul')}
        </div>
      )}
    </>
  );
}

export function Source({ suivi }: { readonly suivi: SuiviPresente }) {
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

export function Signal({ suivi: { signal }, accentue }: { readonly suivi: SuiviPresente; readonly accentue: boolean }) {
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
  readonly suivi: SuiviPresente;
  readonly accentue: boolean;
}) {
  if (meteo === null) return <span className="jalon-discret">jamais déclarée</span>;
  const remarques = [...(meteo.divergente ? ['diverge'] : []), ...(meteo.ancienne ? ['à renouveler'] : [])].join(', ');
  return (
    <span className="jalon-ciel-declare">
      <Icone nom={meteo.code} taille={20} />
      <span>
        {meteo.nom}
        <time className="jalon-ciel-declare__age" dateTime={meteo.jour} title={formaterJour(meteo.jour)}>
          {ilYA(meteo.age)}
        </time>
        {remarques !== '' && (
          <span className="jalon-ciel-declare__remarque">
            {accentue ? <Etiquette ton="attention">{remarques}</Etiquette> : remarques}
          </span>
        )}
      </span>
    </span>
  );
}
