// The side panel and the card, with an engine whose answer is written by hand.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, paste } from './browser.mjs';
import { output, text } from './engine.mjs';

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

async function reading(edit, options) {
  const page = await browser.page({ answer: output(edit), ...options });
  await paste(page, text);
  await page.waitForSelector('#panel[data-ready=on]');
  return page;
}
const words = (page, selector) => page.locator(selector).allInnerTexts().then((all) => all.map((one) => one.replace(/\s+/g, ' ').trim()));
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

test('each part of the voices narrows the lists, says so, and lets go again', async () => {
  const page = await reading();
  await page.locator('[data-only=anon]').click();
  await settled(page);
  assert.deepEqual(await words(page, '#s-people .nm'), ['업계 관계자']);
  assert.equal(await page.locator('#h-people span').textContent(), '1 / 3');
  assert.deepEqual(await words(page, '#s-quotes .words'), ['“빠른 결정”']);
  assert.match(await page.locator('#live').textContent(), /이름 없음: 기업 0곳, 사람 1명, 발언 1건/);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.only), 'anon', 'the focus stays on the part');
  await page.locator('.key .all').click();
  await settled(page);
  assert.equal(await page.locator('#h-people span').textContent(), '3');
  await page.locator('[data-only=dbt]').click();
  await settled(page);
  assert.deepEqual(await words(page, '#s-companies .nm'), ['새라온']);
});

test('the search narrows lists as well as it marks the text', async () => {
  const page = await reading();
  await page.locator('#find').fill('맹주혁');
  await settled(page);
  assert.deepEqual(await words(page, '#s-people .nm'), ['맹주혁']);
  assert.equal(await page.locator('#h-captions span').textContent(), '1');
  assert.equal(await page.locator('#s-companies .blank').textContent(), '여기에 드는 것이 없습니다.');
  await page.locator('#find').fill('맹주혁'.normalize('NFD'));
  await settled(page);
  assert.equal(await page.locator('#find-at').textContent(), '1 / 2', 'either form of Hangul is found');
});

test('a list can stand in another order, and goes back', async () => {
  const page = await reading((o) => { o.summary.people.reverse(); });
  assert.deepEqual(await words(page, '#s-people .nm'), ['맹주혁', '류담희', '업계 관계자']);
  const said = page.locator('#s-people .cols button').nth(1);
  await said.click();
  await settled(page);
  assert.deepEqual(await words(page, '#s-people .nm'), ['류담희', '맹주혁', '업계 관계자']);
  assert.equal(await said.getAttribute('aria-pressed'), 'true');
  assert.equal(await said.evaluate((node) => node === document.activeElement), true, 'the focus stays on the head');
  await said.click();
  await settled(page);
  assert.deepEqual(await words(page, '#s-people .nm'), ['맹주혁', '류담희', '업계 관계자']);
});

test('statements say to whom, how and where; reported ones stand apart and lead to their words', async () => {
  const page = await reading();
  assert.equal(await page.locator('#h-quotes span').textContent(), '2 · 옮긴 말 1');
  const first = page.locator('#s-quotes blockquote').first();
  assert.match((await first.innerText()).replace(/\s+/g, ' '), /“첫 배를 맡기겠다” …며 “도크는 봄에 연다” 맹주혁에게 ?·? ?말했다 ?·? ?1문단/);
  const reported = page.locator('blockquote.reported');
  assert.match(await reported.innerText(), /직원 백 명을 더 뽑는다고/);
  assert.match(await reported.innerText(), /옮긴 말/);
  await reported.locator('.words').click();
  await settled(page);
  assert.equal(await page.evaluate(() => String([...CSS.highlights.get('spot')][0])), '직원 백 명을 더 뽑는다고');
  await page.keyboard.press('Escape');
  await page.locator('#s-quotes .nm').first().click();
  await page.locator('#card h2').waitFor();
  assert.equal(await page.locator('#card h2').textContent(), '류담희');
});

test('the card of a person: titles, company, words, pictures, place, reason', async () => {
  const page = await reading();
  await page.locator('#article .body mark.executive').first().click();
  const card = page.locator('#card');
  await card.waitFor();
  const all = (await card.innerText()).replace(/\s+/g, ' ');
  assert.match(all, /1 \/ 2/);
  for (const part of [/여기서는 류담희 별무리조선 사장, 류담희 사장/, /직함 사장, 대표/, /소속 별무리조선/, /한 말 “첫 배를 맡기겠다”/, /사진 사진 1/, /왜 이름과 기업과 직함이 나란히: 사장 확실/]) assert.match(all, part);
  await card.locator('button', { hasText: '사진 1' }).click();
  await page.waitForSelector('#article .caption.sel');
});

test('the card of a company: people, code and group from outside, links that wait for a click', async () => {
  const page = await reading();
  await page.locator('#article h1 mark.company').click();
  const card = page.locator('#card');
  await card.waitFor();
  const all = (await card.innerText()).replace(/\s+/g, ' ');
  assert.match(all, /사람 류담희 사장/);
  assert.match(all, /한 말 직원 백 명을 더 뽑는다고 옮긴 말/);
  const outside = card.locator('.out');
  assert.match((await outside.innerText()).replace(/\s+/g, ' '), /글 밖의 정보 종목 990110 코스피 기업집단 별무리/);
  assert.doesNotMatch(await outside.innerText(), /한국/);
  assert.equal(await outside.locator('dl').evaluate((node) => /Serif/.test(getComputedStyle(node).fontFamily.split(',')[0])), false, 'outside facts are not in the voice of the article');
  assert.deepEqual(await outside.locator('a').evaluateAll((links) => links.map((a) => new URL(a.href).host)), ['finance.naver.com', 'dart.fss.or.kr', 'ko.wikipedia.org']);
  assert.deepEqual(page.requested.filter((url) => !url.startsWith(browser.url) && !/^(data|blob):/.test(url)), []);
});

test('doubt is seen in text, list and card, and said in words', async () => {
  const page = await reading();
  const mark = page.locator('#article mark.doubt');
  assert.equal(await mark.evaluate((node) => getComputedStyle(node).textDecorationStyle), 'dashed');
  assert.match(await mark.evaluate((node) => getComputedStyle(node, '::after').content), /\?/);
  assert.equal(await page.locator('#s-companies .dbt .vh').first().textContent(), '확실하지 않음');
  assert.match(await page.locator('.cells .dbt').locator('..').getAttribute('aria-label'), /확실하지 않음/);
  await mark.click();
  await page.locator('#card h2').waitFor();
  assert.match((await page.locator('#card').innerText()).replace(/\s+/g, ' '), /확실하지 않은 표시입니다\. 새라온 .*확실하지 않음/);
});

test('a better answer moves nothing: scroll, selection, card, focus and panel stay', async () => {
  const page = await reading(undefined, { viewport: { width: 1440, height: 420 } });
  await page.locator('#s-quotes .words').nth(2).click();
  await page.locator('#card').waitFor();
  await page.waitForTimeout(700);
  const place = () => page.evaluate(() => {
    const top = (selector) => Math.round(document.querySelector(selector).getBoundingClientRect().top);
    return { scroll: scrollY, mark: top('#article .sel'), card: top('#card'), line: top('#s-quotes .has'), focus: document.activeElement.textContent };
  });
  const before = await place();
  const better = output((o) => {
    o.annotations = o.annotations.filter((a) => a.entity !== 'c2');
    o.annotations.forEach((a, i) => { a.id = `b${i}`; });
    for (const e of o.entities) e.mentions = o.annotations.filter((a) => a.entity === e.id).map((a) => a.id);
  });
  await page.evaluate((answer) => {
    document.querySelector('h1').id = 'kept';
    window.better(answer);
  }, better);
  await page.waitForFunction(() => document.querySelector('#h-companies span').textContent === '1');
  await settled(page);
  assert.deepEqual(await place(), before);
  assert.equal(await page.locator('#kept').count(), 1, 'a paragraph without changes keeps its elements');
  assert.equal(await page.locator('#article mark.doubt').count(), 0);
  assert.equal(await page.evaluate(() => document.getElementById('article').textContent), text);
  assert.equal(await page.locator('#article [tabindex="0"]').count(), 1);
  assert.deepEqual(page.complaints, []);
});

test('a better answer that reads the page otherwise keeps the words in view', async () => {
  const page = await reading(undefined, { viewport: { width: 1440, height: 300 } });
  await page.evaluate(() => scrollTo({ top: 260, behavior: 'instant' }));
  const top = () => page.evaluate(() => Math.round([...document.querySelectorAll('#article .body')].at(-1).getBoundingClientRect().top));
  const before = await top();
  await page.evaluate((answer) => window.better(answer), output((o) => { o.blocks[1].kind = 'deck'; }));
  await page.waitForSelector('#article .deck');
  await settled(page);
  assert.ok(Math.abs(await top() - before) <= 1, `${before} → ${await top()}`);
});

test('an empty section says so', async () => {
  const page = await reading((o) => { Object.assign(o, { annotations: [], entities: [], summary: {} }); });
  for (const [id, sentence] of [['companies', '기업 이름이 나오지 않습니다.'], ['people', '이름이 나온 사람이 없습니다.'], ['quotes', '따옴표로 옮긴 말이 없습니다.'],
    ['captions', '사진 설명이 없습니다.'], ['notes', '고칠 데가 보이지 않습니다.']]) {
    assert.equal(await page.locator(`#s-${id} .blank`).textContent(), sentence);
  }
});
