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

const made = new WeakMap();

/** Rebuilds the children of `node` only when one of `inputs` is another value than last time. */
export function rebuild(node, inputs, build) {
  const before = made.get(node);
  if (before && before.length === inputs.length && before.every((value, i) => value === inputs[i])) return false;
  made.set(node, inputs);
  node.replaceChildren(...[build()].flat(Infinity).filter((child) => child != null && child !== false));
  return true;
}
