import { $, el, rebuild } from '../dom.js';
import { has, t } from '../i18n/index.js';
import { roleOf } from '../article/model.js';
import { depictedIn, fromLeft } from '../panel/captions.js';
import { citation, wordsOf } from '../panel/statements.js';
import { kindWord, whereOf } from '../panel/parts.js';
import { outside } from './outside.js';
import { placeCard, released } from './place.js';
import { reasonOf } from './reason.js';

let shown = '';

/** The index card of the selected mark. */
export function renderCard(state, act) {
  const card = $('#card');
  const annotation = state.card && state.view === 'reading' ? state.doc?.byId.get(state.selected) : null;
  card.hidden = !annotation;
  if (!annotation) return released();
  card.className = `card ${annotation.type}${card.classList.contains('up') ? ' up' : ''}`;
  const fresh = rebuild(card, [annotation, state.language, state.hidden], () => build(state, annotation, act));
  const mark = `${annotation.type} ${annotation.start}`;
  if (fresh && shown !== mark) card.scrollTop = 0;
  shown = mark;
  placeCard(card, annotation.id);
  if (state.focusCard) {
    state.focusCard = false;
    card.focus({ preventScroll: true });
  }
}

/** The marks that ‹ and › walk: those of the same name, or of the same kind. */
export function siblings(state, annotation) {
  const { doc } = state;
  const entity = doc.entities.get(annotation.entity);
  if (entity) return entity.mentions;
  return annotation.type === 'quote' ? doc.quotes : annotation.type === 'caption' ? doc.captions : [annotation];
}

function build(state, annotation, act) {
  const list = siblings(state, annotation);
  const at = list.indexOf(annotation);
  const go = (by) => act.select(list[(at + by + list.length) % list.length].id, { card: true, scroll: true });
  const turn = (by, words, sign) => el('button', { type: 'button', 'aria-label': t(words), disabled: list.length < 2, onclick: () => go(by) }, sign);
  const body = annotation.type === 'quote' ? quoteCard : annotation.type === 'caption' ? captionCard : entityCard;
  return [
    el('div.c-top', null, kindWord(annotation.type),
      el('span.c-pos', null, turn(-1, 'card.prev', '‹'), el('b', null, `${at + 1} / ${list.length}`), turn(1, 'card.next', '›')),
      el('button.x', { type: 'button', 'aria-label': t('panel.close'), onclick: act.closeCard }, '×')),
    annotation.confidence === 'guess' && el('p.c-doubt', null, t('card.doubtful')),
    ...body(state, annotation, act),
  ];
}

const facts = (...rows) => el('dl', null, rows.filter(Boolean).map(([name, ...values]) => [el('dt', null, name), el('dd', null, values)]));
const article = (doc, ...words) => el('span.txt', { lang: doc.language }, ...words);

function entityCard({ doc, hidden }, annotation, act) {
  const entity = doc.entities.get(annotation.entity) ?? { ...NOBODY, name: annotation.text, type: annotation.type, forms: [annotation.text] };
  const company = entity.type === 'company';
  const staff = company ? doc.people.filter((p) => p.companies.includes(entity.id)) : [];
  const others = doc.annotations.filter((a) => a !== annotation && !hidden.has(a.type) && a.type !== 'caption' && a.start <= annotation.start && a.end >= annotation.end);
  const link = (words, go) => el('button.link', { type: 'button', onclick: go }, words);
  const listed = (items, make) => items.flatMap((item, i) => [i ? ', ' : '', make(item)]);
  const forms = entity.forms.slice(0, 6).join(', ') + (entity.forms.length > 6 ? ' …' : '');
  return [
    el('h2', { lang: doc.language }, entity.name),
    !company && el('p.c-of', { lang: doc.language }, roleOf(doc, entity)),
    facts(
      [t('card.forms'), article(doc, forms)],
      entity.titles.length > 1 && [t('card.titles'), article(doc, entity.titles.join(', '))],
      !company && entity.companies.length > 0 && [t('card.companies'), article(doc, listed(entity.companies.slice(0, 4), (id) => {
        const firm = doc.entities.get(id);
        return firm?.mentions.length ? link(firm.name, () => act.openEntity(firm)) : firm?.name ?? id;
      }))],
      staff.length > 0 && [t('card.people'), article(doc, listed(staff.slice(0, 6), (p) => [link(p.name, () => act.openEntity(p)), p.titles[0] ? ` ${p.titles[0]}` : '']))],
      words(doc, entity, staff, act),
      entity.heard.length > 0 && [t('card.heard'), ...said(doc, entity.heard, act, (s) => s.name || t('source.none'))],
      entity.pictures.length > 0 && [t('kind.caption'), listed(entity.pictures.slice(0, 6), (a) => link(t('where.caption', { n: doc.captions.indexOf(a) + 1 }), () => act.openAnnotation(a)))],
      others.length > 0 && [t('card.inside'), listed(others, (a) => link(a.type === 'quote' ? t('kind.quote') : a.text, () => act.select(a.id, { card: true })))],
      why(doc, annotation)),
    outside(entity),
  ];
}

const NOBODY = { statements: [], reported: [], heard: [], pictures: [], mentions: [], titles: [], companies: [] };

/** What was said; where nothing was, that is said, and for a company how much its people said. */
function words(doc, entity, staff, act) {
  const all = [...entity.statements, ...entity.reported].sort((a, b) => a.start - b.start);
  if (all.length) return [t('card.said'), ...said(doc, all, act, (s) => whereOf(doc, s.start))];
  const speaking = staff.filter((p) => p.statements.length).slice(0, 3);
  return [t('card.said'), el('span.none', null, t(entity.type === 'company' ? 'card.silent.company' : 'card.silent')),
    speaking.map((p) => [' ', el('button.link', { type: 'button', onclick: () => act.openEntity(p) }, t('card.saidby', { name: p.name, n: p.statements.length }))])];
}

/** At most three statements; the panel has them all. */
function said(doc, statements, act, note) {
  const rows = statements.slice(0, 3).map((s) => el('p', null, article(doc, wordsOf(doc, s)), ' ', !s.direct && el('span.w', null, t('quote.reported')), ' ',
    el('button.link.w', { type: 'button', onclick: () => act.openStatement(s) }, note(s))));
  if (statements.length > 3) rows.push(el('button.link.w', { type: 'button', onclick: () => act.openSection('quotes') }, t('more', { n: statements.length - 3 })));
  return rows;
}

function quoteCard({ doc }, annotation, act) {
  const s = annotation.of;
  const name = s.voice === 'none' ? t('source.none') : s.name;
  const of = s.voice === 'unnamed' ? t('source.unnamed') : s.voice === 'company' ? t('source.company') : s.entity ? roleOf(doc, s.entity) : whereOf(doc, s.start);
  return [
    el('h2', s.name ? { lang: doc.language } : null, s.entity ? el('button.link', { type: 'button', onclick: () => act.openEntity(s.entity) }, name) : name),
    el('p.c-of', null, of),
    facts(
      [t('card.said'), article(doc, wordsOf(doc, s))],
      s.addressee && [t('card.addressee'), article(doc, s.addressee.entity ? el('button.link', { type: 'button', onclick: () => act.openEntity(s.addressee.entity) }, s.addressee.name) : s.addressee.name)],
      s.cue && [t('card.cue'), article(doc, s.cue)],
      annotation.repairs?.length > 0 && [t('card.repairs'), annotation.repairs.map((r) => (has(`repair.${r}`) ? t(`repair.${r}`) : r)).join(', ')],
      why(doc, annotation)),
    el('div.out.in', null, el('button.link', { type: 'button', onclick: (e) => act.copy(citation(s), e.currentTarget) }, t('card.copy'))),
  ];
}

function captionCard({ doc }, annotation, act) {
  const people = depictedIn(doc, annotation);
  const names = people.map((e) => e.name).join(', ');
  return [
    el('h2', null, t('where.caption', { n: doc.captions.indexOf(annotation) + 1 })),
    facts(
      [t('card.people'), people.length ? [people.length > 1 && fromLeft(annotation) ? el('span.w', null, `${t('cap.left')} `) : null,
        people.map((p, i) => [i ? ', ' : '', el('button.link.txt', { type: 'button', onclick: () => act.openEntity(p) }, p.name)])] : t('cap.nobody')],
      [t('card.credit'), annotation.credit?.text ?? t('cap.nocredit')],
      why(doc, annotation)),
    names && el('div.out.in', null, el('button.link', { type: 'button', onclick: (e) => act.copy(names, e.currentTarget) }, t('quote.copy'))),
  ];
}

/** The rule in words, the words that spoke for it, and how far to trust it. */
function why(doc, annotation) {
  const reason = reasonOf(annotation.reason);
  if (!reason) return null;
  const evidence = (annotation.reason.evidence ?? []).filter((e) => e.end > e.start)
    .map((e) => doc.text.slice(e.start, e.end).trim()).filter((words) => words && words !== annotation.text).slice(0, 4);
  return [t('card.why'), reason, evidence.length ? [': ', article(doc, [...new Set(evidence)].join(', '))] : null, ' ',
    has(`sure.${annotation.confidence}`) && el('span.rule', null, t(`sure.${annotation.confidence}`))];
}
