// What the pages that stand beside ours share: they show a text and its marks, and say when.

/** Shows `text` with `spans` [start, end] marked. */
export function show(text, spans) {
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    parts.push(mark);
    at = end;
  }
  document.getElementById('text').replaceChildren(...parts, text.slice(at));
}

/** Says to the bench how to mark a text; it asks for one as soon as the page can. */
export function ready(annotate) {
  window.annotate = annotate;
  window.waiting?.(annotate);
}
