// The article as elements. Its textContent is the input, character for character: white space between blocks
// stays as text, and all words of our own (counts, labels) are generated content.
import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { appendMarked, remember, spansByBlock } from './marks.js';

const SLICE = 24; // milliseconds of building before the browser gets its turn

/**
 * Fills `root`. The first slice is there when this returns; `done` settles when all is, with false when stopped.
 * `elements` maps an annotation to its elements (two where a quote runs over two paragraphs).
 */
export function renderArticle(root, doc, { signal, onProgress } = {}) {
  const elements = new Map();
  const spans = spansByBlock(doc);
  const groups = groupBlocks(doc);
  root.replaceChildren();
  root.lang = doc.language;
  let next = 0;
  let at = 0;
  const slice = () => {
    const until = performance.now() + SLICE;
    const page = document.createDocumentFragment();
    while (next < groups.length && performance.now() < until) {
      const group = groups[next++];
      if (group[0].start > at) page.append(doc.text.slice(at, group[0].start));
      page.append(buildGroup(doc, group, groups, next - 1, spans, elements));
      at = group.at(-1).end;
    }
    if (next === groups.length && at < doc.text.length) {
      page.append(doc.text.slice(at));
      at = doc.text.length;
    }
    root.append(page);
    onProgress?.(groups.length ? next / groups.length : 1);
  };
  if (!groups.length) root.append(doc.text);
  else slice();
  const done = (async () => {
    while (next < groups.length) {
      await breathe();
      if (signal?.aborted) return false;
      slice();
    }
    return true;
  })();
  return { elements, done };
}

const breathe = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Runs of furniture, of decks; everything else stands alone. */
function groupBlocks(doc) {
  const groups = [];
  for (const block of doc.blocks) {
    const last = groups.at(-1);
    if (last && last[0].kind === block.kind && (block.kind === 'furniture' || block.kind === 'deck')) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function buildGroup(doc, group, groups, index, spans, elements) {
  const [first] = group;
  const fill = (node, block) => {
    appendMarked(node, doc.text, block.start, block.end, spans.get(block), elements);
    return node;
  };
  const lines = (parent, make) => {
    let at = first.start;
    for (const block of group) {
      if (block.start > at) parent.append(doc.text.slice(at, block.start));
      parent.append(fill(make(block), block));
      at = block.end;
    }
    return parent;
  };
  switch (first.kind) {
    case 'furniture': {
      const place = index === 0 ? 'head' : index === groups.length - 1 ? 'foot' : 'mid';
      const folded = el('details.furn', { data: { place, lines: countLines(doc, group) } }, el('summary'));
      return lines(folded, () => el('p'));
    }
    case 'deck':
      return lines(el('div.decks'), () => el('p.deck'));
    case 'headline':
      return fill(el(first === doc.headline ? 'h1' : 'p.head'), first);
    case 'caption':
      return buildCaption(doc, first, spans, elements);
    default:
      return fill(el('p.body', { data: { n: first.number } }), first);
  }
}

/** A caption's block is its mark; the annotation then needs no element of its own. */
function buildCaption(doc, block, spans, elements) {
  const node = el('p.caption', { data: { n: block.number } });
  const mine = spans.get(block);
  const own = mine.find((s) => s.annotation?.type === 'caption');
  if (own) {
    node.dataset.id = own.annotation.id;
    node.tabIndex = -1;
    node.classList.add('m');
    if (own.annotation.confidence === 'guess') node.classList.add('doubt');
    remember(elements, own.annotation.id, node);
  }
  appendMarked(node, doc.text, block.start, block.end, mine.filter((s) => s !== own), elements);
  return node;
}

const countLines = (doc, group) =>
  group.reduce((n, block) => n + doc.text.slice(block.start, block.end).split(/\r\n?|\n/).filter((l) => l.trim()).length, 0);

/** Our words on the article, in the interface's language; attributes only. */
export function labelArticle(root) {
  for (const folded of root.querySelectorAll('details.furn')) {
    const words = [t(`furn.${folded.dataset.place}`, { n: Number(folded.dataset.lines) })];
    if (folded.dataset.place === 'head' && root.querySelector('h1 .glue')) words.push(t('furn.glued'));
    const label = words.join(' · ');
    const summary = folded.firstElementChild;
    summary.dataset.label = label;
    summary.setAttribute('aria-label', label);
  }
}

/** Offset → DOM position, for highlights that change no element. Built on demand, one pass over the text nodes. */
export function textIndex(root) {
  const nodes = [], starts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
    starts.push(at);
    at += walker.currentNode.length;
  }
  const locate = (offset) => {
    let low = 0, high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return [nodes[low], Math.min(offset - starts[low], nodes[low].length)];
  };
  return {
    range(start, end) {
      if (!nodes.length) return null;
      const range = document.createRange();
      range.setStart(...locate(start));
      const [node, offset] = locate(Math.max(start, end - 1));
      range.setEnd(node, Math.min(offset + 1, node.length));
      return range;
    },
  };
}
