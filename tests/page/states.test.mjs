// axe in every state, light and dark, three widths; phones; print; forced colours; the page as one file.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { open, openSample, paste } from './browser.mjs';
import { dist } from './serve.mjs';
import { board } from '../../www/samples/board.js';

let browser, axe;
before(async () => {
  browser = await open();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
after(() => browser.close());

async function violations(page) {
  await page.waitForTimeout(250); // transitions of ground and sheet
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
  });
}

// Light in Korean, dark in English: every state is seen in both without being visited twice.
for (const [colorScheme, locale] of [['light', 'ko-KR'], ['dark', 'en-US']]) {
  for (const width of [360, 768, 1440]) {
    test(`axe finds nothing: ${colorScheme}, ${locale}, ${width}`, async () => {
      const page = await browser.page({ viewport: { width, height: 900 }, colorScheme, locale });
      const clean = async (state) => assert.deepEqual(await violations(page), [], state);
      await clean('arrival');
      await page.setInputFiles('#file', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([137, 80]) });
      await page.waitForFunction(() => document.getElementById('a-error').textContent);
      await page.locator('#source').fill('…');
      await clean('arrival with words and an error');
      await openSample(page);
      await clean('reading');
      await page.locator('#article .body mark.executive').first().click();
      await page.locator('#card').waitFor();
      await clean('card of a person');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('#card .quote').first().waitFor();
      await clean('card of a quote');
      await page.keyboard.press('Escape');
      await page.keyboard.press('L');
      await page.locator('[data-act=view]').click();
      await clean('labels, view menu');
      await page.keyboard.press('Escape');
      await page.keyboard.press('L');
      if (width < 1160) {
        await page.locator('#grip').click();
        await page.locator('[data-only=anon]').click();
        await page.locator('#g-full').click();
        await clean('full sheet, narrowed');
        await page.locator('#grip').click();
      } else {
        await page.locator('[data-only=silent]').click();
        await page.locator('#find').fill('해운');
        await clean('narrowed');
        await page.locator('.key .all').click();
        await page.locator('#find').fill('');
        await page.locator('.jump button').last().click();
        await page.waitForSelector('#s-map svg .n');
        await clean('map');
        await page.locator('#s-map .sort button').last().click();
        await clean('table');
        await page.locator('[data-act=export]').click();
        await clean('export menu');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('?');
      await page.locator('#help h3').first().waitFor();
      await clean('help');
      await page.keyboard.press('Escape');
      if (width > 640) {
        await page.locator('[data-act=edit]').click();
        await clean('edit');
      }
    });
  }
}

test('nothing scrolls sideways down to 320 px, in either language', async () => {
  for (const [width, locale] of [[320, 'ko-KR'], [320, 'en-US'], [360, 'en-US'], [390, 'ko-KR'], [768, 'en-US'], [1200, 'ko-KR']]) {
    const page = await browser.page({ viewport: { width, height: 800 }, locale });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const inside = (selector) => page.locator(selector).evaluateAll((nodes) => nodes.every((node) => {
      const { left, right } = node.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    }));
    assert.ok(await wide() <= 0, `arrival at ${width}`);
    await openSample(page, locale === 'en-US' ? 'english' : 'board');
    assert.ok(await wide() <= 0, `reading at ${width}`);
    assert.ok(await inside('.mast > *, .g-act'), `masthead and sheet's bar at ${width}, ${locale}`);
    assert.equal(await page.evaluate(() => scrollY), 0, 'reading begins at the top');
    if (width < 1160) {
      await page.locator('#grip').click();
      assert.ok(await inside('#grip, #g-full, .jump, #find'), `sheet at ${width}, ${locale}`);
      assert.equal(await page.locator('#p-scroll').evaluate((node) => node.scrollWidth - node.clientWidth), 0, `panel at ${width}, ${locale}`);
      await page.locator('#grip').click();
    }
    await page.locator('[data-act=view]').click();
    await page.locator('#menu .v-row').nth(1).locator('button').last().click();
    assert.ok(await wide() <= 0, `large text at ${width}`);
  }
});

test('on a phone the panel is a sheet and the selected mark stays in view', async () => {
  const page = await browser.page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openSample(page);
  const grip = page.locator('#grip');
  assert.equal(await grip.getAttribute('aria-expanded'), 'false');
  await grip.tap();
  await page.waitForSelector('html[data-sheet=open]');
  await page.locator('#s-people .list button').first().tap();
  await page.locator('#card').waitFor();
  await page.waitForTimeout(600);
  const mark = await page.locator('#article .sel').first().boundingBox();
  const card = await page.locator('#card').boundingBox();
  assert.ok(mark.y > 50 && mark.y + 20 < card.y, `mark ${mark.y}, card ${card.y}`);
  await page.locator('#card .x').tap();
  await page.locator('#card').waitFor({ state: 'hidden' });
});

test('marks move nothing: the same text lies on the same lines', async () => {
  const page = await browser.page();
  await openSample(page);
  const heights = () => page.locator('#article .body').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
  const before = await heights();
  await page.keyboard.press('1');
  await page.keyboard.press('4');
  await page.locator('#article .body mark.executive').first().click();
  await page.locator('#card').waitFor();
  assert.deepEqual(await heights(), before);
});

test('print leaves the panel, numbers the names and lists the statements', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.waitForFunction(() => { // the part that lays out paper comes after the article
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector('#print-notes li');
  });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#panel').isVisible(), false);
  assert.ok(await page.locator('#print-notes li').count() > 5);
  assert.ok(await page.locator('#print-notes tr').count() > 5);
  assert.equal(await page.locator('#article [data-note="1"]').count(), 1);
});

test('reduced motion and forced colours still show the marks', async () => {
  const page = await browser.page({ reducedMotion: 'reduce', forcedColors: 'active' });
  await openSample(page);
  const style = await page.locator('#article .body mark.executive').first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
  assert.equal(style, 'double');
});

test('the article is there again after a crash of the engine', async () => {
  const page = await browser.page();
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      Worker.prototype.postMessage = post;
      this.dispatchEvent(new MessageEvent('message', { data: { id: message.id, error: 'unreachable' } }));
    };
  });
  await page.locator('[data-sample=board]').click();
  const again = page.locator('#error button');
  await again.waitFor();
  await again.click();
  await page.waitForSelector('#article mark');
  await page.waitForFunction((whole) => document.getElementById('article').textContent === whole, board);
});

const file = join(dist, 'mitjul.html');
test('the page as one file works from disk', { skip: !existsSync(file) && 'dist/mitjul.html is not built' }, async () => {
  const page = await browser.page({ url: pathToFileURL(file).href });
  await paste(page, board);
  await page.waitForSelector('#article mark.company');
  await page.locator('#article .body mark.company').first().click();
  await page.locator('#card').waitFor();
  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.requested.filter((url) => !/^(file|blob|data):/.test(url)), []);
});
