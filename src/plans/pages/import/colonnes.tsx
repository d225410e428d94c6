import { Bouton, Etiquette, GroupeDeBoutons, Liste, PanneauDepliant, Section, Tableau } from '#interface';
import type { ColonnePresentee } from '../../importer/presentation.ts';
import type { ImportLu } from './charger-import.ts';
import { FormulaireDImport } from './formulaire-d-import.tsx';

/** Which table is read, and which field each of its columns feeds. */
export function Colonnes({ vue }: { readonly vue: ImportLu }) {
  const { colonnes, tableaux } = vue;
  if (colonnes.length === 0 && tableaux.length < 2) return null;
  const choisies = colonnes.some(({ choisie }) => choisie);
  const utiles = colonnes.filter(({ champ }) => champ !== 'ignoree').length;
  return (
    <Section titre="Colonnes du fichier" id="colonnes">
      {tableaux.length > 1 && <ChoixDuTableau vue={vue} />}
      {colonnes.length > 0 && (
        <PanneauDepliant
          titre={`${utiles} colonnes reprises sur ${colonnes.length}`}
          ouvert={vue.comptes.lues === 0 || choisies || colonnes.some(({ champ }) => champ === 'ignoree')}
        >
          <FormulaireDImport
            version={vue.version}
            intention="colonnes"
            disposition="page"
            titre="Correspondance des colonnes"
          >
            <Tableau
              legende="Correspondance des colonnes du fichier"
              lignes={colonnes}
              cleDeLigne={({ position }) => String(position)}
              colonnes={[
                {
                  cle: 'entete',
                  titre: 'Colonne du fichier',
                  cellule: ({ nom, choisie }) => (
                    <>
                      {nom} {choisie && <Etiquette icone="crayon">choisie</Etiquette>}
                    </>
                  ),
                },
                {
                  cle: 'champ',
                  titre: 'Champ du plan',
                  cellule: (colonne) => <Champ colonne={colonne} champs={vue.champs} fige={vue.enFiches} />,
                },
                {
                  cle: 'exemple',
                  titre: 'Exemple',
                  largeur: 'large',
                  cellule: ({ exemple }) => exemple ?? 'colonne vide',
                },
              ]}
            />
            {!vue.enFiches && (
              <GroupeDeBoutons>
                <Bouton rang="secondaire" taille="petite">
                  Relire avec ces colonnes
                </Bouton>
                {choisies && (
                  <Bouton name="intention" value="colonnes-comprises" rang="discret" taille="petite">
                    Revenir à ce que Jalon avait compris
                  </Bouton>
                )}
              </GroupeDeBoutons>
            )}
          </FormulaireDImport>
        </PanneauDepliant>
      )}
    </Section>
  );
}

function Champ({
  colonne: { position, nom, champ },
  champs,
  fige,
}: {
  readonly colonne: ColonnePresentee;
  readonly champs: ImportLu['champs'];
  readonly fige: boolean;
}) {
  if (fige) return champs.find(({ valeur }) => valeur === champ)?.texte;
  return (
    <div className="jalon-import__champ">
      <input type="hidden" name={`compris-${position}`} value={champ} />
      <Liste
        key={champ}
        nom={`colonne-${position}`}
        libelle={`Champ du plan pour « ${nom} »`}
        libelleMasque
        valeur={champ}
        options={champs}
      />
    </div>
  );
}

function ChoixDuTableau({ vue: { tableaux, tableauChoisi, version } }: { readonly vue: ImportLu }) {
  return (
    <FormulaireDImport version={version} intention="tableau" disposition="ligne" titre="Tableau à lire">
      <Liste
        nom="tableau"
        libelle="Tableau à lire"
        valeur={tableauChoisi === null ? '' : String(tableauChoisi)}
        aucune="celui ou ceux qui ressemblent le plus à un plan"
        options={tableaux.map(({ rang, nom, lignes }) => ({
          valeur: String(rang),
          texte: `${nom ?? `Tableau ${rang + 1}`} (${lignes} lignes)`,
        }))}
      />
      <Bouton rang="secondaire">Lire ce tableau</Bouton>
    </FormulaireDImport>
  );
}
