import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icone, type NomIcone } from '../elements/icone.tsx';
import { Lien, type LienProps } from '../lien.tsx';

/** `principal`: the one thing this page is for; at most one on the screen. */
export type RangDeBouton = 'principal' | 'secondaire' | 'tertiaire' | 'discret';

type Apparence = {
  readonly rang?: RangDeBouton;
  readonly taille?: 'petite' | 'moyenne';
  readonly icone?: NomIcone;
  readonly children: ReactNode;
};

export type BoutonProps = Apparence & Omit<ComponentProps<'button'>, 'children'>;
export type LienBoutonProps = Apparence & Omit<LienProps, 'children'>;

export function Bouton({
  rang = 'principal',
  taille,
  icone,
  className,
  children,
  type = 'submit',
  ...attributs
}: BoutonProps) {
  return (
    <button type={type} className={classes(classesDeBouton(rang, taille), className)} {...attributs}>
      {icone !== undefined && <Icone nom={icone} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function LienBouton({ rang = 'principal', taille, icone, className, children, ...attributs }: LienBoutonProps) {
  return (
    <Lien className={classes(classesDeBouton(rang, taille), className)} {...attributs}>
      {icone !== undefined && <Icone nom={icone} />}
      {children}
    </Lien>
  );
}

function classesDeBouton(rang: RangDeBouton, taille: Apparence['taille']): string {
  const rangs: Record<RangDeBouton, string> = {
    principal: '',
    secondaire: 'fr-btn--secondary',
    tertiaire: 'fr-btn--tertiary',
    discret: 'fr-btn--tertiary-no-outline',
  };
  return classes('fr-btn jalon-bouton', rangs[rang], taille === 'petite' && 'fr-btn--sm');
}
