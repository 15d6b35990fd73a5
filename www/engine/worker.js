import init, { annotate } from './mitjul.js';

const ready = init();
// Without this a failed download would be an unhandled rejection and no request would hear of it.
ready.catch(() => {});

self.onmessage = async ({ data: { id, text } }) => {
  try {
    await ready;
    const started = performance.now();
    const json = annotate(text);
    self.postMessage({ id, json, milliseconds: performance.now() - started });
  } catch (error) {
    // After a panic the wasm instance is spent: say so, the client starts a fresh worker.
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
};
