import {
  Bouton,
  compter,
  Enumeration,
  EtatVide,
  Etiquette,
  GroupeDeBoutons,
  PanneauDepliant,
  pluriel,
  Section,
  Tableau,
} from '#interface';
import type { DifferencePresentee, PageDeDifference } from '../../importer/presentation-difference.ts';
import type { ImportLu } from './charger-import.ts';
import { FormulaireDImport } from './formulaire-d-import.tsx';
import { EcheancesDeLigne, PilotesDeLigne } from './ligne.tsx';

/** What the file would change: only what is ticked is applied. Ticks are kept from one page to the next. */
export function Difference({ vue, difference }: { readonly vue: ImportLu; readonly difference: PageDeDifference }) {
  const { comptes, lignes, page, pages } = difference;
  const changees = comptes.nouvelle + comptes.modifiee + comptes.absente;
  return (
    <Section titre="La différence" id="difference">
      <p className="jalon-import__bilan">
        <Enumeration>
          <span>{compter(comptes.nouvelle, 'action nouvelle', 'actions nouvelles')}</span>
          <span>{compter(comptes.modifiee, 'modifiée', 'modifiées')}</span>
          <span>{compter(comptes.absente, 'absente du fichier', 'absentes du fichier')}</span>
          <span>{compter(comptes.inchangee, 'inchangée', 'inchangées')}</span>
        </Enumeration>
        .
      </p>
      {changees === 0 ? (
        <EtatVide titre="Le fichier dit la même chose que le plan">Il n’y a rien à appliquer.</EtatVide>
      ) : (
        <FormulaireDImport version={vue.version} intention="garder" disposition="page" titre="Appliquer la différence">
          <input type="hidden" name="empreinte" value={difference.empreinte} />
          <Tableau<DifferencePresentee>
            legende="Ce que le fichier change dans le plan"
            lignes={lignes}
            cleDeLigne={({ cle }) => cle}
            colonnes={[
              { cle: 'action', titre: 'Action', cellule: (ligne) => <Action ligne={ligne} /> },
              { cle: 'retenue', titre: 'Appliquer', largeur: 'etroite', cellule: (ligne) => <Case ligne={ligne} /> },
              {
                cle: 'changements',
                titre: 'Ce qui change',
                largeur: 'large',
                cellule: (ligne) => <Changements ligne={ligne} />,
              },
            ]}
          />
          <ChangementDePage page={page} pages={pages} />
          <p>
            {compter(difference.retenues, 'changement est coché', 'changements sont cochés')}
            {pages > 1 && ' sur l’ensemble des pages'}. Les échéances modifiées deviennent des reports, les notes
            s’ajoutent : rien de ce qui était déclaré n’est effacé.
          </p>
          <GroupeDeBoutons>
            <Bouton name="intention" value="appliquer">
              Appliquer ce qui est coché
            </Bouton>
          </GroupeDeBoutons>
        </FormulaireDImport>
      )}
      {comptes.inchangee > 0 && (
        <PanneauDepliant titre={compter(comptes.inchangee, 'action inchangée', 'actions inchangées')}>
          <ul>
            {difference.inchangees.map((titre) => (
              <li key={titre}>{titre}</li>
            ))}
          </ul>
          {comptes.inchangee > difference.inchangees.length && (
            <p>… et {compter(comptes.inchangee - difference.inchangees.length, 'autre', 'autres')}.</p>
          )}
        </PanneauDepliant>
      )}
    </Section>
  );
}

const ETATS = {
  nouvelle: { mot: 'Nouvelle', icone: 'plus' },
  modifiee: { mot: 'Modifiée', icone: 'crayon' },
  absente: { mot: 'Absente du fichier', icone: 'barre' },
  inchangee: { mot: 'Inchangée', icone: 'demi' },
} as const;

function Action({ ligne: { etat, code, intitule, ligne, motif } }: { readonly ligne: DifferencePresentee }) {
  const precisions = [ligne === null ? null : `ligne ${ligne}`, code === null ? null : `code ${code}`, motif].filter(
    (mot) => mot !== null,
  );
  return (
    <>
      <Etiquette ton={etat === 'absente' ? 'attention' : 'info'} icone={ETATS[etat].icone}>
        {ETATS[etat].mot}
      </Etiquette>
      <span className="jalon-import__intitule">{intitule}</span>
      <span className="jalon-import__rang">{precisions.join(' · ')}</span>
    </>
  );
}

function Case({ ligne: { cle, etat, intitule, retenue } }: { readonly ligne: DifferencePresentee }) {
  const id = `retenue-${cle.replace(':', '-')}`;
  return (
    <div className="fr-checkbox-group fr-checkbox-group--sm">
      <input type="hidden" name="vue" value={cle} />
      <input key={String(retenue)} type="checkbox" id={id} name="retenue" value={cle} defaultChecked={retenue} />
      <label className="fr-label" htmlFor={id}>
        {etat === 'nouvelle' ? 'Ajouter' : etat === 'absente' ? 'Retirer du plan' : 'Modifier'}
        <span className="fr-sr-only"> : {intitule}</span>
      </label>
    </div>
  );
}

function Changements({ ligne: { etat, changements, nouvelle, candidates } }: { readonly ligne: DifferencePresentee }) {
  if (etat === 'absente') return <>Cette action du plan n’est plus dans le fichier. Sans coche, elle y reste.</>;
  if (nouvelle !== null) {
    return (
      <>
        <PilotesDeLigne pilotes={nouvelle.pilotes} />
        <EcheancesDeLigne echeances={nouvelle.echeances} />
        {candidates.length > 0 && (
          <p>
            {pluriel(candidates.length, 'Elle ressemble à', 'Elle ressemble à plusieurs actions du plan')} :{' '}
            {candidates.slice(0, 3).join(' ; ')}. Si c’est la même, donnez-lui le même code dans le fichier.
          </p>
        )}
      </>
    );
  }
  return (
    <dl className="jalon-changements">
      {changements.map(({ champ, avant, apres }) => (
        <div key={champ}>
          <dt>{champ}</dt>
          <dd>
            <span className="fr-sr-only">Avant : </span>
            {avant === null ? <span className="jalon-import__vide">rien</span> : <del>{avant}</del>}
          </dd>
          <dd>
            <span className="fr-sr-only">Après : </span>
            {apres === null ? <span className="jalon-import__vide">rien</span> : <ins>{apres}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Pages are changed by sending the form, so that the boxes ticked here are kept. */
function ChangementDePage({ page, pages }: Pick<PageDeDifference, 'page' | 'pages'>) {
  if (pages <= 1) return null;
  return (
    <div className="jalon-import__pages">
      {page > 1 && (
        <Bouton name="intention" value={`garder:${page - 1}`} rang="tertiaire" taille="petite">
          Page précédente
        </Bouton>
      )}
      <span aria-current="page">
        page {page} sur {pages}
      </span>
      {page < pages && (
        <Bouton name="intention" value={`garder:${page + 1}`} rang="tertiaire" taille="petite">
          Page suivante
        </Bouton>
      )}
    </div>
  );
}
