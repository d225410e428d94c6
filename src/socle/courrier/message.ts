import type { Configuration } from '../configuration.ts';
import { reduireBlancs } from '../valeurs/index.ts';

/** What a mail says, written once: its text and its HTML are made from it. */
export type Message = {
  readonly sujet: string;
  /** After « Bonjour, » ; one idea each. */
  readonly paragraphes: readonly string[];
  /** What it is about, when it is several things, each with the page where it is. */
  readonly listes?: readonly ListeDeMessage[];
  /** The one thing to do, and the page of Jalon where it is done (`/demandes/…`). */
  readonly action?: { readonly texte: string; readonly chemin: string };
  /** Why this person gets it: « Vous recevez ce message parce que vous administrez les comptes du Finistère. » */
  readonly raison: string;
};

export type ListeDeMessage = {
  readonly titre: string;
  readonly elements: readonly { readonly texte: string; readonly chemin: string; readonly precision: string }[];
  /** Where the rest is read, when there is more than a mail should hold. */
  readonly suite?: { readonly texte: string; readonly chemin: string } | undefined;
};

/** Where a person chooses which mails to get. */
export const PAGE_DES_COURRIELS = '/mes-courriers';

type MessageCompose = { readonly sujet: string; readonly texte: string; readonly html: string };

const AUTOMATIQUE = 'Ce message est envoyé automatiquement\u00A0: n’y répondez pas.';
const DEVISE = 'Jalon, le suivi des plans et des réformes';

/** The two forms of a message. Nothing in them is fetched from elsewhere: no image, no style sheet, no tracker. */
export function composer(
  message: Message,
  configuration: Configuration,
  /** Written to an account: its holder is told where to choose. */
  auTitulaire = false,
): MessageCompose {
  const sujet = reduireBlancs(message.sujet);
  const lier = (lien: { readonly texte: string; readonly chemin: string }): Lien => ({
    texte: reduireBlancs(lien.texte),
    adresse: adresseDe(lien.chemin, configuration),
  });
  const contenu: Contenu = {
    paragraphes: message.paragraphes,
    listes: (message.listes ?? []).map(({ titre, elements, suite }) => ({
      titre: reduireBlancs(titre),
      elements: elements.map((element) => ({ ...lier(element), precision: element.precision })),
      suite: suite && lier(suite),
    })),
    action: message.action && lier(message.action),
    raison: message.raison,
    reglage: auTitulaire ? lier({ texte: 'Choisir les courriers que je reçois', chemin: PAGE_DES_COURRIELS }) : null,
  };
  return { sujet, texte: enTexte(contenu), html: enHtml(sujet, contenu) };
}

type Lien = { readonly texte: string; readonly adresse: string };

/** A message whose links are whole addresses. */
type Contenu = {
  readonly paragraphes: readonly string[];
  readonly listes: readonly {
    readonly titre: string;
    readonly elements: readonly (Lien & { readonly precision: string })[];
    readonly suite: Lien | undefined;
  }[];
  readonly action: Lien | undefined;
  readonly raison: string;
  readonly reglage: Lien | null;
};

/** Where the reader of a mail finds this page; on a workstation without a public address, the workstation itself. */
function adresseDe(chemin: string, { origine, port }: Configuration): string {
  const racine = new URL(origine ?? `http://localhost:${port}`);
  const adresse = new URL(chemin, racine);
  if (adresse.origin !== racine.origin)
    throw new Error('Un courriel ne mène qu’à Jalon : son chemin commence par « / ».');
  return adresse.href;
}

function enTexte({ paragraphes, listes, action, raison, reglage }: Contenu): string {
  const ecrire = ({ texte, adresse }: Lien) => `${texte}\u00A0:\n${adresse}`;
  return [
    'Bonjour,',
    ...paragraphes,
    ...listes.flatMap(({ titre, elements, suite }) => [
      titre,
      ...elements.map(({ texte, adresse, precision }) => `- ${texte}\n  ${precision}\n  ${adresse}`),
      ...(suite ? [ecrire(suite)] : []),
    ]),
    ...(action ? [ecrire(action)] : []),
    [`-- \n${DEVISE}`, raison, ...(reglage ? [ecrire(reglage)] : []), AUTOMATIQUE].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Styles are written on each element: mail readers keep nothing else. Colours are those of the State design system. */
function enHtml(sujet: string, { paragraphes, listes, action, raison, reglage }: Contenu): string {
  const bouton = action
    ? `<p style="margin:24px 0"><a href="${echapper(action.adresse)}" style="display:inline-block;padding:10px 16px;background:#000091;color:#ffffff;text-decoration:none">${echapper(action.texte)}</a></p>
<p style="${PETIT}">Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur&nbsp;:<br>${echapper(action.adresse)}</p>`
    : '';
  const fin = [DEVISE, raison].map(echapper);
  if (reglage) fin.push(lienEnHtml(reglage, '#666666'));
  fin.push(echapper(AUTOMATIQUE));
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(sujet)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#161616;font-family:Marianne,Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 24px;padding-bottom:12px;border-bottom:2px solid #000091;font-weight:bold;font-size:20px">Jalon</p>
${['Bonjour,', ...paragraphes].map((texte) => `<p style="margin:0 0 16px">${echapper(texte).replaceAll('\n', '<br>')}</p>`).join('\n')}
${listes.map(listeEnHtml).join('\n')}
${bouton}
<p style="${PETIT};margin-top:32px;padding-top:12px;border-top:1px solid #dddddd">${fin.join('<br>')}</p>
</div></body></html>
`;
}

function listeEnHtml({ titre, elements, suite }: Contenu['listes'][number]): string {
  const lignes = elements.map(
    (element) =>
      `<li style="margin:0 0 12px">${lienEnHtml(element, '#000091')}<br><span style="color:#3a3a3a;font-size:14px">${echapper(element.precision)}</span></li>`,
  );
  return `<h2 style="margin:24px 0 12px;font-size:18px">${echapper(titre)}</h2>
<ul style="margin:0 0 16px;padding-left:20px">
${lignes.join('\n')}
</ul>${suite ? `\n<p style="margin:0 0 16px">${lienEnHtml(suite, '#000091')}</p>` : ''}`;
}

function lienEnHtml({ texte, adresse }: Lien, couleur: string): string {
  return `<a href="${echapper(adresse)}" style="color:${couleur}">${echapper(texte)}</a>`;
}

const PETIT = 'margin:0 0 16px;color:#666666;font-size:14px';

function echapper(texte: string): string {
  return texte
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
