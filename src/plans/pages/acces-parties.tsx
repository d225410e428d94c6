import {
  ChampTexte,
  compter,
  EtatVide,
  FormulaireDeFiltres,
  formaterInstant,
  formaterJour,
  Lien,
  Section,
  Tableau,
} from '#interface';
import type { DemandeSurLePlan, HabilitationSurLePlan } from '../acces/qui-y-entre.ts';

/** Who was given something on this plan beside what profile and service give. */
export function HabilitationsDuPlan({
  nommees,
  autres,
}: {
  readonly nommees: readonly HabilitationSurLePlan[];
  readonly autres: number;
}) {
  return (
    <Section titre="Habilitations sur ce plan">
      <Tableau
        legende="Habilitations données, en cours et à venir"
        lignes={nommees}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre={autres > 0 ? compter(autres, 'habilitation', 'habilitations') : 'Aucune habilitation'}>
            {autres > 0
              ? 'L’équipe du plan et les administrateurs des comptes voient à qui elles sont données.'
              : 'Chacun lit ce plan par son profil, son service ou son territoire.'}
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
              <Lien href={`/administration/habilitations/${id}`}>
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

export function DemandesDuPlan({ demandes }: { readonly demandes: readonly DemandeSurLePlan[] }) {
  if (demandes.length === 0) return null;
  return (
    <Section titre="Demandes en attente">
      <ul className="jalon-liste-nue jalon-rattachements">
        {demandes.map(({ id, nom, service, droit, message, quand, repondable, territoire }) => (
          <li key={id}>
            <p>
              <strong>{nom}</strong> <span className="jalon-discret">{service}</span>
              <br />
              {droit}
              {message !== null && ` : ${message}`}
              <br />
              <span className="jalon-discret">le {formaterInstant(quand)}</span>
            </p>
            {repondable ? (
              <p>
                <Lien href={`/administration/demandes/${id}`}>
                  Répondre<span className="fr-sr-only"> à {nom}</span>
                </Lien>
              </p>
            ) : (
              <p className="jalon-discret">
                {`L’administrateur des comptes${territoire === null ? '' : ` (${territoire})`} y répond.`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type DonnerAccesProps = {
  readonly plan: string;
  readonly administre: boolean;
  readonly equipe: boolean;
  readonly personne: string;
  readonly personnes: readonly {
    readonly id: string;
    readonly nom: string;
    readonly service: string;
  }[];
};

/** For an administrator: find the person, then say which right and until when, on the page of the account. */
export function DonnerAcces({ plan, administre, equipe, personne, personnes }: DonnerAccesProps) {
  if (!administre)
    return equipe ? (
      <p className="jalon-discret">
        Pour ouvrir ce plan à quelqu’un, adressez-vous à l’administrateur des comptes de son territoire ; pour l’ouvrir
        à toute l’administration, <Lien href={`/plans/${plan}/modifier`}>modifiez le plan</Lien>.
      </p>
    ) : (
      <p className="jalon-discret">Les noms sont montrés à l’équipe du plan et aux administrateurs des comptes.</p>
    );
  return (
    <Section titre="Donner accès à quelqu’un" id="donner-acces">
      <FormulaireDeFiltres
        legende="Chercher une personne"
        actifs={personne === '' ? [] : [{ texte: `« ${personne} »`, href: `/plans/${plan}/acces#donner-acces` }]}
      >
        <ChampTexte nom="personne" libelle="Nom, courriel ou service" type="search" valeur={personne} />
      </FormulaireDeFiltres>
      {personne !== '' && (
        <ul className="jalon-liste-nue jalon-rattachements">
          {personnes.map(({ id, nom, service }) => (
            <li key={id}>
              <p>
                <strong>{nom}</strong> <span className="jalon-discret">{service}</span>
              </p>
              <p>
                <Lien href={`/administration/comptes/${id}/habiliter?objet=plan:${plan}`}>
                  Donner accès à ce plan<span className="fr-sr-only"> à {nom}</span>
                </Lien>
              </p>
            </li>
          ))}
          {personnes.length === 0 && (
            <li>
              <p>
                Personne de ce nom dans vos territoires.{' '}
                <Lien href="/administration/comptes/nouveau">Ouvrir un compte</Lien>
              </p>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
