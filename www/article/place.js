// Where in the text the reader is: kept when the text is drawn anew, and handed between reading and editing.

const CLEAR = 90; // below the masthead
let turn = 0;

const groupAt = ({ groups }, offset) => groups.findLast((g) => g.node && g.blocks[0].start <= offset) ?? groups[0];
const topGroup = ({ groups }, edge) => groups.find((g) => g.node?.isConnected && g.node.getBoundingClientRect().bottom > edge);

/** Notes the group at the top of the view: its place in the text, and a way to bring its successor there, which says whether it was drawn. */
export function heldPlace(root, drawn) {
  const group = root.getBoundingClientRect().top < 0 ? topGroup(drawn, 60) : null;
  if (!group) return null;
  const top = group.node.getBoundingClientRect().top;
  const { start } = group.blocks[0];
  return { start, back(now) {
    const again = groupAt(now, start);
    if (!again?.node || (!now.whole && again.blocks.at(-1).end < start)) return false;
    scrollBy({ top: again.node.getBoundingClientRect().top - top, behavior: 'instant' });
    return true;
  } };
}

/** Where in the text the view begins; 0 at its top. */
export function offsetAtTop(drawn) {
  return scrollY < 40 ? 0 : topGroup(drawn, CLEAR)?.blocks[0].start ?? 0;
}

/** Brings the paragraph at `offset` to the top of the view. */
export function scrollToOffset(drawn, offset) {
  const node = offset ? groupAt(drawn, offset)?.node : null;
  scrollTo({ top: node ? node.getBoundingClientRect().top + scrollY - CLEAR : 0, behavior: 'instant' });
}

/**
 * Brings what `rectOf` measures to `share` of the view's height, unless it stands between masthead and `low` already.
 * In a long text paragraphs get their heights as they come into view, so there it is looked at again until it stands.
 * What comes back is how far the page will have scrolled.
 */
export function bring(rectOf, share, low, long) {
  const off = () => {
    const { top, bottom } = rectOf();
    return top < CLEAR || bottom > low ? top - innerHeight * share : 0;
  };
  const first = off();
  if (!first) return 0;
  scrollBy({ top: first, ...(long && { behavior: 'instant' }) });
  const mine = ++turn; // a newer wish ends an older one
  const again = (frames, still) => requestAnimationFrame(() => {
    if (mine !== turn) return;
    const rest = off();
    if (Math.abs(rest) > 4) scrollBy({ top: rest, behavior: 'instant' });
    const quiet = Math.abs(rest) > 4 ? 0 : still + 1;
    if (frames > 0 && quiet < 4) again(frames - 1, quiet);
  });
  if (long) again(40, 0);
  return Math.max(-scrollY, Math.min(first, document.documentElement.scrollHeight - innerHeight - scrollY));
}
