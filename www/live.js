import { $ } from './dom.js';

/** One quiet sentence for screen readers. The same sentence twice is still heard: the region is emptied between. */
export function say(words) {
  const live = $('#live');
  live.textContent = '';
  requestAnimationFrame(() => { live.textContent = words; });
}
