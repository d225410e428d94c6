import type { ChiffreExplique, FaitDeValeur } from '#indicateurs';
import {
  avec,
  EtatVide,
  Explication,
  formaterJour,
  Historique,
  INSECABLE,
  PaginationSuivie,
  Section,
  SerieDIndicateur,
} from '#interface';
import type { Fiche } from './charger-fiche.ts';
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
            <Chiffre key={chiffre.nom} chiffre={chiffre} territoire={nom} />
          ))}
        </ul>
        {serie.mesures.length === 0 ? (
          <EtatVide titre="Aucune mesure à dessiner">La série apparaîtra avec la première valeur.</EtatVide>
        ) : (
          <SerieDIndicateur {...serie} />
        )}
        {fiche.ecrit && <FormulaireDeSaisie ouvert={ouvert} refus={refus} />}
        {ouvert.propose && <FormulaireDeProposition ouvert={ouvert} refus={refus} />}
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

function Chiffre({ chiffre, territoire }: { readonly chiffre: ChiffreExplique; readonly territoire: string }) {
  const { nom, texte, precision, explication } = chiffre;
  return (
    <li>
      <p className="jalon-chiffres__nom">{nom}</p>
      <p className="jalon-chiffres__texte">{texte}</p>
      {precision !== null && <p className="jalon-discret">{precision}</p>}
      <Explication
        objet={`${nom}, ${territoire}`}
        formule={explication.formule}
        elements={distinguer(explication.entrees)}
      >
        {explication.calcul !== null && <p>{explication.calcul}</p>}
        {explication.notes.length > 0 && (
          <ul>
            {explication.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Explication>
    </li>
  );
}

/** Several targets have the same name: each is told by its rank. */
function distinguer(entrees: ChiffreExplique['explication']['entrees']) {
  return entrees.map(({ terme, valeur }, rang) => {
    const memes = entrees.filter((entree) => entree.terme === terme);
    return {
      terme:
        memes.length > 1 ? `${terme} ${entrees.slice(0, rang + 1).filter((e) => e.terme === terme).length}` : terme,
      valeur,
    };
  });
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
    ...(details.length === 0 ? {} : { detail: details.join(' · ') }),
  };
}
