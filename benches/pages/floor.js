import init, { find } from 'floor';
import { ready, show } from './common.js';

await init();
ready((text) => {
  const flat = find(text);
  const spans = [];
  for (let i = 0; i < flat.length; i += 2) spans.push([flat[i], flat[i + 1]]);
  return { spans, show: () => show(text, spans) };
});
