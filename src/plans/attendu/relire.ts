import type { ShouldRevalidateFunctionArgs } from 'react-router';

/** A refusal reads the list again too: what someone else said meanwhile is shown above what was typed. */
export function relireApresRefus({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus !== undefined || defaultShouldRevalidate;
}
