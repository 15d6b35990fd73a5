// Prints raw, gzip and brotli size of files: node sizes.mjs FOLDER FILE...
// Compression is what common servers do: gzip at level 6, brotli at its best.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [folder, ...files] = process.argv.slice(2);
for (const file of files) {
  const bytes = readFileSync(join(folder, file));
  const sizes = [bytes.length, gzipSync(bytes, { level: 6 }).length, brotliCompressSync(bytes).length];
  console.log([...sizes, file].join('\t'));
}
