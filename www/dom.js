// Elements are made here and nowhere from markup strings: words reach the page as text nodes only.

/** `el('button.quiet', {type: 'button', onclick}, 'words', node)` */
export function el(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  setAttributes(node, attributes);
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

export function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(node, attributes);
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

function setAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name === 'style') for (const [key, v] of Object.entries(value)) node.style.setProperty(key, v);
    else node.setAttribute(name, value === true ? '' : value);
  }
}

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Lets the browser draw and answer before long work goes on. */
export const breathe = () => globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** Waits until a frame has been drawn; a hidden page draws none. */
export const nextFrame = () => new Promise((done) => {
  if (document.hidden) setTimeout(done);
  else requestAnimationFrame(() => setTimeout(done));
});

/** Does `work` when the page has nothing else to do, or soon after. */
export const whenIdle = (work) => (globalThis.requestIdleCallback ? requestIdleCallback(() => work(), { timeout: 500 }) : setTimeout(work, 100));

/** A pause that is one only after some `milliseconds` of work. */
export function pauses(milliseconds = 12) {
  let until = performance.now() + milliseconds;
  return async () => {
    if (performance.now() < until) return;
    await breathe();
    until = performance.now() + milliseconds;
  };
}

const made = new WeakMap();

/** Whether `rebuild` with these `inputs` would do anything. */
export function stale(node, inputs) {
  const before = made.get(node);
  return !before || before.length !== inputs.length || !before.every((value, i) => value === inputs[i]);
}

/** Rebuilds the children of `node` only when one of `inputs` is another value than last time; the focus stays where it was. */
export function rebuild(node, inputs, build) {
  if (!stale(node, inputs)) return false;
  made.set(node, inputs);
  const restore = heldFocus(node);
  node.replaceChildren(...[build()].flat(Infinity).filter((child) => child != null && child !== false));
  restore();
  return true;
}

const FOCUSABLE = 'button, a[href], input, [role=button]';
const wordsOf = (node) => node.getAttribute('aria-label') ?? node.textContent;

/** Finds the focused control again among the new children: by its words, else by its place. */
function heldFocus(node) {
  const focused = document.activeElement;
  if (!focused || focused === node || !node.contains(focused)) return () => {};
  const before = [...node.querySelectorAll(FOCUSABLE)];
  const [at, words] = [before.indexOf(focused), wordsOf(focused)];
  const nth = before.slice(0, Math.max(0, at)).filter((other) => wordsOf(other) === words).length;
  return () => {
    const now = [...node.querySelectorAll(FOCUSABLE)];
    (now.filter((other) => wordsOf(other) === words)[nth] ?? now[Math.min(at, now.length - 1)])?.focus({ preventScroll: true });
  };
}
