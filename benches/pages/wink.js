import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { ready, show } from './common.js';

const nlp = winkNLP(model);
ready((text) => {
  const doc = nlp.readDoc(text);
  const found = doc.entities().out(nlp.its.span);
  const proper = doc.tokens().filter((token) => token.out(nlp.its.pos) === 'PROPN').out();
  let at = 0;
  const spans = [];
  for (const word of proper) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    spans.push([start, at]);
  }
  return { spans, entities: found.length, show: () => show(text, spans) };
});
