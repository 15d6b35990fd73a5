import { el } from '../dom.js';
import { t, tNodes } from '../i18n/index.js';
import { voiceOf } from './filter.js';
import { kindWord } from './parts.js';

const MANY = 40;
const NAMES = { say: 'voice.says', silent: 'voice.silent', anon: 'voice.unnamed', dbt: 'doubt' };

export function buildGlance(doc, only, act) {
  return [el('p.gist', null, gist(doc)), ...voices(doc, only, act)];
}

/** Two or three sentences whose kind words carry their lines. */
function gist(doc) {
  const counted = (kind) => tNodes(`count.${kind}`, { n: doc.counts[kind], word: kindWord(kind, t(`word.${kind}`, { n: doc.counts[kind] })) });
  const sentences = [tNodes('gist.who', { company: counted('company'), executive: counted('executive'), person: counted('person') })];
  const by = (voice) => doc.statements.filter((s) => s.voice === voice);
  const speakers = (list) => new Set(list.map((s) => s.entity?.id ?? s.name)).size;
  const parts = ['person', 'company', 'unnamed'].flatMap((voice) => {
    const list = by(voice);
    return list.length ? [[', ', ...tNodes(`gist.by.${voice}`, { n: list.length, who: el('b', null, t(`gist.who.${voice}`, { n: speakers(list) })) })]] : [];
  }).flat().slice(1);
  if (parts.length) sentences.push(tNodes('gist.say', { quote: counted('quote'), parts }));
  const none = by('none').length;
  if (none) sentences.push([t('gist.none', { n: none })]);
  if (doc.reported.length) sentences.push([t('gist.reported', { n: doc.reported.length })]);
  if (doc.captions.length) sentences.push(counted('caption'));
  return sentences.flatMap((sentence, i) => (i ? [' ', ...sentence] : sentence));
}

/** A cell a voice, two rows: filled speaks, hollow is only mentioned, hatched is unnamed, dashed is doubtful. */
function voices(doc, only, act) {
  const voice = (entity) => ({ name: entity.name, kind: voiceOf(entity), doubtful: entity.doubtful, go: () => act.openEntity(entity) });
  const people = [...doc.people.map(voice), ...doc.unnamed.map((source) => ({ name: source.name, kind: 'anon', go: () => act.openSource(source) }))];
  const companies = doc.companies.map(voice);
  const all = [...people, ...companies];
  if (!all.length) return [];
  const count = (kind) => all.filter((v) => (kind === 'dbt' ? v.doubtful : v.kind === kind)).length;
  const part = (kind) => el('button', { type: 'button', 'aria-pressed': String(only === kind), disabled: !count(kind), data: { only: kind }, onclick: () => act.only(kind) },
    el(`i.cell.${kind === 'dbt' ? 'silent.dbt' : kind}`), `${t(NAMES[kind])} ${count(kind)}`);
  return [
    el('dl.cells', null, row(t('voice.people'), people, act), row(t('voice.companies'), companies, act)),
    el('p.key', { role: 'group', 'aria-label': t('voice.filter') }, part('say'), part('silent'), part('anon'), count('dbt') > 0 && part('dbt'),
      only && el('button.all', { type: 'button', onclick: () => act.only('') }, t('voice.all'))),
  ];
}

const ORDER = ['say', 'silent', 'anon'];

function row(name, list, act) {
  const sorted = [...list].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Boolean(a.doubtful) - Boolean(b.doubtful));
  const label = (v) => `${v.name}, ${t(NAMES[v.kind])}${v.doubtful ? `, ${t('doubt')}` : ''}`;
  const cells = list.length > MANY
    ? ORDER.map((kind) => [kind, list.filter((v) => v.kind === kind).length]).filter(([, n]) => n)
      .map(([kind, n]) => el('button.part', { type: 'button', style: { 'flex-grow': n }, title: `${t(NAMES[kind])} ${n}`, 'aria-label': `${name}, ${t(NAMES[kind])} ${n}`, onclick: () => act.only(kind) },
        el(`i.cell.bar.${kind}`)))
    : sorted.map((v) => el('button', { type: 'button', title: label(v), 'aria-label': label(v), onclick: v.go }, el(`i.cell.${v.kind}${v.doubtful ? '.dbt' : ''}`)));
  return el('div', null, el('dt', null, name), el('dd', null, cells));
}
