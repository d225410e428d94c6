import { Icone } from '../elements/icone.tsx';
import { Lien } from '../lien.tsx';

export type Tri = {
  /** The same list sorted by this column, or the other way round. */
  readonly href: string;
  readonly etat: 'croissant' | 'decroissant' | null;
};

export type EnTeteDeColonneProps = {
  readonly titre: string;
  readonly titreMasque?: boolean;
  readonly tri?: Tri;
  readonly className: string | undefined;
};

/** Title of a column; when it sorts, a link whose address says the order. */
export function EnTeteDeColonne({ titre, titreMasque = false, tri, className }: EnTeteDeColonneProps) {
  return (
    <th scope="col" className={className} aria-sort={tri === undefined ? undefined : ORDRES[tri.etat ?? 'aucun']}>
      {tri === undefined ? (
        <span className={titreMasque ? 'fr-sr-only' : undefined}>{titre}</span>
      ) : (
        <Lien href={tri.href} sansRemonter className="jalon-tri">
          {titre}
          <Icone nom={tri.etat === null ? 'tri' : tri.etat === 'croissant' ? 'haut' : 'bas'} taille={14} />
          <span className="fr-sr-only">
            {tri.etat === 'croissant' ? ', trier par ordre décroissant' : ', trier par ordre croissant'}
          </span>
        </Lien>
      )}
    </th>
  );
}

const ORDRES = { croissant: 'ascending', decroissant: 'descending', aucun: 'none' } as const;
