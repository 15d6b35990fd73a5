// What may come in, and how it becomes text: pasted words as they are, files, HTML for its structure only.

const BLOCK = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BR', 'BUTTON', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM',
  'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME', 'OBJECT', 'SVG', 'SELECT', 'TEXTAREA']);
const SAYS = { H1: 'heading', P: 'paragraph', FIGCAPTION: 'caption', NAV: 'furniture', FOOTER: 'furniture', BUTTON: 'furniture' };
const DEEP = new Set(['caption', 'furniture']); // holds for everything inside

/** The lines of an HTML document, each with what its element says it is. Parsed inertly: nothing of it reaches the page. */
function linesOfHtml(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const lines = [{ words: '', says: null }];
  const open = (says) => lines.push({ words: '', says });
  const walk = (node, says) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines.at(-1).words += node.data.replace(/[\t\n\r ]+/g, ' ');
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName.toUpperCase())) return;
    const block = BLOCK.has(node.tagName);
    const own = DEEP.has(says) ? says : node.tagName === 'BR' ? says : SAYS[node.tagName] ?? (block ? null : says);
    if (block) open(own);
    for (const child of node.childNodes) walk(child, own);
    if (block) open(says);
  };
  walk(parsed.body, null);
  return lines.map(({ words, says }) => ({ words: words.trim(), says })).filter(({ words }) => words);
}

/** The text of an HTML document, a line a block, and what its elements said of the lines. */
export function textOfHtml(html) {
  const lines = linesOfHtml(html);
  const text = lines.map(({ words }) => words).join('\n');
  return { text, hints: place(text, lines) };
}

/** What `html` says of stretches of `plain`, the same page as text: its lines are looked up there one after the other. */
export function hintsFor(plain, html) {
  return place(plain, linesOfHtml(html));
}

/** `{says, start, end}` of the lines that have something to say; white space aside, a line must stand in `text` as it is. */
function place(text, lines) {
  const at = []; // the place in `text` of each character that is no white space
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i])) continue;
    bare += text[i];
    at.push(i);
  }
  const hints = [];
  let from = 0;
  for (const { words, says } of lines) {
    const wanted = words.replace(/\s+/g, '');
    // A line may be missing (a picture's description); the search goes on nearby, so that one miss loses little.
    const found = wanted ? bare.slice(from, from + wanted.length + NEAR).indexOf(wanted) : -1;
    if (found < 0) continue;
    const start = from + found;
    from = start + wanted.length;
    if (says) hints.push({ says, start: at[start], end: at[from - 1] + 1 });
  }
  return hints;
}

const NEAR = 2000;

/** The pasted text exactly as given, with the clipboard's HTML as hints; it is the text only where plain text is missing or has lost its lines. */
export function readTransfer(data) {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  if (!html) return { text: plain, hints: [] };
  const flat = !/\n/.test(plain.trim());
  if (flat) {
    const read = textOfHtml(html);
    if (!plain.trim() || read.text.includes('\n')) return read.text ? read : { text: plain, hints: [] };
  }
  return { text: plain, hints: hintsFor(plain, html) };
}

export class UnreadableFile extends Error {}

/** UTF-8 and UTF-16 by their marks, else UTF-8, else the Korean code page of older news sites. */
export async function readFile(file) {
  const named = /\.(txt|html?|md|markdown)$/i.exec(file.name);
  if (!named && !/^text\/(plain|html|markdown)/.test(file.type)) throw new UnreadableFile(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile(file.name);
  return /html?$/i.test(named?.[1] ?? file.type) ? textOfHtml(text) : { text, hints: [] };
}

function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'euc-kr']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch { /* the next one */ }
  }
  throw new UnreadableFile('encoding');
}
