import { Alerte, Bouton, Formulaire, Section, ZoneDeTexte } from '#interface';
import { ChampsDePortee, ChoixDuDroit, LIBELLES_D_HABILITATION } from './champs-d-habilitation.tsx';
import { FormulaireDeCompte, type ReferentielDeCompte, type RefusDeCompte } from './formulaire-de-compte.tsx';

type Refus = (RefusDeCompte & { readonly verbe: string }) | null;

const saisie = (refus: Refus, verbe: string) =>
  refus?.verbe === verbe ? { erreurs: refus.champs, valeurs: refus.valeurs } : {};

type AccesProps = {
  readonly acces: { readonly type: string; readonly id: string; readonly droit: string };
  /** Whoever looks reads the object: nobody gives a key to a door one does not see. */
  readonly lisible: boolean;
  /** The place it is asked for, when whoever looks does not administer it: nobody gives a key to another's house. */
  readonly lieuFerme: string | null;
  readonly refus: Refus;
  readonly territoires: readonly { readonly valeur: string; readonly texte: string }[];
  readonly territoire: string;
  readonly fin: string;
  readonly finAuPlus: string;
};

/** The right asked for, filled in: one gesture when nothing is to be changed. */
export function AccorderUnAcces({ acces, lisible, lieuFerme, refus, ...portee }: AccesProps) {
  return (
    <Section titre="Accorder">
      {lieuFerme !== null ? (
        <Alerte ton="info">
          {`Cet accès est demandé pour un territoire que vous n’administrez pas (${lieuFerme}) : la DITP peut l’accorder. Vous pouvez le refuser, ou donner depuis le compte de la personne un accès pour vos territoires.`}
        </Alerte>
      ) : lisible ? (
        <Formulaire titre="Accorder la demande" libelles={LIBELLES_D_HABILITATION} {...saisie(refus, 'accorder')}>
          <input type="hidden" name="verbe" value="accorder" />
          <input type="hidden" name="objet" value={`${acces.type}:${acces.id}`} />
          <ChoixDuDroit valeur={acces.droit} />
          <ChampsDePortee {...portee} motif="À sa demande" />
          <Bouton>Accorder</Bouton>
        </Formulaire>
      ) : (
        <Alerte ton="info">
          Vous ne lisez pas ce que cette personne demande, ou cela n’existe pas : vous ne pouvez pas l’accorder. Refusez
          en lui disant à qui s’adresser ; la DITP peut aussi répondre.
        </Alerte>
      )}
    </Section>
  );
}

/** The account of an agent whose identity is proven, filled in with what they said. */
export function OuvrirPourUnInconnu({
  referentiel,
  valeurs,
  refus,
}: {
  readonly referentiel: ReferentielDeCompte;
  readonly valeurs: Readonly<Record<string, string>>;
  readonly refus: Refus;
}) {
  return (
    <Section titre="Ouvrir son compte">
      <p>
        Son identité professionnelle est vérifiée ; elle sera reliée au compte, et il entrera à sa prochaine visite.
      </p>
      <FormulaireDeCompte
        titre="Ouvrir son compte"
        bouton="Ouvrir son compte"
        referentiel={referentiel}
        valeurs={valeurs}
        refus={refus?.verbe === 'ouvrir' ? refus : null}
      >
        <input type="hidden" name="verbe" value="ouvrir" />
      </FormulaireDeCompte>
    </Section>
  );
}

export function RefuserLaDemande({ refus }: { readonly refus: Refus }) {
  return (
    <Section titre="Refuser">
      <Formulaire titre="Refuser la demande" {...saisie(refus, 'refuser')}>
        <input type="hidden" name="verbe" value="refuser" />
        <ZoneDeTexte
          nom="motif"
          libelle="Pourquoi, et à qui s’adresser"
          aide="La personne le lira."
          rows={2}
          maxLength={1_000}
          requis
          {...(refus?.verbe === 'refuser' ? {} : { id: 'motif-de-refus' })}
        />
        <Bouton rang="secondaire">Refuser</Bouton>
      </Formulaire>
    </Section>
  );
}
