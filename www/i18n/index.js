import ko from './ko.js';
import en from './en.js';

const tables = { ko, en };
let table = ko;
let language = 'ko';

export function setLanguage(name) {
  language = tables[name] ? name : 'ko';
  table = tables[language];
}

/** Korean unless the browser asks for another language only. */
export function preferredLanguage() {
  const wanted = navigator.languages?.length ? navigator.languages : [navigator.language ?? 'ko'];
  return wanted.some((tag) => tag.toLowerCase().startsWith('ko')) ? 'ko' : 'en';
}

export const currentLanguage = () => language;
export const has = (key) => key in table;

/** The words for `key`; `{name}` is filled in, `one|other` is chosen by `{n}`. */
export function t(key, values = {}) {
  return pick(key, values).replace(/\{(\w+)\}/g, (_, name) => show(values[name]));
}

/** As `t`, for templates whose values are elements: a list of strings and nodes. */
export function tNodes(key, values = {}) {
  return pick(key, values).split(/(\{\w+\})/).filter(Boolean).map((part) => {
    const value = part.startsWith('{') ? values[part.slice(1, -1)] : part;
    return value instanceof Node || Array.isArray(value) ? value : show(value);
  });
}

function pick(key, values) {
  const words = table[key] ?? key;
  if (!words.includes('|')) return words;
  const [one, other] = words.split('|');
  return language === 'en' && values.n === 1 ? one : other;
}

// In threes, as both languages write numbers. The first Intl.NumberFormat takes Chromium 30 to 70 ms, and stood before
// the first paint of the page.
const grouped = (number) => String(number).replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const show = (value) => (typeof value === 'number' ? grouped(value) : String(value ?? ''));

/** Fills the fixed words of the page: `data-t`, `data-t-label`, `data-t-placeholder`, `data-t-title`. */
export function translatePage(root = document) {
  document.documentElement.lang = language;
  document.title = t('app.title');
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel));
  for (const node of root.querySelectorAll('[data-t-placeholder]')) node.placeholder = t(node.dataset.tPlaceholder);
}
