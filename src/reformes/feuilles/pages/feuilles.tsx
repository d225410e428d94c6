import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import {
  compter,
  EnTeteDeListe,
  Enumeration,
  EtatVide,
  Etiquette,
  formaterJourCourt,
  Lien,
  LienBouton,
  LienDePhrase,
  Page,
  Tableau,
} from '#interface';
import { aujourdhui } from '#socle';
import { enAttenteDeReponse, listerFeuilles } from '../lectures/lister.ts';
import { peutRepondreAuPrefet, territoiresPreparables } from '../politique.ts';
import { direPrefet, TONS_DE_FEUILLE } from '../presentation.ts';
import { type EtatDeFeuille, LIBELLES_D_ETAT } from '../regles/mandat.ts';
import { ACCUEIL } from './feuille-commun.tsx';

export const meta = () => [{ title: 'Feuilles de route - Jalon' }];

const ETATS = ['en_vigueur', 'en_preparation', 'echue', 'close'] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const { base, horloge } = context.get(contexteServices);
  const voulu = new URL(request.url).searchParams.get('etat');
  const toutes = (await listerFeuilles(base, acteur, aujourdhui(horloge))).map(({ feuille, lecture }) => ({
    id: feuille.id,
    titre: feuille.titre,
    prefet: direPrefet(feuille.territoire),
    etat: feuille.etat,
    signeeLe: feuille.signeeLe,
    fin: feuille.fin,
    reformes: lecture.part === 'reformes' ? lecture.reformes.length : feuille.contenu.reformes.size,
    projets: lecture.part === 'entiere' ? feuille.contenu.projets.size : null,
    attendues: peutRepondreAuPrefet(acteur, feuille).permis ? enAttenteDeReponse(feuille).length : 0,
  }));
  const etat = [...ETATS, 'a_repondre' as const].find((un) => un === voulu) ?? null;
  return {
    etat,
    total: toutes.length,
    parEtat: Object.fromEntries(
      ETATS.map((un) => [un, toutes.filter((feuille) => feuille.etat === un).length]),
    ) as Record<EtatDeFeuille, number>,
    attendues: toutes.reduce((somme, { attendues }) => somme + attendues, 0),
    feuilles: toutes.filter(
      (feuille) => etat === null || (etat === 'a_repondre' ? feuille.attendues > 0 : feuille.etat === etat),
    ),
    createur: territoiresPreparables(acteur).length > 0,
  };
}

export default function PageDesFeuilles() {
  const { feuilles, total, parEtat, attendues, etat, createur } = useLoaderData<typeof loader>();
  const nouvelle = createur && (
    <LienBouton href="/feuilles-de-route/nouvelle" taille="petite" icone="plus">
      Préparer une feuille de route
    </LienBouton>
  );
  return (
    <Page
      filDAriane={[ACCUEIL]}
      titre="Feuilles de route"
      phrase={
        total === 0 ? undefined : (
          <>
            {compter(total, 'feuille de route', 'feuilles de route')}
            {'\u00a0: '}
            <Enumeration>
              {ETATS.filter((un) => parEtat[un] > 0).map((un) => (
                <LienDePhrase key={un} href={`?etat=${un}`}>
                  {parEtat[un]} {LIBELLES_D_ETAT[un].toLowerCase()}
                </LienDePhrase>
              ))}
            </Enumeration>
            .{' '}
            {attendues > 0 && (
              <LienDePhrase href="?etat=a_repondre" ton="attention">
                {compter(attendues, 'proposition attend une réponse', 'propositions attendent une réponse')}.
              </LienDePhrase>
            )}
          </>
        )
      }
      actions={nouvelle}
    >
      <EnTeteDeListe trouves={feuilles.length} total={total} nom={['feuille de route', 'feuilles de route']}>
        {etat !== null && (
          <LienBouton href="/feuilles-de-route" rang="tertiaire" taille="petite">
            Tout voir
          </LienBouton>
        )}
      </EnTeteDeListe>
      <Tableau
        legende="Feuilles de route que vous pouvez lire"
        lignes={feuilles}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide titre="Aucune feuille de route ici" action={total === 0 && nouvelle}>
            {total === 0
              ? 'La feuille de route donne à un préfet un mandat de trois ans, signé par le Premier ministre. Celles que vous pouvez lire apparaîtront ici.'
              : 'Aucune ne correspond à ce filtre.'}
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'titre',
            titre: 'Feuille de route',
            largeur: 'large',
            cellule: ({ id, titre, prefet }) => (
              <>
                <Lien href={`/feuilles-de-route/${id}`}>{titre}</Lien>
                <div className="jalon-discret">{prefet}</div>
              </>
            ),
          },
          {
            cle: 'etat',
            titre: 'État',
            cellule: (feuille) => (
              <Etiquette ton={TONS_DE_FEUILLE[feuille.etat]}>{LIBELLES_D_ETAT[feuille.etat]}</Etiquette>
            ),
          },
          {
            cle: 'mandat',
            titre: 'Mandat',
            cellule: ({ signeeLe, fin }) =>
              signeeLe === null || fin === null ? (
                <span className="jalon-discret">pas encore signée</span>
              ) : (
                <>
                  du <time dateTime={signeeLe}>{formaterJourCourt(signeeLe)}</time> au{' '}
                  <time dateTime={fin}>{formaterJourCourt(fin)}</time>
                </>
              ),
          },
          { cle: 'reformes', titre: 'Réformes', alignement: 'fin', cellule: ({ reformes }) => reformes },
          {
            cle: 'projets',
            titre: 'Projets locaux',
            alignement: 'fin',
            cellule: ({ projets }) => projets ?? <span className="jalon-discret">au préfet</span>,
          },
          {
            cle: 'attendues',
            titre: 'À répondre',
            cellule: ({ id, attendues: nombre }) =>
              nombre === 0 ? (
                <span className="jalon-discret">rien</span>
              ) : (
                <Lien href={`/feuilles-de-route/${id}/vie`}>
                  <Etiquette ton="attention">{compter(nombre, 'proposition', 'propositions')}</Etiquette>
                </Lien>
              ),
          },
        ]}
      />
    </Page>
  );
}
