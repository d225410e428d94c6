import { TERRITOIRES } from '#territoires';

/** Every territory, for a list one chooses from: the country, under this name, then the départements and the régions. */
export function territoiresEnOptions(pays: string) {
  const groupe = (maille: string, code: (insee: string) => string) =>
    TERRITOIRES.filter((un) => un.maille === maille)
      .map(({ code: valeur, nom, insee }) => ({ valeur: String(valeur), texte: `${nom}${code(insee ?? '')}` }))
      .sort((a, b) => a.texte.localeCompare(b.texte, 'fr'));
  return [
    { valeur: 'FR', texte: pays },
    { groupe: 'Départements', options: groupe('departemental', (insee) => ` (${insee})`) },
    { groupe: 'Régions', options: groupe('regional', () => '') },
  ];
}
