import type { Organisation } from '../organisation.ts';
import { type CodeTerritoire, jumeau, TERRITOIRES, type Territoire } from '../territoires.ts';
import type { Reseau } from './reseau.ts';
import { RESEAUX_DEPARTEMENTAUX } from './reseaux-departementaux.ts';
import { RESEAUX_REGIONAUX } from './reseaux-regionaux.ts';

/** Préfectures, DDI, SGC-D, SGAR, regional directorates: one organisation per network and territory. */
export function servicesDeconcentres(): readonly Organisation[] {
  return [...services('regional', RESEAUX_REGIONAUX), ...services('departemental', RESEAUX_DEPARTEMENTAUX)];
}

function services(maille: Territoire['maille'], reseaux: readonly Reseau[]): readonly Organisation[] {
  return TERRITOIRES.filter((territoire) => territoire.maille === maille).flatMap((territoire) =>
    reseaux.filter(({ ou }) => ou(territoire.insee ?? '')).map((reseau) => service(reseau, territoire)),
  );
}

function service(reseau: Reseau, territoire: Territoire): Organisation {
  return {
    id: identifiant(territoire.code, reseau.famille),
    sigle: reseau.sigle,
    nom: reseau.nom ? reseau.nom(territoire) : `${reseau.generique} ${territoire.genitif}`,
    anciensNoms: liste(reseau.anciens),
    autresNoms: [reseau.generique, ...liste(reseau.autres)],
    genre: reseau.genre,
    parent: parent(reseau, territoire),
    territoire: territoire.code,
    membres: [],
  };
}

function parent(reseau: Reseau, { code, maille }: Territoire): string | null {
  if (reseau.parent === null || reseau.national) return reseau.parent;
  const region = TERRITOIRES.find((t) => t.code === code)?.parent ?? code;
  if (reseau.parent.startsWith('region:')) return identifiant(region, reseau.parent.slice('region:'.length));
  // Overseas, the one préfecture is the département's.
  const enFace = maille === 'regional' && reseau.parent === 'prefecture' ? jumeau(code) : null;
  return identifiant(enFace ?? code, reseau.parent);
}

function identifiant(code: CodeTerritoire, famille: string): string {
  return `${code.toLowerCase()}-${famille}`;
}

function liste(texte: string | undefined): readonly string[] {
  return texte === undefined || texte === '' ? [] : texte.split('|');
}
