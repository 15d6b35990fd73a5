// The one place that knows where the worker lives; the single-file build puts another module here.
export function spawn() {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'mitjul' });
}
