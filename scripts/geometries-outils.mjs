// What scripts/geometries.mjs needs to turn drawings into shapes that share their borders.

/** Rings of a path made of `m`, `l` and `z` (the only commands of the source). */
export function lireTrace(trace) {
  const mots = trace.match(/[a-z]|-?[\d.]+/gi) ?? [];
  const anneaux = [];
  let [x, y, rang] = [0, 0, 0];
  let depart = [0, 0];
  while (rang < mots.length) {
    const mot = mots[rang];
    if (mot === 'm') {
      rang += 1;
      anneaux.push([]);
      depart = [x + Number(mots[rang]), y + Number(mots[rang + 1])];
    } else if (mot === 'l' || mot === 'z') {
      rang += 1;
      if (mot === 'z') [x, y] = depart;
      continue;
    } else if (/[a-z]/i.test(mot)) throw new Error(`Unexpected command in a path: ${mot}`);
    x += Number(mots[rang]);
    y += Number(mots[rang + 1]);
    rang += 2;
    anneaux.at(-1).push([x, y]);
  }
  return anneaux;
}

/**
 * Gives neighbours the same points. The source writes each outline by itself, with relative steps rounded to a hundredth:
 * the two sides of a border run up to a tenth apart. A point takes the place of the first one met within `tolerance`.
 */
export function souder(anneauxParCode, tolerance) {
  const cases = new Map();
  const caseDe = (v) => Math.floor(v / tolerance);
  const placer = ([x, y], code) => {
    let meilleur = null;
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const connu of cases.get(`${caseDe(x) + dx} ${caseDe(y) + dy}`) ?? []) {
          const ecart = Math.hypot(connu.x - x, connu.y - y);
          if (ecart <= tolerance && connu.code !== code && ecart < (meilleur?.ecart ?? Infinity)) {
            meilleur = { ecart, connu };
          }
        }
      }
    }
    if (meilleur !== null) return [meilleur.connu.x, meilleur.connu.y];
    const cle = `${caseDe(x)} ${caseDe(y)}`;
    cases.set(cle, [...(cases.get(cle) ?? []), { x, y, code }]);
    return [x, y];
  };
  return Object.fromEntries(
    Object.entries(anneauxParCode).map(([code, anneaux]) => [
      code,
      anneaux.map((anneau) => sansDoublons(anneau.map((point) => placer(point, code)))),
    ]),
  );
}

/**
 * Where one side of a border has a bend that the other side passes by, gives the bend to both: a border is then one line,
 * which simplification keeps closed.
 */
export function partagerLesCoudes(anneauxParCode, tolerance) {
  const coudes = [
    ...new Map(
      Object.values(anneauxParCode)
        .flat(2)
        .map((point) => [point.join(' '), point]),
    ).values(),
  ];
  const coudesEntre = (a, b) =>
    coudes
      .filter((p) => !memePoint(p, a) && !memePoint(p, b) && distanceAuSegment(p, a, b) <= tolerance)
      .map((p) => ({ p, rang: (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]) }))
      .filter(({ rang }) => rang > 0 && rang < (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
      .sort((x, y) => x.rang - y.rang)
      .map(({ p }) => p);
  return Object.fromEntries(
    Object.entries(anneauxParCode).map(([code, anneaux]) => [
      code,
      anneaux.map((anneau) => {
        const siens = new Set(anneau.map((point) => point.join(' ')));
        return anneau.flatMap((b, rang) =>
          rang === 0 ? [b] : [...coudesEntre(anneau[rang - 1], b).filter((p) => !siens.has(p.join(' '))), b],
        );
      }),
    ]),
  );
}

function memePoint(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/** A closed ring without a point met twice in a row, nor a spike that goes out and comes back. */
function sansDoublons(anneau) {
  const gardes = [];
  for (const point of anneau) {
    if (gardes.length > 0 && memePoint(point, gardes.at(-1))) continue;
    if (gardes.length > 1 && memePoint(point, gardes.at(-2))) gardes.pop();
    else gardes.push(point);
  }
  return memePoint(gardes[0], gardes.at(-1)) ? gardes : [...gardes, gardes[0]];
}

/** Rings as a MultiPolygon: a ring inside another is its hole (an enclave). */
export function enMultiPolygone(anneaux) {
  const tries = [...anneaux].sort((a, b) => Math.abs(aire(b)) - Math.abs(aire(a)));
  const polygones = [];
  for (const anneau of tries) {
    const hote = polygones.find(([contour]) => contient(contour, anneau[0]));
    if (hote === undefined) polygones.push([anneau]);
    else hote.push(anneau);
  }
  return { type: 'MultiPolygon', coordinates: polygones };
}

export function aire(anneau) {
  let somme = 0;
  for (let i = 1; i < anneau.length; i += 1) {
    somme += anneau[i - 1][0] * anneau[i][1] - anneau[i][0] * anneau[i - 1][1];
  }
  return somme / 2;
}

export function contient(anneau, [x, y]) {
  let dedans = false;
  for (let i = 1; i < anneau.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [anneau[i - 1], anneau[i]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) dedans = !dedans;
  }
  return dedans;
}

/** The smallest rectangle that holds these rings. */
export function boite(anneaux) {
  const xs = anneaux.flat().map(([x]) => x);
  const ys = anneaux.flat().map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, largeur: Math.max(...xs) - x, hauteur: Math.max(...ys) - y };
}

/** The point of the largest ring that stands furthest from its edge: where a mark is surely inside. */
export function centre(anneaux) {
  const contour = [...anneaux].sort((a, b) => Math.abs(aire(b)) - Math.abs(aire(a)))[0];
  const { x, y, largeur, hauteur } = boite([contour]);
  let meilleur = { distance: -1, point: [x, y] };
  for (let i = 1; i < 48; i += 1) {
    for (let j = 1; j < 48; j += 1) {
      const point = [x + (largeur * i) / 48, y + (hauteur * j) / 48];
      if (!contient(contour, point)) continue;
      const distance = Math.min(...contour.slice(1).map((b, rang) => distanceAuSegment(point, contour[rang], b)));
      if (distance > meilleur.distance) meilleur = { distance, point };
    }
  }
  return meilleur.point;
}

function distanceAuSegment([x, y], [x1, y1], [x2, y2]) {
  const longueur = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = longueur === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / longueur));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
}

/** Lines as a path: one decimal, relative steps, no superfluous sign or zero. Closed lines end with `z`. */
export function ecrireTrace(lignes, fermees) {
  return lignes
    .map((ligne) => {
      const points = ligne.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
      const pas = points
        .slice(1)
        .map(([x, y], rang) => [x - points[rang][0], y - points[rang][1]])
        .filter(([dx, dy]) => dx !== 0 || dy !== 0);
      if (pas.length === 0 || (fermees && pas.length < 3)) return '';
      const tires = fermees ? pas.slice(0, -1) : pas;
      return `M${serrer(points[0])}l${tires.map(serrer).join(' ').replaceAll(' -', '-')}${fermees ? 'z' : ''}`;
    })
    .join('');
}

function serrer(couple) {
  const [a, b] = couple.map((dixiemes) => String(dixiemes / 10).replace(/^(-?)0\./, '$1.'));
  return b.startsWith('-') ? `${a}${b}` : `${a} ${b}`;
}
