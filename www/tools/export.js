// Downloads are made on the page from the document at hand; nothing is asked of a server.
import { t } from '../i18n/index.js';
import { roleOf } from '../article/model.js';
import { depictedIn } from '../panel/captions.js';

const MAKERS = {
  json: [(doc) => `${JSON.stringify({ text: doc.text, ...doc.output }, null, 2)}\n`, 'application/json'],
  csv: [toCsv, 'text/csv'],
  md: [toMarkdown, 'text/markdown'],
  html: [toHtml, 'text/html'],
};

export function download(doc, format) {
  const [make, type] = MAKERS[format];
  const url = URL.createObjectURL(new Blob([make(doc)], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${t('export.file')}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The byte order mark lets spreadsheets read Hangul; a cell that could be a formula is disarmed. */
export function toCsv(doc) {
  const cell = (value) => {
    const words = String(value ?? '');
    return `"${(/^[=+\-@\t\r]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`;
  };
  const name = (id) => doc.entities.get(id)?.name ?? '';
  const rows = [['type', 'start', 'end', 'text', 'name', 'title', 'affiliations', 'speaker', 'credit', 'confidence']];
  for (const a of doc.annotations) {
    rows.push([a.type, a.start, a.end, a.text, name(a.entity), a.title?.text, (a.affiliations ?? []).map(name).join('; '),
      a.of?.name, a.credit?.text, a.confidence]);
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function toMarkdown(doc) {
  const line = (text) => text.replace(/\s+/g, ' ').trim().replace(/([\\`*_[\]<>#|])/g, '\\$1');
  const words = (block) => line(doc.text.slice(block.start, block.end));
  const out = [];
  if (doc.headline) out.push(`# ${words(doc.headline)}`, '');
  const list = (title, rows) => rows.length && out.push(`## ${title}`, '', ...rows.map((row) => `- ${row}`), '');
  list(t('sec.companies'), doc.companies.map((e) => [line(e.name), e.ticker].filter(Boolean).join(' · ')));
  list(t('sec.people'), doc.people.map((e) => [line(e.name), line(roleOf(doc, e))].filter(Boolean).join(' · ')));
  list(t('sec.quotes'), doc.statements.map((s) => `${s.parts.map((p) => line(p.text)).join(' … ')} — ${line(s.name) || t('source.none')}`));
  list(t('sec.captions'), doc.captions.map((a) => `${depictedIn(doc, a).map((e) => line(e.name)).join(', ') || '–'} (${line(a.credit?.text ?? '–')})`));
  out.push('---', '');
  for (const block of doc.blocks) {
    if (block === doc.headline || block.kind === 'furniture') continue;
    out.push(block.kind === 'caption' ? `> ${words(block)}` : block.kind === 'deck' ? `**${words(block)}**` : words(block), '');
  }
  return out.join('\n');
}

const STYLE = 'body{max-width:40em;margin:3em auto;padding:0 1em;font:18px/1.8 "Noto Serif KR","Nanum Myeongjo",sans-serif;word-break:keep-all}'
  + 'mark{background:none;color:inherit;text-underline-offset:.24em}.company{text-decoration:underline 1.5px #4F78B5}'
  + '.executive{text-decoration:underline double 1px #C55A36}.person{text-decoration:underline dotted 2px #8F7233}'
  + '.quote{background:#EAF1EC}.caption{border-left:2px solid #5A5D73;padding-left:1em;font-size:.85em}.furn{display:none}';

/** A file of its own: the article's elements are copied by the DOM, which escapes them, without our controls. */
export function toHtml(doc) {
  const page = document.implementation.createHTMLDocument(doc.headline ? doc.text.slice(doc.headline.start, doc.headline.end) : t('app.name'));
  page.documentElement.lang = doc.language;
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  page.head.prepend(charset);
  const article = page.importNode(document.getElementById('article'), true);
  for (const node of [article, ...article.querySelectorAll('*')]) {
    for (const { name } of [...node.attributes]) if (name !== 'class') node.removeAttribute(name);
    node.classList.remove('sel', 'kin', 'm');
  }
  page.body.append(article);
  // The style is put in as text: as an element it would fall under this page's own policy.
  return `<!doctype html>\n${page.documentElement.outerHTML.replace('</head>', `<style>${STYLE}</style></head>`)}\n`;
}
