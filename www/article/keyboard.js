// One tab stop for the whole text; arrows and letters move between marks.
import { $ } from '../dom.js';

const LETTERS = /^[npjkcL?/1-5l]$/;

/** The visible marks in the order of the text. */
export function visibleMarks({ doc, hidden }) {
  return doc ? doc.annotations.filter((a) => !hidden.has(a.type)) : [];
}

export function onKey(event, state, act) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if ($('#help').open) return;
  const typing = event.target.closest?.('input, textarea, select');
  if (event.key === 'Escape') return act.escape(event);
  if (typing || state.view !== 'reading') {
    if (event.key === '?' && !typing) act.help();
    return;
  }
  if (LETTERS.test(event.key) && !state.prefs.keys) return;
  const inText = event.target === document.body || event.target.closest?.('#article');
  const step = (list, by) => act.step(list, by, event);
  const marks = () => visibleMarks(state);
  switch (event.key) {
    case 'ArrowRight': case 'ArrowLeft':
      if (inText && !event.shiftKey) step(marks(), event.key === 'ArrowRight' ? 1 : -1);
      break;
    case 'Enter': case ' ': {
      const mark = event.target.closest?.('#article [data-id]');
      if (mark && event.target === mark) {
        event.preventDefault();
        act.select(mark.dataset.id, { card: true, focusCard: true });
      }
      break;
    }
    case 'n': case 'p': {
      const entity = state.doc?.byId.get(state.selected)?.entity;
      const same = entity ? marks().filter((a) => a.entity === entity) : marks();
      step(same, event.key === 'n' ? 1 : -1);
      break;
    }
    case 'j': case 'k': step(marks().filter((a) => a.type === 'quote'), event.key === 'j' ? 1 : -1); break;
    case 'c': step(marks().filter((a) => a.type === 'caption'), 1); break;
    case '/': event.preventDefault(); act.find(); break;
    case 'l': case 'L': act.labels(); break;
    case '?': act.help(); break;
    default:
      if (/^[1-5]$/.test(event.key)) act.toggleKind(Number(event.key) - 1);
  }
}
