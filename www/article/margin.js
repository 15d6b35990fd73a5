// Who speaks, beside the line where the quote opens. All positions are read before anything is written.
import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { roleOf } from './model.js';

const MANY = 200; // beyond this, laying out every note would cost more than it shows

export function layMargin(margin, article, doc, elementOf) {
  margin.replaceChildren();
  if (!doc || !margin.getClientRects().length || !article.offsetHeight) return;
  const top = margin.getBoundingClientRect().top;
  const quotes = doc.quotes.filter((q) => q.of.voice !== 'none').slice(0, MANY);
  const notes = [];
  let previous = null;
  for (const quote of quotes) {
    const rect = elementOf(quote.id)?.getClientRects()[0];
    if (rect) notes.push({ y: rect.top - top + 1, node: speakerNote(doc, quote, previous) });
    previous = quote;
  }
  for (const [i, caption] of doc.captions.slice(0, MANY).entries()) {
    const rect = elementOf(caption.id)?.getClientRects()[0];
    if (rect) notes.push({ y: rect.top - top, node: el('p.mn.mc', null, el('b', null, t('where.caption', { n: i + 1 }))) });
  }
  for (const folded of article.querySelectorAll('details.furn > summary')) {
    const rect = folded.getBoundingClientRect();
    if (rect.height) notes.push({ y: rect.top - top, height: rect.height });
  }
  notes.sort((a, b) => a.y - b.y);
  margin.append(...notes.flatMap((note) => note.node ?? []));
  for (const note of notes) if (note.node) note.height = note.node.offsetHeight;
  let low = -99;
  for (const note of notes) {
    const y = Math.max(note.y, low);
    if (note.node) note.node.style.top = `${y}px`;
    low = y + note.height + 6;
  }
}

function speakerNote(doc, quote, previous) {
  const { of } = quote;
  if (previous && previous.of === of) return el('p.mn', null, el('b.ditto', null, '〃'));
  if (of.voice === 'unnamed') return el('p.mn.anon', null, el('b', null, of.name), el('span', null, t('source.unnamed')));
  const role = of.voice === 'company' ? t('source.company') : roleOf(doc, of.entity);
  return el('p.mn', null, el('b', null, of.name), el('span', null, role));
}
