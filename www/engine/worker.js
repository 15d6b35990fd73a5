import init, { annotate, annotate_hinted } from './mitjul.js';

const ready = init();
// Without this a failed download would be an unhandled rejection and no request would hear of it.
ready.catch(() => {});

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

self.onmessage = async ({ data: { id, text, hints } }) => {
  try {
    await ready;
    const started = performance.now();
    const json = hints?.length ? annotate_hinted(text, hints) : annotate(text);
    answer(id, json, { milliseconds: performance.now() - started });
  } catch (error) {
    // After a panic the wasm instance is spent: say so, the client starts a fresh worker.
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};
