import type { ReactNode } from 'react';
import { Etiquette, formaterJour, formaterJourCourt, Lien, Tableau } from '#interface';
import type { HabilitationEnPage } from '../comptes/presentation.ts';

type Props = {
  readonly legende: string;
  readonly habilitations: readonly HabilitationEnPage[];
  /** Whose it is, when the page is not about one person. */
  readonly avecPersonne?: boolean;
  readonly vide?: ReactNode;
};

/** Grants: what right, on what, for which territory, until when, by whom and why. */
export function TableDHabilitations({ legende, habilitations, avecPersonne = false, vide }: Props) {
  return (
    <Tableau
      legende={legende}
      lignes={habilitations}
      cleDeLigne={({ id }) => id}
      vide={vide}
      colonnes={[
        ...(avecPersonne
          ? [
              {
                cle: 'personne',
                titre: 'Personne',
                largeur: 'large' as const,
                cellule: ({ compte }: HabilitationEnPage) => (
                  <>
                    <Lien href={`/administration/comptes/${compte.id}`}>{compte.nom}</Lien>
                    <div className="jalon-discret">{compte.service}</div>
                  </>
                ),
              },
            ]
          : []),
        {
          cle: 'droit',
          titre: 'Droit',
          // On a phone the wide column is the title of its card: only the first one is.
          ...(avecPersonne ? {} : { largeur: 'large' as const }),
          cellule: (une) => (
            <>
              <strong>{une.droit}</strong>
              <div>{une.adresse === null ? une.objet : <Lien href={une.adresse}>{une.objet}</Lien>}</div>
            </>
          ),
        },
        { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire },
        { cle: 'fin', titre: 'Jusqu’au', cellule: (une) => <Terme {...une} /> },
        {
          cle: 'motif',
          titre: 'Pourquoi',
          cellule: ({ motif, par, retrait }) => (
            <>
              {motif}
              <div className="jalon-discret">
                {retrait === null
                  ? `donnée par ${par}`
                  : `retirée par ${retrait.par}${retrait.motif === '' ? '' : ` : ${retrait.motif}`}`}
              </div>
            </>
          ),
        },
        {
          cle: 'gerer',
          titre: 'Gérer',
          titreMasque: true,
          largeur: 'etroite',
          cellule: ({ id, etat, droit, objet, compte }) =>
            etat === 'retiree' || etat === 'expiree' ? (
              <span className="jalon-discret">close</span>
            ) : (
              <Lien href={`/administration/habilitations/${id}`}>
                Gérer
                <span className="fr-sr-only">{` : ${droit}, ${objet}, ${compte.nom}`}</span>
              </Lien>
            ),
        },
      ]}
    />
  );
}

function Terme({ etat, debut, fin, retrait }: HabilitationEnPage) {
  if (etat === 'retiree')
    return <Etiquette icone="barre">retirée le {formaterJourCourt(retrait?.le.slice(0, 10) ?? fin)}</Etiquette>;
  if (etat === 'expiree') return <Etiquette icone="horloge">expirée le {formaterJourCourt(fin)}</Etiquette>;
  return (
    <>
      <time dateTime={fin}>{formaterJour(fin)}</time>
      {etat === 'a_venir' && <div className="jalon-discret">à partir du {formaterJour(debut)}</div>}
    </>
  );
}
