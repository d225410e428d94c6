import {
  Alerte,
  avec,
  Bouton,
  compter,
  Enumeration,
  Etapes,
  Formulaire,
  GroupeDeBoutons,
  LienBouton,
  LienDePhrase,
  Page,
  Section,
  type Ton,
  ZoneDeTexte,
} from '#interface';
import { ACCUEIL, ETAPES, IMPORTS, INDICATEURS } from '../communs.ts';
import type { ImportDetaille } from './charger-import.ts';
import { ContenuDImport } from './contenu.tsx';
import { Defauts } from './defauts.tsx';
import type { VueDImport } from './vues.ts';
import '../indicateurs.css';

export type RefusDImport =
  | {
      readonly intention: string;
      readonly message: string;
      readonly erreurs: Readonly<Record<string, string>>;
      readonly valeurs: Readonly<Record<string, string | string[]>>;
    }
  | undefined;

type Props = { readonly vue: ImportDetaille; readonly refus: RefusDImport };

/** What the file would change, before anything is written. */
export function Verification({ vue, refus }: Props) {
  const { effet } = vue.bilan;
  const aEcrire = effet.nouvelles + effet.modifiees;
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS, IMPORTS]}
      titre={`Importer « ${vue.fichier} »`}
      phrase={<PhraseDImport vue={vue} />}
      actions={
        aEcrire > 0 && (
          <LienBouton href="#importer" taille="petite">
            Importer {compter(aEcrire, 'valeur', 'valeurs')}
          </LienBouton>
        )
      }
    >
      <Etapes etapes={ETAPES} courante={3} />
      {refus !== undefined && Object.keys(refus.erreurs).length === 0 && (
        <Alerte ton="erreur" titre="Rien n’a été écrit" niveau="h2">
          {refus.message}
        </Alerte>
      )}
      {refus === undefined && vue.refus !== null && (
        <Alerte ton="erreur" titre="La dernière tentative n’a rien écrit" niveau="h2">
          {vue.refus}
        </Alerte>
      )}
      {effet.aConfirmer > 0 ? (
        <Alerte ton="attention" titre="Des valeurs ne ressemblent pas à leur histoire" niveau="h2">
          {effet.verdict}
        </Alerte>
      ) : (
        aEcrire > 0 && <p>{effet.verdict}</p>
      )}
      <Defauts vue={vue} />
      <ContenuDImport vue={vue} />
      <Section titre={aEcrire > 0 ? 'Importer' : 'Rien à importer'} id="importer">
        {aEcrire > 0 ? <FormulaireDImport vue={vue} refus={refus} nombre={aEcrire} /> : <RienAImporter vue={vue} />}
      </Section>
      <Formulaire titre="Relire ou abandonner" disposition="ligne">
        <Bouton name="intention" value="relire" rang="secondaire" taille="petite">
          Relire le fichier
        </Bouton>
        <Bouton name="intention" value="abandonner" rang="discret" taille="petite">
          Abandonner cet import
        </Bouton>
      </Formulaire>
    </Page>
  );
}

function FormulaireDImport({ vue, refus, nombre }: Props & { readonly nombre: number }) {
  const { effet, fichier } = vue.bilan;
  return (
    <Formulaire
      titre="Importer les valeurs"
      libelles={{ motif: 'Motif' }}
      erreurs={refus?.intention === 'importer' ? refus.erreurs : undefined}
      valeurs={refus?.intention === 'importer' ? refus.valeurs : undefined}
    >
      <input type="hidden" name="version" value={vue.version} />
      <input type="hidden" name="intention" value="importer" />
      {effet.motifDemande ? (
        <ZoneDeTexte
          nom="motif"
          libelle="Pourquoi ces valeurs changent, ou sortent de l’ordinaire"
          requis
          rows={3}
          maxLength={1_000}
          aide="Ce motif sera gardé avec chaque valeur rectifiée, et lu par ceux qui la consultent."
        />
      ) : null}
      <p>
        {fichier.refusees > 0 &&
          `${compter(fichier.refusees, 'valeur refusée restera', 'valeurs refusées resteront')} de côté. `}
        Les valeurs remplacées restent dans l’historique, et l’import entier s’annule.
      </p>
      <GroupeDeBoutons>
        <Bouton icone="importer">Importer {compter(nombre, 'valeur', 'valeurs')}</Bouton>
      </GroupeDeBoutons>
    </Formulaire>
  );
}

function RienAImporter({ vue: { bilan } }: { readonly vue: ImportDetaille }) {
  return (
    <p>
      {bilan.effet.identiques > 0
        ? `${compter(bilan.effet.identiques, 'valeur est', 'valeurs sont')} déjà connues telles quelles : ce fichier n’apporte rien de nouveau.`
        : 'Aucune valeur de ce fichier ne peut être écrite : corrigez les lignes refusées, puis déposez-le de nouveau.'}
    </p>
  );
}

/** « 116 707 valeurs lues : 1 204 nouvelles, 35 changent, 12 refusées. » */
function PhraseDImport({ vue }: { readonly vue: ImportDetaille }) {
  const { fichier, effet } = vue.bilan;
  const mots: readonly (readonly [number, VueDImport, Ton, string])[] = [
    [effet.nouvelles, 'nouvelles', 'neutre', compter(effet.nouvelles, 'nouvelle', 'nouvelles')],
    [effet.modifiees, 'changees', 'attention', compter(effet.modifiees, 'change', 'changent')],
    [fichier.refusees, 'refusees', 'alerte', compter(fichier.refusees, 'refusée', 'refusées')],
    [fichier.repetees, 'repetees', 'neutre', compter(fichier.repetees, 'répétée', 'répétées')],
    [fichier.sansValeur, 'vides', 'neutre', compter(fichier.sansValeur, 'sans valeur', 'sans valeur')],
  ];
  return (
    <>
      {compter(fichier.valeurs, 'valeur lue', 'valeurs lues')} :{' '}
      <Enumeration>
        {mots
          .filter(([nombre]) => nombre > 0)
          .map(([, voir, ton, texte]) => (
            <LienDePhrase key={voir} href={`${avec(vue.requete, { voir })}#contenu`} ton={ton}>
              {texte}
            </LienDePhrase>
          ))}
        {effet.identiques > 0 && <span>{compter(effet.identiques, 'déjà connue', 'déjà connues')}</span>}
      </Enumeration>
      .
    </>
  );
}
