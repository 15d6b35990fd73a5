import { $, el, rebuild } from '../dom.js';
import { t } from '../i18n/index.js';
import { choices } from '../panel/parts.js';

/** One menu at a time hangs below the masthead: view or export. */
export function renderMenu(state, act) {
  const menu = $('#menu');
  menu.hidden = !state.menu;
  menu.dataset.kind = state.menu ?? '';
  for (const button of document.querySelectorAll('[aria-controls=menu]')) button.setAttribute('aria-expanded', String(button.dataset.act === state.menu));
  rebuild(menu, [state.menu, state.prefs, state.language, state.view], () =>
    state.menu === 'export' ? exportMenu(act) : state.menu === 'view' ? viewMenu(state, act) : []);
}

function exportMenu(act) {
  return el('ul', null, ['json', 'csv', 'md', 'html'].map((format) =>
    el('li', null, el('button', { type: 'button', data: { format }, onclick: () => act.export(format) }, t(`export.${format}`)))));
}

function viewMenu({ prefs, view }, act) {
  const row = (key, name, options) => el('div.v-row', null, el('span', { 'aria-hidden': 'true' }, t(key)), choices(t(key), prefs[name], options, (value) => act.pref(name, value)));
  const onOff = [[true, t('view.on')], [false, t('view.off')]];
  const tool = (name, run = act[name]) => el('button', { type: 'button', onclick: run }, t(`tool.${name}`));
  return [
    row('view.font', 'font', [['serif', t('view.serif')], ['sans', t('view.sans')]]),
    row('view.size', 'size', [['s', t('view.small')], ['m', t('view.medium')], ['l', t('view.large')]]),
    row('view.theme', 'theme', [['light', t('view.light')], ['dark', t('view.dark')], ['system', t('view.system')]]),
    row('view.labels', 'labels', onOff),
    row('view.keys', 'keys', onOff),
    // On phones the masthead has no room for the tools; they stand here.
    el('div.v-tools', null,
      view === 'reading' && [tool('edit'), tool('export', () => act.menu('export')), tool('print')],
      el('button', { type: 'button', onclick: act.language }, t('tool.langlong')), tool('help')),
  ];
}
