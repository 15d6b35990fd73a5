import ko from './ko.js';
import en from './en.js';

const tables = { ko, en };
let table = ko;
let language = 'ko';
let plural = new Intl.PluralRules('ko');
let number = new Intl.NumberFormat('ko');

export function setLanguage(name) {
  language = tables[name] ? name : 'ko';
  table = tables[language];
  plural = new Intl.PluralRules(language);
  number = new Intl.NumberFormat(language);
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
  return plural.select(values.n ?? 0) === 'one' && language === 'en' ? one : other;
}

const show = (value) => (typeof value === 'number' ? number.format(value) : String(value ?? ''));

/** Fills the fixed words of the page: `data-t`, `data-t-label`, `data-t-placeholder`, `data-t-title`. */
export function translatePage(root = document) {
  document.documentElement.lang = language;
  document.title = t('app.title');
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel));
  for (const node of root.querySelectorAll('[data-t-placeholder]')) node.placeholder = t(node.dataset.tPlaceholder);
}
