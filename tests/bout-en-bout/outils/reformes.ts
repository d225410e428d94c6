import type { Page } from '@playwright/test';

/** The address of a reform of the demonstration that this person reads. */
export async function adresseDeReforme(page: Page, nom: string | RegExp): Promise<string> {
  await page.goto('/reformes');
  return (await page.getByRole('rowheader').getByRole('link', { name: nom }).first().getAttribute('href')) ?? '';
}
