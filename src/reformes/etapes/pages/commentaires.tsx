import { Bouton, EtatVide, type FaitHistorique, Formulaire, Historique, Liste, ZoneDeTexte } from '#interface';
import { ENSEMBLE } from '../mots.ts';
import type { PointPresente } from '../presentation.ts';
import type { RefusDuPoint } from './refus-du-point.ts';

type CommentairesProps = { readonly vue: PointPresente; readonly refus: RefusDuPoint };

/** What is said of the point, on the whole then reform by reform; each signed, none ever changed. */
export function Commentaires({ vue, refus }: CommentairesProps) {
  const noms = new Map(vue.lignes.map(({ reforme, nom }) => [reforme, nom]));
  const faits = vue.commentaires.map(
    ({ id, reforme, texte, quand, auteur }): FaitHistorique => ({
      cle: id,
      quand,
      auteur,
      titre: reforme === null ? ENSEMBLE : (noms.get(reforme) ?? ''),
      detail: <p className="jalon-texte">{texte}</p>,
    }),
  );
  return (
    <>
      {faits.length === 0 ? (
        <EtatVide titre="Aucun commentaire">
          {vue.tenable
            ? 'Dites ce que les chiffres ne disent pas : sur l’ensemble, ou réforme par réforme.'
            : undefined}
        </EtatVide>
      ) : (
        <Historique legende="Commentaires du point d’étape" faits={faits} />
      )}
      {vue.tenable && (
        <Formulaire
          titre="Ajouter un commentaire"
          erreurs={refus?.champs}
          valeurs={refus?.valeurs}
          libelles={{ reforme: 'Sur', texte: 'Commentaire' }}
          protege
        >
          <input type="hidden" name="verbe" value="commenter" />
          <Liste
            nom="reforme"
            libelle="Sur"
            aucune={ENSEMBLE}
            options={vue.lignes.map(({ reforme, nom }) => ({ valeur: reforme, texte: nom }))}
          />
          <ZoneDeTexte
            nom="texte"
            libelle="Commentaire"
            aide="Signé de votre fonction, il ne se modifie plus ensuite : ajoutez-en un autre pour le compléter."
            maxLength={8000}
            requis
          />
          <Bouton>Ajouter le commentaire</Bouton>
        </Formulaire>
      )}
    </>
  );
}
