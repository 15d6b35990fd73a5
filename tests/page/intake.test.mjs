// What comes in: markup as hints, odd characters, nothing, a megabyte; and that no text is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, openSample, paste } from './browser.mjs';
import { board } from '../../www/samples/board.js';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

const textOf = (page) => page.evaluate(() => document.getElementById('article').textContent);
const reads = (page, text) => page.waitForFunction((whole) => document.getElementById('article').textContent === whole, text);
const kinds = (page) => page.evaluate(() => [...document.querySelectorAll('#article > *')].map((node) => `${node.localName} ${node.className.split(' ')[0]}`.trim()));

const PLAIN = `경제 증권
가람전자의 새로운 시작

가람전자는 다음 달 새 공장을 연다고 12일 밝혔다. 공장은 충주에 선다.

지난봄 충주에서 터를 다지는 모습

류담희 가람전자 대표는 “직원 이백 명을 뽑겠다”고 말했다. 공장은 내년 봄에 돌기 시작한다.

공유하기`;
const MARKUP = `<html><body><!--StartFragment--><nav><a href="/">경제</a> <a href="/s">증권</a></nav><h1>가람전자의 새로운 시작</h1>
<p>가람전자는 다음 달 새 공장을 연다고 12일 밝혔다. 공장은 충주에 선다.</p><figure><img src="https://example.com/a.png" onerror="window.bad=1">
<figcaption>지난봄 충주에서 터를 다지는 모습</figcaption></figure><p>류담희 가람전자 대표는 “직원 이백 명을 뽑겠다”고 말했다. 공장은 내년 봄에
돌기 시작한다.</p><script>window.bad = 1</script><button>공유하기</button><!--EndFragment--></body></html>`;

test('the markup of a copied page tells what its lines are; the text stays the plain text', async () => {
  const page = await browser.page();
  await paste(page, PLAIN);
  assert.ok(!(await kinds(page)).includes('p caption'), 'nothing in the words says that it is a caption');
  await paste(page, PLAIN, MARKUP);
  await page.waitForSelector('#article .caption');
  assert.deepEqual(await kinds(page), ['details furn', 'h1', 'p body', 'p caption', 'p body', 'details furn']);
  assert.equal(await textOf(page), PLAIN);
  assert.equal(await page.evaluate(() => window.bad), undefined);
  assert.equal(await page.locator('#article img, #article a, #article button').count(), 0);
  assert.deepEqual(page.requested.filter((url) => url.includes('example.com')), []);
  await page.reload();
  await page.waitForSelector('#article .caption'); // the hints are kept with the text
});

test('the button reads the clipboard, its markup too', async () => {
  const page = await browser.page({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.evaluate(([plain, html]) => navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([plain], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })]), [PLAIN, MARKUP]);
  await page.locator('#f-paste').click();
  await page.waitForSelector('#article .caption');
  await reads(page, PLAIN);
});

test('a file dropped anywhere is read; the field says that it may be dropped', async () => {
  const page = await browser.page();
  const drag = (type) => page.evaluate((kind) => {
    const data = new DataTransfer();
    data.items.add(new File(['# 벼리해운, 새 배\n류담희 벼리해운 사장은 “띄우겠다”고 말했다.'], 'a.md', { type: 'text/markdown' }));
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, type);
  await drag('dragenter');
  await page.waitForSelector('html.dropping');
  assert.equal(await page.locator('.field .drop').isVisible(), true);
  await drag('drop');
  await reads(page, '# 벼리해운, 새 배\n류담희 벼리해운 사장은 “띄우겠다”고 말했다.');
  assert.equal(await page.locator('html.dropping').count(), 0);
});

test('a clipboard that cannot be read says so in one sentence and leads to the field', async () => {
  const page = await browser.page();
  await page.evaluate(() => {
    navigator.clipboard.read = navigator.clipboard.readText = async () => { throw new DOMException('no', 'NotAllowedError'); };
  });
  await page.locator('#f-paste').click();
  await page.waitForFunction(() => document.getElementById('a-error').textContent === '클립보드를 읽지 못했습니다. 칸을 누르고 붙여 넣어 주세요.');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'source');
});

test('decomposed Hangul, CRLF and emoji are marked alike and come back as they were', async () => {
  const page = await browser.page();
  const plain = '벼리해운, 새 배\n류담희 벼리해운 사장은 “띄우겠다”고 말했다.\n';
  for (const text of [plain, plain.normalize('NFD'), plain.replaceAll('\n', '\r\n'), `🚢 ${plain}👩‍👩‍👧 끝\u200b`]) {
    await paste(page, text);
    await page.waitForFunction(() => document.querySelectorAll('#article .body mark.quote').length === 1);
    assert.equal(await textOf(page), text);
    const name = await page.locator('#article .body mark.executive').first().innerText();
    assert.equal(name.normalize('NFC'), '류담희 벼리해운 사장');
    await page.locator('[data-act=new]').click();
  }
});

test('nothing to read is said, and the page stays', async () => {
  const page = await browser.page();
  await page.locator('#source').fill('  \n ');
  assert.equal(await page.locator('#f-go').isHidden(), true);
  await page.setInputFiles('#file', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n') });
  await page.waitForFunction(() => document.getElementById('a-error').textContent === '글이 비어 있습니다.');
  assert.equal(await page.locator('html').getAttribute('data-view'), 'arrival');
});

test('no text is lost: not by a reload, by New article, by the browser’s back and forward, nor while typing', async () => {
  const page = await browser.page();
  await page.locator('#source').fill('반쯤 쓴 글');
  await page.reload();
  await page.waitForSelector('#source');
  assert.equal(await page.locator('#source').inputValue(), '반쯤 쓴 글');
  await openSample(page);
  await page.locator('[data-act=new]').click();
  assert.equal(await page.locator('#source').inputValue(), '반쯤 쓴 글');
  await page.locator('#f-back').click();
  await reads(page, board);
  await page.goBack();
  await page.waitForSelector('html[data-view=arrival]');
  await page.goForward();
  await page.waitForSelector('html[data-view=reading]');
  await reads(page, board);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('html').getAttribute('data-view'), 'reading');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'article');
});

test('another tab follows the settings and keeps its own text', async () => {
  const page = await browser.page();
  const other = await page.context().newPage();
  await other.goto(browser.url);
  await openSample(other, 'wire');
  await page.locator('[data-act=view]').click();
  await page.locator('#menu button', { hasText: /^어둡게$/ }).click();
  await other.waitForSelector('html[data-theme=dark]');
  await page.locator('[data-act=language]').click();
  await other.waitForSelector('html[lang=en][data-view=reading]');
  assert.equal(await page.locator('html').getAttribute('data-view'), 'arrival');
});

test('leaving while a long text is marked ends the work and brings nobody back', async () => {
  const page = await browser.page();
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain.repeat(300));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, board.slice(300, 1300));
  await page.locator('[data-act=new]').dispatchEvent('click');
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('html').getAttribute('data-view'), 'arrival');
  await openSample(page);
  assert.deepEqual(page.complaints, []);
});

test('editing begins where one was reading and returns to where one wrote', async () => {
  const page = await browser.page({ viewport: { width: 1200, height: 480 } });
  await openSample(page);
  const far = page.locator('#article .body').nth(4);
  await far.evaluate((node) => scrollTo({ top: node.getBoundingClientRect().top + scrollY - 90, behavior: 'instant' }));
  const begins = (await far.textContent()).slice(0, 12);
  await page.locator('[data-act=edit]').dispatchEvent('click'); // a click by the driver scrolls first
  await page.waitForFunction(() => document.activeElement.id === 'editor');
  await page.waitForFunction(() => document.getElementById('editor').selectionStart > 0);
  const at = await page.evaluate(() => { const e = document.getElementById('editor'); return e.value.slice(e.selectionStart, e.selectionStart + 12); });
  assert.equal(at, begins);
  await page.keyboard.type('덧붙임. ');
  await page.locator('[data-act=done]').click();
  await page.waitForSelector('html[data-view=reading]');
  await page.waitForFunction((words) => {
    const node = [...document.querySelectorAll('#article .body')].find((one) => one.textContent.startsWith(words));
    const top = node?.getBoundingClientRect().top;
    return top > 50 && top < 300;
  }, '덧붙임.');
});
