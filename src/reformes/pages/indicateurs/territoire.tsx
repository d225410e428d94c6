import type { FaitDeValeur } from '#indicateurs';
import {
  avec,
  EtatVide,
  formaterJour,
  Historique,
  INSECABLE,
  PaginationSuivie,
  Section,
  SerieDIndicateur,
  TexteEtLiens,
} from '#interface';
import type { Fiche } from './charger-fiche.ts';
import { Chiffre } from './chiffre.tsx';
import type { RefusDeFiche } from './refus.ts';
import { FormulaireDeProposition, FormulaireDeSaisie } from './saisie.tsx';

type Ouvert = NonNullable<Fiche['ouvert']>;

/** One territory: its figures, each with where it comes from; its series; its values; and the forms to give one. */
export function Territoire({
  fiche,
  ouvert,
  refus,
}: {
  readonly fiche: Fiche;
  readonly ouvert: Ouvert;
  readonly refus: RefusDeFiche;
}) {
  const { chiffres, serie, faits, nom } = ouvert;
  return (
    <>
      <Section titre={nom} id="territoire">
        <ul className="jalon-chiffres">
          {chiffres.map((chiffre) => (
            <Chiffre key={chiffre.nom} chiffre={chiffre} objet={nom} />
          ))}
        </ul>
        {serie.mesures.length === 0 ? (
          <EtatVide titre="Aucune mesure à dessiner">La série apparaîtra avec la première valeur.</EtatVide>
        ) : (
          <SerieDIndicateur {...serie} />
        )}
        {ouvert.saisies.length === 0 ? (
          <p className="jalon-discret">Ses valeurs se calculent de celles des territoires qu’il contient.</p>
        ) : (
          <>
            {fiche.ecrit && <FormulaireDeSaisie ouvert={ouvert} refus={refus} />}
            {ouvert.propose && <FormulaireDeProposition ouvert={ouvert} refus={refus} />}
          </>
        )}
      </Section>
      <Section titre={`Les valeurs, telles qu’elles sont venues`} id="historique">
        {faits.length === 0 ? (
          <EtatVide titre="Rien n’a été donné ici">
            Aucune valeur n’a été saisie ni importée pour ce territoire. Celles d’un ensemble se calculent.
          </EtatVide>
        ) : (
          <Historique legende={`Valeurs, ${nom}`} faits={faits.map(enFait)} />
        )}
        <PaginationSuivie
          debut={`${avec(fiche.requete, { fait: null })}#historique`}
          plusRecents={
            ouvert.page > 1 ? `${avec(fiche.requete, { fait: null })}&page=${ouvert.page - 1}#historique` : null
          }
          plusAnciens={
            ouvert.suite ? `${avec(fiche.requete, { fait: null })}&page=${ouvert.page + 1}#historique` : null
          }
        />
      </Section>
    </>
  );
}

function enFait({ id, instant, type, jour, valeur, avant, motif, source, commentaire, origine, auteur }: FaitDeValeur) {
  const quoi = `${type} du ${formaterJour(jour)}`;
  const majuscule = quoi.charAt(0).toUpperCase() + quoi.slice(1);
  const titre =
    valeur === null
      ? `${majuscule} retirée (${avant ?? 'inconnue'})`
      : avant === null
        ? `${majuscule}${INSECABLE}: ${valeur}`
        : `${majuscule} rectifiée${INSECABLE}: ${valeur} au lieu de ${avant}`;
  const details = [
    origine === 'saisie' ? null : origine,
    source === null ? null : `source${INSECABLE}: ${source}`,
    motif === null ? null : `motif${INSECABLE}: ${motif}`,
    commentaire,
  ].filter((detail) => detail !== null);
  return {
    cle: String(id),
    quand: instant,
    titre,
    auteur: auteur ?? 'Jalon',
    ...(details.length === 0 ? {} : { detail: <TexteEtLiens texte={details.join(' · ')} /> }),
  };
}
