import { ChampDeSituation, ChampTexte, FormulaireDeFiltres, Liste } from '#interface';
import { LIBELLES_D_ALERTE } from '../../presentation.ts';
import { LIBELLES_DE_METEO } from '../../regles/meteo.ts';
import { avec, NOMS_DE_FILTRES, SIGNAUX } from '../adresses.ts';
import { LIBELLES_DE_POSITION } from '../regles/resume.ts';
import { type DonneesDuTableau, LIBELLES_DE_SIGNAL } from './donnees-du-tableau.ts';

/** The filters of the reforms, all in the address. */
export function FiltresDeReformes({ donnees }: { readonly donnees: DonneesDuTableau }) {
  const { vue, criteres, facettes, filtres, resume } = donnees;
  return (
    <FormulaireDeFiltres
      legende="Filtrer les réformes"
      actifs={filtres}
      toutEffacer={avec(vue.requete, Object.fromEntries(NOMS_DE_FILTRES.map((nom) => [nom, null])))}
      gardes={[...new URLSearchParams(vue.requete)].filter(([nom]) => GARDES.has(nom))}
    >
      <ChampTexte nom="q" libelle="Texte" valeur={criteres.q ?? ''} type="search" />
      <Liste
        nom="theme"
        libelle="Thème"
        valeur={criteres.theme ?? ''}
        aucune="tous"
        options={facettes.themes.map(enOption)}
      />
      <Liste
        nom="ministere"
        libelle="Ministère"
        valeur={criteres.ministere ?? ''}
        aucune="tous"
        options={facettes.ministeres.map(enOption)}
      />
      <Liste
        nom="position"
        libelle="Position"
        valeur={criteres.position ?? ''}
        aucune="toutes"
        options={Object.entries(LIBELLES_DE_POSITION).map(([valeur, texte]) => ({ valeur, texte }))}
      />
      <Liste
        nom="alerte"
        libelle="Alerte"
        valeur={criteres.alerte ?? ''}
        aucune="toutes"
        options={Object.entries(LIBELLES_D_ALERTE).map(([valeur, texte]) => ({
          valeur,
          texte: `${texte} (${resume.alertes.find(({ code }) => code === valeur)?.nombre ?? 0})`,
        }))}
      />
      <Liste
        nom="meteo"
        libelle="Météo"
        valeur={criteres.meteo ?? ''}
        aucune="toutes"
        options={[
          ...Object.entries(LIBELLES_DE_METEO).map(([valeur, { nom }]) => ({ valeur, texte: nom })),
          { valeur: 'aucune', texte: 'Jamais déclarée' },
        ]}
      />
      <Liste
        nom="signal"
        libelle="Signal"
        valeur={criteres.signal ?? ''}
        aucune="tous"
        options={SIGNAUX.map((valeur) => ({ valeur, texte: LIBELLES_DE_SIGNAL[valeur] ?? valeur }))}
      />
      <Liste
        nom="groupe"
        libelle="Grouper par"
        valeur={criteres.groupe}
        options={[
          { valeur: 'theme', texte: 'thème' },
          { valeur: 'ministere', texte: 'ministère' },
          { valeur: 'aucun', texte: 'sans groupe' },
        ]}
      />
      <ChampDeSituation regard={vue} />
    </FormulaireDeFiltres>
  );
}

const GARDES: ReadonlySet<string> = new Set(['tri', 'sens', 'reforme']);

function enOption(texte: string) {
  return { valeur: texte, texte };
}
