/** A file to save, never to open in the page: whatever it holds, it does nothing here. */
export function telechargement(octets: Uint8Array, nom: string, type: string): Response {
  const copie = new Uint8Array(octets);
  return new Response(copie.buffer, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(copie.byteLength),
      'Content-Disposition': dispositionDe(nom),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The name in plain letters for old browsers, then as it is (RFC 6266). */
function dispositionDe(nom: string): string {
  const simple = nom
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .replace(/ {2,}/g, ' ');
  const exact = encodeURIComponent(nom).replace(
    /['()*]/g,
    (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${simple || 'fichier'}"; filename*=UTF-8''${exact}`;
}
