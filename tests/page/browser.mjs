// One Chromium for a test file, pages that record every request and every complaint of the console.
import { chromium } from 'playwright-core';
import { standIn } from './engine.mjs';
import { serve } from './serve.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function open() {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  return {
    url: server.url,
    /** A page; `answer` is what a stand-in for the engine says, `slow` how many times slower its processor is. */
    async page({ url = server.url, answer, slow, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1040 }, locale: 'ko-KR', serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      page.requested = [];
      page.complaints = [];
      page.on('request', (request) => page.requested.push(request.url()));
      page.on('pageerror', (error) => page.complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') page.complaints.push(message.text());
      });
      if (answer) await page.addInitScript(standIn, answer);
      if (slow) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow });
      await page.goto(url);
      if (url !== 'about:blank') await page.waitForSelector('.samples li button');
      return page;
    },
    /** Begins to note what the main thread of `page` does. */
    trace: (page) => browser.startTracing(page, { categories: ['toplevel', '__metadata'] }),
    /** Ends that: the tasks of the main thread, in milliseconds of its own processor time, the longest first. */
    async mainThread() {
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
      const thread = (event) => `${event.pid} ${event.tid}`;
      const main = new Set(traceEvents.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain').map(thread));
      const tasks = traceEvents.filter((e) => e.ph === 'X' && e.name === 'ThreadControllerImpl::RunTask' && e.tdur && main.has(thread(e)));
      return tasks.map((e) => e.tdur / 1000).sort((a, b) => b - a);
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Opens a sample and waits until its marks and the panel stand. */
export async function openSample(page, name = 'board') {
  await page.locator(`[data-sample=${name}]`).click();
  await page.waitForSelector('#article mark[data-id]');
  await page.waitForFunction(() => document.querySelectorAll('#s-companies .list li').length > 0);
}

/** Pastes as a reader does, a paste event with both kinds of data, nowhere in particular; waits until the whole text is there. */
export async function paste(page, text, html) {
  await page.evaluate(([plain, markup]) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    if (markup) data.setData('text/html', markup);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [text, html]);
  await page.waitForFunction((whole) => document.getElementById('article').textContent === whole, text);
}
