import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { Bouton, ChampFichier, type Erreurs, Formulaire, Lien, Section, type Valeurs, ZoneDeTexte } from '#interface';
import { LIMITE_MO } from '#tableur/pieces';
import './import.css';

const ACCEPTE = '.xlsx,.ods,.csv,.docx,.pdf,.md,.html,.htm,.txt,.tsv';

export type DepotRefuse = {
  readonly source: 'fichier' | 'colle';
  readonly erreurs: Erreurs;
  readonly valeurs: Valeurs;
};

/** Two ways in: the file as the office has it, or its table pasted. */
export function FormulairesDeDepot({ refuse }: { readonly refuse: DepotRefuse | undefined }) {
  return (
    <div className="jalon-depot">
      <Section titre="Déposer le fichier">
        <Formulaire
          fichiers
          titre="Déposer le fichier"
          libelles={{ fichier: 'Fichier' }}
          erreurs={refuse?.source === 'fichier' ? refuse.erreurs : undefined}
        >
          <input type="hidden" name="source" value="fichier" />
          <ChampFichier
            nom="fichier"
            libelle="Fichier du plan"
            requis
            accepte={ACCEPTE}
            limite={{ mo: LIMITE_MO, conseil: 'retirez-en les images ou les feuilles inutiles.' }}
            aide={`Classeur (.xlsx, .ods, .csv), Word (.docx), PDF, ou tableau en Markdown, HTML ou texte. ${LIMITE_MO} Mo au plus.`}
          />
          <Bouton icone="importer">Lire ce fichier</Bouton>
        </Formulaire>
      </Section>
      <Section titre="Ou coller un tableau">
        <TableauColle refuse={refuse?.source === 'colle' ? refuse : undefined} />
      </Section>
    </div>
  );
}

function TableauColle({ refuse }: { readonly refuse: DepotRefuse | undefined }) {
  const [html, setHtml] = useState(typeof refuse?.valeurs.html === 'string' ? refuse.valeurs.html : '');
  return (
    <Formulaire
      fichiers
      titre="Coller un tableau"
      libelles={{ texte: 'Tableau' }}
      erreurs={refuse?.erreurs}
      valeurs={refuse?.valeurs}
    >
      <input type="hidden" name="source" value="colle" />
      <input type="hidden" name="html" value={html} />
      <div
        onPaste={(evenement) => setHtml(tableauDuPressePapiers(evenement))}
        onInput={(evenement) => estUneFrappe(evenement) && setHtml('')}
      >
        <ZoneDeTexte
          nom="texte"
          libelle="Tableau"
          requis
          rows={8}
          aide="Sélectionnez le tableau dans Word, Excel, un courriel ou une page, copiez-le, en-têtes compris, et collez-le ici."
        />
      </div>
      <p className="jalon-depot__cellules" role="status">
        {html !== '' && 'Le tableau est reconnu : ses cellules et leurs retours à la ligne seront gardés.'}
      </p>
      <Bouton rang="secondaire">Lire ce tableau</Bouton>
    </Formulaire>
  );
}

/** For those who start from nothing: the template, which imports as it is. */
export function LiensDuModele() {
  return (
    <p className="jalon-depot__modele">
      Pas encore de tableau{'\u202f'}? Partez du modèle :{' '}
      {MODELES.map(({ format, nom }, rang) => (
        <span key={format}>
          {rang > 0 && ', '}
          <Lien href={`/plans/modele.${format}`} document>
            {nom}
          </Lien>
        </span>
      ))}
      . Il s’importe tel quel.
    </p>
  );
}

const MODELES = [
  { format: 'xlsx', nom: 'Excel' },
  { format: 'ods', nom: 'LibreOffice' },
  { format: 'csv', nom: 'CSV' },
  { format: 'docx', nom: 'Word' },
] as const;

/** The clipboard's own table, when it holds one and the field holds nothing else; else the text alone is used. */
function tableauDuPressePapiers({ clipboardData, target }: ClipboardEvent<HTMLDivElement>): string {
  const html = clipboardData.getData('text/html');
  const seul = target instanceof HTMLTextAreaElement && target.value.trim() === '';
  return seul && /<table[\s>]/i.test(html) ? html : '';
}

/** Words typed after the paste are in the text only: the clipboard's table no longer says everything. */
function estUneFrappe({ nativeEvent }: FormEvent<HTMLDivElement>): boolean {
  return nativeEvent instanceof InputEvent && nativeEvent.inputType !== 'insertFromPaste';
}
