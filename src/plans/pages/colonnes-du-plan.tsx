import { Avancement, avec, type Colonne, formaterJour, ilYA, Lien } from '#interface';
import { type Jour, joursEntre } from '#socle/valeurs';
import type { TriDActions } from '../lectures/actions.ts';
import { COLONNES_D_ACTION, type ColonneDAction } from '../regles/colonnes.ts';
import type { DonneesDuPlan } from './donnees-du-plan.ts';
import { EcheancesDAction, EtatDAction, PilotesDAction } from './elements.tsx';

type Action = DonneesDuPlan['actions'][number];

/** The columns of the actions' table: the action itself, then those chosen. */
export function colonnesDuPlan(donnees: DonneesDuPlan): Colonne<Action>[] {
  const { vue, requete, criteres, colonnes } = donnees;
  const suite = vue.au === null ? '' : `?au=${vue.au}`;
  return [
    {
      cle: 'intitule',
      titre: 'Action',
      largeur: 'large',
      tri: tri(requete, criteres, 'intitule'),
      cellule: (action) => (
        <>
          {action.code !== null && <span className="jalon-code">{action.code}</span>}
          <Lien href={`/plans/${vue.id}/actions/${action.id}${suite}`}>{action.intitule}</Lien>
        </>
      ),
    },
    ...colonnes.map((cle): Colonne<Action> => {
      const tris = TRIS[cle];
      return {
        cle,
        titre: COLONNES_D_ACTION[cle],
        ...(ETROITES.has(cle) ? { largeur: 'etroite' as const } : { largeur: 'moyenne' as const }),
        ...(tris === undefined ? {} : { tri: tri(requete, criteres, tris) }),
        cellule: (action) => cellule(cle, action, vue),
      };
    }),
  ];
}

const TRIS: Partial<Record<ColonneDAction, TriDActions>> = {
  echeance: 'echeance',
  etat: 'retard',
  statut: 'statut',
  taux: 'taux',
  nouvelle: 'nouvelle',
};
const ETROITES: ReadonlySet<ColonneDAction> = new Set(['etat', 'statut', 'taux', 'nouvelle']);

function cellule(cle: ColonneDAction, action: Action, vue: DonneesDuPlan['vue']) {
  switch (cle) {
    case 'pilotes':
      return <PilotesDAction pilotes={action.pilotes} />;
    case 'echeance':
      return <EcheancesDAction action={action} />;
    case 'etat':
      return <EtatDAction etat={action.etat} />;
    case 'statut':
      return action.statutLibelle;
    case 'taux':
      return <Avancement taux={action.taux} libelle="Taux de réalisation déclaré" />;
    case 'nouvelle':
      return action.derniereNouvelle === null ? (
        <span className="jalon-discret">aucune</span>
      ) : (
        <time dateTime={action.derniereNouvelle} title={formaterJour(action.derniereNouvelle)}>
          {ilYA(joursEntre(action.derniereNouvelle as Jour, (vue.au ?? vue.aujourdhui) as Jour))}
        </time>
      );
    case 'note':
      return <Texte texte={action.textes?.note ?? null} />;
    case 'livrables':
      return <Texte texte={action.textes?.livrables ?? null} />;
    case 'mise_en_oeuvre':
      return <Texte texte={action.textes?.miseEnOeuvre ?? null} />;
  }
}

function Texte({ texte }: { readonly texte: string | null }) {
  return texte === null ? <span className="jalon-discret">–</span> : <span className="jalon-texte">{texte}</span>;
}

/** Sorting link of a column: growing, then decreasing, then the plan's own order. */
function tri(requete: string, criteres: DonneesDuPlan['criteres'], colonne: TriDActions) {
  const etat = criteres.tri === colonne ? criteres.sens : null;
  const premier = colonne === 'retard' || colonne === 'taux' ? 'decroissant' : 'croissant';
  const suivant =
    etat === null ? premier : etat === premier ? (premier === 'croissant' ? 'decroissant' : 'croissant') : null;
  return { etat, href: avec(requete, suivant === null ? { tri: null, sens: null } : { tri: colonne, sens: suivant }) };
}
