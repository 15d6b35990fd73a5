// Everything a reader can do, by name. Actions change state and move focus; they draw nothing.
import { $ } from './dom.js';
import { t } from './i18n/index.js';
import { keepText, setLanguagePref, setPref, state, update } from './state.js';
import { KINDS } from './article/model.js';
import { bring } from './article/place.js';
import { LONG } from './article/render.js';
import { elementOf, offsetInView, rangeOf, setTabStop, showOffset, stopRendering } from './article/view.js';
import { visibleMarks } from './article/keyboard.js';
import { siblings } from './card/card.js';
import { foresee } from './card/place.js';
import { hitsOf } from './panel/find.js';
import { listed } from './panel/filter.js';
import { readClipboard } from './arrival/bind.js';
import { say } from './live.js';

const SHEET = '(max-width: 1159px)';
const PHONE = '(max-width: 640px)';
let opener = null; // what had the focus before a card was opened from the panel
let typing = 0;

export function makeActions({ read, retry, follow, cancel }) {
  const act = {
    read, retry,
    refresh: () => update({}),
    stop: stopRendering,
    back: () => state.last && read(state.last.text, state.last.hints),
    openFile: () => $('#file').click(),
    pasteClipboard: () => readClipboard(act),

    fresh() {
      act.leave();
      requestAnimationFrame(() => $('#source')?.focus({ preventScroll: true }));
    },
    /** Back to the empty page. The text is forgotten by the device; the open page can still bring it back. */
    leave() {
      keepText('');
      clearTimeout(typing);
      cancel();
      const last = state.text.trim() ? { text: state.text, hints: state.hints } : state.last;
      update({ last, view: 'arrival', text: '', hints: [], only: '', doc: null, selected: null, card: false, error: null, menu: null, sheet: '', marking: false, query: '' });
    },

    /** Selects a mark: its class, the locator, the panel's line; with a card, and with the focus, if asked. */
    select(id, { card = false, focusCard = false, scroll = false, focus = false } = {}) {
      const annotation = state.doc?.byId.get(id);
      if (!annotation) return;
      unfold(elementOf(id));
      globalThis.CSS?.highlights?.delete('spot');
      const node = setTabStop(id);
      update({ selected: id, card, focusCard, menu: null, sheet: card && matchMedia(SHEET).matches ? '' : state.sheet });
      if (focus) node?.focus({ preventScroll: true });
      if (scroll || (card && matchMedia(PHONE).matches)) reveal(node);
    },
    clickArticle(event) {
      if (!getSelection().isCollapsed) return; // someone is copying, not asking
      const mark = event.target.closest('[data-id]');
      if (event.target.closest('summary')) return;
      if (!mark || state.hidden.has(state.doc?.byId.get(mark.dataset.id)?.type)) return act.closeCard();
      opener = null;
      act.select(mark.dataset.id, { card: true });
    },
    /** The focus goes back to where the card was opened from: the panel's line or the mark. */
    closeCard() {
      const inside = $('#card').contains(document.activeElement);
      const back = opener?.isConnected ? opener : elementOf(state.selected);
      globalThis.CSS?.highlights?.delete('spot');
      update({ card: false, selected: null });
      if (inside) back?.focus({ preventScroll: true });
      opener = null;
    },
    escape(event) {
      if (state.menu) {
        const button = $(`[data-act=${state.menu}]`);
        update({ menu: null });
        button?.focus();
      } else if (state.view === 'edit') act.done();
      else if (state.card) act.closeCard();
      else if (event.target.id === 'find') {
        act.search('');
        event.target.value = '';
        $('#article [tabindex="0"]')?.focus({ preventScroll: true });
      } else if (state.sheet) act.toggleSheet('');
      else if (state.selected) update({ selected: null });
    },
    /** Next or previous of `list` from the selected mark, or from the first one in view. */
    step(list, by, event) {
      if (!list.length) return;
      event?.preventDefault();
      const focused = document.activeElement?.closest?.('#article [data-id]')?.dataset.id;
      const from = state.doc.byId.get(state.selected ?? focused);
      let at = from ? list.indexOf(from) : -1;
      if (at < 0) at = from ? (by > 0 ? list.findLastIndex((a) => a.start <= from.start) : list.findIndex((a) => a.start >= from.start)) : by > 0 ? -1 : 0;
      const to = (at + by + list.length) % list.length;
      const wrapped = by > 0 ? to <= at : to >= at && at >= 0;
      const next = list[to];
      act.select(next.id, { scroll: true, focus: true, card: false });
      const around = siblings(state, next);
      say([wrapped && list.length > 1 ? t('live.wrap') : '', t('live.mark', { kind: t(`kind.${next.type}`), i: around.indexOf(next) + 1, k: around.length })].filter(Boolean).join('. '));
    },

    /** A panel line leads to its words; pressed again, to the next place. */
    openEntity(entity) {
      const now = state.doc.byId.get(state.selected);
      const list = entity.mentions.filter((a) => !state.hidden.has(a.type));
      const at = list.indexOf(now);
      act.openAnnotation(list[(at + 1) % list.length] ?? entity.mentions[0]);
    },
    openStatement: (s) => (s.direct ? act.openAnnotation(s.parts[0]) : act.openSpan(s.parts[0].start, s.parts.at(-1).end)),
    /** An unnamed source has no mark; its statements are walked. */
    openSource(source) {
      const at = source.statements.findIndex((s) => s.parts.some((part) => part.id === state.selected));
      act.openStatement(source.statements[(at + 1) % source.statements.length]);
    },
    openAnnotation(annotation) {
      opener = $('#card').contains(document.activeElement) ? opener : document.activeElement;
      act.select(annotation.id, { card: true, scroll: true });
    },
    openSpan(start, end) {
      act.closeCard();
      if (matchMedia(SHEET).matches) update({ sheet: '' });
      const range = rangeOf(start, end);
      if (!range) return;
      unfold(range.startContainer.parentElement);
      if (globalThis.CSS?.highlights) CSS.highlights.set('spot', new Highlight(range));
      reveal(range.startContainer.parentElement);
    },
    openSection(id) {
      if (matchMedia(SHEET).matches && !state.sheet) update({ sheet: 'open', card: false });
      requestAnimationFrame(() => $(`#s-${id}`).scrollIntoView({ block: 'start' }));
    },

    toggleKind(index) {
      const kind = KINDS[index];
      const hidden = new Set(state.hidden);
      const off = !hidden.delete(kind);
      if (off) hidden.add(kind);
      const selectedGone = state.doc?.byId.get(state.selected)?.type === kind && off;
      update({ hidden, ...(selectedGone ? { selected: null, card: false } : {}) });
      const stop = $('#article [data-id][tabindex="0"]')?.dataset.id;
      if (off && state.doc?.byId.get(stop)?.type === kind) {
        const first = visibleMarks({ doc: state.doc, hidden })[0];
        if (first) setTabStop(first.id);
      }
      say(t(off ? 'live.hidden' : 'live.shown', { kind: t(`kind.${kind}`) }));
    },
    search: (query) => {
      update({ query, hit: 0 });
      if (query.trim()) showHit(0);
    },
    nextHit(by) {
      update({ hit: state.hit + by });
      showHit(state.hit);
    },
    find() {
      const focus = () => {
        $('#find').focus();
        $('#find').select();
      };
      if (!matchMedia(SHEET).matches || state.sheet) return focus();
      update({ sheet: 'open', card: false });
      requestAnimationFrame(focus);
    },
    sort: (list, order) => update({ sorts: { ...state.sorts, [list]: order } }),
    /** Narrows the lists to one part of the voices; pressed again, to none. */
    only(part) {
      const only = part === state.only ? '' : part;
      update({ only });
      const list = listed(state.doc, { ...state, only });
      const voice = t(only ? { say: 'voice.says', silent: 'voice.silent', anon: 'voice.unnamed', dbt: 'doubt' }[only] : 'voice.all');
      if (only) requestAnimationFrame(() => requestAnimationFrame(showLists));
      say(t('live.only', { voice, c: list.companies.length, p: list.people.length + list.unnamed.length, q: list.statements.length }));
    },
    mapAs: (mapAs) => update({ mapAs }),
    toggleSheet: (to = state.sheet ? '' : 'open') => update({ sheet: to, card: false }),
    fullSheet: () => act.toggleSheet(state.sheet === 'full' ? 'open' : 'full'),

    menu: (name) => update({ menu: state.menu === name ? null : name }),
    pref: setPref,
    labels: () => setPref('labels', !state.prefs.labels),
    language: () => setLanguagePref(state.language === 'ko' ? 'en' : 'ko'),
    // Rarely used parts are fetched on first use; the service worker has them when the network has gone.
    async help(part) {
      update({ menu: null });
      (await import('./tools/help.js')).openHelp(state.language, typeof part === 'string' ? part : '');
    },
    about: () => act.help('about'),
    async export(format) {
      update({ menu: null });
      (await import('./tools/export.js')).download(state.doc, format);
    },
    async print() {
      update({ menu: null });
      (await import('./tools/print.js')).layPrint(state.doc);
      print();
    },
    async copy(text, button) {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        return;
      }
      say(t('quote.copied'));
      if (!button) return;
      const words = button.textContent;
      button.textContent = t('quote.copied');
      setTimeout(() => { button.textContent = words; }, 1500);
    },

    edit() {
      const editor = $('#editor');
      const at = offsetInView();
      editor.value = state.text;
      update({ view: 'edit', card: false, selected: null, menu: null, sheet: '' });
      requestAnimationFrame(() => {
        editor.focus({ preventScroll: true });
        editor.setSelectionRange(at, at);
        editor.scrollTop = (at / Math.max(1, state.text.length)) * editor.scrollHeight;
      });
    },
    type(event) {
      clearTimeout(typing);
      const { value } = event.target;
      typing = setTimeout(() => follow(value), 200);
    },
    async done() {
      clearTimeout(typing);
      const editor = $('#editor');
      const { value } = editor;
      if (!value.trim()) return act.fresh();
      if (value !== state.text) await follow(value);
      const at = editor.scrollTop || editor.selectionStart ? editor.selectionStart : 0;
      showOffset(at);
      update({ view: 'reading' });
      requestAnimationFrame(() => $('#article').focus({ preventScroll: true }));
    },
  };
  return act;
}

function showHit(hit) {
  const hits = hitsOf(state.doc.text, state.query);
  if (!hits.length) return;
  const range = rangeOf(...hits[((hit % hits.length) + hits.length) % hits.length]);
  if (!range) return;
  unfold(range.startContainer.parentElement);
  bring(() => range.getBoundingClientRect(), 0.35, innerHeight - 100, isLong());
}

/** After narrowing, the lists come into view below the parts that narrowed them. */
function showLists() {
  const scroller = $('#p-scroll');
  const edge = scroller.getBoundingClientRect();
  const first = ['#s-companies', '#s-people'].map((id) => $(`${id} .list`)).find(Boolean);
  if (!first || first.getBoundingClientRect().top < edge.bottom - 60) return;
  scroller.scrollBy({ top: $('.glance .key').getBoundingClientRect().top - edge.top - 48 });
}

/** A mark in folded lines is unfolded before it is shown. */
function unfold(node) {
  const folded = node?.closest('details.furn:not([open])');
  if (folded) folded.open = true;
}

/** Brings a mark to the upper third, clear of masthead, card and sheet. */
function reveal(node) {
  if (!node) return;
  const phone = matchMedia(PHONE).matches;
  const rectOf = () => node.getClientRects()[0] ?? node.getBoundingClientRect();
  foresee(bring(rectOf, phone ? 0.18 : 0.3, innerHeight * (phone ? 0.35 : 0.6), isLong()));
}

const isLong = () => state.doc?.text.length > LONG;
