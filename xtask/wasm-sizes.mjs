// Prints what a wasm file consists of: node wasm-sizes.mjs FILE LEXICON
// FILE is as cargo leaves it, with the names of its functions; LEXICON are the packed lists in it.
// Bytes of a part are those of its functions laid side by side, gzip and brotli of just these.

import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [file, lexicon] = process.argv.slice(2);
const bytes = readFileSync(file);
let at = 8;

function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = number();
  at += length;
  return bytes.toString('utf8', at - length, at);
}

const bodies = [];
const data = [];
const names = new Map();
let imported = 0;

function imports() {
  for (let n = number(); n > 0; n--) {
    text();
    text();
    const kind = bytes[at++];
    if (kind === 0) {
      imported++;
      number();
    } else throw new Error(`an import of kind ${kind}`);
  }
}

function code() {
  for (let n = number(); n > 0; n--) {
    const length = number();
    bodies.push(bytes.subarray(at, at + length));
    at += length;
  }
}

function segments() {
  for (let n = number(); n > 0; n--) {
    if (number() !== 0) throw new Error('a data segment that is not active');
    at++; // i32.const
    number();
    at++; // end
    const length = number();
    data.push(bytes.subarray(at, at + length));
    at += length;
  }
}

function functionNames(end) {
  while (at < end) {
    const kind = bytes[at++];
    const next = number() + at;
    if (kind === 1) for (let n = number(); n > 0; n--) names.set(number(), text());
    at = next;
  }
}

while (at < bytes.length) {
  const id = bytes[at++];
  const end = number() + at;
  if (id === 0 && text() === 'name') functionNames(end);
  else if (id === 2) imports();
  else if (id === 10) code();
  else if (id === 11) segments();
  at = end;
}

/** The parts of a mangled path: `_ZN4core3str…17h…E` or, of newer compilers, `_RNvNt…_4core3str…`. */
function path(name) {
  const parts = [];
  const old = name.startsWith('_ZN');
  let rest = old ? name.slice(3) : name.replace(/^.*?C(?:s[0-9A-Za-z]*_)?(?=\d)/, '');
  for (let size; (size = /^(\d+)_?/.exec(rest)); ) {
    parts.push(rest.slice(size[0].length, size[0].length + Number(size[1])));
    rest = rest.slice(size[0].length + Number(size[1]));
  }
  const plain = parts.join('::').replaceAll('..', '::').replaceAll(/\$[^$]*\$/g, ' ');
  return /[a-z_][a-z0-9_]*(::[a-z_0-9]+)*/.exec(plain)?.[0].split('::') ?? ['other'];
}

const STD = ['core', 'alloc', 'std', 'compiler_builtins', '__rustc'];

function place(name) {
  const [crate, module = ''] = path(name);
  return STD.includes(crate) ? ['std', crate] : [crate, module];
}

const crates = new Map();
const modules = new Map();
const add = (map, key, part) => map.set(key, [...(map.get(key) ?? []), part]);
bodies.forEach((body, i) => {
  const [crate, module] = place(names.get(i + imported) ?? '');
  add(crates, crate, body);
  add(modules, `${crate}::${module}`, body);
});

const whole = Buffer.concat(data);
const packed = readFileSync(lexicon);
const found = whole.indexOf(packed);
if (found < 0) throw new Error('the packed lists are not in the wasm file');
const others = Buffer.concat([whole.subarray(0, found), whole.subarray(found + packed.length)]);

function print(title, rows) {
  console.log(`\n${title.padEnd(36)} ${'raw'.padStart(9)} ${'gzip'.padStart(9)} ${'brotli'.padStart(9)}`);
  const sized = rows.map(([name, part]) => [name, part.length, gzipSync(part).length, brotliCompressSync(part).length]);
  for (const [name, ...sizes] of sized.sort((a, b) => b[1] - a[1])) {
    console.log(name.padEnd(36) + sizes.map((size) => ` ${String(size).padStart(9)}`).join(''));
  }
}

/** The sections of the packed lists, as build.rs lays them out. */
function tables() {
  const first = packed.readUInt32LE(12);
  const rows = [];
  for (let head = 12; head < first; head += 8) {
    const start = packed.readUInt32LE(head);
    rows.push([`section ${(head - 12) / 8}`, packed.subarray(start, start + packed.readUInt32LE(head + 4))]);
  }
  return rows.sort((a, b) => b[1].length - a[1].length).slice(0, 12);
}

const joined = (map) => [...map].map(([name, parts]) => [name, Buffer.concat(parts)]);
print('engine before wasm-opt', [['code', Buffer.concat(bodies)], ['lexicon', packed], ['word tables, texts', others]]);
print('code by crate', joined(crates));
print('code by module', joined(modules).filter(([, part]) => part.length > 2000));
print('lexicon, largest sections', tables());
