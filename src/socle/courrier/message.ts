import type { Configuration } from '../configuration.ts';
import { reduireBlancs } from '../valeurs/index.ts';

/** What a mail says, written once: its text and its HTML are made from it. */
export type Message = {
  readonly sujet: string;
  /** After « Bonjour, » ; one idea each. */
  readonly paragraphes: readonly string[];
  /** The one thing to do, and the page of Jalon where it is done (`/demandes/…`). */
  readonly action?: { readonly texte: string; readonly chemin: string };
  /** Why this person gets it: « Vous recevez ce message parce que vous administrez les comptes du Finistère. » */
  readonly raison: string;
};

type MessageCompose = { readonly sujet: string; readonly texte: string; readonly html: string };

const AUTOMATIQUE = 'Ce message est envoyé automatiquement\u00A0: n’y répondez pas.';
const DEVISE = 'Jalon, le suivi des plans et des réformes';

/** The two forms of a message. Nothing in them is fetched from elsewhere: no image, no style sheet, no tracker. */
export function composer(message: Message, configuration: Configuration): MessageCompose {
  const sujet = reduireBlancs(message.sujet);
  const action = message.action && {
    texte: message.action.texte,
    adresse: adresseDe(message.action.chemin, configuration),
  };
  return { sujet, texte: enTexte(message, action), html: enHtml(sujet, message, action) };
}

/** Where the reader of a mail finds this page; on a workstation without a public address, the workstation itself. */
function adresseDe(chemin: string, { origine, port }: Configuration): string {
  const racine = new URL(origine ?? `http://localhost:${port}`);
  const adresse = new URL(chemin, racine);
  if (adresse.origin !== racine.origin)
    throw new Error('Un courriel ne mène qu’à Jalon : son chemin commence par « / ».');
  return adresse.href;
}

type Action = { readonly texte: string; readonly adresse: string } | undefined;

function enTexte({ paragraphes, raison }: Message, action: Action): string {
  return [
    'Bonjour,',
    ...paragraphes,
    ...(action ? [`${action.texte}\u00A0:\n${action.adresse}`] : []),
    `-- \n${DEVISE}\n${raison}\n${AUTOMATIQUE}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Styles are written on each element: mail readers keep nothing else. Colours are those of the State design system. */
function enHtml(sujet: string, { paragraphes, raison }: Message, action: Action): string {
  const bouton = action
    ? `<p style="margin:24px 0"><a href="${echapper(action.adresse)}" style="display:inline-block;padding:10px 16px;background:#000091;color:#ffffff;text-decoration:none">${echapper(action.texte)}</a></p>
<p style="${PETIT}">Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur&nbsp;:<br>${echapper(action.adresse)}</p>`
    : '';
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${echapper(sujet)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#161616;font-family:Marianne,Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 24px;padding-bottom:12px;border-bottom:2px solid #000091;font-weight:bold;font-size:20px">Jalon</p>
${['Bonjour,', ...paragraphes].map((texte) => `<p style="margin:0 0 16px">${echapper(texte).replaceAll('\n', '<br>')}</p>`).join('\n')}
${bouton}
<p style="${PETIT};margin-top:32px;padding-top:12px;border-top:1px solid #dddddd">${[DEVISE, raison, AUTOMATIQUE].map(echapper).join('<br>')}</p>
</div></body></html>
`;
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
