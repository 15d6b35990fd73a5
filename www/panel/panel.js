import { $, $$, el, rebuild, stale } from '../dom.js';
import { t } from '../i18n/index.js';
import { KINDS } from '../article/model.js';
import { LONG } from '../article/render.js';
import { buildGlance } from './glance.js';
import { buildCompanies, buildPeople } from './entities.js';
import { buildStatements } from './statements.js';
import { buildCaptions, buildNotes } from './captions.js';
import { listed } from './filter.js';
import { buildFind, reflectFind } from './find.js';
import { measured } from '../tools/measured.js';
import { choices, empty, kindWord, section } from './parts.js';

const SECTIONS = ['glance', 'companies', 'people', 'quotes', 'captions', 'notes', 'map'];
const jumpName = (id) => t(`jump.${id}`);
const SLICE = 8; // milliseconds of building in one frame
let shown = null;
let sheet = '';
let follow = () => {};
let map = null; // loaded when its section first comes near

/** The side panel; each section is rebuilt only when what it shows has changed. */
export function renderPanel(state, act) {
  const root = $('#panel');
  const { doc, language, opened, query, only, sorts } = state;
  if (!doc) {
    shown = null;
    root.dataset.ready = 'off';
    rebuild(root, [], () => []);
    return;
  }
  // The article is painted first, then a section after the other: no frame waits for the whole panel.
  if (doc !== shown) {
    shown = doc;
    return act.refresh();
  }
  if (root.dataset.ready !== 'on' && state.progress < 1 && doc.text.length <= LONG) return; // a render comes when it is whole
  if (rebuild(root, [language], () => shell(act))) watch(root, act);
  rebuild($('#grip'), [doc, language, state.sheet], () => grip(state));
  $('#grip').setAttribute('aria-expanded', String(state.sheet !== ''));
  $('#g-full').hidden = state.sheet === '';
  $('#g-full').textContent = t(state.sheet === 'full' ? 'sheet.small' : 'panel.full');
  const list = narrowed(state);
  const sections = [
    ['#s-glance', [only], () => [el('h2.vh', { id: 'h-glance' }, t('sec.glance')), ...buildGlance(doc, only, act)]],
    ['#kinds', [], () => kindToggles(state, act)],
    ['#s-companies', [opened, query, only, sorts.companies], () => buildCompanies(doc, list, state, act)],
    ['#s-people', [opened, query, only, sorts.people], () => buildPeople(doc, list, state, act)],
    ['#s-quotes', [opened, query, only, sorts.quotes], () => buildStatements(doc, list, state, act)],
    ['#s-captions', [opened, query], () => buildCaptions(doc, list, opened, act)],
    ['#s-notes', [opened], () => buildNotes(doc, opened, act)],
    ['#s-map', [state.mapAs, map], () => buildMapSection(state, act)],
  ].map(([node, inputs, build]) => [$(node), [doc, language, ...inputs], build]).filter(([node, inputs]) => stale(node, inputs));
  const first = root.dataset.ready !== 'on';
  const hold = sections.length && !first ? heldPlace() : null;
  const until = performance.now() + SLICE;
  for (const [i, [node, inputs, build]] of sections.entries()) {
    if (i > 0 && (first ? node.id !== 'kinds' : performance.now() > until)) {
      hold?.();
      return act.refresh();
    }
    rebuild(node, inputs, build);
  }
  hold?.();
  root.dataset.ready = 'on'; // until now, what follows an empty section was hidden, so that nothing jumped
  for (const button of $$('#kinds button')) button.setAttribute('aria-pressed', String(!state.hidden.has(button.dataset.kind)));
  reflectFind(state);
  reflectSelection(state);
  if (sections.length || sheet !== state.sheet) setTimeout(follow); // it reads positions, so it waits until they are known
  sheet = state.sheet;
}

let narrow = [];

/** What the lists show, worked out once for all sections. */
function narrowed({ doc, query, only, sorts }) {
  const inputs = [doc, query, only, sorts];
  if (!narrow.length || !inputs.every((value, i) => value === narrow[0][i])) narrow = [inputs, listed(doc, { query, only, sorts })];
  return narrow[1];
}

/** The panel keeps its place: the section at its top stays where it is while others change their length. */
function heldPlace() {
  const scroller = $('#p-scroll');
  if (!scroller.scrollTop) return () => {};
  const edge = scroller.getBoundingClientRect().top + 40;
  const anchor = $$('.sec', scroller).findLast((node) => node.getBoundingClientRect().top <= edge);
  const before = anchor?.getBoundingClientRect().top;
  return () => {
    const moved = anchor ? anchor.getBoundingClientRect().top - before : 0;
    if (moved) scroller.scrollTop += moved;
  };
}

function shell(act) {
  // Words of our own: the first Intl.DateTimeFormat or NumberFormat takes Chromium tens of milliseconds.
  const [year, month] = measured.dictionary.split('-');
  const body = (id) => el('section.sec', { id: `s-${id}`, 'aria-labelledby': `h-${id}` });
  return [
    el('div.g-bar', null,
      el('button.grip', { type: 'button', id: 'grip', 'aria-controls': 'p-scroll', onclick: () => act.toggleSheet() }),
      el('button.g-full', { type: 'button', id: 'g-full', hidden: true, onclick: act.fullSheet })),
    el('div.p-scroll', { id: 'p-scroll', tabindex: '-1' },
      el('nav.jump', { 'aria-label': t('panel.contents') }, SECTIONS.map((id) =>
        el('button', { type: 'button', data: { to: id }, onclick: () => act.openSection(id) }, jumpName(id)))),
      el('section.sec.glance', { id: 's-glance', 'aria-labelledby': 'h-glance' }),
      buildFind(act),
      el('div.kinds', { id: 'kinds', role: 'group', 'aria-label': t('kind.show') }),
      ['companies', 'people', 'quotes', 'captions', 'notes', 'map'].map(body),
      el('p.colophon', null, t('colophon', { year, month: Number(month) }), ' ', el('button.link', { type: 'button', onclick: act.about }, t('about')))),
  ];
}

/** The sheet's bar: counts and 요약 while it is closed; open, it closes it, and a second button makes it large. */
function grip({ doc, sheet }) {
  const counts = ['company', 'executive', 'quote', 'caption'].map((kind) => el('b', null, t(`kind.${kind}`), ' ', el('i', null, String(doc.counts[kind]))));
  return [el('span.g-sum', null, sheet === '' ? counts : el('strong', null, t('panel.name'))),
    el('span.g-act', null, t(sheet === '' ? 'panel.name' : 'panel.close'))];
}

function kindToggles({ doc }, act) {
  return [el('span', { 'aria-hidden': 'true' }, t('kind.show')), ...KINDS.map((kind, i) =>
    el('button', { type: 'button', 'aria-pressed': 'true', data: { kind }, onclick: () => act.toggleKind(i) },
      kindWord(kind), ' ', el('b', null, String(doc.counts[kind]))))];
}

function buildMapSection(state, act) {
  const side = choices(t('sec.map'), state.mapAs, [['figure', t('map.figure')], ['table', t('map.table')]], act.mapAs);
  return section('map', t('sec.map'), null, side, map ? map.buildMap(state, act) : empty('empty.map'));
}

/** Lines of the selected entity are tinted as its marks are. */
function reflectSelection({ doc, selected }) {
  const chosen = doc?.byId.get(selected);
  const entity = chosen?.entity ?? chosen?.of?.entity?.id;
  for (const row of $$('#p-scroll [data-entity], #p-scroll [data-annotation]')) {
    const own = entity != null && row.dataset.entity === entity;
    const quoted = selected != null && (row.dataset.annotation ?? '').split(' ').includes(selected);
    row.classList.toggle('has', own || quoted);
  }
}

/** The chapter line follows the scroll; the map's code is fetched when its section comes near. */
function watch(root, act) {
  const scroller = $('#p-scroll', root);
  const buttons = $$('.jump button', root);
  follow = () => {
    if (!scroller.clientHeight) return; // the sheet is closed
    const line = scroller.getBoundingClientRect().top + 96;
    const end = scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 8 && scroller.scrollTop > 0;
    let current = 0;
    SECTIONS.forEach((id, i) => { if ($(`#s-${id}`).getBoundingClientRect().top <= line) current = i; });
    if (end) current = SECTIONS.length - 1;
    buttons.forEach((b, i) => (i === current ? b.setAttribute('aria-current', 'true') : b.removeAttribute('aria-current')));
  };
  scroller.addEventListener('scroll', follow, { passive: true });
  new IntersectionObserver(async (entries, observer) => {
    if (map || !entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    map = await import('./map.js');
    act.refresh();
  }, { root: scroller, rootMargin: '800px' }).observe($('#s-map', root));
}
