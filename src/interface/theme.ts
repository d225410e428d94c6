/**
 * Follows the light or dark theme of the system: the DSFR only changes its colours by an attribute of the root. Called by
 * the browser once the page is alive; without a script, the page stays light.
 */
export function suivreLeTheme(): void {
  const sombre = window.matchMedia('(prefers-color-scheme: dark)');
  const appliquer = () => document.documentElement.setAttribute('data-fr-theme', sombre.matches ? 'dark' : 'light');
  appliquer();
  sombre.addEventListener('change', appliquer);
}
