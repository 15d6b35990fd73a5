import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { blockAt, isHead, roleOf } from '../article/model.js';
import { empty, paged, section } from './parts.js';

const columns = (...names) => el('p.cols', { 'aria-hidden': 'true' }, names.map((name) => el('span', null, t(name))));

export function buildCompanies(doc, opened, act) {
  if (!doc.companies.length) return section('companies', t('sec.companies'), 0, null, empty('empty.companies'));
  return section('companies', t('sec.companies'), doc.companies.length, columns('col.where', 'col.said', 'col.count'),
    el('ol.list.company-list', null, paged('companies', doc.companies, opened, (entity) => line(doc, entity, act,
      el('span.cd', null, codeOf(entity)), strip(doc, entity)))));
}

export function buildPeople(doc, opened, act) {
  const count = doc.people.length + doc.unnamed.length;
  if (!count) return section('people', t('sec.people'), 0, null, empty('empty.people'));
  const rows = paged('people', doc.people, opened, (entity) => line(doc, entity, act, el('span.of', null, roleOf(doc, entity))));
  const unnamed = doc.unnamed.map((source) => el('li.anon', null,
    el('button', { type: 'button', onclick: () => act.openStatement(source.statements[0]) },
      el('b.nm', null, source.name), el('span.of', null, t('source.unnamed')), el('span.sy', null, String(source.statements.length)), el('span.ct', null, '–'))));
  return section('people', t('sec.people'), count, columns('col.said', 'col.count'), el('ol.list.people-list', null, rows, unnamed));
}

function line(doc, entity, act, ...middle) {
  const said = entity.statements.length, named = entity.mentions.length;
  return el(`li.${entity.type}`, { data: { entity: entity.id } },
    el('button', { type: 'button', onclick: () => act.openEntity(entity),
      class: entity.doubtful ? 'dbt' : null, title: entity.doubtful ? t('doubt') : null },
      el('b.nm', { lang: doc.language }, entity.name), ...middle,
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
