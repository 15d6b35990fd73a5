import { ready, show } from './common.js';

// Shows the text and its first letter marked: the least that a page can do.
ready((text) => {
  const spans = [[0, 1]];
  return { spans, show: () => show(text, spans) };
});
