import { Bouton, compter, EnTeteDeListe, EtatVide, Lien, Onglets, Pagination, Section, Tableau } from '#interface';
import type { LignePresentee, VueDeLignes } from '../../importer/presentation.ts';
import type { ImportLu } from './charger-import.ts';
import { FormulaireDImport } from './formulaire-d-import.tsx';
import { AvancementDeLigne, EcheancesDeLigne, IntituleDeLigne, PilotesDeLigne } from './ligne.tsx';

type ListeDeLignes = NonNullable<ImportLu['lignes']>;

const VUES: Readonly<Record<VueDeLignes, string>> = {
  toutes: 'Toutes',
  a_verifier: 'À vérifier',
  erreur: 'En erreur',
  ecartees: 'Laissées de côté',
};

/** The rows as they will be in the plan, one page of them. */
export function Lignes({ vue, liste }: { readonly vue: ImportLu; readonly liste: ListeDeLignes }) {
  const { comptes } = vue;
  if (comptes.lues === 0) return null;
  return (
    <Section titre="Les lignes telles qu’elles seront" id="lignes">
      <Onglets
        legende="Lignes montrées"
        onglets={(['toutes', 'a_verifier', 'erreur', 'ecartees'] as const).map((voir) => ({
          texte: VUES[voir],
          href: voir === 'toutes' ? '?#lignes' : `?voir=${voir}#lignes`,
          actif: vue.vue === voir,
        }))}
      />
      <EnTeteDeListe trouves={liste.trouvees} total={comptes.lues - comptes.perdues} nom={['ligne', 'lignes']} />
      <FormulaireDImport version={vue.version} disposition="page" titre="Lignes à importer">
        <Tableau<LignePresentee>
          legende="Lignes du fichier telles qu’elles seront dans le plan"
          lignes={liste.lignes}
          cleDeLigne={({ cle }) => cle}
          groupe={({ axe }) => axe}
          vide={
            <EtatVide titre="Aucune ligne ici">
              {vue.vue === 'toutes'
                ? 'Le tableau ne contient pas d’action.'
                : comptes.perdues > 0 && vue.vue === 'erreur'
                  ? 'Les lignes perdues sont plus haut, parmi ce qu’il faut savoir.'
                  : 'Rien à signaler sous ce filtre.'}
            </EtatVide>
          }
          colonnes={[
            { cle: 'action', titre: 'Action', largeur: 'large', cellule: (ligne) => <IntituleDeLigne ligne={ligne} /> },
            { cle: 'pilotes', titre: 'Pilotes', cellule: ({ pilotes }) => <PilotesDeLigne pilotes={pilotes} /> },
            {
              cle: 'echeances',
              titre: 'Échéances',
              cellule: ({ echeances }) => <EcheancesDeLigne echeances={echeances} />,
            },
            { cle: 'avancement', titre: 'Avancement', cellule: (ligne) => <AvancementDeLigne ligne={ligne} /> },
            { cle: 'gestes', titre: 'Décider', largeur: 'etroite', cellule: (ligne) => <Gestes ligne={ligne} /> },
          ]}
        />
      </FormulaireDImport>
      <Pagination
        page={liste.page}
        pages={liste.pages}
        adresse={(page) =>
          `?${new URLSearchParams({ ...(vue.vue === 'toutes' ? {} : { voir: vue.vue }), page: String(page) })}#lignes`
        }
      />
      {comptes.ecartees > 0 && (
        <p>
          {compter(comptes.ecartees, 'ligne est laissée', 'lignes sont laissées')} de côté : elles ne seront pas
          importées.
        </p>
      )}
    </Section>
  );
}

function Gestes({ ligne: { cle, ligne, ecartee, corrigible } }: { readonly ligne: LignePresentee }) {
  const precision = <span className="fr-sr-only"> (ligne {ligne})</span>;
  return (
    <div className="jalon-import__gestes">
      {corrigible && !ecartee && (
        <Lien href={`?corriger=${encodeURIComponent(cle)}#correction`}>Corriger{precision}</Lien>
      )}
      <Bouton name="intention" value={`${ecartee ? 'reprendre' : 'ecarter'}:${cle}`} rang="discret" taille="petite">
        {ecartee ? 'Reprendre' : 'Écarter'}
        {precision}
      </Bouton>
    </div>
  );
}
