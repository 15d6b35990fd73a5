import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { blockAt, isHead, roleOf } from '../article/model.js';
import { columns, counted, empty, paged, section } from './parts.js';

export function buildCompanies(doc, shown, { opened, sorts }, act) {
  const count = counted(shown.companies.length, doc.companies.length);
  if (!shown.companies.length) return section('companies', t('sec.companies'), count, null, empty(doc.companies.length ? 'empty.filtered' : 'empty.companies'));
  return section('companies', t('sec.companies'), count, columns('companies', sorts.companies, ['text', 'said', 'count'], act),
    el('ol.list.company-list', null, paged('companies', shown.companies, opened, (entity) => line(doc, entity, act,
      el('span.cd', null, codeOf(entity)), strip(doc, entity)))));
}

export function buildPeople(doc, shown, { opened, sorts }, act) {
  const all = doc.people.length + doc.unnamed.length;
  const count = counted(shown.people.length + shown.unnamed.length, all);
  if (!shown.people.length && !shown.unnamed.length) return section('people', t('sec.people'), count, null, empty(all ? 'empty.filtered' : 'empty.people'));
  const rows = paged('people', shown.people, opened, (entity) => line(doc, entity, act, el('span.of', { lang: doc.language }, roleOf(doc, entity))));
  const unnamed = shown.unnamed.map((source) => el('li.anon', { data: { annotation: source.statements.flatMap((s) => s.parts.map((p) => p.id)).join(' ') } },
    el('button', { type: 'button', onclick: () => act.openSource(source) },
      el('b.nm', { lang: doc.language }, source.name), el('span.of', null, t('source.unnamed')), number('sy', source.statements.length, t('col.said')), el('span.ct', { 'aria-hidden': 'true' }, '–'))));
  return section('people', t('sec.people'), count, columns('people', sorts.people, ['text', 'said', 'count'], act), el('ol.list.people-list', null, rows, unnamed));
}

function line(doc, entity, act, ...middle) {
  const said = entity.statements.length, named = entity.mentions.length;
  return el(`li.${entity.type}`, { data: { entity: entity.id } },
    el('button', { type: 'button', onclick: () => act.openEntity(entity), class: entity.doubtful ? 'dbt' : null },
      el('b.nm', { lang: doc.language }, entity.name), entity.doubtful && el('span.vh', null, t('doubt')), ...middle,
      number('sy', said, t('col.said')), number('ct', named, t('col.count'))));
}

/** The column heads are for the eye; the number says its column to a screen reader. */
const number = (name, n, label) =>
  el(`span.${name}`, null, el('span.vh', null, `${label} ${n}`), el('span', { 'aria-hidden': 'true' }, n ? String(n) : '–'));

export function codeOf(entity) {
  if (entity.ticker) return entity.ticker;
  if (entity.kind === 'group') return t('code.group');
  if (entity.kind === 'foreign') return t('code.abroad');
  if (entity.kind === 'unlisted') return t('code.unlisted');
  return t('code.unknown');
}

/** A tick a mention along the article; short ones stand in headline and decks. */
function strip(doc, entity) {
  const ticks = new Map(); // a tick a pixel at most, however long the text
  for (const a of entity.mentions) {
    const at = Math.round((a.start / doc.text.length) * 120);
    if (!ticks.has(at)) ticks.set(at, isHead(blockAt(doc, a.start)));
  }
  return el('span.strip', { 'aria-hidden': 'true' }, [...ticks].map(([at, head]) => el(head ? 'i.hd' : 'i', { style: { left: `${at / 1.2}%` } })));
}
