// Compresses a file: node gzip.mjs FROM TO. The same bytes on every machine (no time, no name).

import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [from, to] = process.argv.slice(2);
writeFileSync(to, gzipSync(readFileSync(from), { level: 9 }));
