// The page as a reader meets it: paste, marks, panel, card, filters, keys, languages, files.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, openSample, paste } from './browser.mjs';
import { board } from '../../www/samples/board.js';
import { english } from '../../www/samples/english.js';
import { wire } from '../../www/samples/wire.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

const textOf = (page) => page.evaluate(() => document.getElementById('article').textContent);

test('a pasted article is marked, and its text is the input to the character', async () => {
  const page = await browser.page();
  const odd = `\n  ${board.replaceAll('\n', '\r\n')}\n\n\t끝  줄 \u00a0 “열린 따옴표\n`;
  for (const text of [board, wire, english, odd, '한 줄', 'A\r\n\r\nB']) {
    await paste(page, text);
    assert.equal(await textOf(page), text);
    await page.locator('[data-act=new]').click();
  }
  assert.deepEqual(page.complaints, []);
});

test('marks are real nested elements and quotes have their ground', async () => {
  const page = await browser.page();
  await openSample(page);
  assert.ok(await page.locator('#article mark.company').count() > 10);
  assert.ok(await page.locator('#article mark.executive mark.company').count() > 0, 'a company inside an executive');
  assert.ok(await page.locator('#article mark.quote').count() > 5);
  assert.equal(await page.locator('#article p.caption').count(), 3);
  assert.equal(await page.locator('#article h1').count(), 1);
  assert.ok(await page.locator('#article .deck').count() >= 2);
  assert.equal(await page.locator('#article details.furn[open]').count(), 0);
});

test('the panel lists what is in the text, and each line leads there', async () => {
  const page = await browser.page();
  await openSample(page);
  for (const id of ['companies', 'people', 'quotes', 'captions']) {
    const shown = Number(await page.locator(`#h-${id} span`).textContent());
    assert.ok(shown > 0, id);
  }
  await page.locator('#s-companies .list button').last().click();
  await page.waitForSelector('#article mark.company.sel');
  await page.waitForFunction(() => { // the scroll is smooth and takes its time
    const { top, bottom } = document.querySelector('#article mark.company.sel').getBoundingClientRect();
    return top > 58 && bottom < innerHeight;
  });
  assert.equal(await page.locator('#s-companies .has').count(), 1);
  await page.locator('#s-quotes .words').first().click();
  await page.waitForSelector('#article mark.quote.sel');
  await page.locator('#s-captions .line').nth(1).click();
  await page.waitForSelector('#article p.caption.sel');
});

test('a click opens the card; n / total walks the mentions; Esc closes it', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.locator('#article .body mark.company').first().click();
  const card = page.locator('#card');
  await card.waitFor();
  const position = () => card.locator('.c-pos b').textContent();
  const [at, of] = (await position()).split(' / ').map(Number);
  assert.ok(of >= at);
  if (of > 1) {
    await card.locator('.c-pos button').last().click();
    await page.waitForFunction((was) => document.querySelector('#card .c-pos b').textContent !== was, `${at} / ${of}`);
  }
  for (const link of await card.locator('a').all()) assert.match(await link.getAttribute('rel'), /noopener/);
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
});

test('the text is one tab stop; arrows, n, j and c move, Enter opens, Esc returns', async () => {
  const page = await browser.page();
  await openSample(page);
  assert.equal(await page.locator('#article [tabindex="0"]').count(), 1);
  await page.locator('#article [tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#article .sel');
  const first = await page.evaluate(() => document.activeElement.dataset.id);
  assert.ok(first);
  await page.keyboard.press('Enter');
  await page.locator('#card').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'card');
  await page.keyboard.press('Escape');
  await page.locator('#card').waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), first);
  await page.keyboard.press('j');
  await page.waitForSelector('#article mark.quote.sel');
  await page.keyboard.press('c');
  await page.waitForSelector('#article p.caption.sel');
  assert.equal(await page.locator('#article [tabindex="0"]').count(), 1);
  await page.keyboard.press('?');
  await page.locator('#help[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#help[open]').waitFor({ state: 'detached' });
});

test('letter keys can be switched off', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.locator('[data-act=view]').click();
  await page.locator('#menu .v-row').last().locator('button').last().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.waitForTimeout(100);
  assert.equal(await page.locator('#article .sel').count(), 0);
});

test('each kind can be hidden, by its toggle and by its number', async () => {
  const page = await browser.page();
  await openSample(page);
  const toggles = page.locator('#kinds button');
  assert.equal(await toggles.count(), 5);
  const line = () => page.locator('#article .body mark.company').first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await line(), 'underline');
  await toggles.first().click();
  await page.waitForSelector('html.no-company');
  assert.equal(await line(), 'none');
  await page.keyboard.press('1');
  await page.waitForSelector('html:not(.no-company)');
  assert.equal(await line(), 'underline');
});

test('search finds words, counts them, and Esc ends it', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.keyboard.press('/');
  await page.keyboard.type('벼리해운');
  await page.waitForFunction(() => /^1 \/ \d+$/.test(document.getElementById('find-at').textContent));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('find-at').textContent.startsWith('2 /'));
  await page.keyboard.type('없는말');
  await page.waitForFunction(() => document.getElementById('find-at').textContent === '찾는 말이 없습니다');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.getElementById('find-at').textContent === '');
});

test('the language switches everywhere and is kept', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.locator('[data-act=language]').click();
  await page.waitForSelector('html[lang=en]');
  assert.equal(await page.locator('#h-companies').evaluate((node) => node.firstChild.textContent), 'Companies');
  const words = await page.evaluate(() => {
    const own = document.body.cloneNode(true);
    for (const node of own.querySelectorAll('script, [lang=ko], #article, textarea, .aa, .margin, [data-act=language], .nm, .of, #print-notes, .wy, .ev')) node.remove();
    return own.innerText;
  });
  assert.doesNotMatch(words.replaceAll('한국어로', ''), /기업|경영인|발언|요약/);
  await page.reload();
  await page.waitForSelector('html[lang=en][data-view=reading] #panel[data-ready=on]'); // the article is drawn slice by slice
  assert.equal(await textOf(page), board, 'a reload keeps the text');
});

test('a browser without Korean gets English', async () => {
  const page = await browser.page({ locale: 'en-US' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

test('editing re-marks as one types', async () => {
  const page = await browser.page();
  await openSample(page);
  const before = Number(await page.locator('#h-quotes span').textContent());
  await page.locator('[data-act=edit]').click();
  await page.locator('#editor').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('새 줄을 더했다.\n류담희 벼리해운 사장은 “한 마디를 더 보태겠다”고 말했다.\n');
  await page.waitForFunction((n) => Number(document.querySelector('#h-quotes span').textContent) !== n, before);
  await page.locator('[data-act=done]').click();
  await page.waitForSelector('html[data-view=reading]');
  assert.match(await textOf(page), /^새 줄을 더했다/);
});

test('files are dropped or opened; what is not text is refused in one sentence', async () => {
  const page = await browser.page();
  await page.setInputFiles('#file', { name: 'a.html', mimeType: 'text/html',
    buffer: Buffer.from('<title>x</title><h1>벼리해운, 새 배</h1><script>window.bad = 1</script><p>류담희 벼리해운 사장은 “띄우겠다”고 말했다.</p>') });
  await page.waitForSelector('#article > *', { state: 'attached' });
  assert.equal(await textOf(page), '벼리해운, 새 배\n류담희 벼리해운 사장은 “띄우겠다”고 말했다.');
  assert.equal(await page.evaluate(() => window.bad), undefined);
  await page.locator('[data-act=new]').click();
  await page.setInputFiles('#file', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71]) });
  await page.waitForFunction(() => document.getElementById('a-error').textContent.includes('.txt'));
});

test('pasted markup never becomes markup', async () => {
  const page = await browser.page();
  const text = '<img src=x onerror="window.bad=1"> 벼리해운\n<b>굵게</b> “<script>window.bad=1</script>”라고 말했다.';
  await paste(page, text);
  assert.equal(await textOf(page), text);
  assert.equal(await page.locator('#article img, #article b, #article script').count(), 0);
  assert.equal(await page.evaluate(() => window.bad), undefined);
});

test('every export has the marks', async () => {
  const page = await browser.page();
  await openSample(page);
  for (const [format, wanted] of [['json', /"annotations"/], ['csv', /"company"/], ['md', /^# /], ['html', /<mark class="company/]]) {
    await page.locator('[data-act=export]').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-format=${format}]`).click()]);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    assert.match(Buffer.concat(chunks).toString('utf8'), wanted, format);
  }
});

test('nothing is asked of another host', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.locator('#article .body mark.company').first().click();
  await page.locator('#card').waitFor();
  await page.evaluate(() => fetch('https://example.com/').catch(() => {}));
  const elsewhere = page.requested.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== new URL(browser.url).origin);
  assert.deepEqual(elsewhere, [], 'the policy stops even a deliberate request');
});

test('a long text comes in slices and keeps every character', async () => {
  const page = await browser.page();
  const long = Array.from({ length: 400 }, (_, i) => `${i}번째 문단이다. ${board.slice(300, 900)}`).join('\n');
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => { for (const e of list.getEntries()) window.longest = Math.max(window.longest, e.duration); }).observe({ type: 'longtask' });
  });
  await paste(page, long);
  await page.waitForFunction((n) => document.getElementById('article').textContent.length === n, long.length, { timeout: 60_000 });
  assert.equal(await textOf(page), long);
});

test('the map opens as figure and table, and its lines lead to the words', async () => {
  const page = await browser.page();
  await openSample(page);
  await page.locator('.jump button').last().click();
  await page.waitForSelector('#s-map svg .n [role=button]');
  await page.locator('#s-map .sort button').last().click();
  await page.locator('#s-map table button').first().click();
  await page.waitForSelector('#article .sel');
});
