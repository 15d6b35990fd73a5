import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { roleOf } from '../article/model.js';
import { choices, counted, empty, paged, section, whereOf } from './parts.js';

export function buildStatements(doc, shown, { sorts, opened }, act) {
  const count = counted(shown.statements.length, doc.statements.length);
  const list = [...shown.statements, ...shown.reported].sort((a, b) => a.start - b.start);
  if (!list.length) return section('quotes', t('sec.quotes'), count, null, empty(doc.statements.length ? 'empty.filtered' : 'empty.quotes'));
  const side = choices(t('sort.label'), sorts.quotes, [['speaker', t('sort.speaker')], ['text', t('sort.text')]], (order) => act.sort('quotes', order));
  const bySpeaker = sorts.quotes === 'speaker';
  const ordered = bySpeaker ? groups(list).flat() : list;
  const also = shown.reported.length ? ` · ${t('count.reported', { n: shown.reported.length })}` : '';
  return section('quotes', t('sec.quotes'), count + also, side,
    el('ol.says', null, paged('quotes', ordered, opened, (s, i) => voice(doc, s, bySpeaker && sameVoice(ordered[i - 1], s), act))));
}

/** In order of first words; quotes without a speaker come last. */
function groups(list) {
  const found = new Map();
  for (const s of list) {
    const key = s.voice === 'none' ? '' : `${s.voice} ${s.entity?.id ?? s.name}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(s);
  }
  const rank = ([s]) => (s.voice === 'none' ? 2 : s.voice === 'unnamed' ? 1 : 0);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || a[0].start - b[0].start);
}

const sameVoice = (a, b) => a != null && a.voice === b.voice && a.entity === b.entity && a.name === b.name;

/** A statement with its speaker; the speaker's further words follow without the name. */
function voice(doc, first, again, act) {
  if (again) return el(`li.by.again.${first.voice}`, null, statement(doc, first, act));
  return el(`li.by.${first.voice}${first.entity?.doubtful ? '.dbt' : ''}`, null, el('p.sp', null, speaker(doc, first, act)), statement(doc, first, act));
}

/** The name leads to the speaker: the card of someone named, the words for a source without a name. */
function speaker(doc, s, act) {
  if (s.voice === 'none') return el('span.of.lone', null, t('source.none'));
  const of = s.voice === 'unnamed' ? t('source.unnamed') : s.voice === 'company' ? t('source.company') : roleOf(doc, s.entity);
  const go = s.entity ? () => act.openEntity(s.entity) : s.source?.end > s.source?.start ? () => act.openSpan(s.source.start, s.source.end) : null;
  return [go ? el('button.nm', { type: 'button', lang: doc.language, onclick: go }, s.name) : el('b.nm', { lang: doc.language }, s.name), el('span.of', null, of)];
}

function statement(doc, s, act) {
  return el(s.direct ? 'blockquote' : 'blockquote.reported', { data: { annotation: s.parts.map((q) => q.id).join(' ') } },
    el('p', { lang: doc.language }, el('button.words', { type: 'button', onclick: () => act.openStatement(s) }, wordsOf(doc, s))),
    el('footer', null,
      !s.direct && el('span', null, t('quote.reported')),
      s.parts.some((p) => p.confidence === 'guess') && el('span.doubtful', null, t('doubt')),
      s.addressee && el('span.to', null, t('quote.to', { name: s.addressee.name })),
      s.cue && el('span', { lang: doc.language }, s.cue),
      el('span', null, whereOf(doc, s.start)),
      el('button', { type: 'button', 'data': { copy: s.id }, onclick: (e) => act.copy(citation(s), e.currentTarget) }, t('quote.copy'))));
}

/** Parts of one utterance, joined by the particle between them: “…” …며 “…”. */
export function wordsOf(doc, s) {
  return s.parts.flatMap((part, i) => {
    if (!i) return [part.text];
    const between = doc.text.slice(s.parts[i - 1].end, part.start);
    const particle = /^[가-힣]{1,3}(?=[\s,])/.exec(between)?.[0] ?? '';
    return [' ', el('i', null, `…${particle}`), ' ', part.text];
  });
}

/** Words and speaker for the clipboard. */
export function citation(s) {
  const words = s.parts.map((part) => part.text).join(' … ');
  return s.name ? `${words} — ${s.name}` : words;
}
