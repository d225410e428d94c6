const PAGE_D_ACCES = /^\/(plans|reformes)\/[0-9a-f-]{36}\/acces$/;

/**
 * The page « qui peut voir ceci ? » a gesture was made from, with what was done, to go back to; null when it was not made
 * from such a page. Nothing else is gone back to.
 */
export function retourALAcces(request: Request, fait: string): string | null {
  const retour = new URL(request.url).searchParams.get('retour') ?? '';
  return PAGE_D_ACCES.test(retour) ? `${retour}?fait=${fait}` : null;
}
