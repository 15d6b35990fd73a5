// The engine's JSON (OUTPUT.md) with what the views look up again and again: entities with their mentions,
// statements with their parts, paragraph numbers. The same text and output give the same document.

export const KINDS = ['company', 'executive', 'person', 'quote', 'caption'];

/**
 * The document of `text` and the engine's `output`. Long ones are worked out in steps with `pause` between them, so
 * that the page stays responsive.
 */
export async function indexDocument(text, output, pause = async () => {}) {
  const blocks = coverText(text, output.blocks ?? []);
  numberBlocks(blocks);
  await pause();
  const annotations = [], reported = [], byId = new Map();
  for (const [i, a] of (output.annotations ?? []).entries()) {
    if (i % 2000 === 1999) await pause();
    if (a.end <= a.start) continue;
    const own = { ...a, text: text.slice(a.start, a.end) };
    if (a.type === 'statement') reported.push(own);
    if (!KINDS.includes(a.type)) continue;
    own.order = annotations.length;
    annotations.push(own);
    byId.set(a.id, own);
  }
  const doc = {
    text, output, blocks, annotations, byId,
    language: output.language || (/[가-힣]/.test(text) ? 'ko' : 'en'),
    headline: blocks.find((b) => b.kind === 'headline'),
    notes: output.notes ?? [],
  };
  await pause();
  doc.entities = await indexEntities(doc, pause);
  await pause();
  doc.quotes = annotations.filter((a) => a.type === 'quote');
  doc.captions = annotations.filter((a) => a.type === 'caption');
  doc.statements = await groupStatements(doc, doc.quotes, pause);
  // Reported speech is listed apart: it has no marks of its own and no quote is counted for it.
  doc.reported = await groupStatements(doc, reported, pause);
  attachStatements(doc);
  await pause();
  const order = output.summary ?? {};
  doc.companies = inOrder(doc, order.companies, (e) => e.type === 'company');
  doc.people = inOrder(doc, order.people, (e) => e.type === 'executive' || e.type === 'person');
  doc.unnamed = unnamedSources(doc);
  doc.counts = {
    company: doc.companies.length,
    executive: doc.people.filter((e) => e.type === 'executive').length,
    person: doc.people.filter((e) => e.type === 'person').length,
    quote: doc.statements.length,
    caption: doc.captions.length,
  };
  return doc;
}

/** Blocks in order over every non-blank line; a line that the engine left out is body, so that no word is lost. */
function coverText(text, given) {
  const blocks = [];
  let at = 0;
  const addLines = (from, to) => {
    for (const line of text.slice(from, to).matchAll(/[^\r\n]+/g)) {
      if (line[0].trim()) blocks.push({ kind: 'body', start: from + line.index, end: from + line.index + line[0].length });
    }
  };
  for (const block of [...given].sort((a, b) => a.start - b.start)) {
    if (block.start < at || block.end <= block.start) continue;
    addLines(at, block.start);
    blocks.push({ ...block });
    at = block.end;
  }
  addLines(at, text.length);
  return blocks;
}

function numberBlocks(blocks) {
  let paragraph = 0, caption = 0;
  for (const [index, block] of blocks.entries()) {
    block.index = index;
    if (block.kind === 'body') block.number = ++paragraph;
    if (block.kind === 'caption') block.number = ++caption;
  }
}

async function indexEntities(doc, pause) {
  const entities = new Map();
  for (const entity of doc.output.entities ?? []) {
    entities.set(entity.id, { ...entity, aliases: entity.aliases ?? [], titles: entity.titles ?? [], companies: entity.companies ?? [],
      mentions: [], statements: [], reported: [], heard: [], pictures: [] });
  }
  for (const a of doc.annotations) {
    if (a.order % 1000 === 999) await pause();
    const entity = entities.get(a.entity);
    if (!entity) continue;
    entity.mentions.push(a);
    for (const id of a.affiliations ?? []) if (!entity.companies.includes(id)) entity.companies.push(id);
    if (a.title?.text && !entity.titles.includes(a.title.text)) entity.titles.push(a.title.text);
  }
  for (const entity of entities.values()) {
    entity.forms = [...new Set(entity.mentions.map((a) => a.text))];
    entity.doubtful = entity.mentions.length > 0 && entity.mentions.every((a) => a.confidence === 'guess');
  }
  return entities;
}

async function groupStatements(doc, quotes, pause) {
  const statements = [], open = new Map();
  for (const [i, quote] of quotes.entries()) {
    if (i % 500 === 499) await pause();
    const key = quote.statement ?? quote.id;
    let statement = open.get(key);
    if (!statement) {
      statement = { id: quote.id, parts: [], start: quote.start, direct: quote.type === 'quote', source: quote.speaker, ...speakerOf(doc, quote), addressee: addresseeOf(doc, quote) };
      open.set(key, statement);
      statements.push(statement);
    }
    statement.parts.push(quote);
    if (quote.cue?.text) statement.cue = quote.cue.text;
    quote.of = statement;
  }
  return statements;
}

/** Who speaks: `voice` is person, company, unnamed or none. */
function speakerOf(doc, quote) {
  const entity = doc.entities.get(quote.speaker?.entity);
  if (entity) return { entity, name: entity.name, voice: entity.type === 'company' ? 'company' : 'person' };
  const name = quote.speaker?.text?.trim();
  if (name) return { entity: null, name, voice: 'unnamed' };
  return { entity: null, name: '', voice: 'none' };
}

function addresseeOf(doc, quote) {
  const entity = doc.entities.get(quote.addressee?.entity);
  if (entity) return { entity, name: entity.name };
  return quote.addressee?.text ? { entity: null, name: quote.addressee.text } : null;
}

function attachStatements(doc) {
  for (const statement of doc.statements) {
    statement.entity?.statements.push(statement);
    statement.addressee?.entity?.heard.push(statement);
  }
  for (const statement of doc.reported) statement.entity?.reported.push(statement);
  for (const caption of doc.captions) {
    for (const id of new Set(caption.depicts ?? [])) doc.entities.get(id)?.pictures.push(caption);
  }
}

function unnamedSources(doc) {
  const sources = new Map();
  for (const s of doc.statements) {
    if (s.voice !== 'unnamed') continue;
    if (!sources.has(s.name)) sources.set(s.name, { name: s.name, statements: [] });
    sources.get(s.name).statements.push(s);
  }
  return [...sources.values()];
}

/** The engine's order of salience; without one, by mentions, headline and decks counting double. */
function inOrder(doc, ids, wanted) {
  const entities = [...doc.entities.values()].filter((e) => e.mentions.length && wanted(e));
  const rank = new Map((ids ?? []).map((id, i) => [id, i]));
  const weight = new Map(entities.map((e) => [e, rank.has(e.id) ? 0 : e.mentions.length + e.mentions.filter((a) => isHead(blockAt(doc, a.start))).length]));
  return entities.sort((a, b) => (rank.get(a.id) ?? 1e9) - (rank.get(b.id) ?? 1e9) || weight.get(b) - weight.get(a) || a.mentions[0].start - b.mentions[0].start);
}

export const isHead = (block) => block?.kind === 'headline' || block?.kind === 'deck';

/** The block that holds `offset`, by binary search. */
export function blockAt(doc, offset) {
  let low = 0, high = doc.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.blocks[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return doc.blocks[low];
}

/** Title and company as the article states them. */
export function roleOf(doc, entity) {
  const title = entity.titles[0] ?? '';
  const companies = entity.companies.map((id) => doc.entities.get(id)?.name ?? id).slice(0, 2).join('·');
  if (doc.language === 'ko') return [companies, title].filter(Boolean).join(' ');
  return [title, companies].filter(Boolean).join(', ');
}

/** The mark of another document that stands for `mark`: the same words at the same place, else the nearest of its kind. */
export function sameMark(doc, mark) {
  if (!mark || !doc) return null;
  const alike = doc.annotations.filter((a) => a.type === mark.type && (a.text === mark.text || (a.start <= mark.start && a.end > mark.start)));
  const far = (a) => Math.abs(a.start - mark.start) + Math.abs(a.end - mark.end);
  return alike.length ? alike.reduce((best, a) => (far(a) < far(best) ? a : best)) : null;
}
