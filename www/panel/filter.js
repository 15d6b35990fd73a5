// What the lists show of the document: narrowed by the words looked for and by the voice chosen, in the order chosen.
// Pure, so that lists, counts and the voice of the live region agree.

/** A test for the words of `query` in either form of Hangul, case and width of spaces aside. */
export function patternOf(query, flags = 'iu') {
  const wanted = query.trim();
  if (!wanted) return null;
  const forms = [...new Set([wanted.normalize('NFC'), wanted.normalize('NFD')])];
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(escaped.join('|'), flags);
}

export const voiceOf = (entity) => (entity.statements.length ? 'say' : 'silent');

const VOICES = {
  say: { entity: (e) => e.statements.length > 0, unnamed: false, said: (s) => s.entity != null },
  silent: { entity: (e) => e.statements.length === 0, unnamed: false, said: () => true },
  anon: { entity: () => false, unnamed: true, said: (s) => s.voice === 'unnamed' },
  dbt: { entity: (e) => e.doubtful, unnamed: false, said: (s) => Boolean(s.entity?.doubtful || s.parts.some((p) => p.confidence === 'guess')) },
};

/** The parts of `doc` that the panel lists now. */
export function listed(doc, { query, only, sorts }) {
  const voice = VOICES[only];
  const pattern = patternOf(query);
  const found = (...words) => !pattern || words.some((word) => word && pattern.test(word));
  const names = (e) => [e.name, e.ticker, ...e.forms, ...e.aliases, ...e.titles, ...e.companies.map((id) => doc.entities.get(id)?.name ?? id)];
  const entity = (e) => (!voice || voice.entity(e)) && found(...names(e));
  const said = (s) => (!voice || voice.said(s)) && found(s.name, s.addressee?.name, ...s.parts.map((p) => p.text));
  return {
    companies: ordered(doc.companies.filter(entity), sorts.companies),
    people: ordered(doc.people.filter(entity), sorts.people),
    unnamed: doc.unnamed.filter((source) => (!voice || voice.unnamed) && found(source.name)),
    statements: doc.statements.filter(said),
    reported: doc.reported.filter(said),
    captions: doc.captions.filter((a) => found(a.text)),
  };
}

const ORDERS = {
  text: (a, b) => a.mentions[0].start - b.mentions[0].start,
  said: (a, b) => b.statements.length - a.statements.length,
  count: (a, b) => b.mentions.length - a.mentions.length,
};

const ordered = (list, order) => (ORDERS[order] ? list.toSorted(ORDERS[order]) : list);
