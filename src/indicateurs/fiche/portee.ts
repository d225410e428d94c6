/** In which territories someone reads the values of an indicator. */
export type Portee = 'tous' | ReadonlySet<string>;

export function estLu(portee: Portee, territoire: string): boolean {
  return portee === 'tous' || portee.has(territoire);
}
