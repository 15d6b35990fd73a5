// Prints raw, gzip and brotli size of files: node sizes.mjs FOLDER FILE...
// Compression is what common servers do: gzip at level 6, brotli at its best.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The section of a wasm file that holds the code of its functions. */
function code(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at++];
    let length = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      length += (bytes[at] & 127) * 2 ** shift;
      more = bytes[at++] > 127;
    }
    if (id === 10) return bytes.subarray(at, at + length);
    at += length;
  }
  throw new Error('a wasm file without code');
}

function print(file, bytes) {
  const sizes = [bytes.length, gzipSync(bytes, { level: 6 }).length, brotliCompressSync(bytes).length];
  console.log([...sizes, file].join('\t'));
}

const [folder, ...files] = process.argv.slice(2);
for (const file of files) {
  const bytes = readFileSync(join(folder, file));
  print(file, bytes);
  if (file.endsWith('.wasm')) print(`${file}#code`, code(bytes));
}
