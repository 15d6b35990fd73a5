// Wiring: events in, state changed, one render a frame.
import { $, breathe, el, pauses, whenIdle } from './dom.js';
import { preferredLanguage, setLanguage, t, tNodes, translatePage } from './i18n/index.js';
import { keepText, onRender, recallPrefs, recallText, state, update } from './state.js';
import * as engine from './engine/client.js';
import { indexDocument, sameMark } from './article/model.js';
import { renderArticleView, settle } from './article/view.js';
import { onKey } from './article/keyboard.js';
import { renderArrival } from './arrival/arrival.js';
import { bindIntake } from './arrival/bind.js';
import { renderPanel } from './panel/panel.js';
import { renderCard } from './card/card.js';
import { renderMenu } from './tools/menus.js';
import { countRequests } from './tools/requests.js';
import { say } from './live.js';
import { makeActions } from './actions.js';

engine.start(); // loads while the page paints

const act = makeActions({ read, retry: () => read(state.text, state.hints), follow, cancel: engine.cancel });

async function read(text, hints = []) {
  if (!text.trim()) return update({ error: { key: 'err.blank' }, view: 'arrival' });
  const started = performance.now();
  const marked = mark(text, hints); // the engine works while the page gets ready
  if (state.view === 'arrival' && history.state?.view !== 'reading') {
    try {
      history.pushState({ view: 'reading' }, '');
    } catch { /* some file: pages have no history of their own */ }
  }
  setTimeout(() => keepText(text, hints));
  begins = true;
  // Marking takes a blink: only where it does not, the reading view comes first and says so.
  const patient = setTimeout(() => update({ view: 'reading' }), 300);
  update({ text, hints, doc: null, marking: true, error: null, seconds: null, selected: null, card: false, query: '', only: '', opened: {}, sheet: '' });
  const doc = await marked;
  clearTimeout(patient);
  if (!doc) return;
  update({ view: 'reading', doc, marking: false, progress: 0 });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    whenIdle(engine.seen);
    const milliseconds = performance.now() - started;
    update({ seconds: Math.max(0.01, Math.round(milliseconds / 10) / 100) });
    setTimeout(() => $('#article').focus({ preventScroll: true }));
    const { company: c, executive: e, person: p, quote: q, caption: k } = doc.counts;
    say(t('live.done', { c, e, p, q, k }));
  }));
}

/** Re-annotates what is being typed; the old marks stay in the panel until the new ones are there. */
async function follow(text) {
  keepText(text);
  const doc = await mark(text);
  if (doc) adopt(text, doc);
  engine.seen();
}

/** Puts another document in the place of the present one: selection, card, lists and scroll stay where they are. */
function adopt(text, doc) {
  const again = sameMark(doc, state.doc?.byId.get(state.selected));
  update({ text, hints: text === state.text ? state.hints : [], doc, error: null, selected: again?.id ?? null, card: state.card && again != null });
}

// A better answer to the same text may come later, when more of the engine has loaded.
engine.onBetter(async (output) => {
  const { text } = state;
  const doc = await indexDocument(text, output, pauses());
  if (state.doc && state.text === text) adopt(text, doc);
});

async function mark(text, hints = []) {
  try {
    const { output } = await engine.annotate(text, hints);
    await breathe(); // the answer was one piece of work, its index is another
    return await indexDocument(text, output, pauses());
  } catch (error) {
    if (error instanceof engine.StaleError) return null;
    console.error(error);
    update({ view: state.view === 'edit' ? 'edit' : 'reading', marking: false, error: { key: 'err.engine', retry: true } });
    return null;
  }
}

let begins = false; // a text that was just given is read from its top
let shownLanguage = null;
onRender(() => {
  const root = document.documentElement;
  if (shownLanguage !== state.language) {
    shownLanguage = state.language;
    setLanguage(state.language);
    translatePage();
    for (const kind of ['company', 'executive', 'person', 'quote', 'caption']) root.style.setProperty(`--label-${kind}`, `"${t(`kind.${kind}`)}"`);
    root.style.setProperty('--label-glue', `"${t('furn.glued')}"`);
    $('#vow').replaceChildren(...tNodes('vow.short', { where: el('b', null, t('vow.where')) }));
    $('#live').textContent = '';
    if (state.doc) settle();
    showRequests();
  }
  const { prefs } = state;
  Object.assign(root.dataset, { view: state.view, theme: prefs.theme, font: prefs.font, size: prefs.size, labels: prefs.labels ? 'on' : 'off', sheet: state.sheet, card: state.card ? 'on' : 'off' });
  for (const kind of ['company', 'executive', 'person', 'quote', 'caption']) root.classList.toggle(`no-${kind}`, state.hidden.has(kind));
  renderArrival(state, act);
  renderArticleView(state, act);
  renderPanel(state, act);
  renderCard(state, act);
  renderMenu(state, act);
  // Here and not when the text is given: scrolling lays the page out, which is due in this frame anyway.
  if (begins && state.view === 'reading') {
    begins = false;
    scrollTo({ top: 0, behavior: 'instant' });
  }
});

let requests = null;
function showRequests() {
  $('#requests').textContent = requests == null ? '' : t('vow.count', { n: requests });
}

const byName = { edit: act.edit, export: () => act.menu('export'), print: act.print, view: () => act.menu('view'), language: act.language, help: act.help, new: act.fresh, done: act.done };
for (const button of document.querySelectorAll('[data-act]')) button.addEventListener('click', byName[button.dataset.act]);
$('#home').addEventListener('click', act.fresh);
// No jump to a fragment: that would be a step in the history.
$('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  $({ arrival: '#source', reading: '#article', edit: '#editor' }[state.view])?.focus();
});
$('#article').addEventListener('click', act.clickArticle);
$('#article').addEventListener('toggle', () => settle(), true); // folding moves every line below
$('#editor').addEventListener('input', act.type);
document.addEventListener('keydown', (event) => onKey(event, state, act));
document.addEventListener('pointerdown', (event) => {
  if (state.menu && !event.target.closest('#menu, [aria-controls=menu]')) update({ menu: null });
});
addEventListener('resize', () => update({}));
addEventListener('popstate', (event) => {
  if (event.state?.view !== 'reading') act.leave();
  else if (state.view === 'arrival') act.back();
});
// The browser's own print command does not wait, so its part is fetched before it is asked for.
let layPrint = null;
engine.settled.then(() => import('./tools/print.js')).then((part) => { layPrint = part.layPrint; }, () => {});
addEventListener('beforeprint', () => layPrint?.(state.doc));
bindIntake(state, act);
countRequests((n) => {
  requests = n;
  showRequests();
});

recallPrefs(preferredLanguage());
setLanguage(state.language);
// Another tab of the page has changed the settings.
addEventListener('storage', (event) => { if (event.key === 'mitjul.prefs') recallPrefs(state.language); });
performance.mark('ready');
const kept = recallText();
if (kept.text) read(kept.text, kept.hints);
else update({});

// A page opened from disk has no service worker; the build without a version has none either. It fetches all there is,
// so it comes when the engine has all it needs.
if (location.protocol.startsWith('http') && 'serviceWorker' in navigator) {
  engine.settled.then(() => navigator.serviceWorker.register('./sw.js')).catch(() => {});
}
