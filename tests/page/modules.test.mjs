// index.html names every module of the first visit, so that they come in one round trip, not one import after another.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);

// Fetched on first use.
const LATE = ['panel/map.js', 'panel/layout.js', 'panel/columns.js', 'tools/export.js', 'tools/help.js', 'tools/print.js'];

async function imports(entry) {
  const seen = new Set();
  const visit = async (url) => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const text = await readFile(url, 'utf8');
    for (const [, from] of text.matchAll(/^import\b[^'\n]*'(\.[^']+)'/gm)) await visit(new URL(from, url));
  };
  await visit(new URL(entry, www));
  return [...seen].map((href) => href.slice(www.href.length)).sort();
}

test('index.html preloads what main.js imports, and nothing else', async () => {
  const page = await readFile(new URL('index.html', www), 'utf8');
  const preloaded = [...page.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, href]) => href).sort();
  const wanted = (await imports('main.js')).filter((file) => file !== 'main.js');
  assert.deepEqual(preloaded, wanted);
});

test('import.meta.url is used in one module only', async () => {
  for (const file of await imports('main.js')) {
    const text = await readFile(new URL(file, www), 'utf8');
    assert.equal(text.includes('import.meta.url'), file === 'engine/spawn.js', file);
  }
});

test('no module writes markup from strings', async () => {
  for (const file of [...await imports('main.js'), ...LATE]) {
    const text = await readFile(new URL(file, www), 'utf8');
    assert.doesNotMatch(text, /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/, file);
  }
});
