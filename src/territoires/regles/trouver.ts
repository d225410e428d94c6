import { estAuPluriel, motsDe, siglesDe } from './cle.ts';
import { type IdOrganisation, type NatureDeNom, nomsDe, type Organisation } from './organisation.ts';
import { indexerProches } from './proches.ts';
import { ancetres, type CodeTerritoire, estDans, jumeau, territoireDe, trouverTerritoire } from './territoires.ts';

/** What helps when a name alone does not decide. */
export type Contexte = {
  /** Territory of the plan: « préfecture » is then that of the Finistère. */
  readonly territoire?: CodeTerritoire;
  /** Owner of the plan, or of the rest of the column: « DRH » is then that of its ministry. */
  readonly organisation?: IdOrganisation;
};

export type Trouvaille =
  | {
      readonly type: 'une';
      readonly organisation: Organisation;
      readonly par: NatureDeNom;
      /** What the context decided, to be shown (« DRH du ministère … »). Null when the name alone was enough. */
      readonly hypothese: string | null;
    }
  | {
      readonly type: 'collectif';
      /** The organisation of kind `collectif`, by which the group is stored. */
      readonly collectif: Organisation;
      /** Kind of its members; null when the group has a name but no list. */
      readonly genre: Organisation['genre'] | null;
      readonly organisations: readonly IdOrganisation[];
      /** « SGC-D (101) », « SGC-D de Bretagne (4) ». */
      readonly libelle: string;
    }
  | { readonly type: 'ambigue'; readonly candidates: readonly Organisation[] }
  | { readonly type: 'inconnue'; readonly proches: readonly Organisation[] };

export type Annuaire = {
  /** The organisation a text names, however it is written. Never a guess: what is not found is `inconnue`. */
  readonly trouver: (texte: string, contexte?: Contexte) => Trouvaille;
  /** True when the whole text is, word for word, the name of an organisation or collective. */
  readonly connait: (texte: string) => boolean;
  /** True when the whole text designates one organisation or collective: a name, a path, a name and its territory. */
  readonly designe: (texte: string) => boolean;
  /** The organisation of this identifier. */
  readonly lire: (id: IdOrganisation) => Organisation | null;
  /** From the parent up to the ministry. */
  readonly ancetres: (id: IdOrganisation) => readonly Organisation[];
  /** The ministry of all the services a column names without doubt, to settle the others; null when they disagree. */
  readonly ministereCommun: (textes: readonly string[]) => IdOrganisation | null;
};

type Entree = { readonly organisation: Organisation; readonly nature: NatureDeNom };

/** A directory over these organisations, indexed once: a look-up costs a few hash accesses. */
export function creerAnnuaire(organisations: readonly Organisation[]): Annuaire {
  const parId = new Map(organisations.map((o) => [o.id, o]));
  const sigles = new Set(organisations.flatMap(nomsDe).flatMap(({ nom }) => siglesDe(nom)));
  const cle = (texte: string) => motsDe(texte, sigles).join('');
  const index = indexer(organisations, cle);
  const proches = indexerProches(organisations);

  const lire = (id: IdOrganisation): Organisation | null => parId.get(id) ?? null;

  function lignee(organisation: Organisation): readonly Organisation[] {
    const parent = organisation.parent === null ? null : lire(organisation.parent);
    return parent === null ? [organisation] : [organisation, ...lignee(parent)];
  }

  function trouver(texte: string, contexte: Contexte = {}): Trouvaille {
    return chercher(texte, contexte) ?? { type: 'inconnue', proches: proches(texte) };
  }

  function chercher(texte: string, contexte: Contexte): Trouvaille | null {
    const mots = motsDe(texte, sigles);
    return (
      conclure(index.get(mots.join('')) ?? [], texte, contexte) ??
      parTerritoire(mots, texte) ??
      parChemin(texte, mots, contexte)
    );
  }

  /** « DDTM du Finistère », « DDTM 29 », « SGAR Bretagne »: the end is a territory, the rest a name known there. */
  function parTerritoire(mots: readonly string[], texte: string): Trouvaille | null {
    for (let coupe = 1; coupe < mots.length; coupe++) {
      const entrees = index.get(mots.slice(0, coupe).join(''));
      const territoire = entrees && trouverTerritoire(mots.slice(coupe).join(' '));
      if (!territoire) continue;
      const surPlace = entrees.filter(({ organisation }) => estSur(organisation, territoire.code));
      const trouvee = conclure(surPlace, texte, {});
      if (trouvee) return trouvee;
    }
    return null;
  }

  /**
   * A path of services, in any order (« DMAT/SDAT/BCAM », « SDAT/DMAT/BMAT », « MI (DMAT/SDAT) ») or a service of
   * another (« DRH du MIOM »): each part must be known, and be the one designated or one above it.
   */
  function parChemin(texte: string, mots: readonly string[], contexte: Contexte): Trouvaille | null {
    const parts = texte.split(SEPARATEURS_DE_CHEMIN).filter((part) => cle(part) !== '');
    if (parts.length > 1) return conclure(chemin(parts.map(parPart)), texte, contexte);
    return conclure(enDeux(mots), texte, contexte);
  }

  function parPart(part: string): readonly Entree[] {
    const mots = motsDe(part, sigles);
    return index.get(mots.join('')) ?? enDeux(mots);
  }

  function enDeux(mots: readonly string[]): readonly Entree[] {
    for (let coupe = 1; coupe < mots.length; coupe++) {
      const debut = index.get(mots.slice(0, coupe).join(''));
      const fin = debut && index.get(mots.slice(coupe).join(''));
      if (!fin) continue;
      const designees = chemin([debut, fin]);
      if (designees.length > 0) return designees;
    }
    return [];
  }

  function chemin(parts: readonly (readonly Entree[])[]): readonly Entree[] {
    const retenues = new Map<IdOrganisation, Entree>();
    for (const [rang, part] of parts.entries()) {
      const autres = parts.filter((_, r) => r !== rang).map((p) => new Set(p.map((e) => e.organisation.id)));
      for (const entree of part) {
        const montee = lignee(entree.organisation);
        const tient = autres.every((autre) => montee.some(({ id }) => autre.has(id)));
        if (tient && !retenues.has(entree.organisation.id)) retenues.set(entree.organisation.id, entree);
      }
    }
    const services = [...retenues.values()].filter(({ organisation }) => organisation.genre !== 'collectif');
    return services.length > 1 ? [...collectifsDe(services, parts.flat()), ...services] : [...retenues.values()];
  }

  function conclure(entrees: readonly Entree[], texte: string, contexte: Contexte): Trouvaille | null {
    const groupe = entrees.find(({ organisation }) => organisation.genre === 'collectif')?.organisation;
    const services = entrees.filter(({ organisation }) => organisation.genre !== 'collectif');
    const pluriel = groupe !== undefined && estAuPluriel(texte);
    const [seule] = services;
    if (seule && services.length === 1 && !groupe) return une(seule, null);
    if (!pluriel) {
      const locale = auTerritoire(services, contexte.territoire) ?? auMinistere(services, contexte.organisation);
      if (locale) return locale;
    }
    if (groupe) return collectif(groupe, contexte.territoire);
    return services.length === 0 ? null : { type: 'ambigue', candidates: services.map((e) => e.organisation) };
  }

  /** The one on this territory, else on the nearest territory above. */
  function auTerritoire(services: readonly Entree[], territoire: CodeTerritoire | undefined): Trouvaille | null {
    if (territoire === undefined || territoire === 'FR') return null;
    for (const code of [territoire, ...ancetres(territoire)]) {
      const [seule, autre] = services.filter(({ organisation }) => estSur(organisation, code));
      if (seule && !autre) return une(seule, `Lu sur le territoire : ${seule.organisation.nom}.`);
    }
    return null;
  }

  function auMinistere(services: readonly Entree[], id: IdOrganisation | undefined): Trouvaille | null {
    const reference = id === undefined ? null : lire(id);
    const ministere = reference && lignee(reference).at(-1)?.id;
    if (!ministere) return null;
    const [seule, autre] = services.filter(({ organisation }) => lignee(organisation).at(-1)?.id === ministere);
    return seule && !autre ? une(seule, `Lu dans le même ministère : ${seule.organisation.nom}.`) : null;
  }

  function collectif(groupe: Organisation, territoire: CodeTerritoire | undefined): Trouvaille {
    const tous = groupe.membres.flatMap((id) => lire(id) ?? []);
    const surPlace = territoire === undefined ? tous : tous.filter((membre) => estDans(membre.territoire, territoire));
    const locaux = surPlace.length > 1 && surPlace.length < tous.length;
    const membres = locaux ? surPlace : tous;
    const ou = locaux && territoire !== undefined ? ` ${territoireDe(territoire).genitif}` : '';
    const combien = membres.length === 0 ? '' : ` (${membres.length})`;
    return {
      type: 'collectif',
      collectif: groupe,
      genre: membres[0]?.genre ?? null,
      organisations: membres.map(({ id }) => id),
      libelle: `${groupe.sigle ?? groupe.nom}${ou}${combien}`,
    };
  }

  function ministereCommun(textes: readonly string[]): IdOrganisation | null {
    const ministeres = new Set<IdOrganisation>();
    for (const texte of new Set(textes)) {
      const trouvaille = trouver(texte);
      if (trouvaille.type !== 'une') continue;
      const racine = lignee(trouvaille.organisation).at(-1);
      // A ministry named as a whole, and the interministerial services, take part in everyone's plans: they say nothing
      // of whose plan it is.
      const parlant = racine?.genre === 'ministere' && racine.id !== trouvaille.organisation.id;
      if (parlant && !INTERMINISTERIELS.has(racine.id)) ministeres.add(racine.id);
    }
    const [seul, autre] = ministeres;
    return seul !== undefined && autre === undefined ? seul : null;
  }

  return {
    trouver,
    connait: (texte) => index.has(cle(texte)),
    designe: (texte) => chercher(texte, {}) !== null,
    lire,
    ancetres: (id) => {
      const organisation = lire(id);
      return organisation ? lignee(organisation).slice(1) : [];
    },
    ministereCommun,
  };
}

const INTERMINISTERIELS: ReadonlySet<IdOrganisation> = new Set(['pm', 'fp']);

const SEPARATEURS_DE_CHEMIN = /[/()[\]>›»«]|\s[-–—]\s?|\s?[-–—]\s/u;

function une({ organisation, nature }: Entree, hypothese: string | null): Trouvaille {
  return { type: 'une', organisation, par: nature, hypothese };
}

/** Collectives of these names whose members are exactly those services. */
function collectifsDe(services: readonly Entree[], entrees: readonly Entree[]): readonly Entree[] {
  const ids = new Set(services.map(({ organisation }) => organisation.id));
  return entrees.filter(
    ({ organisation: { membres } }) => membres.length === ids.size && membres.every((membre) => ids.has(membre)),
  );
}

/** On this territory, or on its twin overseas. */
function estSur(organisation: Organisation, code: CodeTerritoire): boolean {
  return organisation.territoire === code || (code !== 'FR' && organisation.territoire === jumeau(code));
}

function indexer(
  organisations: readonly Organisation[],
  cleDe: (nom: string) => string,
): ReadonlyMap<string, readonly Entree[]> {
  const index = new Map<string, Entree[]>();
  for (const organisation of organisations) {
    const cles = new Set<string>();
    for (const { nom, nature } of nomsDe(organisation)) {
      const cle = cleDe(nom);
      // Names come from the strongest nature to the weakest: the first one keeps the key.
      if (cle === '' || cles.has(cle)) continue;
      cles.add(cle);
      const entrees = index.get(cle);
      if (entrees) entrees.push({ organisation, nature });
      else index.set(cle, [{ organisation, nature }]);
    }
  }
  return index;
}
