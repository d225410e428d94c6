import {
  Alerte,
  Bouton,
  compter,
  Enumeration,
  Etapes,
  LienBouton,
  LienDePhrase,
  Page,
  PanneauDepliant,
  pluriel,
  Section,
} from '#interface';
import { Anomalies } from './anomalies.tsx';
import type { ImportLu } from './charger-import.ts';
import { Colonnes } from './colonnes.tsx';
import { CorrectionDeLigne } from './correction.tsx';
import { Difference } from './difference.tsx';
import { ETAPES } from './etapes.ts';
import { filDImport } from './etats.tsx';
import { FormulaireDImport, type RefusDImport } from './formulaire-d-import.tsx';
import { Lignes } from './lignes.tsx';
import { enLignes } from './mots.ts';
import { NouveauPlan } from './nouveau-plan.tsx';
import { RelireALaDate } from './relire.tsx';
import './import.css';

/** The file as it will be in the plan, and everything one can still decide: nothing is written before the last button. */
export function Verification({ vue, refus }: { readonly vue: ImportLu; readonly refus: RefusDImport }) {
  const dansUnPlan = vue.plan !== null;
  return (
    <Page
      filDAriane={filDImport(vue)}
      titre={vue.plan === null ? `Importer « ${vue.fichier} »` : `Ce que « ${vue.fichier} » change`}
      phrase={<PhraseDesLignes vue={vue} />}
      actions={
        <LienBouton
          href={dansUnPlan ? '#difference' : '#plan'}
          taille="petite"
          rang={dansUnPlan ? 'secondaire' : 'principal'}
        >
          {dansUnPlan ? 'Voir la différence' : `Importer ${enLignes(vue.comptes.retenues)}`}
        </LienBouton>
      }
    >
      <Etapes etapes={ETAPES} courante={3} />
      {refus !== undefined && Object.keys(refus.erreurs).length === 0 && (
        <Alerte ton="erreur" titre="Rien n’a été écrit" niveau="h2">
          {refus.message}
        </Alerte>
      )}
      {vue.correction !== null && <CorrectionDeLigne ligne={vue.correction} version={vue.version} />}
      <Anomalies vue={vue} />
      <Colonnes vue={vue} />
      {vue.lignes !== null && <Lignes vue={vue} liste={vue.lignes} />}
      {vue.difference !== null && (
        <>
          <RelireALaDate vue={vue} refus={refus} />
          <Difference vue={vue} difference={vue.difference} />
        </>
      )}
      <HorsTableau vue={vue} />
      {vue.nouveau !== null && <NouveauPlan vue={vue} nouveau={vue.nouveau} refus={refus} />}
      <FormulaireDImport version={vue.version} titre="Abandonner l’import">
        <p className="jalon-import__abandon">
          <Bouton name="intention" value="abandonner" rang="discret" taille="petite">
            Abandonner cet import
          </Bouton>
          <span>Rien ne sera écrit.</span>
        </p>
      </FormulaireDImport>
    </Page>
  );
}

/** « 29 lignes lues : 27 prêtes, 2 à vérifier, aucune perdue. » */
function PhraseDesLignes({ vue: { comptes, lignes } }: { readonly vue: ImportLu }) {
  const filtre = (voir: string) => (lignes === null ? '#anomalies' : `?voir=${voir}#lignes`);
  return (
    <>
      {compter(comptes.lues, 'ligne lue', 'lignes lues')} :{' '}
      <Enumeration>
        <span>{compter(comptes.pretes, 'prête', 'prêtes')}</span>
        {comptes.aVerifier > 0 ? (
          <LienDePhrase href={filtre('a_verifier')} ton="attention">
            {comptes.aVerifier} à vérifier
          </LienDePhrase>
        ) : (
          <span>aucune à vérifier</span>
        )}
        {comptes.ecartees > 0 && (
          <LienDePhrase href={filtre('ecartees')}>
            {compter(comptes.ecartees, 'laissée de côté', 'laissées de côté')}
          </LienDePhrase>
        )}
        {comptes.perdues > 0 ? (
          <LienDePhrase href="#anomalies" ton="alerte">
            {compter(comptes.perdues, 'perdue si vous ne la corrigez pas', 'perdues si vous ne les corrigez pas')}
          </LienDePhrase>
        ) : (
          <span>aucune perdue</span>
        )}
      </Enumeration>
      .
    </>
  );
}

function HorsTableau({ vue: { horsTableau, horsTableauEnPlus } }: { readonly vue: ImportLu }) {
  if (horsTableau.length === 0) return null;
  const nombre = horsTableau.length + horsTableauEnPlus;
  return (
    <Section titre="Hors du tableau">
      <PanneauDepliant
        titre={`${compter(nombre, 'texte n’est pas une action', 'textes ne sont pas des actions')} : ${pluriel(nombre, 'il reste', 'ils restent')} dans le fichier gardé avec le plan`}
      >
        <ul className="jalon-import__hors">
          {horsTableau.map((texte, rang) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts of a file have no identity but their place
            <li key={rang}>{texte}</li>
          ))}
        </ul>
        {horsTableauEnPlus > 0 && <p>… et {compter(horsTableauEnPlus, 'autre', 'autres')}.</p>}
      </PanneauDepliant>
    </Section>
  );
}
