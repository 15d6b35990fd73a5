// Who speaks, beside the line where the quote opens. All positions are read before anything is written, and after
// the browser has laid out the page, so that nothing is laid out twice.
import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { roleOf } from './model.js';

const MANY = 200; // beyond this, only what is near the view has its notes
const wide = matchMedia('(min-width: 1360px)'); // as in the styles: narrower desks have no margin

export function layMargin(margin, article, doc, { groups, elements }) {
  const notes = [];
  if (doc && wide.matches && article.offsetHeight) {
    const top = margin.getBoundingClientRect().top;
    const [from, to] = doc.quotes.length + doc.captions.length > MANY ? nearView(groups) : [0, doc.text.length];
    const here = (a) => a.start >= from && a.start < to;
    const rectOf = (id) => elements.get(id)?.[0]?.getClientRects()[0];
    let previous = null;
    for (const quote of doc.quotes) {
      if (quote.of.voice === 'none' || !here(quote)) continue;
      const rect = rectOf(quote.id);
      if (rect) notes.push({ y: rect.top - top + 1, node: speakerNote(doc, quote, previous) });
      previous = quote;
    }
    for (const caption of doc.captions.filter(here)) {
      const rect = rectOf(caption.id);
      if (rect) notes.push({ y: rect.top - top, node: el('p.mn.mc', null, el('b', null, t('where.caption', { n: doc.captions.indexOf(caption) + 1 }))) });
    }
    for (const folded of article.querySelectorAll('details.furn > summary')) {
      const rect = folded.getBoundingClientRect();
      if (rect.height) notes.push({ y: rect.top - top, height: rect.height });
    }
  }
  notes.sort((a, b) => a.y - b.y);
  margin.replaceChildren(...notes.flatMap((note) => note.node ?? []));
  for (const note of notes) if (note.node) note.height = note.node.offsetHeight;
  let low = -99;
  for (const note of notes) {
    const y = Math.max(note.y, low);
    if (note.node) note.node.style.top = `${y}px`;
    low = y + note.height + 6;
  }
}

/** The stretch of text from a screen above the view to a screen below it. */
function nearView(groups) {
  const built = groups.filter((group) => group.node);
  const first = (test) => {
    let [low, high] = [0, built.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(built[middle].node.getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = first((rect) => rect.bottom > -innerHeight);
  const to = first((rect) => rect.top > 2 * innerHeight);
  return [built[from]?.blocks[0].start ?? 0, built[to]?.blocks[0].start ?? Infinity];
}

function speakerNote(doc, quote, previous) {
  const { of } = quote;
  if (previous && previous.of === of) return el('p.mn', null, el('b.ditto', null, '〃'));
  if (of.voice === 'unnamed') return el('p.mn.anon', null, el('b', null, of.name), el('span', null, t('source.unnamed')));
  const role = of.voice === 'company' ? t('source.company') : roleOf(doc, of.entity);
  return el('p.mn', null, el('b', null, of.name), el('span', null, role));
}
