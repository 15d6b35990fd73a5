// A small network drawn from this text only, loaded when its section comes near. Every line is an edge with its
// words: figure and table are two views of the same list.
import { el, svg } from '../dom.js';
import { t } from '../i18n/index.js';
import { blockAt } from '../article/model.js';
import { depictedIn } from './captions.js';
import { columnPath, layColumns } from './columns.js';
import { layRows } from './layout.js';
import { empty, whereOf } from './parts.js';

const MOST_PEOPLE = 12, MOST_COMPANIES = 14;
const FEW = 6; // of each, and the names stand in rows
const RANK = { office: 0, met: 1, about: 2, together: 3 };

export function buildMap(state, act) {
  const { doc, mapAs } = state;
  const edges = connections(doc);
  if (!edges.length) return empty('empty.map');
  return mapAs === 'table' ? table(doc, edges, act) : figure(doc, edges, act);
}

/** Edges with the annotation that shows them; one an ordered pair, the strongest kind wins. */
export function connections(doc) {
  const found = new Map();
  const add = (kind, from, to, annotation) => {
    if (!from || !to || from === to || !from.mentions.length || !to.mentions.length) return;
    const pair = [from.id, to.id].sort().join(' ');
    const before = found.get(pair);
    if (before && RANK[before.kind] <= RANK[kind]) return;
    found.set(pair, { kind, from, to, annotation });
  };
  for (const person of doc.people) {
    for (const id of person.companies) {
      const company = doc.entities.get(id);
      const stated = person.mentions.find((a) => a.affiliations?.includes(id)) ?? person.mentions[0];
      add('office', person, company, stated);
    }
  }
  for (const caption of doc.captions) pairs(depictedIn(doc, caption).filter((e) => e.type !== 'company')).forEach(([a, b]) => add('met', a, b, caption));
  for (const quote of doc.quotes.slice(0, 2000)) {
    for (let i = quote.order + 1; i < doc.annotations.length; i++) {
      const a = doc.annotations[i];
      if (a.start >= quote.end) break;
      if (a.end <= quote.end && a.entity) add('about', quote.of.entity, doc.entities.get(a.entity), quote);
    }
  }
  for (const [, mentions] of companiesBySentence(doc)) {
    pairs(mentions).forEach(([a, b]) => add('together', doc.entities.get(a.entity), doc.entities.get(b.entity), b));
  }
  return [...found.values()].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.annotation.start - b.annotation.start);
}

const pairs = (list) => list.flatMap((a, i) => list.slice(i + 1, 8).map((b) => [a, b]));

/** Companies that one sentence of the body names; a list of ten is cut, it says little about any two. */
function companiesBySentence(doc) {
  const sentences = new Map();
  for (const a of doc.annotations) {
    const block = blockAt(doc, a.start);
    if (a.type !== 'company' || !doc.entities.has(a.entity) || block?.kind !== 'body') continue;
    const before = doc.text.slice(block.start, a.start).match(/[.?!]["'”’)]*\s/g)?.length ?? 0;
    const key = `${block.start} ${before}`;
    const list = sentences.get(key) ?? [];
    if (!list.some((b) => b.entity === a.entity)) list.push(a);
    sentences.set(key, list);
  }
  return sentences;
}

const sentence = (edge) => `${edge.from.name}, ${t(`edge.${edge.kind}`)}, ${edge.to.name}`;

function table(doc, edges, act) {
  return el('table.map-table', null,
    el('thead', null, el('tr', null, ['map.from', 'map.how', 'map.to', 'map.where'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', null, edges.map((edge) => el('tr', null,
      el('td', { lang: doc.language }, edge.from.name),
      el('td', null, t(`edge.${edge.kind}`)),
      el('td', { lang: doc.language }, edge.to.name),
      el('td', null, el('button.link', { type: 'button', 'aria-label': `${sentence(edge)}: ${whereOf(doc, edge.annotation.start)}`,
        onclick: () => act.openAnnotation(edge.annotation) }, whereOf(doc, edge.annotation.start)))))));
}

function figure(doc, edges, act) {
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const first = new Set([...doc.people.filter((e) => linked.has(e)).slice(0, MOST_PEOPLE), ...doc.companies.filter((e) => linked.has(e)).slice(0, MOST_COMPANIES)]);
  const shown = edges.filter((edge) => first.has(edge.from) && first.has(edge.to));
  const tied = new Set(shown.flatMap((edge) => [edge.from, edge.to])); // a name without a line would say nothing
  const people = doc.people.filter((e) => tied.has(e));
  const companies = doc.companies.filter((e) => tied.has(e));
  const few = people.length <= FEW && companies.length <= FEW;
  const { places, width, height } = (few ? layRows : layColumns)(people, companies, shown);
  const light = (entity) => (event) => { // the ties of the name under pointer or focus stand out
    const map = event.currentTarget.closest('svg');
    const on = event.type === 'pointerenter' || event.type === 'focus';
    map.classList.toggle('lit', on);
    for (const g of map.querySelectorAll('.e > g')) g.classList.toggle('on', on && g.dataset.ends.split(' ').includes(entity.id));
  };
  const lights = (entity) => ({ onpointerenter: light(entity), onpointerleave: light(entity), onfocus: light(entity), onblur: light(entity) });
  const press = (go) => ({ onclick: go, onkeydown: (e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); go(); } } });
  return [
    svg('svg', { class: 'map', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': t('map.label', { p: people.length, c: companies.length }) },
      svg('defs', null, svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' }, svg('path', { d: 'M0 1 8 4 0 7z' }))),
      svg('g', { class: 'e', 'aria-hidden': 'true' }, shown.map((edge) => lines(edge, places, press(() => act.openAnnotation(edge.annotation))))),
      svg('g', { class: 'n' }, [...people, ...companies].map((entity) => node(entity, places.get(entity), { ...press(() => act.openEntity(entity)), ...lights(entity) })))),
    el('p.key.mapkey', null, ['office', 'met', 'together', 'about'].map((kind) => el('span', null, el(`i.l.${kind}`), t(`edge.${kind}`)))),
  ];
}

/** A name with its own underline; no circles. */
function node(entity, { x, y, width, label }, events) {
  const half = width / 2;
  const under = entity.type === 'executive' ? `M${-half} 6H${half}M${-half} 9H${half}` : `M${-half} 7H${half}`;
  // The name that is read aloud holds what is seen, also where that is cut short.
  const name = label === entity.name ? label : `${label} ${entity.name}`;
  return svg('g', { class: entity.type, transform: `translate(${x} ${y})`, role: 'button', tabindex: '0', 'aria-label': `${t(`kind.${entity.type}`)} ${name}`, ...events },
    svg('rect', { x: -half - 4, y: -18, width: width + 8, height: 30, fill: 'transparent' }),
    svg('text', null, label), svg('path', { d: under }));
}

function lines(edge, places, events) {
  const d = path(places.get(edge.from), places.get(edge.to));
  const title = svg('title', null, sentence(edge));
  const drawn = edge.kind === 'met' ? [svg('path', { class: 'met', d }), svg('path', { class: 'met2', d })] : [svg('path', { class: edge.kind, d })];
  return svg('g', { data: { ends: `${edge.from.id} ${edge.to.id}` } }, drawn, svg('path', { class: 'hot', d, onclick: events.onclick }, title));
}

/** From the rim of one name to the rim of the other; neighbours in a row join straight, others by an arc above. */
function path(a, b) {
  if (a.side) return columnPath(a, b);
  if (a.row === b.row) {
    const [left, right] = a.x < b.x ? [a, b] : [b, a];
    const swap = a.x >= b.x;
    if (Math.abs(a.column - b.column) === 1) {
      const [x1, x2] = [left.x + left.width / 2 + 6, right.x - right.width / 2 - 6];
      return swap ? `M${x2} ${a.y - 4}H${x1}` : `M${x1} ${a.y - 4}H${x2}`;
    }
    const lift = a.y - 38;
    const [from, to] = [a, b];
    return `M${from.x} ${a.y - 20}C${from.x + (to.x - from.x) * 0.25} ${lift} ${from.x + (to.x - from.x) * 0.75} ${lift} ${to.x} ${b.y - 20}`;
  }
  const down = b.y > a.y;
  const rim = (p, isLower) => (isLower ? p.y - 18 : p.y + 14);
  const [from, to] = [rim(a, !down), rim(b, down)];
  if (Math.abs(a.row - b.row) === 1) return `M${a.x} ${from}L${b.x} ${to}`;
  // A straight line would run through the names between; the bow leans to the outer side.
  const bow = (a.x + b.x) / 2 > 196 ? 46 : -46;
  return `M${a.x} ${from}C${a.x + bow} ${from + (to - from) * 0.3} ${b.x + bow} ${from + (to - from) * 0.7} ${b.x} ${to}`;
}
