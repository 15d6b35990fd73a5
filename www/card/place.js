// Under its mark, else above it, never over the panel; on phones it takes the sheet's place.
import { elementOf } from '../article/view.js';

const GAP = 10;

export function placeCard(card, id) {
  const mark = elementOf(id);
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
  const up = rect.bottom + GAP + height > bottom && above.top - GAP - height > 60;
  card.classList.toggle('up', up);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(up ? above.top - GAP - height : rect.bottom + GAP) + scrollY}px`;
  card.style.setProperty('--tick', `${Math.max(12, Math.min((up ? above.left : rect.left) - left + 10, width - 20))}px`);
}
