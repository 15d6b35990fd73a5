import { $, el, rebuild } from '../dom.js';
import { t } from '../i18n/index.js';

const KEYS = [['← →', 'marks'], ['n p', 'entity'], ['j k', 'quotes'], ['c', 'captions'], ['Enter', 'card'], ['Esc', 'escape'],
  ['/', 'find'], ['L', 'labels'], ['1–5', 'kinds'], ['?', 'help']];

/** The help sheet, with what Mitjul can and cannot do; the page's only modal. */
export function openHelp(language, part) {
  const dialog = $('#help');
  rebuild(dialog, [language], () => [
    el('div.h-top', null, el('h2', null, t('tool.help')),
      el('button.x', { type: 'button', 'aria-label': t('panel.close'), onclick: () => dialog.close() }, '×')),
    el('h3', null, t('help.marks')), el('p', null, t('help.marks.text')),
    el('h3', null, t('help.keys')),
    el('dl.keys', null, KEYS.map(([keys, name]) => [
      el('dt', null, keys.split(' ').map((key, i) => [i ? ' ' : '', el('kbd', null, key)])), el('dd', null, t(`help.key.${name}`))])),
    el('h3', { id: 'h-about' }, t('about')), el('p', null, t('about.can')), el('p', null, t('about.cannot')),
    el('h3', null, t('about.privacy.title')), el('p', null, t('about.privacy')),
  ]);
  if (!dialog.open) dialog.showModal();
  if (part === 'about') $('#h-about').scrollIntoView();
  else dialog.scrollTop = 0;
}
