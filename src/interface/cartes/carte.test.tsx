import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { rendre } from '../essais/rendre.tsx';
import { Carte, type CarteProps, type TerritoireDeCarte } from '../index.ts';
import { DEPARTEMENTS, REGIONS } from './geometries.ts';

type Officiel = { readonly code: string; readonly nom: string; readonly zone: string };

/** The official codes, as Jalon writes them. */
function officiels(nom: 'departements' | 'regions'): readonly { readonly code: string; readonly nom: string }[] {
  const charger = createRequire(import.meta.url);
  const lus: readonly Officiel[] = charger(`@etalab/decoupage-administratif/data/${nom}.json`);
  return lus
    .filter(({ zone }) => zone === 'metro' || zone === 'drom')
    .map((lu) => ({ code: `${nom === 'regions' ? 'R' : 'D'}${lu.code}`, nom: lu.nom }));
}

const CLASSES = [
  { cle: 'bas', libelle: 'moins de 50\u00A0%' },
  { cle: 'haut', libelle: '50\u00A0% et plus' },
];
const FINISTERE: TerritoireDeCarte = {
  code: 'D29',
  nom: 'Finistère',
  classe: 'haut',
  valeurTexte: '77\u00A0%, mesuré au 30\u00A0septembre 2022',
  href: '/indicateurs/fibre/D29',
};
const LOZERE: TerritoireDeCarte = {
  code: 'D48',
  nom: 'Lozère',
  classe: null,
  valeurTexte: 'non mesuré',
  href: '/indicateurs/fibre/D48',
};
const legende = { aLaDate: 96, plusAnciens: 3, sansValeur: 2 };
const carte = (props: Partial<CarteProps>) =>
  rendre(
    <Carte
      titre="Locaux raccordables"
      maille="departement"
      classes={CLASSES}
      territoires={[LOZERE, FINISTERE]}
      legende={legende}
      {...props}
    />,
  );
const tous = (nom: 'departements' | 'regions') =>
  officiels(nom).map(
    (t, rang): TerritoireDeCarte => ({
      ...t,
      classe: rang % 7 === 0 ? null : rang % 2 === 0 ? 'bas' : 'haut',
      valeurTexte: rang % 7 === 0 ? 'non mesuré' : `${rang}\u00A0%, mesuré au 30\u00A0juin 2022`,
      href: `/t/${t.code}`,
    }),
  );
const trouver = (html: string, motif: RegExp) => [...html.matchAll(motif)].map((trouve) => trouve[1] ?? '');

describe('les formes des territoires', () => {
  test('les 101 départements et les 18 régions ont chacun la leur, sous leur code', () => {
    expect(Object.keys(DEPARTEMENTS).sort()).toEqual(
      officiels('departements')
        .map(({ code }) => code)
        .sort(),
    );
    expect(Object.keys(REGIONS).sort()).toEqual(
      officiels('regions')
        .map(({ code }) => code)
        .sort(),
    );
  });
  test('Paris et la petite couronne, et elles seules, sont aussi dessinées en grand', () => {
    const agrandis = Object.entries(DEPARTEMENTS).filter(([, { agrandi }]) => agrandi !== undefined);
    expect(agrandis.map(([code]) => code)).toEqual(['D75', 'D92', 'D93', 'D94']);
  });
  test('une région d’outre-mer a la forme de son département', () => {
    expect(REGIONS.R04).toEqual(DEPARTEMENTS.D974);
  });
});

describe('la carte', () => {
  test('chaque territoire est dessiné une fois, et une fois un lien', () => {
    for (const nom of ['departements', 'regions'] as const) {
      const codes = officiels(nom)
        .map(({ code }) => code)
        .sort();
      const html = carte({ maille: nom === 'regions' ? 'region' : 'departement', territoires: tous(nom) });
      expect(trouver(html, /<path id="[^"]*-([DR]\w+)"/g).sort()).toEqual(codes);
      expect(trouver(html, /<a class="jalon-carte__territoire" href="\/t\/(\w+)"/g).sort()).toEqual(codes);
    }
  });
  test('un lien se nomme par le territoire et sa valeur, ou par ce qui manque', () => {
    const html = carte({});
    expect(html).toContain('<title>Finistère\u00A0: 77\u00A0%, mesuré au 30\u00A0septembre 2022</title>');
    expect(html).toContain('<title>Lozère\u00A0: non mesuré</title>');
  });
  test('on les parcourt dans l’ordre de leurs noms', () => {
    const noms = trouver(carte({ territoires: tous('departements') }), /<title>(.*?)\u00A0:/g);
    expect(noms).toEqual([...noms].sort(new Intl.Collator('fr').compare));
    expect(noms).toHaveLength(101);
  });
  test('le tableau a les mêmes textes que la carte, au caractère près', () => {
    const html = carte({ territoires: tous('departements') });
    const [dessin = '', tableau = ''] = html.split('jalon-carte__tableau');
    const surLaCarte = trouver(dessin, /<title>(.*?)<\/title>/g);
    const noms = trouver(tableau, /<th scope="row"[^>]*><div[^>]*><a[^>]*>(.*?)<\/a>/g);
    const valeurs = trouver(tableau, /data-label="Valeur"><div[^>]*>(.*?)<\/div>/g);
    expect(noms.map((nom, rang) => `${nom}\u00A0: ${valeurs[rang]}`)).toEqual(surLaCarte);
  });
  test('la légende dit combien de valeurs sont à la date, plus anciennes, absentes', () => {
    expect(carte({})).toContain('96\u00A0à la date · 3\u00A0plus anciens · 2\u00A0sans valeur');
    expect(carte({ legende: { aLaDate: 100, plusAnciens: 1, sansValeur: 0 } })).toContain('1\u00A0plus ancien ·');
  });
  test('chaque classe a sa teinte et son motif, l’absence de valeur les siens', () => {
    const html = carte({ classes: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((cle) => ({ cle, libelle: cle })) });
    const motifs = trouver(html, /<pattern (.*?<\/pattern>)/g);
    expect(motifs).toHaveLength(9);
    const traces = motifs.map((motif) => /<path[^>]* d="([^"]*)"/.exec(motif)?.[1] ?? 'plein');
    expect(new Set(traces).size).toBe(8);
    const teintes = motifs.map((motif) => /class="jalon-teinte--([\w-]+)"/.exec(motif)?.[1]);
    expect(teintes).toEqual(['0', '2', '4', '6', '8', '10', '12', 'sans-valeur', 'ferme']);
  });
  test('une valeur plus ancienne que la date est marquée, et la marque expliquée', () => {
    expect(carte({})).not.toContain('valeur plus ancienne');
    const html = carte({ territoires: [{ ...FINISTERE, ancien: true }] });
    expect(html.match(/<circle class="jalon-carte__ancien"/g)).toHaveLength(2);
    expect(html).toContain('valeur plus ancienne');
  });
  test('un territoire que la carte ne dessine pas reste dans le tableau', () => {
    const html = carte({ territoires: [FINISTERE, { ...LOZERE, code: 'D975', nom: 'Saint-Pierre-et-Miquelon' }] });
    expect(html.match(/Saint-Pierre-et-Miquelon/g)).toHaveLength(1);
  });
  test('une classe inconnue se lit comme une absence de valeur, sans rien casser', () => {
    expect(carte({ territoires: [{ ...FINISTERE, classe: 'oubliée' }] })).toMatch(
      /-D29" d="[^"]*" fill-rule="evenodd" vector-effect="non-scaling-stroke" fill="url\(#[^"]*-motif-sans-valeur\)"/,
    );
  });
  test('sans adresse, un territoire se lit mais ne se suit pas', () => {
    const { href: _, ...muet } = FINISTERE;
    const html = carte({ territoires: [muet] });
    expect(html).toContain('<g class="jalon-carte__territoire" role="img">');
    expect(html).not.toContain('<a class="jalon-carte__territoire"');
  });
  test('aucune propriété de style n’est écrite dans la page', () => {
    expect(carte({ territoires: tous('departements') })).not.toMatch(/\sstyle=|<style|<script/);
  });
});
