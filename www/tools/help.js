import { $, el, rebuild } from '../dom.js';
import { t } from '../i18n/index.js';
import { kindWord } from '../panel/parts.js';
import { measured } from './measured.js';

const KEYS = [['← →', 'marks'], ['n p', 'entity'], ['j k', 'quotes'], ['c', 'captions'], ['Enter', 'card'], ['Esc', 'escape'],
  ['/', 'find'], ['L', 'labels'], ['1–5', 'kinds'], ['?', 'help']];

/** The help sheet, with what Mitjul can and cannot do; the page's only modal. */
export function openHelp(language, part) {
  const dialog = $('#help');
  rebuild(dialog, [language], () => [
    el('div.h-top', null, el('h2', null, t('tool.help')),
      el('button.x', { type: 'button', 'aria-label': t('panel.close'), onclick: () => dialog.close() }, '×')),
    el('h3', null, t('help.marks')),
    el('p.h-kinds', null, ['company', 'executive', 'person', 'quote', 'caption'].map((kind) => kindWord(kind))),
    el('p', null, t('help.marks.text')),
    el('h3', null, t('help.keys')),
    el('dl.keys', null, KEYS.map(([keys, name]) => [
      el('dt', null, keys.split(' ').map((key, i) => [i ? ' ' : '', el('kbd', null, key)])), el('dd', null, t(`help.key.${name}`))])),
    el('p', null, t('help.keys.off')),
    ...about(),
  ]);
  if (!dialog.open) dialog.showModal();
  if (part === 'about') $('#h-about').scrollIntoView({ behavior: 'instant' });
  else dialog.scrollTop = 0;
}

/** What it can and cannot do, how well, and where everything comes from and goes. */
function about() {
  const date = t('about.date', { date: new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(measured.date)) });
  return [
    el('h3', { id: 'h-about' }, t('about')), el('p', null, t('about.can')), el('p', null, t('about.cannot')),
    el('h3', null, t('about.accuracy')), el('p', null, t('about.accuracy.text', { n: measured.articles }), ' ', date),
    el('dl.figures', null, Object.entries(measured.f1).map(([name, n]) => el('div', null, el('dt', null, t(`about.f1.${name}`)), el('dd', null, String(n))))),
    el('h3', null, t('about.size')), el('p', null, t('about.size.text', { n: measured.kilobytes })),
    el('h3', null, t('about.privacy.title')), el('p', null, t('about.privacy')),
    el('h3', null, t('about.sources')), el('p', null, t('about.sources.text')), el('p', null, t('about.licence')),
  ];
}
