import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link, useInRouterContext, useNavigate } from 'react-router';

export type LienProps = ComponentProps<'a'> & {
  readonly href: string;
  /** The target is a file or leaves the application: the browser follows it by itself. */
  readonly document?: boolean;
  /** Stay where one is in the page: filters, sorting, tabs. */
  readonly sansRemonter?: boolean;
};

/** A link. Inside the application it goes through the router; without JavaScript it is the same `<a href>`. */
export function Lien({ href, document = false, sansRemonter = false, ...attributs }: LienProps) {
  const dansLeRouteur = useInRouterContext();
  const interne = (href.startsWith('/') && !href.startsWith('//')) || href.startsWith('?');
  if (!dansLeRouteur || document || !interne) return <a href={href} {...attributs} />;
  return <Link to={href} discover="none" preventScrollReset={sansRemonter} {...attributs} />;
}

/** One of thousands of links of a page, inside `BeaucoupDeLiens`. */
export function LienLeger(attributs: ComponentProps<'a'> & { readonly href: string }) {
  return <a data-leger="" {...attributs} />;
}

/**
 * Around thousands of links to pages of the application: one listener takes them all through the router, where a router's
 * link in each cell would take longer to write than the page itself.
 */
export function BeaucoupDeLiens({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const naviguer = useNavigate();
  const suivre = (evenement: MouseEvent<HTMLElement>) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey, target } = evenement;
    if (evenement.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    const href = target instanceof Element ? target.closest('a[data-leger]')?.getAttribute('href') : null;
    if (href === null || href === undefined) return;
    evenement.preventDefault();
    void naviguer(href);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus, and Enter clicks them
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div className={className} onClick={suivre}>
      {children}
    </div>
  );
}
