// Ten things a reader wants to know, each within three actions, with only the page in view: in Korean on a desk, in
// English on a tablet's width, in Korean on a phone in the dark.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { open, openSample } from './browser.mjs';

const READERS = [
  { name: 'Korean, desk', options: { permissions: ['clipboard-read', 'clipboard-write'] } },
  { name: 'English, tablet', options: { locale: 'en-US', viewport: { width: 768, height: 1024 }, permissions: ['clipboard-read', 'clipboard-write'] } },
  { name: 'Korean, phone, dark', options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: 'dark', permissions: ['clipboard-read', 'clipboard-write'] } },
];

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

for (const { name, options } of READERS) {
  describe(name, () => {
    let page, done;
    const sheet = (options.viewport?.width ?? 1440) < 1160;
    const english = options.locale === 'en-US';
    before(async () => {
      page = await browser.page(options);
      await openSample(page);
    });

    /** A task starts from the article; opening the sheet is one of its three actions. */
    const task = (what, run) => test(what, async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      if (await page.locator('.key .all').count()) await page.locator('.key .all').evaluate((node) => node.click());
      await page.locator('#find').evaluate((field) => {
        field.value = '';
        field.dispatchEvent(new Event('input'));
      });
      if (await page.locator('html').getAttribute('data-sheet')) await page.locator('#grip').click();
      done = 0;
      await run();
      assert.ok(done <= 3, `${done} actions`);
    });
    const press = async (selector, which = {}) => {
      done++;
      await page.locator(selector, which).first().click();
      await page.waitForTimeout(120);
    };
    const lookAtPanel = () => (sheet ? press('#grip') : null);
    const seen = async (selector) => {
      await page.waitForFunction((s) => {
        const box = document.querySelector(s)?.getBoundingClientRect();
        return box && box.top >= 0 && box.top < innerHeight && box.height > 0;
      }, selector);
      return (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();
    };

    task('who speaks without a name?', async () => {
      await lookAtPanel();
      await press('[data-only=anon]');
      assert.match(await seen('#s-people .list'), /조선 기자재 업계 관계자/);
      assert.equal(await page.locator('#s-quotes .words').count(), 1);
    });

    task('which companies never speak?', async () => {
      await lookAtPanel();
      await press('[data-only=silent]');
      const names = (await page.locator('#s-companies .nm').allInnerTexts()).map((n) => n.trim());
      assert.ok(names.includes('벼리해운') && names.includes('노바르크') && !names.includes('하늬에너지'), names.join());
    });

    task('what did 맹주혁 say, and to whom?', async () => {
      await lookAtPanel();
      await press('.jump [data-to=quotes]');
      const said = page.locator('#s-quotes .by', { hasText: '맹주혁' }).filter({ hasText: '첫 배의 키' });
      await said.scrollIntoViewIfNeeded();
      assert.match((await said.innerText()).replace(/\s+/g, ' '), english ? /to 류담희/ : /류담희에게/);
    });

    task('copy the people of the second picture', async () => {
      await lookAtPanel();
      await press('.jump [data-to=captions]');
      await press('#s-captions li:nth-child(2) .copy');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '류담희, 잉그리드 솔베르, 맹주혁');
    });

    task('where does 노바르크 stand, and where next?', async () => {
      await lookAtPanel();
      await press('#s-companies .list button', { hasText: '노바르크' });
      await page.waitForSelector('#article mark.company.sel');
      const first = await page.locator('#card .c-pos b').textContent();
      await press('#card .c-pos button:last-child');
      assert.notEqual(await page.locator('#card .c-pos b').textContent(), first);
      await page.waitForFunction(() => {
        const { top, bottom } = document.querySelector('#article mark.sel').getBoundingClientRect();
        const card = document.querySelector('#card').getBoundingClientRect();
        return top > 45 && bottom < innerHeight && (innerWidth > 640 || bottom <= card.top + 1);
      });
    });

    task('what is 도아린’s title?', async () => {
      await lookAtPanel();
      await press('.jump [data-to=people]');
      assert.match((await page.locator('#s-people li', { hasText: '도아린' }).innerText()).replace(/\s+/g, ' '), /하늬에너지 연료사업본부장\(전무\)/);
    });

    task('how often is 암모니아 written?', async () => {
      await lookAtPanel();
      done++;
      await page.locator('#find').fill('암모니아');
      await page.waitForFunction(() => /^1 \/ 3$/.test(document.getElementById('find-at').textContent));
    });

    task('who is tied to 소담 and by what?', async () => {
      await lookAtPanel();
      await press('.jump [data-to=map]');
      await page.waitForSelector('#s-map svg .n, #s-map table');
      if (!await page.locator('#s-map table').count()) await press('#s-map .sort button:last-child');
      assert.match((await page.locator('#s-map table').innerText()).replace(/\s+/g, ' '), english ? /맹주혁 Office 소담/ : /맹주혁 직함 소담/);
    });

    task('what should an editor look at?', async () => {
      await lookAtPanel();
      await press('.jump [data-to=notes]');
      await press('#s-notes .line', { hasText: english ? 'Quote mark turned' : '따옴표 방향' });
      const marked = await page.evaluate(() => String([...CSS.highlights.get('spot')][0]));
      assert.match(marked, /항만마다/);
    });

    task('take the marks away as a table', async () => {
      if (options.viewport?.width < 641) {
        await press('[data-act=view]');
        await press('.v-tools button', { hasText: '내보내기' });
      } else await press('[data-act=export]');
      const [download] = await Promise.all([page.waitForEvent('download'), press('[data-format=csv]')]);
      assert.match(download.suggestedFilename(), /\.csv$/);
    });
  });
}
