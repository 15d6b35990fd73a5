// What a visit loads and when: the budget in wasm-pack.toml counts as the first visit the engine and index.html, which has
// all that the page needs inside; nothing else may be asked for before these are there, the rest is loaded on use, and is
// there offline.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, openSample } from './browser.mjs';
import { dist, serve } from './serve.mjs';

const late = (await readdir(join(dist, 'parts'))).map((file) => `parts/${file}`);
const ENGINE = ['engine/worker.js', 'engine/mitjul_bg.wasm'];
const TAGGER = 'engine/tagger.gz';
const print = late.find((file) => file.includes('/print-'));

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

/** A first visit to a server of its own, up to the marks of a sample. */
async function visit(serviceWorkers) {
  const server = await serve();
  const page = await browser.page({ url: 'about:blank', serviceWorkers });
  await page.goto(server.url);
  await page.waitForSelector('.samples li button');
  await openSample(page);
  return { page, server, end: () => Promise.all([page.context().close(), server.close()]) };
}

test('the first marks are made of what the budget counts, each file fetched once', async () => {
  const { page, server, end } = await visit('block');
  await page.waitForFunction((part) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(part)), print);
  const first = ['index.html', ...ENGINE];
  const served = server.served.map(({ file }) => file);
  assert.deepEqual(served.slice(0, first.length).sort(), first.sort()); // nothing comes between
  assert.deepEqual(served.slice(first.length), [TAGGER, print]); // and nothing else without being used
  await end();
});

test('what the tagger needs is asked for when all that the first marks need is there, the service worker after it', async () => {
  const { page, server, end } = await visit('allow');
  await page.evaluate(() => navigator.serviceWorker.ready);
  const served = (file) => server.served.find((s) => s.file === file);
  const there = Math.max(...ENGINE.map((file) => served(file).ended));
  assert.ok(served(TAGGER).begun >= there, `${served(TAGGER).begun} < ${there}`);
  assert.ok(served('sw.js').begun >= served(TAGGER).ended);
  await end();
});

test('what is loaded on first use is there when the server is gone', async () => {
  const { page, server } = await visit('allow');
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await server.close();
  await page.locator('.jump [data-to=map]').click();
  await page.waitForSelector('#s-map svg .n, #s-map table');
  await page.locator('[data-act=export]').click();
  await Promise.all([page.waitForEvent('download'), page.locator('[data-format=csv]').click()]);
  await page.locator('[data-act=help]').click();
  await page.waitForSelector('#help[open] h3');
  await page.keyboard.press('Escape');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.waitForSelector('#print-notes li', { state: 'attached' });
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)));
  assert.deepEqual(late.filter((file) => !loaded.includes(file)), [], 'a part that nothing loads');
  await page.reload();
  await page.waitForSelector('#article mark[data-id]');
  await page.context().close();
});
