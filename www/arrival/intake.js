// What may come in, and how it becomes text: pasted words as they are, files, HTML for its line structure only.

const BLOCK = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BR', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM',
  'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'IFRAME', 'OBJECT', 'SVG', 'SELECT', 'TEXTAREA']);

/** The text of an HTML document, a line a block. The markup is parsed inertly and nothing of it reaches the page. */
export function textOfHtml(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const lines = [''];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += node.data.replace(/[\t\n\r ]+/g, ' ');
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName.toUpperCase())) return;
    const block = BLOCK.has(node.tagName);
    if (block) lines.push('');
    for (const child of node.childNodes) walk(child);
    if (block) lines.push('');
  };
  walk(parsed.body);
  return lines.map((line) => line.trim()).filter(Boolean).join('\n');
}

/** The pasted text exactly as given; HTML is read only where the plain text is missing or has lost its lines. */
export function textOfTransfer(data) {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  if (!html || (plain.trim() && /\n/.test(plain.trim()))) return plain;
  const read = textOfHtml(html);
  return plain.trim() && !read.includes('\n') ? plain : read || plain;
}

export class UnreadableFile extends Error {}

/** UTF-8 and UTF-16 by their marks, else UTF-8, else the Korean code page of older news sites. */
export async function textOfFile(file) {
  const named = /\.(txt|html?|md|markdown)$/i.exec(file.name);
  if (!named && !/^text\/(plain|html|markdown)/.test(file.type)) throw new UnreadableFile(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile(file.name);
  return /html?$/i.test(named?.[1] ?? file.type) ? textOfHtml(text) : text;
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
