import { formaterInstant, formaterNombre, Lien, Tableau } from '#interface';
import { adresseAvec } from '../../journal/adresses.ts';
import type { EvenementPresente } from '../../journal/presentation.ts';

type Evenement = Omit<EvenementPresente, 'charge'>;

/** One event a row: when, who, what, on what. */
export function TableauDEvenements({
  evenements,
  requete,
}: {
  readonly evenements: readonly Evenement[];
  readonly requete: string;
}) {
  return (
    <Tableau
      legende="Événements du journal"
      lignes={evenements}
      cleDeLigne={({ sequence }) => String(sequence)}
      colonnes={[
        {
          cle: 'instant',
          titre: 'Quand',
          largeur: 'moyenne',
          cellule: ({ instant, sequence }) => (
            <>
              <time dateTime={instant}>{formaterInstant(instant)}</time>
              <div className="jalon-discret">n° {formaterNombre(sequence)}</div>
            </>
          ),
        },
        {
          cle: 'auteur',
          titre: 'Qui',
          largeur: 'moyenne',
          cellule: ({ auteur }) =>
            auteur === null ? (
              <span className="jalon-discret">Jalon</span>
            ) : (
              <Lien href={adresseAvec(requete, { compte: auteur.id, personne: null })}>{auteur.nom}</Lien>
            ),
        },
        {
          cle: 'phrase',
          titre: 'Quoi',
          largeur: 'large',
          cellule: ({ phrase, detail, cites }) => (
            <>
              {phrase}
              {detail !== null && <div className="jalon-discret">{detail}</div>}
              {cites.map(({ titre, libelle, href }) => (
                <div key={titre} className="jalon-discret">
                  {titre} : {href === null ? libelle : <Lien href={href}>{libelle}</Lien>}
                </div>
              ))}
            </>
          ),
        },
        {
          cle: 'objet',
          titre: 'Sur',
          largeur: 'large',
          cellule: (evenement) => <Objet {...evenement} requete={requete} />,
        },
        { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire?.nom ?? <Absent /> },
      ]}
    />
  );
}

function Objet({ objet, requete }: Pick<Evenement, 'objet'> & { readonly requete: string }) {
  const { type, id, genre, libelle, href } = objet;
  return (
    <>
      {libelle === undefined ? genre : href ? <Lien href={href}>{libelle}</Lien> : libelle}
      <div className="jalon-discret">
        {libelle !== undefined && <>{genre} · </>}
        <Lien href={adresseAvec(requete, { objet: `${type}:${id}` })}>
          son histoire<span className="fr-sr-only"> : {libelle ?? `${genre} ${id}`}</span>
        </Lien>
      </div>
    </>
  );
}

function Absent() {
  return <span className="jalon-discret">–</span>;
}
