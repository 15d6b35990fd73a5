// Nested marks by one sweep. The engine promises that annotations nest and never cross, so sorted spans and a
// stack are enough; a span that would cross is cut at its parent's end rather than lost.
import { el } from '../dom.js';

const QUOTE_MARK = /["'“”‘’„‟«»「」『』＂＇〈〉《》′″`´]/;
const WAVED = new Set(['quote-mark', 'quote-unclosed', 'quote-direction']);

/**
 * The spans of one block after the other, in order, cut at block borders: `next(block)` is to be called with each block
 * of the document once. Worked out as the article is built, so that a long one needs no pass of its own.
 */
export function spansInOrder(doc) {
  const notes = doc.notes.filter((n) => WAVED.has(n.kind) && n.end > n.start).toSorted((a, b) => a.start - b.start);
  let [annotation, note] = [0, 0];
  let open = []; // annotations that go on in the next block
  return function next(block) {
    const spans = [];
    const add = (span) => {
      const start = Math.max(span.start, block.start);
      const end = Math.min(span.end, block.end);
      if (end > start) spans.push({ ...span, start, end });
    };
    while (annotation < doc.annotations.length && doc.annotations[annotation].start < block.end) open.push(doc.annotations[annotation++]);
    for (const a of open) {
      add({ start: a.start, end: a.end, rank: 0, annotation: a });
      if (a.type === 'quote') {
        if (QUOTE_MARK.test(doc.text[a.start])) add({ start: a.start, end: a.start + 1, rank: 2, className: 'qm' });
        if (a.end - a.start > 1 && QUOTE_MARK.test(doc.text[a.end - 1])) add({ start: a.end - 1, end: a.end, rank: 2, className: 'qm close' });
      }
      if (a.type === 'caption' && a.credit?.end > a.credit?.start) add({ start: a.credit.start, end: a.credit.end, rank: 1, className: 'credit' });
    }
    open = open.filter((a) => a.end > block.end);
    while (note < notes.length && notes[note].start < block.end) {
      const { start } = notes[note++];
      add({ start, end: start + 1, rank: 3, className: 'odd' });
    }
    for (const f of block.furniture ?? []) add({ start: f.start, end: f.end, rank: 1, className: 'glue' });
    spans.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
    spans.forEach((span, order) => { span.order = order; });
    return spans;
  };
}

/** All that the elements of a block depend on, but for the ids of annotations. */
export const signatureOf = (spans) => spans.map((s) =>
  `${s.start} ${s.end} ${s.className ?? `${s.annotation.type} ${s.annotation.confidence === 'guess'}`}`).join(';');

/** Appends `text[start..end]` to `parent` with `spans` as nested elements; `made` is told of every annotation's element. */
export function appendMarked(parent, text, start, end, spans, made) {
  const stack = [{ node: parent, end }];
  let at = start;
  const put = (node, to) => {
    if (to > at) node.append(text.slice(at, to));
    at = Math.max(at, to);
  };
  const close = () => {
    const top = stack.pop();
    put(top.node, top.end);
    // ‘A·B·C’ never breaks before its dot: an empty element carries a word joiner that is no text.
    if (top.node.classList?.contains('tied')) top.node.append(el('span.tie'));
  };
  for (const span of spans) {
    while (stack.length > 1 && stack.at(-1).end <= span.start) close();
    const parentOf = stack.at(-1);
    const stop = Math.min(span.end, parentOf.end);
    if (stop <= span.start || span.start < at) continue;
    put(parentOf.node, span.start);
    const node = elementFor(text, span, parentOf, made);
    parentOf.node.append(node);
    stack.push({ node, end: stop, type: span.annotation?.type });
  }
  while (stack.length) close();
}

function elementFor(text, span, parent, made) {
  const a = span.annotation;
  if (!a) return el(`span.${span.className.replace(' ', '.')}`);
  const node = el(`mark.m.${a.type}`, { data: { id: a.id }, tabindex: '-1' });
  if (text[span.end] === '·') node.classList.add('tied');
  if (a.confidence === 'guess') node.classList.add('doubt');
  if (a.type === 'company' && (parent.type === 'executive' || parent.type === 'person')) parent.node.classList.add('outer');
  made(span, node);
  return node;
}
