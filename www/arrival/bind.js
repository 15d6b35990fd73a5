// Paste anywhere, drop anywhere, open a file.
import { $ } from '../dom.js';
import { update } from '../state.js';
import { reflectField } from './arrival.js';
import { readFile, readTransfer } from './intake.js';

export function bindIntake(state, act) {
  document.addEventListener('paste', (event) => {
    if (state.view === 'edit' || event.target.closest?.('#find')) return;
    const field = $('#source');
    // Words typed before stay and the paste joins them; an empty field means: read this.
    if (event.target === field && field.value.trim()) return;
    const { text, hints } = readTransfer(event.clipboardData);
    if (!text.trim()) return;
    event.preventDefault();
    act.read(text, hints);
  });
  const root = document.documentElement;
  let depth = 0;
  const over = (on) => {
    depth = on ? depth + 1 : Math.max(0, depth - 1);
    root.classList.toggle('dropping', depth > 0);
  };
  document.addEventListener('dragenter', () => over(true));
  document.addEventListener('dragleave', () => over(false));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    root.classList.remove('dropping');
    const [file] = event.dataTransfer.files;
    if (file) open(file);
    else {
      const { text, hints } = readTransfer(event.dataTransfer);
      if (text.trim()) act.read(text, hints);
    }
  });
  $('#file').addEventListener('change', (event) => {
    const [file] = event.target.files;
    event.target.value = '';
    if (file) open(file);
  });
  async function open(file) {
    try {
      const { text, hints } = await readFile(file);
      act.read(text, hints);
    } catch {
      update({ error: { key: 'err.file' } });
    }
  }
}

/** Reads the clipboard on a click: its HTML too where the browser gives it, for structure only. */
export async function readClipboard(act) {
  try {
    const { text, hints } = await clipboard();
    if (text.trim()) return act.read(text, hints);
    update({ error: { key: 'err.blank' } });
  } catch {
    update({ error: { key: 'err.clipboard' } });
    $('#source')?.focus();
  }
  reflectField($('#source').value);
}

async function clipboard() {
  const [item] = (await navigator.clipboard.read?.().catch(() => null)) ?? [];
  if (!item) return { text: await navigator.clipboard.readText(), hints: [] };
  const kinds = {};
  for (const type of ['text/plain', 'text/html']) if (item.types.includes(type)) kinds[type] = await (await item.getType(type)).text();
  return readTransfer({ getData: (type) => kinds[type] ?? '' });
}
