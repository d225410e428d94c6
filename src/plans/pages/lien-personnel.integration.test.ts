import { type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contexteServices, contexteVisite } from '#acces';
import { type Essai, ouvrirEssai } from '#outils-d-essai';
import { loader } from './lien-personnel.tsx';

let essai: Essai;
beforeAll(async () => {
  essai = await ouvrirEssai('2022-02-15T11:00:00Z');
});
afterAll(() => essai.fermer());

/** Status of the page for this network: whoever tries secrets gets refusals, thrown as pages. */
async function demander(adresse: string): Promise<{ readonly statut: number; readonly attendre: string | null }> {
  const context = new RouterContextProvider();
  context.set(contexteServices, essai.services);
  context.set(contexteVisite, { adresse, acteur: null, session: null, nonce: '' });
  const arguments_ = {
    context,
    params: { lien: 'A'.repeat(43) },
    request: new Request('http://localhost/lien/x'),
  } as unknown as LoaderFunctionArgs;
  try {
    await loader(arguments_);
    return { statut: 200, attendre: null };
  } catch (lance) {
    const { init } = lance as { readonly init: { status?: number; headers?: Record<string, string> } };
    return { statut: init.status ?? 200, attendre: init.headers?.['Retry-After'] ?? null };
  }
}

test('qui essaie des adresses au hasard est arrêté, et un autre réseau ne l’est pas', async () => {
  for (let essayees = 0; essayees < 120; essayees += 1) expect((await demander('192.0.2.1')).statut).toBe(404);
  const arrete = await demander('192.0.2.1');
  expect(arrete.statut).toBe(429);
  expect(Number(arrete.attendre)).toBeGreaterThan(0);
  expect((await demander('192.0.2.2')).statut).toBe(404);
});
