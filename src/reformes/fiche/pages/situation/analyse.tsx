import {
  Alerte,
  Bouton,
  EtatVide,
  Formulaire,
  formaterInstant,
  GroupeDeBoutons,
  Lien,
  LienBouton,
  PanneauDepliant,
  Section,
  ZoneDeTexte,
} from '#interface';
import { suite } from '../../../adresses.ts';
import type { SituationPresentee } from '../../donnees-de-la-situation.ts';
import { LIBELLES_D_ANALYSE } from '../../mots.ts';
import type { RefusDeSaisie } from './refus.ts';

type Version = SituationPresentee['analyse']['versions'][number];

const CHAMPS = Object.entries(LIBELLES_D_ANALYSE) as [keyof typeof LIBELLES_D_ANALYSE, string][];

type Props = {
  readonly analyse: SituationPresentee['analyse'];
  readonly territoire: { readonly code: string; readonly nom: string };
  /** The day looked at when it is past. */
  readonly au: string | null;
  /** The form is asked for, in place of the text. */
  readonly ouverte: boolean;
  readonly refus: RefusDeSaisie | null;
  /** The version someone else wrote meanwhile, when that is what was refused. */
  readonly entretemps: Version | null;
};

/** The four-field analysis: read, written where it is read, and every version before. */
export function Analyse({ analyse, territoire, au, ouverte, refus, entretemps }: Props) {
  const { modifiable, versions, page, suite: plusAnciennes } = analyse;
  const derniere = page === 1 ? (versions[0] ?? null) : null;
  const precedentes = page === 1 ? versions.slice(1) : versions;
  const ecrire = modifiable && (ouverte || refus !== null);
  const adresse = (parametres: string) => `${suite({ territoire: territoire.code, au })}${parametres}#analyse`;
  return (
    <Section
      titre="Analyse"
      id="analyse"
      actions={
        modifiable &&
        !ecrire && (
          <LienBouton href={adresse('&ecrire=analyse')} sansRemonter rang="secondaire" taille="petite" icone="crayon">
            {versions.length === 0 ? 'Écrire l’analyse' : 'Mettre à jour l’analyse'}
          </LienBouton>
        )
      }
    >
      {ecrire ? (
        <Ecrire territoire={territoire} depart={derniere} refus={refus} entretemps={entretemps} annuler={adresse('')} />
      ) : derniere !== null ? (
        <TexteDeLAnalyse version={derniere} />
      ) : (
        page === 1 && (
          <EtatVide titre="Aucune analyse pour ce territoire">
            {au !== null
              ? 'Aucune n’était écrite ce jour-là.'
              : modifiable
                ? 'Quatre champs : les résultats, le contexte, les difficultés, les réussites. Un seul suffit pour commencer.'
                : 'Elle s’écrit par qui répond de ce territoire.'}
          </EtatVide>
        )
      )}
      {(precedentes.length > 0 || page > 1) && (
        <PanneauDepliant titre="Versions précédentes" ouvert={page > 1}>
          {precedentes.map((version) => (
            <TexteDeLAnalyse key={version.id} version={version} />
          ))}
          <p>
            {page > 1 && (
              <Lien href={adresse(page === 2 ? '' : `&versions=${page - 1}`)} sansRemonter>
                Versions plus récentes
              </Lien>
            )}{' '}
            {plusAnciennes && (
              <Lien href={adresse(`&versions=${page + 1}`)} sansRemonter>
                Versions plus anciennes
              </Lien>
            )}
          </p>
        </PanneauDepliant>
      )}
    </Section>
  );
}

function TexteDeLAnalyse({ version }: { readonly version: Version }) {
  return (
    <div className="jalon-analyse">
      <p className="jalon-discret">
        {version.auteur ?? 'Jalon'}, le {formaterInstant(version.quand)}
      </p>
      <dl>
        {CHAMPS.flatMap(([champ, libelle]) => {
          const texte = version[champ];
          return texte === null
            ? []
            : [
                <div key={champ}>
                  <dt>{libelle}</dt>
                  <dd className="jalon-texte-ecrit">{texte}</dd>
                </div>,
              ];
        })}
      </dl>
    </div>
  );
}

type EcrireProps = Pick<Props, 'territoire' | 'refus' | 'entretemps'> & {
  readonly depart: Version | null;
  readonly annuler: string;
};

function Ecrire({ territoire, depart, refus, entretemps, annuler }: EcrireProps) {
  return (
    <>
      {entretemps !== null && (
        <Alerte ton="attention" titre="La version enregistrée entre-temps" niveau="h3">
          <TexteDeLAnalyse version={entretemps} />
        </Alerte>
      )}
      <Formulaire
        titre={`Écrire l’analyse, ${territoire.nom}`}
        protege
        erreurs={refus?.champs}
        valeurs={refus?.valeurs}
        libelles={LIBELLES_D_ANALYSE}
      >
        <input type="hidden" name="verbe" value="analyse" />
        <input type="hidden" name="territoire" value={territoire.code} />
        <input type="hidden" name="depuis" value={(entretemps ?? depart)?.id ?? ''} key={(entretemps ?? depart)?.id} />
        {CHAMPS.map(([champ, libelle]) => (
          <ZoneDeTexte
            key={champ}
            nom={champ}
            libelle={libelle}
            rows={4}
            maxLength={8_000}
            valeur={depart?.[champ] ?? ''}
          />
        ))}
        <GroupeDeBoutons>
          <Bouton>Enregistrer l’analyse</Bouton>
          <LienBouton href={annuler} sansRemonter rang="tertiaire">
            Annuler
          </LienBouton>
        </GroupeDeBoutons>
      </Formulaire>
    </>
  );
}
