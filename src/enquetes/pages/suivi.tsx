import { Avancement, Carte, EtatVide, Etiquette, Explication, Lien, Section, Tableau } from '#interface';
import type { SuiviPresente } from './donnees-du-suivi.ts';

const CLASSES = [
  { cle: 'attendue', libelle: 'n’a pas répondu' },
  { cle: 'partielle', libelle: 'a répondu en partie' },
  { cle: 'recue', libelle: 'a répondu' },
] as const;

const FILTRES = [
  { cle: null, texte: 'tous', href: '?#services' },
  { cle: 'attendue', texte: 'sans réponse', href: '?reponse=attendue#services' },
  { cle: 'recue', texte: 'ont répondu', href: '?reponse=recue#services' },
] as const;

/** The response rate by région, the map, then each service. */
export function SuiviDesReponses({
  suivi,
  couverture,
}: {
  readonly suivi: SuiviPresente;
  readonly couverture: string;
}) {
  const { regions, carte, maille, cibles, filtre } = suivi;
  return (
    <>
      <Section titre="Taux de réponse par région">
        <Explication
          objet="taux de réponse"
          formule="services qui ont envoyé une réponse ÷ services à qui la remontée est adressée"
          elements={[{ terme: 'Couverture', valeur: couverture }]}
        />
        <Tableau
          legende="Taux de réponse par région, le plus faible d’abord"
          lignes={regions}
          cleDeLigne={({ code }) => code}
          surTelephone="tableau"
          colonnes={[
            { cle: 'region', titre: 'Région', cellule: ({ nom }) => nom },
            {
              cle: 'reponses',
              titre: 'Réponses',
              alignement: 'fin',
              cellule: ({ recues, attendues }) => `${recues} sur ${attendues}`,
            },
            {
              cle: 'taux',
              titre: 'Taux de réponse',
              cellule: ({ taux }) => <Avancement taux={taux} libelle="Taux de réponse" />,
            },
          ]}
        />
      </Section>
      {carte.length > 1 && (
        <Section titre="Qui a répondu">
          <Carte
            titre="Réponses par territoire"
            maille={maille}
            classes={CLASSES.filter(({ cle }) => cle !== 'partielle' || carte.some(({ classe }) => classe === cle))}
            territoires={carte}
          />
        </Section>
      )}
      <Section titre="Service par service" id="services">
        <p>
          Montrer :{' '}
          {FILTRES.map(({ cle, texte, href }, rang) => (
            <span key={texte}>
              {rang > 0 && ' · '}
              {cle === filtre ? <strong>{texte}</strong> : <Lien href={href}>{texte}</Lien>}
            </span>
          ))}
        </p>
        <Tableau
          legende="Services interrogés"
          lignes={cibles}
          cleDeLigne={({ organisation }) => organisation}
          surTelephone="tableau"
          vide={<EtatVide titre="Aucun service à montrer">Choisissez un autre filtre.</EtatVide>}
          colonnes={[
            {
              cle: 'service',
              titre: 'Service',
              cellule: ({ libelle, territoire, delegue }) => {
                const suite = [
                  // « Préfecture du Finistère » already says where.
                  ...(libelle.includes(territoire) ? [] : [territoire]),
                  ...(delegue === null ? [] : [`confiée à ${delegue}`]),
                ];
                return (
                  <>
                    {libelle}
                    {suite.length > 0 && <div className="jalon-discret jalon-petit">{suite.join(', ')}</div>}
                  </>
                );
              },
            },
            {
              cle: 'reponse',
              titre: 'Réponse',
              cellule: ({ repondu }) =>
                repondu ? <Etiquette ton="succes">Reçue</Etiquette> : <Etiquette icone="horloge">Attendue</Etiquette>,
            },
          ]}
        />
      </Section>
    </>
  );
}
