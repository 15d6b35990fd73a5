// How fast the tagger is by itself, one thread, in Node, whose V8 is Chromium's: node tagging.mjs GLUE LATE. GLUE is that of
// benches/tagging for Node, LATE the file of what the tagger needs, not compressed. Called by `cargo xtask bench tagger`.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [glue, late] = process.argv.slice(2);
const { Text, load_tagger } = createRequire(import.meta.url)(glue);
const bytes = readFileSync(late);
/** Milliseconds of the processor that `work` takes: what else the machine does is not counted. */
const clock = (work) => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Our Korean articles without their markup. */
function articles() {
  const gold = join(import.meta.dirname, '..', 'tests', 'gold');
  const files = ['train', 'dev', 'test'].flatMap((part) => readdirSync(join(gold, part)).map((name) => join(gold, part, name)));
  const texts = files.filter((name) => name.endsWith('.gold')).map((name) => readFileSync(name, 'utf8').replace(/<[^>]*>/g, ''));
  return texts.filter((text) => (text.match(/[가-힣]/g) ?? []).length > text.length / 3);
}

const started = clock(() => load_tagger(bytes));
const texts = articles();
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
for (const [how, some] of [['one after another', texts], ['as one text', [texts.join('\n')]]]) {
  const read = some.map((text) => new Text(text));
  const times = Array.from({ length: 15 }, () => clock(() => read.forEach((text) => text.tag())));
  // The first rounds run before V8 has optimised.
  const later = times.slice(3);
  const speed = (time) => (megabytes / time * 1000).toFixed(2);
  console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB, ${how}: median ${speed(median(later))} MB/s, best ${speed(Math.min(...later))} MB/s`);
}
console.log(`start-up ${started.toFixed(2)} ms`);
