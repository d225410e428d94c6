/** In this order: Edge and Opera also say Chrome, Chrome also says Safari. */
const NAVIGATEURS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChromium\/|\bChrome\/|\bHeadlessChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMES: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** « Firefox sur Windows »: enough for a person to recognise a session, and no more is kept of the browser. */
export function resumerAppareil(agent: string | null): string {
  const navigateur = NAVIGATEURS.find(([signe]) => signe.test(agent ?? ''))?.[1] ?? 'Navigateur inconnu';
  const systeme = SYSTEMES.find(([signe]) => signe.test(agent ?? ''))?.[1];
  return systeme === undefined ? navigateur : `${navigateur} sur ${systeme}`;
}
