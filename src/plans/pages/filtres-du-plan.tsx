import { Bouton, Cases, ChampDate, ChampTexte, FormulaireDeFiltres, Liste } from '#interface';
import { COLONNES_D_ACTION, type ColonneDAction } from '../regles/colonnes.ts';
import { LIBELLES_DE_MARQUE } from '../regles/situation.ts';
import { LIBELLES_DE_STATUT } from '../regles/statuts.ts';
import type { DonneesDuPlan } from './donnees-du-plan.ts';

/** The filters of the actions, all in the address. */
export function FiltresDuPlan({ donnees }: { readonly donnees: DonneesDuPlan }) {
  const { vue, criteres, axes, facettes, filtres, bilan, requete } = donnees;
  return (
    <FormulaireDeFiltres
      legende="Filtrer les actions"
      actifs={filtres}
      toutEffacer={vue.au === null ? `/plans/${vue.id}` : `/plans/${vue.id}?au=${vue.au}`}
      gardes={[...new URLSearchParams(requete)].filter(([nom]) => GARDES.has(nom))}
    >
      <ChampTexte nom="q" libelle="Texte" valeur={criteres.q ?? ''} type="search" />
      <Liste
        nom="marque"
        libelle="Alerte"
        valeur={criteres.marque ?? ''}
        aucune="toutes"
        options={Object.entries(LIBELLES_DE_MARQUE).map(([valeur, libelle]) => ({
          valeur,
          texte: `${libelle} (${bilan.parMarque[valeur as keyof typeof bilan.parMarque]})`,
        }))}
      />
      <Liste
        nom="statut"
        libelle="Statut"
        valeur={criteres.statut ?? ''}
        aucune="tous"
        options={[...Object.entries(LIBELLES_DE_STATUT), ['non_declare', 'Non déclaré']].map(
          ([valeur = '', libelle]) => ({
            valeur,
            texte: `${libelle} (${bilan.parStatut[valeur as keyof typeof bilan.parStatut]})`,
          }),
        )}
      />
      {axes.length > 0 && (
        <Liste
          nom="axe"
          libelle="Axe"
          valeur={criteres.axe ?? ''}
          aucune="tous"
          options={axes.map(({ id, texte, parent }) => ({
            valeur: id,
            texte: `${parent === null ? '' : '– '}${texte}`,
          }))}
        />
      )}
      <Liste
        nom="organisation"
        libelle="Organisation"
        valeur={criteres.organisation ?? ''}
        aucune="toutes"
        options={facettes.organisations.map(enOption)}
      />
      {facettes.textes.length > 0 && (
        <Liste
          nom="pilote"
          libelle="Nom non rattaché"
          valeur={criteres.piloteTexte ?? ''}
          aucune="tous"
          options={facettes.textes.map(enOption)}
        />
      )}
      {facettes.territoires.length > 0 && (
        <Liste
          nom="territoire"
          libelle="Territoire"
          valeur={criteres.territoire ?? ''}
          aucune="tous"
          options={facettes.territoires.map(enOption)}
        />
      )}
      <ChampDate nom="au" libelle="Situation au" valeur={vue.au ?? ''} max={vue.aujourdhui} />
    </FormulaireDeFiltres>
  );
}

/** What is not a filter stays in the address when a filter is applied. */
const GARDES: ReadonlySet<string> = new Set(['tri', 'sens', 'colonnes']);

/** Which columns the table shows: a form of its own, that keeps the filters. */
export function ChoixDesColonnes({
  colonnes,
  requete,
}: {
  readonly colonnes: readonly ColonneDAction[];
  readonly requete: string;
}) {
  return (
    <details className="jalon-menu">
      <summary>Colonnes</summary>
      <form method="get" className="jalon-menu__formulaire">
        {[...new URLSearchParams(requete)]
          .filter(([nom]) => nom !== 'colonnes' && nom !== 'page')
          .map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
        <Cases
          nom="colonnes"
          legende="Colonnes montrées"
          valeurs={colonnes}
          options={Object.entries(COLONNES_D_ACTION).map(([valeur, texte]) => ({ valeur, texte }))}
        />
        <Bouton rang="secondaire" taille="petite">
          Appliquer
        </Bouton>
      </form>
    </details>
  );
}

function enOption({ valeur, libelle, nombre }: { valeur: string; libelle: string; nombre: number }) {
  return { valeur, texte: `${libelle} (${nombre})` };
}
