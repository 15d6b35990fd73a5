// The masthead's count is counted: what this page asked of any other host. Where the browser cannot tell, none is shown.
export function countRequests(show) {
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('resource')) return;
  let count = 0;
  const elsewhere = ({ name }) => /^https?:/.test(name) && new URL(name).origin !== location.origin;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(elsewhere).length;
    show(count);
  }).observe({ type: 'resource', buffered: true });
  show(count);
}
