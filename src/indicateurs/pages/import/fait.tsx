import {
  Alerte,
  Bouton,
  compter,
  Etapes,
  Formulaire,
  formaterNombre,
  GroupeDeBoutons,
  LienBouton,
  Page,
  PanneauDepliant,
  ZoneDeTexte,
} from '#interface';
import { ACCUEIL, ETAPES, IMPORTS, INDICATEURS } from '../communs.ts';
import type { ImportDetaille } from './charger-import.ts';
import { ContenuDImport } from './contenu.tsx';
import { Defauts } from './defauts.tsx';
import type { RefusDImport } from './verification.tsx';
import '../indicateurs.css';

/** An import that was written: what it did, and how to undo it; or that was undone. */
export function Fait({ vue, refus }: { readonly vue: ImportDetaille; readonly refus: RefusDImport }) {
  const annule = vue.etat === 'annule';
  const { effet } = vue.bilan;
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS, IMPORTS]}
      titre={annule ? `Import annulé : « ${vue.fichier} »` : `Import fait : « ${vue.fichier} »`}
      phrase={`${compter(effet.nouvelles, 'valeur nouvelle', 'valeurs nouvelles')}, ${compter(effet.modifiees, 'changée', 'changées')}, ${compter(effet.identiques, 'déjà connue', 'déjà connues')}.`}
    >
      <Etapes etapes={ETAPES} courante={4} />
      {refus !== undefined && Object.keys(refus.erreurs).length === 0 && (
        <Alerte ton="erreur" titre="Rien n’a été changé" niveau="h2">
          {refus.message}
        </Alerte>
      )}
      {annule ? (
        <Alerte ton="info" titre="Cet import a été annulé" niveau="h2">
          <p>
            {direRemises(vue.requete)} Motif : {vue.annuleMotif}
          </p>
        </Alerte>
      ) : (
        <Alerte ton="succes">
          Les valeurs sont écrites, et tout ce qui en découle est à jour. Le fichier est gardé tel qu’il a été envoyé.
        </Alerte>
      )}
      {vue.motif !== null && <p>Motif de l’import : {vue.motif}</p>}
      <GroupeDeBoutons>
        <LienBouton href="/indicateurs">Voir les indicateurs</LienBouton>
        <LienBouton href="/indicateurs/importer" rang="secondaire">
          Importer un autre fichier
        </LienBouton>
      </GroupeDeBoutons>
      <Defauts vue={vue} />
      <ContenuDImport vue={vue} />
      {!annule && <Annulation refus={refus} />}
    </Page>
  );
}

function Annulation({ refus }: { readonly refus: RefusDImport }) {
  const refusee = refus?.intention === 'annuler' ? refus : undefined;
  return (
    <PanneauDepliant titre="Annuler l’import entier" ouvert={refusee !== undefined}>
      <Formulaire
        titre="Annuler l’import"
        libelles={{ motif: 'Motif' }}
        erreurs={refusee?.erreurs}
        valeurs={refusee?.valeurs}
      >
        <input type="hidden" name="intention" value="annuler" />
        <p>
          Chaque valeur écrite par ce fichier redevient celle d’avant, ou est retirée s’il n’y en avait pas. Celles que
          quelqu’un a changées depuis ne bougent pas. Rien ne disparaît de l’historique.
        </p>
        <ZoneDeTexte nom="motif" libelle="Pourquoi cet import est annulé" requis rows={2} maxLength={1_000} />
        <Bouton rang="secondaire">Annuler cet import</Bouton>
      </Formulaire>
    </PanneauDepliant>
  );
}

/** Told once, just after: « 12 valeurs remises comme avant ; 2 laissées… ». */
function direRemises(requete: string): string {
  const parametres = new URLSearchParams(requete);
  const [remises, laissees] = ['remises', 'laissees'].map((nom) =>
    Math.trunc(Number(parametres.get(nom) ?? Number.NaN)),
  );
  if (remises === undefined || laissees === undefined || !Number.isFinite(remises) || !Number.isFinite(laissees)) {
    return '';
  }
  const suite =
    laissees > 0 ? ` ${formaterNombre(laissees)} ont été changées depuis par quelqu’un : elles ne bougent pas.` : '';
  return `${compter(remises, 'valeur remise', 'valeurs remises')} comme avant.${suite}`;
}
