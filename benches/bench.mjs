// Measures our page beside others in Chromium, in turn, and writes benches/RESULTS.md. Called by `cargo xtask bench`:
// node bench.mjs DIST FLOOR WORK; FLOOR is the folder of the floor's glue and wasm, WORK one to put pages in.

import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { serve } from './serve.mjs';

const [dist, floor, work] = process.argv.slice(2);
const here = import.meta.dirname;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const text = (name) => readFileSync(join(here, 'texts', `${name}.txt`), 'utf8');
const board = text('board');
const english = text('english');
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const say = (words) => process.stdout.write(`    ${words}\n`);

/** `words` repeated to at least so many bytes, cut there. */
function upTo(words, bytes) {
  const buffer = Buffer.from(words.repeat(Math.ceil(bytes / Buffer.byteLength(words))));
  return buffer.subarray(0, bytes).toString('utf8').replaceAll('\ufffd', '');
}

// ---------------------------------------------------------------- pages

const OTHERS = ['plain', 'floor', 'wink', 'compromise'];

async function pages() {
  for (const name of OTHERS) {
    const folder = join(work, name);
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(here, 'pages', 'page.html'), join(folder, 'index.html'));
    await build({
      entryPoints: [join(here, 'pages', `${name}.js`)],
      outfile: join(folder, 'main.js'),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      alias: { floor: join(floor, 'mitjul_floor.js') },
      logLevel: 'error',
    });
  }
  copyFileSync(join(floor, 'mitjul_floor_bg.wasm'), join(work, 'floor', 'mitjul_floor_bg.wasm'));
}

// ---------------------------------------------------------------- first marks

/**
 * Runs in the page before all else: gives it the text as soon as it can take one, and says when marks are painted. On
 * the console: to wait in the page, Playwright would put a third of a megabyte of script into it while it loads.
 */
function watch([ours, words]) {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => console.info(`first marks: ${performance.now()}`)));
  window.waiting = (annotate) => {
    annotate(words).show();
    painted();
  };
  if (!ours) return;
  let pasted = false;
  const look = () => {
    if (!pasted && document.querySelector('.samples li button')) {
      pasted = true;
      const data = new DataTransfer();
      data.setData('text/plain', words);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }
    if (document.querySelector('#article mark[data-id]')) {
      observer.disconnect();
      painted();
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

const CONDITIONS = [
  ['as it is', {}],
  ['4× slower processor', { slow: 4 }],
  ['9 Mbit/s, 60 ms', { link: { latency: 60, rate: 9e6 / 8 } }],
];

/** An empty page with an empty profile, in a browser at rest: a new window first loads what surrounds its pages. */
async function fresh(browser, more) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: 'block', ...more });
  const page = await context.newPage();
  await page.waitForTimeout(1500);
  return { context, page };
}

async function firstMarks(browser, server, name, words, { slow, link }) {
  const { context, page } = await fresh(browser, { locale: 'ko-KR' });
  await page.addInitScript(watch, [name === 'ours', words]);
  if (slow) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow });
  server.link = link;
  const said = page.waitForEvent('console', { predicate: (m) => m.text().startsWith('first marks: '), timeout: 120_000 });
  await page.goto(`${server.url}${name}/`, { waitUntil: 'commit' });
  const time = Number((await said).text().split(' ').at(-1));
  server.link = undefined;
  await context.close();
  return time;
}

// ---------------------------------------------------------------- per article

/** Gives the page a function `annotate`: our engine's, or that of the page itself. */
async function subject(browser, server, name) {
  const { context, page } = await fresh(browser);
  page.setDefaultTimeout(0);
  await page.goto(`${server.url}${name === 'ours' ? 'plain' : name}/`);
  await page.waitForFunction(() => window.annotate);
  if (name === 'ours') {
    await page.evaluate(async () => {
      const glue = await import('/ours/engine/mitjul.js');
      const wasm = await glue.default({ module_or_path: '/ours/engine/mitjul_bg.wasm' });
      window.annotate = (words) => glue.annotate(words);
      window.again = (words) => glue.annotate_again(words, new Uint32Array());
      window.bytes = () => wasm.memory.buffer.byteLength;
      window.complete = async () => {
        const packed = (await fetch('/ours/engine/tagger.gz')).body;
        glue.load_tagger(new Uint8Array(await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()));
      };
    });
  } else {
    await page.evaluate(() => (window.bytes = () => performance.memory.usedJSHeapSize));
  }
  return { context, page };
}

/** Times of a letter typed into the middle of `words`, each after the text before it was annotated. */
const type = (page, words) => page.evaluate((w) => {
  const half = w.length >> 1;
  const all = [];
  window.again(w);
  for (let typed = '가'; typed.length <= 10; typed += '나') {
    const start = performance.now();
    window.again(w.slice(0, half) + typed + w.slice(half));
    all.push(performance.now() - start);
  }
  return all;
}, words);

const run = (page, words, times) => page.evaluate(([w, n]) => {
  const all = [];
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    window.annotate(w);
    all.push(performance.now() - start);
  }
  return all;
}, [words, times]);

/** Cold (in pages of their own) and warm times of a short text, then of long ones as far as they end soon, and memory. */
async function articles(browser, server, name, short, long) {
  const colds = [];
  let context, page;
  for (let round = 0; round < ROUNDS; round++) {
    await context?.close();
    ({ context, page } = await subject(browser, server, name));
    colds.push(...(await run(page, short, 1))); // as the first marks are made, before the tagger is there
  }
  const cold = median(colds);
  if (name === 'ours') await page.evaluate(() => window.complete());
  const warm = median(await run(page, short, name === 'ours' ? 200 : 30));
  const out = { cold, warm, megabytes: {} };
  let last = 0;
  for (const [label, bytes] of [['100 KB', 1e5], ['1 MB', 1e6], ['10 MB', 1e7]]) {
    if (last * 10 > 60_000) break;
    const times = await run(page, upTo(long, bytes), last > 1000 ? 1 : 3);
    last = Math.min(...times);
    out[label] = last;
    out.megabytes[label] = await page.evaluate(() => window.bytes() / 1e6);
    if (label === '100 KB' && name === 'ours') out.keystroke = median(await type(page, upTo(long, bytes)));
    if (label === '1 MB') {
      await run(page, short, 100);
      out.megabytes.after = await page.evaluate(() => window.bytes() / 1e6);
    }
  }
  await context.close();
  return out;
}

// ---------------------------------------------------------------- report

const ms = (time) => (time === undefined ? '–' : time < 10 ? `${time.toFixed(2)} ms` : `${Math.round(time)} ms`);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map((_, i) => (i ? '---:' : '---'))), ...rows.map(row)].join('\n');
const NAMES = { ours: 'Mitjul', plain: 'a page that only shows the text', floor: '10,000 names in wasm', wink: 'wink-nlp', compromise: 'compromise' };

function weight(folder, files) {
  const all = files.map((file) => readFileSync(join(folder, file)));
  const sum = (size) => Math.round(all.reduce((total, bytes) => total + size(bytes), 0) / 1000);
  return [sum((b) => gzipSync(b).length), sum((b) => brotliCompressSync(b).length)];
}

await pages();
const server = await serve({ ours: dist, ...Object.fromEntries(OTHERS.map((name) => [name, join(work, name)])) });
const flags = ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info', '--js-flags=--expose-gc'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
const everyone = ['ours', ...OTHERS];

const marks = {};
for (const [condition, how] of CONDITIONS) {
  marks[condition] = Object.fromEntries(everyone.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of everyone) {
      const words = name === 'wink' || name === 'compromise' ? english : board;
      marks[condition][name].push(await firstMarks(browser, server, name, words, how));
    }
    say(`first marks, ${condition}, round ${round + 1} of ${ROUNDS}`);
  }
}
const times = {};
times['ours, Korean'] = await articles(browser, server, 'ours', board, text('long'));
say('articles: ours, Korean');
for (const name of ['ours', 'wink', 'compromise']) {
  times[`${name}, English`] = await articles(browser, server, name, english, english);
  say(`articles: ${name}, English`);
}
const version = browser.version();
await browser.close();
await server.close();

const firsts = everyone.map((name) => {
  const cells = CONDITIONS.map(([condition]) => {
    const time = median(marks[condition][name]);
    const ratio = time / median(marks[condition].floor);
    return `${Math.round(time)} ms (${ratio.toFixed(2)}×)`;
  });
  const folder = name === 'ours' ? dist : join(work, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'mitjul.html')
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
  return [NAMES[name], ...cells, weight(folder, files).join(' / ')];
});
const names = (key) => key.replace('ours', 'Mitjul').replace('wink', 'wink-nlp');
const speeds = Object.entries(times).map(([key, t]) =>
  [names(key), ms(t.cold), ms(t.warm), ms(t['100 KB']), ms(t['1 MB']), ms(t['10 MB'])]);
const memory = Object.entries(times).map(([key, { megabytes: m }]) =>
  [names(key), ...['100 KB', '1 MB', 'after', '10 MB'].map((k) => (m[k] === undefined ? '–' : `${m[k].toFixed(1)} MB`))]);
const korean = times['ours, Korean'];
const load = os.loadavg()[0];

writeFileSync(join(here, 'RESULTS.md'), `# How fast, beside what one might use instead

Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()}, Chromium ${version}${load > os.cpus().length ? `; the machine was busy (load ${load.toFixed(1)}), so only the ratios mean something` : ''}.
Everything runs in turn; medians of ${ROUNDS} rounds.

## First marks

From navigation, with an empty profile, to marks on the screen; the text is given as soon as the page takes one.
The Korean text is \`texts/board.txt\` (${(Buffer.byteLength(board) / 1000).toFixed(1)} KB); wink-nlp and compromise, which know no Korean, get
\`texts/english.txt\` (${(Buffer.byteLength(english) / 1000).toFixed(1)} KB). In brackets: against the 10,000 names. Chromium slows the main thread, not workers.
Last column: what travels, KB gzip / brotli, everything in the folder.

${table(['', ...CONDITIONS.map((c) => c[0]), 'KB'], firsts)}

## An article

The engine alone, on the main thread of a page: first call in a fresh page (median of ${ROUNDS}), median of later calls, longer texts (the best of up to three).
Ours has its tagger from the second call on, as in the page.

${table(['', 'cold', 'warm', '100 KB', '1 MB', '10 MB'], speeds)}

10 MB takes ${(korean['10 MB'] / korean['1 MB']).toFixed(1)} times as long as 1 MB. A keystroke in an article of 100 KB takes ${ms(korean.keystroke)}.

## Memory

The engine's wasm memory, of the others the page's JavaScript heap, after each text; 'then 100 articles' after the 1 MB.

${table(['', '100 KB', '1 MB', 'then 100 articles', '10 MB'], memory)}
`);
say('wrote benches/RESULTS.md');
