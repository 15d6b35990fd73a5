// The article as elements. Its textContent is the input, character for character: white space between blocks
// stays as text, and all words of our own (counts, labels) are generated content.
import { el, nextFrame } from '../dom.js';
import { t } from '../i18n/index.js';
import { appendMarked, signatureOf, spansInOrder } from './marks.js';

const SLICE = 8; // milliseconds of building in one frame
const SCREEN = 350; // characters that one frame has to lay out, where all is laid out at once

/** A text longer than this lays out only what is near the view. */
export const LONG = 60000;

/**
 * Fills `root`. The first slice is there when this returns; `done` settles when all is, with false when stopped.
 * `elements` maps an annotation to its elements (two where a quote runs over two paragraphs). Given the rendering
 * of the same text `before`, only the groups that differ are made anew, so that nothing on the page moves. What
 * stands up to `until` is there at once, whatever it costs.
 */
export function renderArticle(root, doc, { signal, onProgress, before, until = 0 } = {}) {
  const elements = new Map();
  const spansOf = spansInOrder(doc);
  const groups = groupBlocks(doc);
  const kept = before && fits(before, doc, groups) ? before.groups : null;
  if (!kept) {
    root.replaceChildren();
    root.lang = doc.language;
  }
  const long = doc.text.length > LONG;
  let next = 0;
  let at = 0;
  const slice = () => {
    const end = performance.now() + SLICE;
    const screen = kept || long ? Infinity : (groups[next]?.blocks[0].start ?? 0) + SCREEN;
    const page = document.createDocumentFragment();
    const goesOn = ({ blocks: [{ start }] }) => start <= until || (performance.now() < end && start < screen);
    while (next < groups.length && goesOn(groups[next])) {
      const group = groups[next];
      const spans = new Map(group.blocks.map((block) => [block, spansOf(block)]));
      if (kept) refit(doc, group, kept[next], groups, next, spans, elements);
      else {
        const [first] = group.blocks;
        if (first.start > at) page.append(doc.text.slice(at, first.start));
        page.append(build(doc, group, groups, next, spans, elements));
        at = group.blocks.at(-1).end;
      }
      next++;
    }
    if (!kept && next === groups.length && at < doc.text.length) {
      page.append(doc.text.slice(at));
      at = doc.text.length;
    }
    root.append(page);
    onProgress?.(groups.length ? next / groups.length : 1);
  };
  if (groups.length) slice();
  else if (!kept) root.append(doc.text);
  const rendering = { text: doc.text, language: doc.language, groups, elements, whole: false, kept: Boolean(kept) };
  rendering.done = (async () => {
    while (next < groups.length) {
      await nextFrame();
      if (signal?.aborted) return false;
      slice();
    }
    rendering.whole = true;
    return true;
  })();
  rendering.whole = next >= groups.length;
  return rendering;
}

const fits = (before, doc, groups) => before.whole && before.text === doc.text && before.language === doc.language
  && before.groups.length === groups.length && before.groups.every((group, i) => group.key === groups[i].key);

/** Makes the elements of a group and notes which spans they stand for. */
function build(doc, group, groups, index, spans, elements) {
  group.signature = signature(group, spans);
  group.marks = [];
  const make = (block) => (span, node) => {
    group.marks.push([block, span.order, node]);
    remember(elements, span.annotation.id, node);
  };
  group.node = buildGroup(doc, group.blocks, groups, index, spans, make);
  return group.node;
}

/** Takes over a group's elements where they would come out the same; the ids of their marks may be new. */
function refit(doc, group, old, groups, index, spans, elements) {
  if (signature(group, spans) !== old.signature) {
    const open = old.node.open;
    const node = build(doc, group, groups, index, spans, elements);
    if (open) node.open = true;
    old.node.replaceWith(node);
    return;
  }
  const places = new Map(old.blocks.map((block, i) => [block, group.blocks[i]]));
  Object.assign(group, { node: old.node, signature: old.signature, marks: [] });
  for (const [block, order, node] of old.marks) {
    const now = places.get(block);
    const { id } = spans.get(now)[order].annotation;
    node.dataset.id = id;
    group.marks.push([now, order, node]);
    remember(elements, id, node);
  }
}

const signature = (group, spans) => group.blocks.map((block) => signatureOf(spans.get(block))).join('|');

function remember(elements, id, node) {
  const nodes = elements.get(id);
  if (nodes) nodes.push(node);
  else elements.set(id, [node]);
}

/** Runs of furniture, of decks; everything else stands alone. A group's key is all but its marks. */
function groupBlocks(doc) {
  const groups = [];
  for (const block of doc.blocks) {
    const last = groups.at(-1)?.blocks;
    if (last && last[0].kind === block.kind && (block.kind === 'furniture' || block.kind === 'deck')) last.push(block);
    else groups.push({ blocks: [block] });
  }
  for (const group of groups) {
    const [first] = group.blocks;
    group.key = `${first.kind} ${first.number ?? ''} ${first === doc.headline} ${group.blocks.map((b) => `${b.start}-${b.end}`).join()}`;
  }
  return groups;
}

function buildGroup(doc, group, groups, index, spans, make) {
  const [first] = group;
  const fill = (node, block) => {
    appendMarked(node, doc.text, block.start, block.end, spans.get(block), make(block));
    return node;
  };
  const lines = (parent, line) => {
    let at = first.start;
    for (const block of group) {
      if (block.start > at) parent.append(doc.text.slice(at, block.start));
      parent.append(fill(line(block), block));
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
      return buildCaption(doc, first, spans, make(first));
    default:
      return fill(el('p.body', { data: { n: first.number } }), first);
  }
}

/** A caption's block is its mark; the annotation then needs no element of its own. */
function buildCaption(doc, block, spans, made) {
  const node = el('p.caption', { data: { n: block.number } });
  const mine = spans.get(block);
  const own = mine.find((s) => s.annotation?.type === 'caption');
  if (own) {
    node.dataset.id = own.annotation.id;
    node.tabIndex = -1;
    node.classList.add('m');
    if (own.annotation.confidence === 'guess') node.classList.add('doubt');
    made(own, node);
  }
  appendMarked(node, doc.text, block.start, block.end, mine.filter((s) => s !== own), made);
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
