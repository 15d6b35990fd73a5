import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { roleOf } from '../article/model.js';
import { choices, empty, paged, section, whereOf } from './parts.js';

export function buildStatements(doc, { sort, opened }, act) {
  if (!doc.statements.length) return section('quotes', t('sec.quotes'), 0, null, empty('empty.quotes'));
  const side = choices(t('sec.quotes'), sort, [['speaker', t('sort.speaker')], ['text', t('sort.text')]], act.sort);
  const ordered = sort === 'speaker' ? bySpeaker(doc).flat() : doc.statements;
  return section('quotes', t('sec.quotes'), doc.statements.length, side,
    el('ol.says', null, paged('quotes', ordered, opened, (s, i) => voice(doc, s, sort === 'speaker' && sameVoice(ordered[i - 1], s), act))));
}

/** In order of first words; quotes without a speaker come last. */
function bySpeaker(doc) {
  const groups = new Map();
  for (const s of doc.statements) {
    const key = s.voice === 'none' ? '' : `${s.voice} ${s.entity?.id ?? s.name}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(s);
  }
  return [...groups.values()].sort((a, b) => (a[0].voice === 'none') - (b[0].voice === 'none') || (a[0].voice === 'unnamed') - (b[0].voice === 'unnamed') || a[0].start - b[0].start);
}

const sameVoice = (a, b) => a != null && a.voice === b.voice && a.entity === b.entity && a.name === b.name;

/** A statement with its speaker; the speaker's further words follow without the name. */
function voice(doc, first, again, act) {
  if (again) return el(`li.by.again.${first.voice}`, null, statement(doc, first, act));
  const of = first.voice === 'unnamed' ? t('source.unnamed') : first.voice === 'company' ? t('source.company') : first.entity ? roleOf(doc, first.entity) : '';
  const name = first.voice === 'none' ? el('span.of.lone', null, t('source.none'))
    : [el('b.nm', { lang: doc.language }, first.name), el('span.of', null, of)];
  return el(`li.by.${first.voice}`, null, el('p.sp', null, name), statement(doc, first, act));
}

function statement(doc, s, act) {
  return el('blockquote', { data: { annotation: s.parts.map((q) => q.id).join(' ') } },
    el('p', { lang: doc.language }, el('button.words', { type: 'button', onclick: () => act.openStatement(s) }, wordsOf(doc, s))),
    el('footer', null,
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
