import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { EtatVide, type FaitHistorique, Historique, Lien, Page, Pagination } from '#interface';
import { listerMentions, MENTIONS_PAR_PAGE } from '#plans';
import { lirePage } from './attendu/page-de-l-adresse.ts';

export const meta = () => [{ title: 'Notes qui mentionnent mon service - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const page = lirePage(new URL(request.url).searchParams, 'page');
  const notes = await listerMentions(context.get(contexteServices).base, acteur, page);
  return {
    page,
    suite: notes.length > MENTIONS_PAR_PAGE,
    notes: notes.slice(0, MENTIONS_PAR_PAGE),
    qui: acteur.organisationLibelle,
  };
}

type Note = Awaited<ReturnType<typeof loader>>['notes'][number];

/** The notes that name one's service: what others expect of it, or tell it. */
export default function PageDesMentions() {
  const { notes, page, suite, qui } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[
        { texte: 'Accueil', href: '/' },
        { texte: 'Ce que l’on attend de moi', href: '/attendu' },
      ]}
      titre="Notes qui mentionnent mon service"
      phrase={`Les notes qui nomment ${qui}, ses services ou ses réseaux, dans les plans que vous lisez.`}
    >
      {notes.length === 0 ? (
        <EtatVide titre={page === 1 ? 'Aucune note ne mentionne votre service' : 'Rien à cette page'}>
          Une note mentionne un service par son sigle précédé de « @ », ou par la liste sous le formulaire.
        </EtatVide>
      ) : (
        <Historique legende="Notes, de la plus récente à la plus ancienne" faits={notes.map(faitDeNote)} />
      )}
      <Pagination page={page} pages={suite ? page + 1 : page} adresse={(numero) => `?page=${numero}`} />
    </Page>
  );
}

function faitDeNote(note: Note): FaitHistorique {
  return {
    cle: note.id,
    quand: note.instant,
    auteur: note.auteur,
    titre: (
      <>
        {note.code !== null && <span className="jalon-code">{note.code}</span>}{' '}
        <Lien href={`/plans/${note.plan}/actions/${note.action}#historique`}>{note.intitule}</Lien>
      </>
    ),
    detail: (
      <>
        {note.texte !== null && <p className="jalon-texte">{note.texte}</p>}
        {note.obstacle !== null && <p className="jalon-texte">Ce qui bloque : {note.obstacle}</p>}
        {note.levee !== null && <p className="jalon-texte">Ce qui lèverait l’obstacle : {note.levee}</p>}
        <p className="jalon-discret">
          Mentionne {note.nommees}, dans <Lien href={`/plans/${note.plan}`}>{note.planTitre}</Lien>
        </p>
      </>
    ),
  };
}
