// The reading column: renders the document once, then only moves classes about.
import { $, el, rebuild } from '../dom.js';
import { t } from '../i18n/index.js';
import { state, update } from '../state.js';
import { sameMark } from './model.js';
import { labelArticle, renderArticle, textIndex } from './render.js';
import { layMargin } from './margin.js';
import { renderLocator } from './locator.js';

let shown = null; // the document on the page
let drawn = null; // its rendering
let elements = new Map();
let stopper = null;
let index = null;
let lit = [];
let laidFor = null; // the margin hangs on the text's size and leading, so on these
let laidIn = null;

export const elementsOf = (id) => elements.get(id) ?? [];
export const elementOf = (id) => elements.get(id)?.[0];

export function renderArticleView(current, act) {
  const root = $('#article');
  if (current.doc !== shown && current.view !== 'edit') show(root, current);
  if (current.view === 'reading' && (laidFor !== current.prefs || laidIn !== current.view)) lay();
  [laidFor, laidIn] = [current.prefs, current.view];
  renderDateline(current, act);
  renderSelection(current);
  renderLocator($('#rail'), current);
  rebuild($('#error'), [current.error, current.language, current.view], () => buildError(current, act));
}

function show(root, current) {
  stopper?.abort();
  stopper = new AbortController();
  const before = shown;
  shown = current.doc;
  index = null;
  lit = [];
  if (!shown) {
    elements = new Map();
    drawn = null;
    root.replaceChildren();
    return;
  }
  const stop = before?.byId.get(root.querySelector('[data-id][tabindex="0"]')?.dataset.id);
  const focused = root.contains(document.activeElement) && document.activeElement.dataset.id;
  const back = before ? heldPlace(root) : null;
  root.classList.toggle('long', shown.text.length > 60000);
  drawn = renderArticle(root, shown, { signal: stopper.signal, before: drawn, onProgress: (progress) => update({ progress }) });
  elements = drawn.elements;
  const placed = drawn.kept || !back || back();
  const again = sameMark(shown, stop);
  if (again) {
    const node = setTabStop(again.id);
    if (focused) node?.focus({ preventScroll: true });
  }
  settle(root);
  const { done } = drawn;
  if (drawn.whole) return;
  done.then((whole) => {
    if (!whole) return;
    index = null;
    if (!placed) back();
    settle(root);
    update({});
  });
}

/** The group at the top of the view, by its place in the text; brings its successor there when the text is drawn anew. */
function heldPlace(root) {
  const edge = root.getBoundingClientRect().top < 0 && drawn ? 60 : null;
  const group = edge == null ? null : drawn.groups.find((g) => g.node?.isConnected && g.node.getBoundingClientRect().bottom > edge);
  if (!group) return null;
  const top = group.node.getBoundingClientRect().top;
  return () => {
    const now = groupAt(group.blocks[0].start);
    if (!now || (!drawn.whole && now.blocks.at(-1).end < group.blocks[0].start)) return false;
    scrollBy({ top: now.node.getBoundingClientRect().top - top, behavior: 'instant' });
    return true;
  };
}

const groupAt = (offset) => drawn?.groups.findLast((g) => g.node && g.blocks[0].start <= offset) ?? drawn?.groups[0];

/** Where in the text the view begins; 0 at its top. */
export function offsetInView() {
  if (!drawn || scrollY < 40) return 0;
  return drawn.groups.find((g) => g.node?.isConnected && g.node.getBoundingClientRect().bottom > 90)?.blocks[0].start ?? 0;
}

/** Brings the paragraph at `offset` to the top of the view. */
export function showOffset(offset) {
  const group = offset ? groupAt(offset) : null;
  if (group) scrollTo({ top: group.node.getBoundingClientRect().top + scrollY - 90, behavior: 'instant' });
  else scrollTo({ top: 0, behavior: 'instant' });
}

const lay = () => layMargin($('.margin'), $('#article'), shown, elementOf);

/** What depends on the article's elements: our labels on it, the margin, the one tab stop. */
export function settle(root = $('#article')) {
  labelArticle(root);
  lay();
  if (!root.querySelector('[data-id][tabindex="0"]')) {
    const first = root.querySelector('h1 mark, .deck mark, .body mark, mark');
    if (first) first.tabIndex = 0;
  }
}

export const stopRendering = () => stopper?.abort();

export function renderSelection(current) {
  for (const node of lit) node.classList.remove('sel', 'kin');
  lit = [];
  const chosen = current.doc?.byId.get(current.selected);
  if (!chosen) return;
  const entity = current.doc.entities.get(chosen.entity);
  const put = (id, name) => {
    for (const node of elementsOf(id)) {
      node.classList.add(name);
      lit.push(node);
    }
  };
  for (const mention of entity?.mentions ?? []) if (mention.id !== chosen.id) put(mention.id, 'kin');
  for (const part of chosen.of?.parts ?? []) if (part.id !== chosen.id) put(part.id, 'kin');
  put(chosen.id, 'sel');
}

/** Moves the one tab stop of the text to `id`. */
export function setTabStop(id) {
  for (const node of document.querySelectorAll('#article [data-id][tabindex="0"]')) node.tabIndex = -1;
  const node = elementOf(id);
  if (node) node.tabIndex = 0;
  return node;
}

/** Ranges over the article's text, for search and for spans that are not marks. */
export function rangeOf(start, end) {
  index ??= textIndex($('#article'));
  return index.range(start, end);
}

function renderDateline({ doc, seconds, progress, marking, language, error }, act) {
  const parts = Math.round(progress * 20) * 5;
  rebuild($('#dateline'), [doc, seconds, parts, marking, language, error], () => {
    if (!doc) return marking ? [el('span', null, t('date.marking'))] : [];
    const minutes = Math.max(1, Math.round(doc.text.length / (doc.language === 'ko' ? 520 : 1100)));
    const spans = [t('date.pasted'), t('date.length', { n: doc.text.length }), t('date.read', { n: minutes })];
    if (parts < 100) spans.push(t('date.partial', { p: parts }));
    else if (seconds != null) spans.push(t('date.marked', { s: seconds }));
    return [spans.map((words) => el('span', null, words)),
      parts < 100 && el('button', { type: 'button', onclick: act.stop }, t('date.stop'))];
  });
}

function buildError({ error, view }, act) {
  if (!error || view === 'arrival') return [];
  return [el('p.err', null, t(error.key), ' ',
    error.retry && el('button', { type: 'button', onclick: act.retry }, t('err.retry')))];
}

addEventListener('resize', () => requestAnimationFrame(() => {
  if (state.view === 'reading' && shown) lay();
}));
