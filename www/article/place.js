// Where in the text the reader is: kept when the text is drawn anew, and handed between reading and editing.

const CLEAR = 90; // below the masthead

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
