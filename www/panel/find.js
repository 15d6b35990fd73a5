// Search marks its hits with the CSS Custom Highlight API: passing states change no element.
import { $, el } from '../dom.js';
import { t } from '../i18n/index.js';
import { rangeOf } from '../article/view.js';
import { patternOf } from './filter.js';

const MOST = 2000;
let shownFor = [];

export function buildFind(act) {
  return el('div.find', { role: 'search' },
    el('label.vh', { for: 'find' }, t('find.label')),
    el('input', { id: 'find', type: 'search', placeholder: t('find.placeholder'), autocomplete: 'off', enterkeyhint: 'search',
      oninput: (e) => act.search(e.target.value),
      onkeydown: (e) => {
        if (e.key === 'Enter') {
          e.preventDefault();
          act.nextHit(e.shiftKey ? -1 : 1);
        }
      } }),
    el('output', { id: 'find-at', for: 'find' }),
    el('kbd', { 'aria-hidden': 'true' }, '/'));
}

/** Where `query` stands in `text`. */
export function hitsOf(text, query) {
  const pattern = patternOf(query, 'giu');
  if (!pattern) return [];
  const hits = [];
  for (const match of text.matchAll(pattern)) {
    hits.push([match.index, match.index + match[0].length]);
    if (hits.length === MOST) break;
  }
  return hits;
}

export function reflectFind(state) {
  const { doc, query, hit, progress, language } = state;
  const inputs = [doc, query, hit, progress, language];
  if (inputs.every((value, i) => value === shownFor[i])) return;
  shownFor = inputs;
  const hits = hitsOf(doc.text, query);
  const at = hits.length ? ((hit % hits.length) + hits.length) % hits.length : 0;
  $('#find-at').textContent = !query.trim() ? '' : hits.length ? t('find.at', { i: at + 1, k: hits.length }) : t('find.none');
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.delete('hit');
  CSS.highlights.delete('hit-now');
  if (!hits.length) return;
  CSS.highlights.set('hit', new Highlight(...hits.filter((_, i) => i !== at).map(([s, e]) => rangeOf(s, e)).filter(Boolean)));
  const now = rangeOf(...hits[at]);
  if (now) CSS.highlights.set('hit-now', new Highlight(now));
}
