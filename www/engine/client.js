import { spawn } from './spawn.js';

let worker = null;
let engine; // what workers are handed, once it is known
let begun = globalThis.early; // what early.js began
let last = 0;
const waiting = new Map();
let better = () => {};
let parts = []; // of the answer that is coming in: the worker sends one after the other

/** Calls `listener` with each later and better output for the newest text: messages of its number with `better`. */
export function onBetter(listener) {
  better = listener;
}

/** Settles when the worker has loaded all that it ever loads, or could not. */
let loaded;
export const settled = new Promise((resolve) => { loaded = resolve; });

/** The output of an answer's last message and the parts that came before it. */
function outputOf({ json, rest }) {
  const before = parts;
  parts = [];
  return rest ? { ...rest, annotations: before.flat() } : JSON.parse(json);
}

/** Starts the worker, so that it loads while the page paints. */
export function start() {
  if (worker) return;
  const { said = [], ...made } = begun ?? spawn(engine);
  begun = undefined;
  ({ worker, engine } = made);
  engine?.catch(() => { engine = undefined; }); // a failed download is tried again
  worker.onmessage = hear;
  worker.onerror = fail;
  for (const event of said) (event.type === 'message' ? hear : fail)(event);
}

function hear({ data }) {
  if (data.loaded) return loaded();
  if (data.part) {
    parts.push(data.part);
    return;
  }
  if (data.better) {
    const output = outputOf(data);
    if (data.id === last) better(output);
    return;
  }
  const request = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error !== undefined) {
    restart(data.error);
    request?.reject(new Error(data.error));
  } else {
    const output = outputOf(data);
    request?.resolve({ output, milliseconds: data.milliseconds });
  }
}

function fail(event) {
  event.preventDefault?.();
  restart(event.message || 'worker');
}

const MARKUP = { heading: 0, paragraph: 1, caption: 2, furniture: 3 };

/**
 * Annotates `text`, with what a page's markup said of stretches of it. Only the answer to the newest request counts,
 * older ones are rejected as stale.
 */
export async function annotate(text, hints = []) {
  const id = ++last;
  try {
    start();
  } catch (error) {
    worker = null;
    throw error;
  }
  for (const [old, request] of waiting) {
    waiting.delete(old);
    request.reject(new StaleError());
  }
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, text, hints: Uint32Array.from(hints.flatMap((h) => [MARKUP[h.says], h.start, h.end])) });
  });
}

/** Says that the answer is on the screen: what makes it better may begin. */
export const seen = () => worker?.postMessage({ seen: true });

/** Gives up what is being worked on; a fresh worker is made ready for the next text. */
export function cancel() {
  if (!waiting.size) return;
  for (const request of waiting.values()) request.reject(new StaleError());
  waiting.clear();
  restart();
  start();
}

/** Ends the worker and everything it was asked; the next request starts a new one. */
export function restart(reason = 'restarted') {
  worker?.terminate();
  worker = null;
  parts = [];
  for (const request of waiting.values()) request.reject(new Error(reason));
  waiting.clear();
}

export class StaleError extends Error {}
