import { Children, Fragment, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Lien } from '../lien.tsx';
import type { Ton } from './etiquette.tsx';

/** The words of a summary sentence that filter the list below: « 4 en retard ». */
export function LienDePhrase({
  href,
  ton = 'neutre',
  children,
}: {
  readonly href: string;
  readonly ton?: Ton;
  readonly children: ReactNode;
}) {
  return (
    <Lien href={href} sansRemonter className={classes('jalon-lien-de-phrase', `jalon-lien-de-phrase--${ton}`)}>
      {children}
    </Lien>
  );
}

/** Its children as a sentence enumerates them: « a, b et c ». */
export function Enumeration({ children }: { readonly children: ReactNode }) {
  const elements = Children.toArray(children);
  return elements.map((element, rang) => {
    const liaison = rang === 0 ? '' : rang === elements.length - 1 ? ' et ' : ', ';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a sentence have no identity but their place
      <Fragment key={rang}>
        {liaison}
        {element}
      </Fragment>
    );
  });
}
