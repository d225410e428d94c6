import type { ReactNode } from 'react';
import {
  Alerte,
  avec,
  ChampTexte,
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  FormulaireDeFiltres,
  Lien,
  LienDePhrase,
  Liste,
  Pagination,
  Section,
  Tableau,
} from '#interface';
import type { AccesEnPage } from './charger.ts';
import { DemandesEnAttente } from './demandes.tsx';
import { DonnerAcces } from './donner.tsx';
import { HabilitationsDonnees } from './habilitations.tsx';
import type { LigneDeLecteur } from './lignes.ts';

/** How the object is called, and what one does with it. */
export type MotsDObjet<Pouvoir extends string> = {
  /** « ce plan », « le plan », « du plan ». */
  readonly ce: string;
  readonly le: string;
  readonly du: string;
  /** « Déclare la météo… »: what one does, as a cell says it, then as a sentence does, for one account and several. */
  readonly libelles: Readonly<Record<Pouvoir, string>>;
  readonly verbes: Readonly<Record<Pouvoir, readonly [un: string, plusieurs: string]>>;
};

type Props<Pouvoir extends string> = {
  readonly acces: AccesEnPage<Pouvoir>;
  readonly mots: MotsDObjet<Pouvoir>;
};

/** The sentence at the top: how many accounts, and what they do, each a filter. */
export function PhraseDesLecteurs<Pouvoir extends string>({ acces, mots }: Props<Pouvoir>) {
  return (
    <>
      {compter(acces.total, `compte peut voir ${mots.ce}`, `comptes peuvent voir ${mots.ce}`)}
      {' : '}
      <Enumeration>
        {acces.parPouvoir
          .filter(({ nombre }) => nombre > 0)
          .map(({ pouvoir, nombre }) => (
            <LienDePhrase key={pouvoir} href={`?pouvoir=${pouvoir}`}>
              {compter(nombre, mots.verbes[pouvoir][0], mots.verbes[pouvoir][1])}
            </LienDePhrase>
          ))}
      </Enumeration>
      .
    </>
  );
}

/** Who reads the object and why, who was given what, who asks, and how it is given. `titre`: its name. */
export function QuiPeutVoir<Pouvoir extends string>({
  acces,
  mots,
  titre,
  ouvrirATous,
}: Props<Pouvoir> & {
  readonly titre: string;
  /** For its team: how it is opened to everyone, when it can be. */
  readonly ouvrirATous?: ReactNode;
}) {
  const { criteres, requete, lignes } = acces;
  const actifs = [
    ...(criteres.q === null ? [] : [{ texte: `contient « ${criteres.q} »`, href: avec(requete, { q: null }) }]),
    ...(criteres.pouvoir === null
      ? []
      : [{ texte: mots.libelles[criteres.pouvoir], href: avec(requete, { pouvoir: null }) }]),
  ];
  const fait = FAITS[acces.fait ?? ''];
  return (
    <>
      {fait !== undefined && <Alerte ton="succes">{fait}</Alerte>}
      <DemandesEnAttente acces={acces} />
      <Section titre="Qui, et pourquoi">
        <FormulaireDeFiltres legende={`Filtrer qui peut voir ${mots.ce}`} actifs={actifs} toutEffacer={acces.adresse}>
          <ChampTexte
            nom="q"
            libelle={acces.equipe || acces.administre ? 'Nom, service ou profil' : 'Service ou profil'}
            valeur={criteres.q ?? ''}
            type="search"
          />
          <Liste
            nom="pouvoir"
            libelle="Qui"
            valeur={criteres.pouvoir ?? ''}
            aucune="tous"
            options={acces.pouvoirs.map((valeur) => ({ valeur, texte: mots.libelles[valeur] }))}
          />
        </FormulaireDeFiltres>
        <EnTeteDeListe trouves={acces.retenus} total={acces.total} nom={['compte', 'comptes']} />
        <Tableau
          legende={`Qui peut voir ${mots.le} ${titre}`}
          lignes={lignes}
          cleDeLigne={({ cle }) => cle}
          vide={<EtatVide titre="Personne ne correspond">Retirez un filtre pour en voir davantage.</EtatVide>}
          colonnes={[
            {
              cle: 'qui',
              titre: 'Qui',
              largeur: 'large',
              cellule: ({ nom, adresse, nombre }) => <Qui nom={nom} adresse={adresse} nombre={nombre} />,
            },
            {
              cle: 'service',
              titre: 'Service',
              cellule: ({ service, profil }) => (
                <>
                  {service}
                  <div className="jalon-discret">{profil}</div>
                </>
              ),
            },
            ...(lignes.some(({ ou }) => ou !== null)
              ? [{ cle: 'ou', titre: 'Où', cellule: ({ ou }: LigneDeLecteur<Pouvoir>) => ou }]
              : []),
            { cle: 'pouvoir', titre: 'Ce qu’il y fait', cellule: ({ pouvoir }) => mots.libelles[pouvoir] },
            {
              cle: 'raisons',
              titre: 'Pourquoi',
              largeur: 'moyenne',
              cellule: ({ raisons }) => (
                <ul className="jalon-liste-nue">
                  {raisons.map((raison) => (
                    <li key={raison}>{raison}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <Pagination
          page={acces.page}
          pages={acces.pages}
          adresse={(numero) => avec(requete, { page: String(numero) })}
        />
      </Section>
      <HabilitationsDonnees acces={acces} mots={mots} />
      <DonnerAcces acces={acces} mots={mots} ouvrirATous={ouvrirATous} />
    </>
  );
}

/** What was just done elsewhere, said when one comes back. */
const FAITS: Readonly<Record<string, string>> = {
  habiliter: 'L’accès est donné.',
  prolonger: 'L’accès est prolongé.',
  retirer: 'L’accès est retiré.',
  accordee: 'La demande est accordée : la personne est prévenue par courriel.',
  refusee: 'La demande est refusée : la personne lira votre réponse.',
};

function Qui({ nom, adresse, nombre }: Pick<LigneDeLecteur<string>, 'nom' | 'adresse' | 'nombre'>) {
  if (nom === null) return <>{compter(nombre, 'compte', 'comptes')}</>;
  return adresse === null ? <strong>{nom}</strong> : <Lien href={adresse}>{nom}</Lien>;
}
