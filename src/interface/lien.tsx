import type { ComponentProps } from 'react';
import { Link, useInRouterContext } from 'react-router';

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
