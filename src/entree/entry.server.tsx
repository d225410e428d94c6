import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { contexteVisite } from '#acces';

/** Draws a page. Every page is sent whole: nothing waits for scripts to be readable. */
export default function repondre(
  request: Request,
  statut: number,
  entetes: Headers,
  page: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(contexteVisite);
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={page} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        const corps = new PassThrough();
        entetes.set('Content-Type', 'text/html; charset=utf-8');
        if (!entetes.has('Cache-Control')) entetes.set('Cache-Control', 'no-store');
        resolve(new Response(createReadableStreamFromReadable(corps), { headers: entetes, status: statut }));
        pipe(corps);
      },
      onShellError: reject,
      onError: (erreur) => reject(erreur),
    });
  });
}

/** A failure that no page foresaw: one line for the administrator, without anything of the person or of the request's body. */
export function handleError(erreur: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  const { message, stack } = erreur instanceof Error ? erreur : { message: String(erreur), stack: undefined };
  process.stderr.write(
    `${JSON.stringify({ niveau: 'erreur', methode: request.method, chemin: new URL(request.url).pathname, message, pile: stack })}\n`,
  );
}
