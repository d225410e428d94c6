import { Bouton, Etiquette, Formulaire, formaterInstant, formaterJour, Lien, Tableau } from '#interface';
import { jourAParis } from '#socle/valeurs';
import type { EtatDeJeton } from '../../regles/jetons.ts';
import { libelleDePortee } from '../../regles/portees.ts';

export type JetonEnLigne = {
  readonly id: string;
  readonly libelle: string;
  readonly repere: string;
  readonly portees: readonly string[];
  readonly titulaire: { readonly nom: string; readonly organisation: string | null };
  readonly expireLe: Date;
  readonly revoqueLe: Date | null;
  readonly dernierUsageLe: Date | null;
  readonly etat: EtatDeJeton;
};

/** Tokens, one a row: what each is for, what it opens, when it was last used, and the button that ends it. */
export function TableauDesJetons({
  jetons,
  titulaires = false,
}: {
  readonly jetons: readonly JetonEnLigne[];
  readonly titulaires?: boolean;
}) {
  return (
    <Tableau
      legende="Jetons"
      lignes={jetons}
      cleDeLigne={({ id }) => id}
      colonnes={[
        {
          cle: 'libelle',
          titre: 'Jeton',
          cellule: ({ libelle, repere }) => (
            <>
              <strong>{libelle}</strong>
              <div className="jalon-discret">{repere}</div>
            </>
          ),
        },
        ...(titulaires
          ? [
              {
                cle: 'titulaire',
                titre: 'Au nom de',
                cellule: ({ titulaire }: JetonEnLigne) => (
                  <>
                    {titulaire.nom}
                    {titulaire.organisation !== null && <div className="jalon-discret">{titulaire.organisation}</div>}
                  </>
                ),
              },
            ]
          : []),
        {
          cle: 'portees',
          titre: 'Peut',
          largeur: 'moyenne',
          cellule: ({ portees }) => (
            <ul className="jalon-liste-nue">
              {portees.map((portee) => (
                <li key={portee}>{libelleDePortee(portee)}</li>
              ))}
            </ul>
          ),
        },
        {
          cle: 'usage',
          titre: 'Dernier usage',
          cellule: ({ id, dernierUsageLe }) =>
            dernierUsageLe === null ? (
              <span className="jalon-discret">jamais</span>
            ) : (
              <Lien href={`?usages=${id}`} sansRemonter>
                <time dateTime={dernierUsageLe.toISOString()}>{formaterInstant(dernierUsageLe)}</time>
              </Lien>
            ),
        },
        { cle: 'etat', titre: 'État', cellule: (jeton) => <Etat {...jeton} /> },
        {
          cle: 'revoquer',
          titre: 'Révoquer',
          titreMasque: true,
          cellule: ({ id, etat, libelle, repere }) =>
            etat === 'actif' && (
              <Formulaire titre={`Révoquer ${libelle}, ${repere}`} disposition="ligne">
                <input type="hidden" name="verbe" value="revoquer" />
                <input type="hidden" name="machine" value={id} />
                <Bouton rang="tertiaire" taille="petite">
                  Révoquer<span className="fr-sr-only"> {libelle}</span>
                </Bouton>
              </Formulaire>
            ),
        },
      ]}
    />
  );
}

function Etat({ etat, expireLe, revoqueLe }: JetonEnLigne) {
  // It ends with its last day: the instant before belongs to that day.
  const dernierJour = formaterJour(jourAParis(new Date(expireLe.getTime() - 1)));
  if (etat === 'actif')
    return (
      <>
        <Etiquette ton="neutre" icone="coche">
          En service
        </Etiquette>
        <div className="jalon-discret">jusqu’au {dernierJour}</div>
      </>
    );
  return (
    <>
      <Etiquette ton="neutre" icone="croix">
        {etat === 'revoque' ? 'Révoqué' : 'Expiré'}
      </Etiquette>
      <div className="jalon-discret">
        {etat === 'revoque' && revoqueLe !== null ? `le ${formaterInstant(revoqueLe)}` : `le ${dernierJour}`}
      </div>
    </>
  );
}
