import init, { annotate_again, load_tagger } from './mitjul.js';
import { compiled } from './compiled.js';
import { model } from './model.js';

const ready = compiled.then((module) => init({ module_or_path: module }));
// Without this a failed download would be an unhandled rejection and no request would hear of it.
ready.catch(() => {});

// Drawing the first marks takes the page a tenth of a second. What makes them better waits for that: on two processors
// it would take as long again.
let asked = false;
let seen;
const drawn = new Promise((resolve) => { seen = resolve; });
const shown = () => asked && drawn;

// The tagger's model comes after the engine: the first marks are made without it, and made again when it is there.
// Without it (an old browser, a broken connection) the rules and lists stand alone.
let first = null; // what was asked before the model was there
let tagging = false;
improve().catch((error) => console.warn(error)).finally(() => self.postMessage({ loaded: true }));

async function improve() {
  await ready;
  await shown();
  const bytes = await model();
  await shown();
  load_tagger(bytes);
  tagging = true;
  if (first) answer(first.id, marked(first), { better: true });
  else warm();
  first = null;
}

function marked({ text, hints }) {
  return annotate_again(text, hints ?? new Uint32Array());
}

const LONG = 400_000; // characters of JSON that the page can take in one go
const PART = 600; // annotations a message, of those that are longer

/**
 * A long answer goes over in parts, so that no single one of them holds up the page. `more` goes with each message:
 * a later and better answer to the same text says `{better: true}`.
 */
function answer(id, json, more) {
  if (json.length < LONG) return self.postMessage({ id, json, ...more });
  const { annotations, ...rest } = JSON.parse(json);
  for (let at = 0; at < annotations.length; at += PART) self.postMessage({ id, part: annotations.slice(at, at + PART), ...more });
  self.postMessage({ id, rest, ...more });
}

// The browser compiles each function of the engine when it is first called. Better now, while the page waits for a
// text, than when there is one.
const WARM = `가람전자, 새 공장 짓는다…“내년이 고비”
입력 2026-01-05 09:30
김해솔 가람전자 대표(왼쪽)가 공장을 둘러보고 있다. /가람전자 제공
김해솔 가람전자 대표이사 사장은 5일 “내년에 문을 연다”고 말했다. 업계 관계자는 “빠르다”고 했다. 회사는 사람을 더 뽑는다고 밝혔다.`;
ready.then(() => setTimeout(warm), () => {});

function warm() {
  if (!asked) marked({ text: WARM });
}

self.onmessage = async ({ data }) => {
  const { id, text, hints } = data;
  if (data.seen) seen();
  if (id === undefined) return; // that, or the engine, see compiled.js
  asked = true;
  try {
    await ready;
    const started = performance.now();
    const json = marked({ text, hints });
    answer(id, json, { milliseconds: performance.now() - started });
    if (!tagging) first = { id, text, hints };
  } catch (error) {
    // After a panic the wasm instance is spent: say so, the client starts a fresh worker.
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};
