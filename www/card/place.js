// Under its mark, else above it, never over the panel; on phones it takes the sheet's place.
import { elementOf } from '../article/view.js';

const GAP = 10;
let ahead = 0; // how far the page is about to scroll
let placed = null; // the mark that the card hangs on

/** Says that the page will scroll by `distance`: the side is chosen for where the mark will be. */
export function foresee(distance) {
  ahead = distance;
}

export function placeCard(card, id) {
  const mark = elementOf(id);
  const scroll = ahead;
  ahead = 0;
  if (!mark || matchMedia('(max-width: 640px)').matches) {
    card.style.removeProperty('top');
    card.style.removeProperty('left');
    return;
  }
  const rects = mark.getClientRects();
  const rect = mark.classList.contains('caption') ? mark.getBoundingClientRect() : rects[rects.length - 1] ?? mark.getBoundingClientRect();
  const column = document.getElementById('sheet').getBoundingClientRect();
  const width = card.offsetWidth, height = card.offsetHeight;
  const left = Math.max(column.left - 14, Math.min(rect.left - 14, column.right - width));
  const bottom = innerHeight - (matchMedia('(max-width: 1159px)').matches ? 60 : 0);
  const above = rects[0] ?? rect;
  const fits = { below: rect.bottom - scroll + GAP + height <= bottom, above: above.top - scroll - GAP - height > 60 };
  // A card that hangs somewhere stays on its side: nothing jumps when its contents change.
  const up = placed === mark ? card.classList.contains('up') : !fits.below && fits.above;
  placed = mark;
  card.classList.toggle('up', up);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(up ? above.top - GAP - height : rect.bottom + GAP) + scrollY}px`;
  card.style.setProperty('--tick', `${Math.max(12, Math.min((up ? above.left : rect.left) - left + 10, width - 20))}px`);
}

/** The card was closed: the next one chooses its side anew. */
export function released() {
  placed = null;
}
