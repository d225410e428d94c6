import { Bouton, Formulaire, formaterInstant, formaterJour, Lien, Section } from '#interface';
import type { AccesEnPage } from './charger.ts';
import type { DemandeSurLObjet } from './qui-y-entre.ts';

type Acces = Pick<AccesEnPage<string>, 'demandes' | 'adresse' | 'fin'>;

/** Requests that wait: granted as they were asked in one gesture, or adjusted and refused on their own page. */
export function DemandesEnAttente({ acces }: { readonly acces: Acces }) {
  if (acces.demandes.length === 0) return null;
  return (
    <Section titre="Demandes en attente">
      <ul className="jalon-liste-nue jalon-rattachements">
        {acces.demandes.map((demande) => (
          <li key={demande.id}>
            <p>
              <strong>{demande.nom}</strong> <span className="jalon-discret">{demande.service}</span>
              <br />
              {demande.droit}
              {demande.lieu !== null && ` (${demande.lieu})`}
              {demande.message !== null && ` : ${demande.message}`}
              <br />
              <span className="jalon-discret">le {formaterInstant(demande.quand)}</span>
            </p>
            <Reponse demande={demande} acces={acces} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Reponse({ demande, acces }: { readonly demande: DemandeSurLObjet; readonly acces: Acces }) {
  const { id, nom, repondable, accordable, territoire } = demande;
  if (!repondable)
    return (
      <p className="jalon-discret">
        {`L’administrateur des comptes${territoire === null ? '' : ` (${territoire})`} y répond.`}
      </p>
    );
  const adresse = `/administration/demandes/${id}?retour=${acces.adresse}`;
  return (
    <div>
      {accordable !== null && (
        <Formulaire titre={`Accorder à ${nom}`} action={adresse} disposition="ligne">
          <input type="hidden" name="verbe" value="accorder" />
          <input type="hidden" name="objet" value={accordable.objet} />
          <input type="hidden" name="droit" value={accordable.droit} />
          <input type="hidden" name="territoire" value={accordable.territoire} />
          <input type="hidden" name="fin" value={acces.fin} />
          <input type="hidden" name="motif" value="À sa demande" />
          <Bouton rang="secondaire">
            Accorder jusqu’au {formaterJour(acces.fin)}
            <span className="fr-sr-only"> à {nom}</span>
          </Bouton>
        </Formulaire>
      )}
      <p>
        <Lien href={adresse}>
          {accordable === null ? 'Répondre' : 'Ajuster ou refuser'}
          <span className="fr-sr-only"> : {nom}</span>
        </Lien>
      </p>
    </div>
  );
}
