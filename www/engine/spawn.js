// The one place that knows where the worker and the engine lie; the single-file build puts another module here.
/* global VERSION: of the build, which puts it in */

/** The engine, compiled while it comes in. */
async function compiled() {
  const response = await fetch(`./engine/mitjul_bg.wasm?v=${VERSION}`);
  if (!response.ok) throw new Error(`engine: ${response.status}`);
  if (response.headers.get('content-type') !== 'application/wasm') return WebAssembly.compile(await response.arrayBuffer());
  return WebAssembly.compileStreaming(response);
}

/**
 * Starts a worker and hands it `engine`, which is fetched beside it and not by it: that would wait for the worker's own
 * start. Without one it is fetched.
 */
export function spawn(engine = compiled()) {
  const worker = new Worker(`./engine/worker.js?v=${VERSION}`, { type: 'module', name: 'mitjul' });
  engine.then((module) => worker.postMessage({ module }), (error) => worker.postMessage({ failed: String(error?.message ?? error) }));
  return { worker, engine };
}
