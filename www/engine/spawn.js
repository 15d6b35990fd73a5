// The one place that knows where the worker and the engine lie; the single-file build puts another module here.
/* global VERSION: of the build, which puts it in */
let engine = null;

/** The engine, compiled while it comes in. A failed download is tried again by the next worker. */
async function compiled() {
  const response = await fetch(`./engine/mitjul_bg.wasm?v=${VERSION}`);
  if (!response.ok) throw new Error(`engine: ${response.status}`);
  if (response.headers.get('content-type') !== 'application/wasm') return WebAssembly.compile(await response.arrayBuffer());
  return WebAssembly.compileStreaming(response);
}

/** Starts a worker; the engine is fetched beside it and not by it, which would wait for the worker's own start. */
export function spawn() {
  const worker = new Worker(`./engine/worker.js?v=${VERSION}`, { type: 'module', name: 'mitjul' });
  engine ??= compiled();
  engine.then((module) => worker.postMessage({ module }), (error) => {
    engine = null;
    worker.postMessage({ failed: String(error?.message ?? error) });
  });
  return worker;
}
