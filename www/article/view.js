// The reading column: renders the document once, then only moves classes about.
import { $, el, rebuild } from '../dom.js';
import { t } from '../i18n/index.js';
import { state, update } from '../state.js';
import { sameMark } from './model.js';
import { heldPlace, offsetAtTop, scrollToOffset } from './place.js';
import { LONG, labelArticle, renderArticle, textIndex } from './render.js';
import { layMargin } from './margin.js';
import { renderLocator } from './locator.js';

const NONE = { groups: [], elements: new Map() };
let shown = null; // the document on the page
let drawn = NONE; // its rendering
let stopper = null;
let index = null;
let lit = [];
let wanted = 0; // where in the text the next drawing must reach at once
let stop = null; // the one tab stop of the text
let laidFor = null; // the margin hangs on the text's size and leading, so on these
let laidIn = null;

export const elementsOf = (id) => drawn.elements.get(id) ?? [];
export const elementOf = (id) => drawn.elements.get(id)?.[0];

export function renderArticleView(current, act) {
  const root = $('#article');
  if (current.doc !== shown && current.view !== 'edit') show(root, current);
  // What takes longer to mark can already be read.
  if (!current.doc && current.marking && current.view === 'reading' && !root.firstChild) root.append(el('p.body.waiting', null, current.text.slice(0, 3000)));
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
    drawn = NONE;
    stop = null;
    root.replaceChildren();
    return;
  }
  const stopped = before?.byId.get(stop?.dataset.id);
  const focused = stop != null && document.activeElement === stop;
  const held = before && heldPlace(root, drawn);
  const until = Math.max(wanted, held?.start ?? 0);
  let percent = 0;
  root.classList.toggle('long', shown.text.length > LONG);
  drawn = renderArticle(root, shown, {
    signal: stopper.signal,
    before: drawn,
    until: until < LONG ? until : 0,
    onProgress(progress) { // a render for each twentieth, not for each slice
      if (Math.floor(progress * 20) === percent && progress < 1) return;
      percent = Math.floor(progress * 20);
      update({ progress });
    },
  });
  const placed = drawn.kept || !held || held.back(drawn);
  stop = null;
  const again = sameMark(shown, stopped);
  if (again) setTabStop(again.id);
  if (focused) stop?.focus({ preventScroll: true });
  settle(root);
  if (drawn.whole) return;
  drawn.done.then((whole) => {
    if (!whole) return;
    index = null;
    if (!placed) held.back(drawn);
    settle(root);
    update({});
  });
}

let laying = false;

/** Lays the margin after the next frame: by then the positions that it reads are known. */
function lay() {
  if (laying) return;
  laying = true;
  requestAnimationFrame(() => setTimeout(() => {
    laying = false;
    if (state.view === 'reading') layMargin($('.margin'), $('#article'), shown, drawn);
  }));
}

/** What depends on the article's elements: our labels on it, the margin, the one tab stop. */
export function settle(root = $('#article')) {
  labelArticle(root);
  lay();
  if (stop?.isConnected) return;
  stop = root.querySelector('h1 mark, .deck mark, .body mark, mark');
  if (stop) stop.tabIndex = 0;
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
  const node = elementOf(id);
  if (!node) return null;
  if (stop) stop.tabIndex = -1;
  stop = node;
  stop.tabIndex = 0;
  return node;
}

/** Ranges over the article's text, for search and for spans that are not marks. */
export function rangeOf(start, end) {
  index ??= textIndex($('#article'));
  return index.range(start, end);
}

export const offsetInView = () => offsetAtTop(drawn);

/** Brings the text at `offset` into the view that is about to be shown; up to there it is drawn at once. */
export function showOffset(offset) {
  wanted = offset;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    wanted = 0;
    scrollToOffset(drawn, offset);
  }));
}

function renderDateline({ doc, seconds, progress, marking, language, error }, act) {
  const parts = Math.round(progress * 20) * 5;
  rebuild($('#dateline'), [doc, seconds, parts, marking, language, error], () => {
    if (!doc) return marking ? [el('span', null, t('date.marking')), el('button', { type: 'button', onclick: act.fresh }, t('date.stop'))] : [];
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

addEventListener('resize', () => { if (shown) lay(); });
// A long text has notes near the view only, and its paragraphs get their true heights as they come into it.
let scrolled = 0;
addEventListener('scroll', () => {
  if (!shown || shown.text.length <= LONG) return;
  clearTimeout(scrolled);
  scrolled = setTimeout(lay, 120);
}, { passive: true });
