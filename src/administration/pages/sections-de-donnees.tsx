import { compter, enumerer, LienBouton, Tableau } from '#interface';

export type SectionComptee = { readonly cle: string; readonly titre: string; readonly lignes: number };

/** What the export of a person holds, kind by kind, and the button that downloads it. */
export function SectionsDeDonnees({ sections, fichier }: { sections: readonly SectionComptee[]; fichier: string }) {
  const vides = sections.filter(({ lignes }) => lignes === 0).map(({ titre }) => titre.toLowerCase());
  return (
    <>
      <Tableau
        legende="Données gardées"
        lignes={sections.filter(({ lignes }) => lignes > 0)}
        cleDeLigne={({ cle }) => cle}
        colonnes={[
          { cle: 'titre', titre: 'Donnée', largeur: 'large', cellule: ({ titre }) => titre },
          {
            cle: 'lignes',
            titre: 'Lignes',
            alignement: 'fin',
            cellule: ({ lignes }) => compter(lignes, 'ligne', 'lignes'),
          },
        ]}
      />
      {vides.length > 0 && <p className="jalon-discret">Rien pour : {enumerer(vides)}.</p>}
      <LienBouton href={fichier} rang="secondaire" icone="fichier" document>
        Télécharger le tout (JSON)
      </LienBouton>
    </>
  );
}
