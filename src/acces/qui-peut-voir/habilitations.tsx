import { compter, EtatVide, formaterJour, Lien, Section, Tableau } from '#interface';
import type { AccesEnPage } from './charger.ts';

type Props = {
  readonly acces: Pick<AccesEnPage<string>, 'habilitations' | 'adresse'>;
  readonly mots: { readonly ce: string; readonly du: string };
};

/** Who was given something on the object beside what profile and service give. */
export function HabilitationsDonnees({ acces: { habilitations, adresse }, mots }: Props) {
  const { nommees, autres } = habilitations;
  return (
    <Section titre={`Habilitations sur ${mots.ce}`}>
      <Tableau
        legende="Habilitations données, en cours et à venir"
        lignes={nommees}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre={autres > 0 ? compter(autres, 'habilitation', 'habilitations') : 'Aucune habilitation'}>
            {autres > 0
              ? `L’équipe ${mots.du} et les administrateurs des comptes voient à qui elles sont données.`
              : `Chacun lit ${mots.ce} par son profil, son service ou son territoire.`}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Personne',
            largeur: 'large',
            cellule: ({ nom, service }) => (
              <>
                <strong>{nom}</strong>
                <div className="jalon-discret">{service}</div>
              </>
            ),
          },
          { cle: 'droit', titre: 'Droit', cellule: ({ droit }) => droit },
          { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire },
          { cle: 'fin', titre: 'Jusqu’au', cellule: ({ fin }) => formaterJour(fin) },
          {
            cle: 'motif',
            titre: 'Pourquoi',
            cellule: ({ motif, par }) => (
              <>
                {motif}
                <div className="jalon-discret">donnée par {par}</div>
              </>
            ),
          },
          {
            cle: 'gerer',
            titre: 'Gérer',
            titreMasque: true,
            largeur: 'etroite',
            cellule: ({ id, nom, droit }) => (
              <Lien href={`/administration/habilitations/${id}?retour=${adresse}`}>
                Gérer<span className="fr-sr-only">{` : ${droit}, ${nom}`}</span>
              </Lien>
            ),
          },
        ]}
      />
      {nommees.length > 0 && autres > 0 && (
        <p className="jalon-discret">
          {compter(autres, 'autre habilitation', 'autres habilitations')}, hors des territoires que vous administrez.
        </p>
      )}
    </Section>
  );
}
