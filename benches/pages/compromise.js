import nlp from 'compromise';
import { ready, show } from './common.js';

ready((text) => {
  const doc = nlp(text);
  const views = [doc.organizations(), doc.people(), doc.quotations()];
  const spans = views
    .flatMap((view) => view.json({ offset: true, terms: false }))
    .map(({ offset }) => [offset.start, offset.start + offset.length])
    .sort((a, b) => a[0] - b[0]);
  return { spans, show: () => show(text, spans) };
});
