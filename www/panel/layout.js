// Rows of names: people and companies by turns, each name above or below what it is tied to (barycentres, a few
// sweeps). Small enough for a panel, the same every time, and without motion.

const WIDTH = 392, ROW = 84, TOP = 46, PER_ROW = 3;

/** Names broken into rows of at most three, with their places: entity → {x, y, width, row, column, label}. */
export function layRows(people, companies, edges) {
  const neighbours = new Map([...people, ...companies].map((e) => [e, []]));
  for (const edge of edges) {
    neighbours.get(edge.from).push(edge.to);
    neighbours.get(edge.to).push(edge.from);
  }
  const rows = interleave(chunk(people), chunk(byTies(companies, people, neighbours)));
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const row of sweep % 2 ? [...rows].reverse() : rows) order(row, rows, neighbours);
  }
  const places = new Map();
  rows.forEach((row, r) => row.forEach((entity, i) => {
    const label = shorten(entity.name, WIDTH / row.length - 16);
    places.set(entity, { x: Math.round(((i + 0.5) * WIDTH) / row.length), y: TOP + r * ROW, width: widthOf(label), row: r, column: i, label });
  }));
  return { places, width: WIDTH, height: TOP + (rows.length - 1) * ROW + 24 };
}

function chunk(list) {
  const rows = [];
  const count = Math.ceil(list.length / PER_ROW);
  for (let i = 0; i < count; i++) rows.push(list.slice(Math.round((i * list.length) / count), Math.round(((i + 1) * list.length) / count)));
  return rows;
}

/** Companies in the order of the people they belong to, so that an office stays a short line. */
function byTies(companies, people, neighbours) {
  const rank = (c) => Math.min(...neighbours.get(c).filter((n) => people.includes(n)).map((p) => people.indexOf(p)), 99);
  return [...companies].sort((a, b) => rank(a) - rank(b));
}

function interleave(a, b) {
  const rows = [];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i]) rows.push(a[i]);
    if (b[i]) rows.push(b[i]);
  }
  return rows;
}

function order(row, rows, neighbours) {
  const x = new Map();
  for (const other of rows) other.forEach((e, i) => x.set(e, (i + 0.5) / other.length));
  const centre = (e) => {
    const outside = neighbours.get(e).filter((n) => !row.includes(n));
    return outside.length ? outside.reduce((sum, n) => sum + x.get(n), 0) / outside.length : x.get(e);
  };
  const wanted = new Map(row.map((e) => [e, centre(e)]));
  row.sort((a, b) => wanted.get(a) - wanted.get(b) || x.get(a) - x.get(b));
}

const size = (char) => (/[ᄀ-ᇿ㄰-㆏가-힣一-鿿]/.test(char) ? 14 : /[A-Z]/.test(char) ? 9.6 : 7.6);
export const widthOf = (label) => Math.round([...label].reduce((sum, char) => sum + size(char), 0));

/** `name`, cut short where it is wider than `room`. */
export function shorten(name, room) {
  let label = name;
  while (widthOf(label) > room && [...label].length > 3) label = `${[...label].slice(0, [...label].length - 2).join('')}…`;
  return label;
}
