// Many names: people in one column and companies in the other, an office a line between them, other ties as arcs on
// the outer sides. Each column is ordered by what its names are tied to (barycentres, a few sweeps).
import { shorten, widthOf } from './layout.js';

const WIDTH = 392, ROW = 34, TOP = 30, LEFT = 164, RIGHT = 234, ROOM = 128;

export function layColumns(people, companies, edges) {
  const columns = [[...people], [...companies]];
  const ties = new Map([...people, ...companies].map((e) => [e, []]));
  for (const { kind, from, to } of edges) {
    const weight = kind === 'office' ? 4 : 1;
    ties.get(from).push([to, weight]);
    ties.get(to).push([from, weight]);
  }
  for (let sweep = 0; sweep < 4; sweep++) {
    const [mine, other] = sweep % 2 ? columns : [columns[1], columns[0]];
    const centre = new Map(mine.map((e, i) => [e, pull(ties.get(e), other, i)]));
    mine.sort((a, b) => centre.get(a) - centre.get(b));
  }
  const places = new Map();
  columns.forEach((column, right) => column.forEach((entity, i) => {
    const label = shorten(entity.name, ROOM);
    const width = widthOf(label);
    places.set(entity, { side: right ? 1 : -1, x: right ? RIGHT + width / 2 : LEFT - width / 2, y: TOP + i * ROW, width, label });
  }));
  return { places, width: WIDTH, height: TOP + (Math.max(people.length, companies.length) - 1) * ROW + 18 };
}

function pull(ties, column, otherwise) {
  let [sum, weights] = [0, 0];
  for (const [entity, weight] of ties) {
    const at = column.indexOf(entity);
    if (at < 0) continue;
    sum += at * weight;
    weights += weight;
  }
  return weights ? sum / weights : otherwise;
}

/** Between the columns a straight line, within one an arc that leans out further the further apart its ends are. */
export function columnPath(a, b) {
  const [ya, yb] = [a.y - 4, b.y - 4];
  const inner = (p) => p.x - p.side * (p.width / 2 + 6);
  if (a.side !== b.side) return `M${inner(a)} ${ya}L${inner(b)} ${yb}`;
  const outer = (p) => p.x + p.side * (p.width / 2 + 6);
  const far = a.side < 0 ? Math.min(outer(a), outer(b)) : Math.max(outer(a), outer(b));
  const bow = Math.max(2, Math.min(WIDTH - 2, far + a.side * (10 + Math.abs(ya - yb) * 0.22)));
  return `M${outer(a)} ${ya}C${bow} ${ya} ${bow} ${yb} ${outer(b)} ${yb}`;
}
