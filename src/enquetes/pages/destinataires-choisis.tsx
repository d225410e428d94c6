import {
  Bouton,
  Cases,
  ChampTexte,
  compter,
  EtatVide,
  Formulaire,
  FormulaireDeFiltres,
  Section,
  Tableau,
} from '#interface';
import type { RefusDeFormulaire } from './communs.ts';

type Service = { readonly id: string; readonly nom: string; readonly territoire: string };

type Props = {
  readonly choisis: readonly Service[];
  /** What was searched for, and the services found that are not chosen yet. */
  readonly q: string;
  readonly trouves: readonly Service[];
  readonly version: number;
  readonly refus: RefusDeFormulaire;
};

/** The services of a draft, chosen one by one. */
export function DestinatairesChoisis({ choisis, q, trouves, version, refus }: Props) {
  return (
    <Section titre="Destinataires" id="destinataires">
      <Tableau
        legende="Services choisis"
        lignes={choisis}
        cleDeLigne={({ id }) => id}
        surTelephone="tableau"
        vide={
          <EtatVide titre="Aucun service choisi">Cherchez-les par leur nom ou leur sigle, puis ajoutez-les.</EtatVide>
        }
        colonnes={[
          { cle: 'service', titre: 'Service', largeur: 'large', cellule: ({ nom }) => nom },
          { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire },
          {
            cle: 'gestes',
            titre: 'Gestes',
            titreMasque: true,
            cellule: ({ id, nom }) => (
              <Formulaire titre={`Retirer ${nom}`} disposition="ligne">
                <input type="hidden" name="verbe" value="retirer-service" />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="service" value={id} />
                <Bouton rang="discret" taille="petite">
                  Retirer<span className="fr-sr-only"> « {nom} »</span>
                </Bouton>
              </Formulaire>
            ),
          },
        ]}
      />
      <FormulaireDeFiltres legende="Chercher un service" geste="Chercher" actifs={[]}>
        <ChampTexte nom="chercher" libelle="Nom ou sigle d’un service" type="search" valeur={q} />
      </FormulaireDeFiltres>
      {q !== '' && trouves.length === 0 && (
        <EtatVide titre="Aucun service à ajouter">
          Aucun service de ce nom dans le territoire de la remontée, ou ils sont tous choisis.
        </EtatVide>
      )}
      {trouves.length > 0 && (
        <Formulaire
          titre="Ajouter des services"
          erreurs={refus?.champs}
          valeurs={refus?.valeurs}
          libelles={{ service: 'Services' }}
        >
          <input type="hidden" name="verbe" value="ajouter-services" />
          <input type="hidden" name="version" value={version} />
          <Cases
            nom="service"
            legende={`${compter(trouves.length, 'service trouvé', 'services trouvés')}`}
            options={trouves.map(({ id, nom, territoire }) => ({
              valeur: id,
              texte: nom,
              // « Préfecture du Finistère » already says where.
              ...(nom.includes(territoire) ? {} : { aide: territoire }),
            }))}
          />
          <Bouton rang="secondaire">Ajouter aux destinataires</Bouton>
        </Formulaire>
      )}
    </Section>
  );
}
