import { Alerte, compter, Etiquette, Lien, PanneauDepliant, Section, Tableau } from '#interface';
import type { AnomaliePresentee } from '../../importer/presentation.ts';
import type { ImportLu } from './charger-import.ts';

/** What the reading wants said: what asks for a decision in a table, the rest folded. */
export function Anomalies({ vue }: { readonly vue: ImportLu }) {
  const importantes = vue.anomalies.filter(({ gravite }) => gravite !== 'information');
  const informations = vue.anomalies.filter(({ gravite }) => gravite === 'information');
  if (vue.anomalies.length === 0) return null;
  return (
    <Section titre="Ce qu’il faut savoir" id="anomalies">
      {vue.comptes.lues === 0 && importantes[0] ? (
        <Alerte ton="erreur" titre="Aucune action n’a été trouvée" niveau="h3">
          {importantes[0].message}
        </Alerte>
      ) : (
        importantes.length > 0 && <TableDesAnomalies legende="Points à vérifier" anomalies={importantes} />
      )}
      {informations.length > 0 && (
        <PanneauDepliant titre={compter(informations.length, 'information', 'informations')}>
          <TableDesAnomalies legende="Informations" anomalies={informations} />
        </PanneauDepliant>
      )}
      {vue.anomaliesEnPlus > 0 && (
        <p>… et {compter(vue.anomaliesEnPlus, 'autre remarque', 'autres remarques')}, visibles sur leurs lignes.</p>
      )}
    </Section>
  );
}

function TableDesAnomalies({
  legende,
  anomalies,
}: {
  readonly legende: string;
  readonly anomalies: readonly AnomaliePresentee[];
}) {
  const lignes = anomalies.map((anomalie, rang) => ({ ...anomalie, rang }));
  return (
    <Tableau
      legende={legende}
      lignes={lignes}
      cleDeLigne={({ rang }) => String(rang)}
      colonnes={[
        {
          cle: 'lieu',
          titre: 'Où',
          largeur: 'etroite',
          cellule: ({ ligne, colonne }) => (
            <>
              {ligne === null ? 'Tout le fichier' : `Ligne ${ligne}`}
              {colonne !== null && <span className="jalon-import__colonne">« {colonne} »</span>}
            </>
          ),
        },
        {
          cle: 'gravite',
          titre: 'Gravité',
          largeur: 'etroite',
          cellule: ({ gravite }) => <Gravite gravite={gravite} />,
        },
        { cle: 'message', titre: 'Ce qui a été vu', largeur: 'large', cellule: ({ message }) => message },
        {
          cle: 'gestes',
          titre: 'Corriger',
          titreMasque: true,
          largeur: 'etroite',
          cellule: ({ cles, gravite }) =>
            gravite === 'information'
              ? null
              : cles.map(({ cle, texte }) => (
                  <Lien
                    key={cle}
                    href={`?corriger=${encodeURIComponent(cle)}#correction`}
                    className="jalon-import__corriger"
                  >
                    {texte}
                  </Lien>
                )),
        },
      ]}
    />
  );
}

export function Gravite({ gravite }: Pick<AnomaliePresentee, 'gravite'>) {
  if (gravite === 'erreur') return <Etiquette ton="alerte">Erreur</Etiquette>;
  if (gravite === 'a_verifier') return <Etiquette ton="attention">À vérifier</Etiquette>;
  return (
    <Etiquette ton="neutre" icone="info">
      Information
    </Etiquette>
  );
}
