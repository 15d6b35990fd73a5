import { el } from '../dom.js';
import { t, tNodes } from '../i18n/index.js';
import { kindWord } from './parts.js';

const MANY = 40;

export function buildGlance(doc, act) {
  return [el('p.gist', null, gist(doc)), ...voices(doc, act)];
}

/** Two or three sentences whose kind words carry their lines. */
function gist(doc) {
  const counted = (kind) => tNodes(`count.${kind}`, { n: doc.counts[kind], word: kindWord(kind, t(`word.${kind}`, { n: doc.counts[kind] })) });
  const sentences = [tNodes('gist.who', { company: counted('company'), executive: counted('executive'), person: counted('person') })];
  const by = (voice) => doc.statements.filter((s) => s.voice === voice);
  const speakers = (list) => new Set(list.map((s) => s.entity?.id ?? s.name)).size;
  const parts = ['person', 'company', 'unnamed'].flatMap((voice) => {
    const list = by(voice);
    return list.length ? t(`gist.by.${voice}`, { n: list.length, k: speakers(list) }) : [];
  });
  if (parts.length) sentences.push(tNodes('gist.say', { quote: counted('quote'), parts: parts.join(', ') }));
  const none = by('none').length;
  if (none) sentences.push([t('gist.none', { n: none })]);
  if (doc.captions.length) sentences.push(counted('caption'));
  return sentences.flatMap((sentence, i) => (i ? [' ', ...sentence] : sentence));
}

/** A cell a voice, two rows: filled speaks, hollow is only mentioned, hatched is unnamed, dashed is doubtful. */
function voices(doc, act) {
  const voice = (entity) => ({ name: entity.name, kind: entity.statements.length ? 'say' : 'silent', doubtful: entity.doubtful,
    go: () => act.openEntity(entity) });
  const people = [...doc.people.map(voice), ...doc.unnamed.map((source) => ({ name: source.name, kind: 'anon', go: () => act.openStatement(source.statements[0]) }))];
  const companies = doc.companies.map(voice);
  const all = [...people, ...companies];
  if (!all.length) return [];
  const count = (kind) => all.filter((v) => v.kind === kind).length;
  const key = (kind, name) => el('span', null, el(`i.cell.${kind}`), `${name} ${count(kind)}`);
  return [
    el('dl.cells', null, row(t('voice.people'), people), row(t('voice.companies'), companies)),
    el('p.key', null, key('say', t('voice.says')), key('silent', t('voice.silent')), key('anon', t('voice.unnamed'))),
  ];
}

const ORDER = ['say', 'silent', 'anon'];

function row(name, list) {
  const sorted = [...list].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Boolean(a.doubtful) - Boolean(b.doubtful));
  const label = (v) => `${v.name}, ${t(`voice.${{ say: 'says', silent: 'silent', anon: 'unnamed' }[v.kind]}`)}${v.doubtful ? `, ${t('doubt')}` : ''}`;
  const cells = list.length > MANY
    ? ORDER.map((kind) => [kind, list.filter((v) => v.kind === kind).length]).filter(([, n]) => n)
      .map(([kind, n]) => el(`i.cell.bar.${kind}`, { style: { 'flex-grow': n } }))
    : sorted.map((v) => el('button', { type: 'button', title: label(v), 'aria-label': label(v), onclick: v.go }, el(`i.cell.${v.kind}${v.doubtful ? '.dbt' : ''}`)));
  return el('div', null, el('dt', null, name), el('dd', null, cells));
}
