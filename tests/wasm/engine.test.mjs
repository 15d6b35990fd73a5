// The engine as the page loads it, under Node: byte for byte what the command answers.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..');
const engine = join(root, 'dist', 'engine');
const command = process.env.ANNOTATE ?? join(root, 'target', 'debug', 'annotate');
let glue;

before(async () => {
  glue = await import(join(engine, 'mitjul.js'));
  glue.initSync({ module: readFileSync(join(engine, 'mitjul_bg.wasm')) });
  const tagger = gunzipSync(readFileSync(join(engine, 'tagger.gz')));
  assert.throws(() => glue.load_tagger(new Uint8Array(3)), /not a file of what the tagger needs/);
  assert.throws(() => glue.load_tagger(tagger.subarray(0, -1)), /bytes of what the tagger needs, where/);
  glue.load_tagger(tagger);
});

function native(text, files = []) {
  return execFileSync(command, ['--format', 'jsonl', ...files], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
}

function same(text) {
  const wasm = glue.annotate(text);
  assert.equal(wasm.trimEnd(), native(text).trimEnd());
  return JSON.parse(wasm);
}

const ARTICLE = `삼성전자, 새 공장 짓는다

한종희 삼성전자 부회장은 3일 “내년에 새 공장을 짓겠다”고 말했다.
`;

test('exports what the page needs and nothing else', () => {
  assert.deepEqual(Object.keys(glue).sort(), ['annotate', 'annotate_again', 'default', 'initSync', 'load_tagger', 'start']);
});

test('marks a company, an executive and a quote', () => {
  const output = same(ARTICLE);
  const types = new Set(output.annotations.map((annotation) => annotation.type));
  for (const type of ['company', 'executive', 'quote']) assert.ok(types.has(type), `no ${type}`);
});

test('offsets slice the text as JavaScript counts it', () => {
  const text = `😀 ${ARTICLE}`.normalize('NFD');
  for (const { start, end, text: words } of same(text).annotations) {
    assert.equal(text.slice(start, end), words);
  }
});

test('says the same as the command for every article we keep', () => {
  const folder = join(root, 'tests', 'gold');
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.gold'));
  assert.ok(files.length >= 12, `only ${files.length} articles`);
  const copies = mkdtempSync(join(tmpdir(), 'mitjul-'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll(/<[^>]*>/g, ''));
  const paths = texts.map((text, n) => {
    const path = join(copies, `${n}.txt`);
    writeFileSync(path, text);
    return path;
  });
  // One run for all: starting the command for each would take most of the time.
  const lines = native('', paths).trimEnd().split('\n');
  rmSync(copies, { recursive: true });
  assert.equal(lines.length, texts.length);
  texts.forEach((text, n) => assert.equal(glue.annotate(text), lines[n], files[n]));
});

test('says the same of an edited text as of a new one', () => {
  for (const text of [ARTICLE, ARTICLE.replace('3일', '4일'), `${ARTICLE}한 부회장은 웃었다.`, ARTICLE]) {
    assert.equal(glue.annotate_again(text, new Uint32Array()), glue.annotate(text));
  }
});

test('takes empty and odd texts', () => {
  for (const text of ['', '\n', '“', '\u0000', '\u1112', '\uFEFF한글', '가'.repeat(100_000)]) same(text);
});
