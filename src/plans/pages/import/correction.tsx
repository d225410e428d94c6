import { Bouton, GroupeDeBoutons, LienBouton, Section, ZoneDeTexte } from '#interface';
import type { LigneACorriger } from '../../importer/presentation.ts';
import { FormulaireDImport } from './formulaire-d-import.tsx';

/** The cells of one row, to write again: the file is then read as if it said so. The file itself stays as it is. */
export function CorrectionDeLigne({ ligne, version }: { readonly ligne: LigneACorriger; readonly version: number }) {
  const problemes = Object.fromEntries(
    ligne.cellules.flatMap(({ position, probleme }) => (probleme === null ? [] : [[`cellule-${position}`, probleme]])),
  );
  return (
    <Section titre={`Corriger la ligne ${ligne.ligne}`} id="correction">
      <FormulaireDImport
        key={ligne.cle}
        version={version}
        intention={`corriger:${ligne.cle}`}
        disposition="page"
        titre={`Corriger la ligne ${ligne.ligne}`}
      >
        <div className="jalon-correction">
          {ligne.cellules.map(({ position, nom, champ, texte }) => {
            const probleme = problemes[`cellule-${position}`];
            return (
              <ZoneDeTexte
                key={position}
                nom={`cellule-${position}`}
                libelle={champ === 'ignoree' ? `${nom} (colonne non reprise)` : nom}
                {...(probleme === undefined ? {} : { aide: probleme })}
                valeur={texte}
                rows={2}
                maxLength={20_000}
              />
            );
          })}
        </div>
        <GroupeDeBoutons>
          <Bouton>Relire avec ces mots</Bouton>
          {ligne.corrigee && (
            <Bouton name="intention" value={`retablir:${ligne.cle}`} rang="secondaire">
              Rétablir ce que dit le fichier
            </Bouton>
          )}
          <Bouton name="intention" value={`ecarter:${ligne.cle}`} rang="secondaire">
            Ne pas importer cette ligne
          </Bouton>
          <LienBouton href="?#lignes" rang="discret">
            Fermer
          </LienBouton>
        </GroupeDeBoutons>
      </FormulaireDImport>
    </Section>
  );
}
