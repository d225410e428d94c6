import { avec, EnTeteDeListe, EtatVide, LienBouton, Onglets, Pagination, Section, Tableau } from '#interface';
import type { ImportDetaille } from './charger-import.ts';
import { SeriesDouteuses, TableauDesSeries } from './series.tsx';
import { VUES, type VueDImport } from './vues.ts';

const NOMS: Readonly<Record<VueDImport, readonly [string, string]>> = {
  douteuses: ['série', 'séries'],
  changees: ['série', 'séries'],
  nouvelles: ['série', 'séries'],
  refusees: ['ligne', 'lignes'],
  averties: ['ligne', 'lignes'],
  repetees: ['ligne', 'lignes'],
  vides: ['ligne', 'lignes'],
};

/** What the file holds, one view at a time: series, or rows. */
export function ContenuDImport({ vue }: { readonly vue: ImportDetaille }) {
  const { contenu, nombres } = vue;
  if (contenu.genre === 'rien' || vue.vue === null) return null;
  const choisie = vue.vue;
  const vues = (Object.keys(VUES) as VueDImport[]).filter((nom) => nombres[nom] > 0 || nom === choisie);
  const adresse = (voir: VueDImport) => `${avec(vue.requete, { voir, remises: null, laissees: null })}#contenu`;
  return (
    <Section titre="Dans le détail" id="contenu">
      <Onglets
        legende="Ce que contient le fichier"
        onglets={vues.map((voir) => ({
          texte: VUES[voir],
          href: adresse(voir),
          actif: voir === choisie,
          nombre: nombres[voir],
        }))}
      />
      <EnTeteDeListe trouves={nombres[choisie]} total={nombres[choisie]} nom={NOMS[choisie]}>
        {contenu.genre === 'lignes' && (
          <LienBouton
            href={`/indicateurs/imports/${vue.id}/lignes.csv?voir=${choisie}`}
            document
            rang="tertiaire"
            taille="petite"
            icone="telecharger"
          >
            Exporter ces lignes (CSV)
          </LienBouton>
        )}
      </EnTeteDeListe>
      {contenu.genre === 'lignes' ? (
        <TableauDesLignes contenu={contenu} legende={VUES[choisie]} />
      ) : choisie === 'douteuses' ? (
        <SeriesDouteuses series={contenu.series} aujourdhui={vue.aujourdhui} version={vue.version} />
      ) : (
        <TableauDesSeries series={contenu.series} legende={VUES[choisie]} />
      )}
      <Pagination
        page={vue.page}
        pages={contenu.pages}
        adresse={(page) => `${avec(vue.requete, { voir: choisie })}&page=${page}#contenu`}
      />
    </Section>
  );
}

function TableauDesLignes({
  contenu,
  legende,
}: {
  readonly contenu: Extract<ImportDetaille['contenu'], { genre: 'lignes' }>;
  readonly legende: string;
}) {
  return (
    <Tableau
      legende={legende}
      lignes={contenu.lignes}
      cleDeLigne={({ rang }) => String(rang)}
      vide={<EtatVide titre="Aucune ligne ici">Rien à signaler sous cet onglet.</EtatVide>}
      colonnes={[
        { cle: 'ligne', titre: 'Ligne', largeur: 'etroite', cellule: ({ ligne }) => ligne },
        { cle: 'colonne', titre: 'Colonne', largeur: 'etroite', cellule: ({ colonne }) => colonne ?? '–' },
        { cle: 'message', titre: 'Raison', largeur: 'large', cellule: ({ message }) => message },
        {
          cle: 'brut',
          titre: 'La ligne du fichier',
          cellule: ({ brut }) => <span className="jalon-discret">{brut ?? '–'}</span>,
        },
      ]}
    />
  );
}
