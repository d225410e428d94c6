import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { compter, EtatVide, Etiquette, formaterJour, Lien, LienBouton, Page, Section, Tableau } from '#interface';
import { aujourdhui } from '#socle';
import { reponsesDemandees } from '../lectures/a-remplir.ts';
import { remonteesTenues } from '../lectures/remontees.ts';
import { optionsDeRemontee } from '../options.ts';
import { type Etat, LIBELLES_D_ETAT } from '../regles/etat.ts';
import { ACCUEIL } from './communs.ts';

export const meta = () => [{ title: 'Remontées - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const au = aujourdhui(horloge);
  const [demandees, tenues] = await Promise.all([
    reponsesDemandees(base, acteur, au),
    remonteesTenues(base, acteur, au),
  ]);
  return {
    demandees: demandees.map(({ remontee, organisation, libelle, repondu, brouillon, confieeA }) => ({
      id: remontee.id,
      titre: remontee.titre,
      de: remontee.organisationLibelle,
      etat: remontee.etat,
      fermeLe: remontee.fermeLe,
      organisation,
      libelle,
      repondu,
      brouillon,
      confieeA,
    })),
    tenues: tenues.map(({ id, titre, etat, fermeLe, attendues, recues, anonyme }) => ({
      id,
      titre,
      etat,
      fermeLe,
      attendues,
      recues,
      anonyme,
    })),
    peutCreer: optionsDeRemontee(acteur).territoires.length > 0,
  };
}

export default function PageDesRemontees() {
  const { demandees, tenues, peutCreer } = useLoaderData<typeof loader>();
  // Those to fill first, the next to close before the others; then the latest.
  const attendues = demandees.filter(estAttendue).sort((a, b) => (a.fermeLe < b.fermeLe ? -1 : 1));
  const autres = demandees.filter((demandee) => !estAttendue(demandee));
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Remontées"
      phrase={
        attendues[0] === undefined
          ? 'Aucune remontée n’attend de réponse de votre part.'
          : `${compter(attendues.length, 'remontée attend', 'remontées attendent')} votre réponse${attendues.length === 1 ? '' : '\u00a0; la première'}, jusqu’au ${formaterJour(attendues[0].fermeLe)} inclus.`
      }
      actions={
        peutCreer && (
          <LienBouton href="/remontees/nouvelle" taille="petite" icone="plus">
            Préparer une remontée
          </LienBouton>
        )
      }
    >
      <Section titre="À remplir">
        <Tableau
          legende="Remontées adressées à mes services"
          lignes={[...attendues, ...autres]}
          cleDeLigne={({ id, organisation }) => `${id} ${organisation}`}
          vide={
            <EtatVide titre="Aucune remontée adressée à vos services">
              Celles que l’on vous enverra apparaîtront ici, avec leur date de fermeture.
            </EtatVide>
          }
          colonnes={[
            {
              cle: 'titre',
              titre: 'Remontée',
              largeur: 'large',
              cellule: ({ id, titre, organisation }) => (
                <Lien href={`/remontees/${id}/repondre/${organisation}`}>{titre}</Lien>
              ),
            },
            { cle: 'de', titre: 'Demandée par', cellule: ({ de }) => de },
            {
              cle: 'service',
              titre: 'Pour',
              cellule: ({ libelle, confieeA }) => (
                <>
                  {libelle}
                  {confieeA !== null && <div className="jalon-discret jalon-petit">confiée à {confieeA}</div>}
                </>
              ),
            },
            { cle: 'fermeture', titre: 'Dernier jour', cellule: ({ fermeLe }) => formaterJour(fermeLe) },
            { cle: 'reponse', titre: 'Réponse', cellule: (ligne) => <Reponse {...ligne} /> },
          ]}
        />
      </Section>
      {(peutCreer || tenues.length > 0) && (
        <Section titre="Envoyées par mon service">
          <Tableau
            legende="Remontées préparées ou envoyées par mon service"
            lignes={tenues}
            cleDeLigne={({ id }) => id}
            vide={
              <EtatVide titre="Aucune remontée préparée">
                Posez quelques questions aux préfectures, aux SGAR ou aux SGC-D : Jalon suit qui a répondu et
                additionne.
              </EtatVide>
            }
            colonnes={[
              {
                cle: 'titre',
                titre: 'Remontée',
                largeur: 'large',
                cellule: ({ id, titre, anonyme }) => (
                  <>
                    <Lien href={`/remontees/${id}`}>{titre}</Lien>
                    {anonyme && <div className="jalon-discret jalon-petit">anonyme</div>}
                  </>
                ),
              },
              { cle: 'etat', titre: 'État', cellule: ({ etat }) => <EtatDeRemontee etat={etat} /> },
              { cle: 'fermeture', titre: 'Dernier jour', cellule: ({ fermeLe }) => formaterJour(fermeLe) },
              {
                cle: 'reponses',
                titre: 'Réponses',
                alignement: 'fin',
                cellule: ({ recues, attendues: demandes }) => (demandes === 0 ? '' : `${recues} sur ${demandes}`),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

function estAttendue({ etat, repondu }: Pick<LigneDemandee, 'etat' | 'repondu'>): boolean {
  return etat === 'ouverte' && !repondu;
}

type LigneDemandee = { readonly etat: Etat; readonly repondu: boolean; readonly brouillon: boolean };

function Reponse({ etat, repondu, brouillon }: LigneDemandee) {
  if (repondu) return <Etiquette ton="succes">Envoyée</Etiquette>;
  if (etat === 'fermee') return <Etiquette icone="barre">Fermée sans réponse</Etiquette>;
  if (etat === 'a_venir') return <Etiquette icone="horloge">Ouvre bientôt</Etiquette>;
  return <Etiquette ton="attention">{brouillon ? 'Brouillon à envoyer' : 'À remplir'}</Etiquette>;
}

function EtatDeRemontee({ etat }: { readonly etat: Etat }) {
  return (
    <Etiquette icone={etat === 'brouillon' ? 'crayon' : etat === 'fermee' ? 'coche' : 'demi'}>
      {LIBELLES_D_ETAT[etat]}
    </Etiquette>
  );
}
