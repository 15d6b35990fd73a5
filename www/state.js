// One plain object and one render a frame: handlers only change state, views only read it.
const listeners = new Set();
let scheduled = false;

export const state = {
  view: 'arrival', // arrival | reading | edit
  text: '', // what was pasted, never altered
  hints: [], // what the markup of a pasted page said of stretches of `text`
  last: null, // the text that was left, for as long as the page is open
  doc: null, // the indexed engine output for `text`
  marking: false,
  error: null, // {key, action}
  seconds: null,
  progress: 1, // share of the article already on the page
  selected: null, // annotation id
  card: false,
  focusCard: false,
  hidden: new Set(), // kinds switched off
  sorts: { companies: '', people: '', quotes: 'speaker' }, // '' is the engine's order of weight
  only: '', // '' | say | silent | anon | dbt: the voices that the lists are narrowed to
  mapAs: 'figure',
  query: '',
  hit: 0,
  menu: null, // null | view | export
  sheet: '', // '' | open | full
  opened: {}, // lists opened beyond their first fifty lines
  language: 'ko',
  prefs: { theme: 'system', font: 'serif', size: 'm', labels: false, keys: true },
};

/** Calls `render` once in the next frame, however many changes this one brings. */
export function onRender(render) {
  listeners.add(render);
}

export function update(patch) {
  Object.assign(state, patch);
  if (scheduled) return;
  scheduled = true;
  const run = () => {
    if (!scheduled) return;
    scheduled = false;
    for (const render of listeners) render(state);
  };
  // A hidden tab gets no animation frames; the render must not wait for it to come back.
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(run);
}

export function setPref(name, value) {
  update({ prefs: { ...state.prefs, [name]: value } });
  keepPrefs();
}

export function setLanguagePref(language) {
  update({ language });
  keepPrefs();
}

const keepPrefs = () => keep('prefs', JSON.stringify({ ...state.prefs, language: state.language }));

/** Preferences stay on this device until cleared; storage may be forbidden (file:, private windows). */
function keep(name, value) {
  try {
    localStorage.setItem(`mitjul.${name}`, value);
  } catch { /* the page works without memory */ }
}

/** Takes over what was kept; `otherwise` is the language of one who has chosen none. */
export function recallPrefs(otherwise) {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('mitjul.prefs') ?? '{}');
  } catch { /* forbidden, or not ours */ }
  const { language, ...prefs } = kept;
  update({ prefs: { ...state.prefs, ...prefs }, language: language ?? otherwise });
}

/** Words typed into the empty page's field, for this tab. */
export function keepDraft(words) {
  try {
    sessionStorage.setItem('mitjul.draft', words);
  } catch { /* as above */ }
}

export function recallDraft() {
  try {
    return sessionStorage.getItem('mitjul.draft') ?? '';
  } catch {
    return '';
  }
}

/** The text itself is kept for this tab only, so that a reload does not lose it. */
export function keepText(text, hints = []) {
  try {
    if (text) sessionStorage.setItem('mitjul.text', JSON.stringify({ text, hints }));
    else sessionStorage.removeItem('mitjul.text');
  } catch { /* too long or forbidden: a reload then starts empty */ }
}

export function recallText() {
  try {
    return JSON.parse(sessionStorage.getItem('mitjul.text')) ?? { text: '' };
  } catch {
    return { text: '' };
  }
}
