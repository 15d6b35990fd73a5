// What the sections share.
import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { blockAt } from '../article/model.js';
import { update } from '../state.js';

/** A kind's word with its own line, as in the text: the legend is the words themselves. */
export function kindWord(kind, words = t(`kind.${kind}`)) {
  if (kind === 'quote') return el('span.kw.quote', null, el('i', null, '“'), words, el('i', null, '”'));
  return el(`span.kw.${kind}`, null, words);
}

export function section(id, name, count, side, ...body) {
  return [
    el('div.hd', null, el('h2', { id: `h-${id}` }, name, count == null ? null : [' ', el('span', null, String(count))]), side),
    ...body,
  ];
}

/** Two or more choices in a section's head. */
export function choices(label, current, options, choose) {
  return el('p.sort', { role: 'group', 'aria-label': label }, options.map(([value, words]) =>
    el('button', { type: 'button', 'aria-pressed': String(value === current), onclick: () => choose(value) }, words)));
}

/** The count of what a section lists; narrowed lists say of how many. */
export const counted = (n, all) => (n === all ? String(n) : t('find.of', { n, k: all }));

/** The heads of a list's columns: pressed, the list stands in their order; pressed again, in the order of weight. */
export function columns(list, current, orders, act) {
  return el('p.cols', { role: 'group', 'aria-label': t('sort.label') }, orders.map((order) => {
    // Only companies have a strip that shows where they occur.
    const words = order !== 'text' ? order : list === 'companies' ? 'where' : 'order';
    return el('button', { type: 'button', 'aria-pressed': String(order === current), 'aria-label': t(words === 'order' ? 'sort.by.order' : `sort.by.${order}`),
      onclick: () => act.sort(list, order === current ? '' : order) }, t(`col.${words}`));
  }));
}

export const empty = (key) => el('p.blank', null, t(key));

/** Where in the article, in words: a paragraph's number, headline, deck, caption. */
export function whereOf(doc, offset) {
  const block = blockAt(doc, offset);
  if (!block) return '';
  if (block.kind === 'body') return t('para', { n: block.number });
  return t(`where.${block.kind}`, { n: block.number ?? 1 });
}

const PAGE = 50;

/** The first fifty of a long list, and a button for the rest. */
export function paged(name, items, opened, make) {
  const limit = opened[name] ?? PAGE;
  const rows = items.slice(0, limit).map(make);
  if (items.length > limit) {
    rows.push(el('li.more', null, el('button', { type: 'button', onclick: () => update({ opened: { ...opened, [name]: limit + 500 } }) },
      t('more', { n: items.length - limit }))));
  }
  return rows;
}
