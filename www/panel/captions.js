import { el } from '../dom.js';
import { currentLanguage, has, t } from '../i18n/index.js';
import { counted, empty, paged, section, whereOf } from './parts.js';

/** Whom a caption shows, in the picture's order; without the engine's word, whom it names. */
export function depictedIn(doc, caption) {
  const ids = caption.depicts?.length ? caption.depicts
    : doc.annotations.filter((a) => (a.type === 'executive' || a.type === 'person') && a.start >= caption.start && a.end <= caption.end).map((a) => a.entity);
  const named = [...new Set(ids)].map((id) => doc.entities.get(id)).filter(Boolean);
  const people = named.filter((e) => e.type !== 'company');
  return people.length ? people : named;
}

export const fromLeft = (caption) => caption.positions?.length ? caption.positions.some((p) => /왼쪽|left/i.test(p ?? '')) : /왼쪽부터|왼쪽\s*부터|from left/i.test(caption.text);

export function buildCaptions(doc, shown, opened, act) {
  const count = counted(shown.captions.length, doc.captions.length);
  if (!shown.captions.length) return section('captions', t('sec.captions'), count, null, empty(doc.captions.length ? 'empty.filtered' : 'empty.captions'));
  return section('captions', t('sec.captions'), count, null, el('ol.caps', null, paged('captions', shown.captions, opened, (caption) => {
    const people = depictedIn(doc, caption);
    const names = people.map((e) => e.name).join(', ');
    return el('li', { data: { annotation: caption.id } },
      el('button.line', { type: 'button', onclick: () => act.openAnnotation(caption) },
        el('span.no', null, String(doc.captions.indexOf(caption) + 1)),
        el('span.ppl', { lang: doc.language }, people.length > 1 && fromLeft(caption) && el('i', null, t('cap.left')), ' ', names || el('i', null, t('cap.nobody'))),
        el('span.crd', null, caption.credit?.text ?? t('cap.nocredit'))),
      names && el('button.copy', { type: 'button', onclick: (e) => act.copy(names, e.currentTarget) }, t('quote.copy')));
  })));
}

const NOTE_NAMES = { 'quote-mark': 'direction', 'quote-direction': 'direction', 'quote-unclosed': 'unclosed', 'quote-verbatim': 'verbatim',
  'two-titles': 'titles', 'two-spellings': 'spelling', 'caption-credit': 'credit',
  'unnamed-sources': 'sources' };

/** The engine says it in Korean and more exactly; another language has the page's own words. */
function noteWords({ kind, message }) {
  const key = `note.why.${NOTE_NAMES[kind]}`;
  return currentLanguage() === 'ko' && message ? message : has(key) ? t(key) : message;
}

export function buildNotes(doc, opened, act) {
  if (!doc.notes.length) return section('notes', t('sec.notes'), 0, null, empty('empty.notes'));
  return section('notes', t('sec.notes'), doc.notes.length, null, el('ol.notes', null, paged('notes', doc.notes, opened, (note) => {
    const words = doc.text.slice(note.start, Math.min(note.end, note.start + 60)).trim() + (note.end - note.start > 60 ? '…' : '');
    return el('li', null, el('button.line', { type: 'button', onclick: () => act.openSpan(note.start, note.end) },
      el('b', null, t(`note.${NOTE_NAMES[note.kind] ?? 'other'}`)),
      words && el('span.ev', { lang: doc.language }, words),
      el('span.wy', null, [noteWords(note), whereOf(doc, note.start)].filter(Boolean).join(' · '))));
  })));
}
